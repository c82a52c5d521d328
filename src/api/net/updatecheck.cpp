// SPDX-License-Identifier: Apache-2.0
#include "api/net/updatecheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QVersionNumber>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 maximumFeedSize = qint64{16} * 1024;

/// A version of numbers only: a release is never announced as anything else.
std::optional<QVersionNumber> versionOf(const QString &text)
{
    qsizetype suffix = 0;
    const QVersionNumber version = QVersionNumber::fromString(text, &suffix);
    return version.isNull() || suffix != text.size() ? std::nullopt : std::optional(version.normalized());
}

std::optional<NewVersion> read(const HttpAnswer &answer, const QString &current)
{
    if (answer.fault != TransportFault::None || answer.status != 200)
        return {};
    const QJsonObject feed = QJsonDocument::fromJson(answer.body).object();
    const NewVersion announced{.version = feed.value("version"_L1).toString(),
                               .page = QUrl(feed.value("page"_L1).toString(), QUrl::StrictMode)};
    const auto version = versionOf(announced.version);
    const bool isUsable = version && announced.page.isValid() && announced.page.scheme() == "https"_L1;
    if (!isUsable || *version <= versionOf(current).value_or(QVersionNumber()))
        return {};
    return announced;
}

} // namespace

QUrl UpdateCheck::builtInFeed()
{
    return QUrl(QStringLiteral(KICKDESK_UPDATE_FEED));
}

PendingCall *UpdateCheck::look(Transport *transport, const QUrl &feed, const QString &current,
                               QObject *context, Handler handler)
{
    const HttpRequest request{.method = "GET", .url = feed, .maximumAnswerSize = maximumFeedSize};
    return transport->send(request, context,
                           [current, handler = std::move(handler)](const HttpAnswer &answer) {
                               handler(read(answer, current));
                           });
}

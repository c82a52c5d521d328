// SPDX-License-Identifier: Apache-2.0
#include "api/net/httpdate.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString dateFormat = u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s;

/// Nothing waits longer than this, and sums with it cannot overflow.
constexpr std::chrono::seconds longestWait = 24h;

} // namespace

QByteArray HttpDates::format(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), dateFormat).toLatin1();
}

QDateTime HttpDates::parse(const QByteArray &text)
{
    // Every answer has one, and the parser of QLocale takes longer for it than all else that an answer takes.
    // That of mails is quick, but takes more than this form.
    static const QRegularExpression form(
        u"\\A([A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2}) GMT\\z"_s);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(text.trimmed()));
    return match.hasMatch() ? QDateTime::fromString(match.captured(1) + " +0000"_L1, Qt::RFC2822Date).toUTC()
                            : QDateTime();
}

std::optional<std::chrono::seconds> HttpDates::retryAfter(const QByteArray &text, const QByteArray &date)
{
    const QByteArray trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    if (std::ranges::all_of(trimmed, [](char c) { return c >= '0' && c <= '9'; })) {
        bool isNumber = false;
        const std::chrono::seconds wait(trimmed.toLongLong(&isNumber));
        // A number too large for 64 bits still means: not soon.
        return isNumber ? std::min(wait, longestWait) : longestWait;
    }
    const QDateTime until = parse(trimmed);
    if (!until.isValid())
        return {};
    const QDateTime serverNow = parse(date);
    const QDateTime now = serverNow.isValid() ? serverNow : QDateTime::currentDateTimeUtc();
    return std::clamp(std::chrono::seconds(now.secsTo(until)), 0s, longestWait);
}

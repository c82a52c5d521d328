// SPDX-License-Identifier: Apache-2.0
#include "models/list/listitemwords.h"

#include "kick/single/headline.h"
#include "models/list/listwords.h"
#include "models/words.h"
#include "models/words/sessionwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ListItemWords", text);
}

QString nameOf(const QString &appId, const ListItemWords::Names &names)
{
    return names.value(appId, ServerText(appId).plain());
}

/// The sentence of a stored code. What it named is not stored; mostly it was the host.
QString why(const HistoryItem &item)
{
    if (item.errorCode.isEmpty())
        return {};
    const auto code = errorCodeFromName(item.errorCode);
    if (!code)
        return ServerText(item.errorCode).plain();
    const QString detail = namesHost(*code) ? QUrl(item.job.host).host() : u"…"_s;
    return u"%1 (%2)"_s.arg(errorText({.code = *code, .detail = ServerText(detail)}), item.errorCode);
}

QString signedInAgain(const HistoryItem &item)
{
    if (!item.relogin)
        return {};
    return words(QT_TRANSLATE_NOOP("ListItemWords", "Signed in again at %1 from %2"))
        .arg(item.relogin->time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
             item.relogin->clientIp.plain());
}

QString message(const HistoryItem &item)
{
    constexpr qsizetype maximumText = 2000;
    const QString text = item.reply.message.plain(maximumText);
    return text.isEmpty() ? QString() : words(QT_TRANSLATE_NOOP("ListItemWords", "Server: %1")).arg(text);
}

/// Where the state after the sign-out is @p state.
QString appsWith(const HistoryItem &item, SessionState state, const ListItemWords::Names &names)
{
    QStringList result;
    for (const AppProof &app : item.apps) {
        if (app.after == state)
            result << nameOf(app.appId, names);
    }
    return result.join(u", "_s);
}

QString applicationLine(const HistoryItem &item, const QString &appId, const ListItemWords::Names &names)
{
    const auto app = std::ranges::find(item.apps, appId, &AppProof::appId);
    if (app == item.apps.end())
        return nameOf(appId, names);
    QString states = SessionWords::marked(app->before);
    // After a refusal nothing was checked.
    if (Headlines::mayHaveActed(item.outcome) || app->after != SessionState::Unknown)
        states += u" → "_s + SessionWords::marked(app->after);
    return u"%1: %2"_s.arg(nameOf(appId, names), states);
}

} // namespace

QStringList ListItemWords::lines(const HistoryDetail &detail, const Names &names)
{
    const HistoryItem &item = detail.item;
    QStringList who{item.target.name.plain(), ServerText(item.target.contact).plain(),
                    ServerText(Targets::knownId(item.target)).plain()};
    who.removeAll(QString());
    const KickFacts facts = Headlines::facts(item);
    QStringList result{who.join(u" · "_s)};
    if (item.sourceRow > 0)
        result << words(QT_TRANSLATE_NOOP("ListItemWords", "Row %1 of the list"))
                      .arg(ListWords::place(item.sourceFile, item.sourceRow));
    result << OutcomeWords::sign(Headlines::worst(facts)) + u' ' + Headlines::text(facts) << why(item)
           << Headlines::lostAnswerLine(detail) << message(item) << signedInAgain(item);
    if (item.attempts > 1) {
        const int attempts = item.attempts;
        result << QCoreApplication::translate("ListItemWords", "%Ln request(s)", nullptr, attempts);
    }
    if (!item.reply.requestId.isEmpty())
        result << u"requestId "_s + ServerText(item.reply.requestId).plain();
    result.removeAll(QString());
    result << QString();
    for (const QString &appId : item.target.appIds)
        result << applicationLine(item, appId, names);
    return result;
}

QString ListItemWords::summary(const HistoryItem &item, const Names &names)
{
    QStringList parts;
    const QString online = appsWith(item, SessionState::Online, names);
    if (!online.isEmpty())
        parts << words(QT_TRANSLATE_NOOP("ListItemWords", "Still online: %1")).arg(online);
    const QString unknown = appsWith(item, SessionState::Unknown, names);
    if (!unknown.isEmpty() && Headlines::mayHaveActed(item.outcome))
        parts << words(QT_TRANSLATE_NOOP("ListItemWords", "Could not be checked: %1")).arg(unknown);
    parts << why(item) << signedInAgain(item);
    if (item.outcome == KickOutcome::Rejected)
        parts << message(item);
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

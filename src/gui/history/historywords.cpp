// SPDX-License-Identifier: Apache-2.0
#include "gui/history/historywords.h"

#include "gui/widgets/errorwords.h"
#include "models/history/historymodel.h"
#include "models/words.h"
#include "models/words/sessionwords.h"

#include <QDir>
#include <QLocale>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Longest text of one fact; an operator's reason may be long, and all of it counts.
constexpr qsizetype maximumText = 2000;

QString plain(const QString &text)
{
    return ServerText(text).plain(maximumText);
}

/// Date and time with seconds, in local time.
QString timeWords(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat) + u' ' +
                                time.toLocalTime().time().toString(u"HH:mm:ss"_s)
                          : QString();
}

/// The sentence of a stored code. What it named is not stored; mostly it was the host.
QString errorWords(const HistoryItem &item)
{
    const QString &name = item.errorCode;
    const QString &host = item.job.host;
    const auto code = errorCodeFromName(name);
    if (!code)
        return plain(name);
    const QString detail = namesHost(*code) ? QUrl(host).host() : u"…"_s;
    QStringList lines{u"%1 (%2)"_s.arg(errorText({.code = *code, .detail = ServerText(detail)}), name),
                      Headlines::fate(item.outcome)};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString applicationLines(const HistoryItem &item)
{
    QStringList lines;
    for (const QString &appId : item.target.appIds) {
        const auto app = std::ranges::find(item.apps, appId, &AppProof::appId);
        QString line = plain(appId);
        if (app != item.apps.end())
            line += u"  "_s + SessionWords::marked(app->before);
        // After a refusal nothing was checked.
        const bool isChecked = Headlines::mayHaveActed(item.outcome);
        if (app != item.apps.end() && (isChecked || app->after != SessionState::Unknown))
            line += u" → "_s + SessionWords::marked(app->after);
        if (app != item.apps.end() && app->confirmedAfter) {
            const double seconds = static_cast<double>(app->confirmedAfter->count()) / 1000;
            line += u"  "_s + HistoryWords::tr("after %1 s").arg(QLocale().toString(seconds, 'f', 1));
        }
        lines << line;
    }
    return lines.join(u'\n');
}

/// How one request ended.
QString stateWords(ItemState state)
{
    switch (state) {
    case ItemState::Pending:
    case ItemState::NotSent:
        return OutcomeWords::marked(KickOutcome::NotSent);
    case ItemState::Accepted:
    case ItemState::Verified:
    case ItemState::StillOnline:
        return u"✔ "_s + HistoryWords::tr("accepted by the server");
    case ItemState::Rejected:
        return OutcomeWords::marked(KickOutcome::Rejected);
    case ItemState::RetryAt:
        return u"✖ "_s + HistoryWords::tr("the server asked to try later");
    case ItemState::Intent:
        return u"? "_s + HistoryWords::tr("no answer was written down");
    case ItemState::Unknown:
    case ItemState::GivenUp:
        return OutcomeWords::marked(KickOutcome::Unknown);
    }
    return {};
}

QString attemptLines(const HistoryDetail &detail)
{
    QStringList lines;
    for (qsizetype at = 0; at < detail.attempts.size(); ++at) {
        const HistoryAttempt &attempt = detail.attempts.at(at);
        QStringList parts{u"%1. %2"_s.arg(QLocale().toString(at + 1), stateWords(attempt.state)),
                          attempt.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s) +
                              (attempt.answeredAt.isValid()
                                   ? u" – "_s + attempt.answeredAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s)
                                   : QString()),
                          ErrorWords::reply(attempt.reply), plain(attempt.errorCode),
                          u"nonce "_s + plain(attempt.nonce)};
        parts.removeAll(QString());
        lines << parts.join(u" · "_s);
    }
    return lines.join(u'\n');
}

QList<HistoryFact> withoutEmpty(QList<HistoryFact> facts)
{
    facts.removeIf([](const HistoryFact &fact) { return fact.value.isEmpty(); });
    return facts;
}

} // namespace

QList<HistoryFact> HistoryWords::outcomeFacts(const HistoryDetail &detail)
{
    const HistoryItem &item = detail.item;
    const KickFacts facts = Headlines::facts(item);
    const QString relogin =
        item.relogin
            ? u"⚠ "_s + tr("%1 from %2").arg(timeWords(item.relogin->time), item.relogin->clientIp.plain())
            : QString();
    const QString sent = item.target.identifier.isEmpty() ? QString()
                                                          : IdTypes::label(item.target.identifierType) +
                                                                u" · "_s + plain(item.target.identifier);
    return withoutEmpty({
        {tr("Result"), OutcomeWords::sign(Headlines::worst(facts)) + u' ' + Headlines::text(facts)},
        {tr("Time"), timeWords(item.time)},
        {tr("User"), item.target.name.plain()},
        {tr("Contact"), plain(item.target.contact)},
        {tr("User ID"), plain(item.target.userId)},
        {tr("Identified by"), sent},
        {tr("Applications"), applicationLines(item)},
        {tr("Signed in again"), relogin},
        {tr("Why"), item.errorCode.isEmpty() ? Headlines::lostAnswerLine(detail) : errorWords(item)},
        {tr("Server's message"), item.reply.message.plain(maximumText)},
        {tr("Server's codes"), ErrorWords::reply(item.reply)},
    });
}

QList<HistoryFact> HistoryWords::requestFacts(const HistoryDetail &detail)
{
    const HistoryItem &item = detail.item;
    return withoutEmpty({
        {tr("Ticket"), plain(item.job.ticket)},
        {tr("Reason"), plain(item.job.reason)},
        {tr("Why in spite of protection"), plain(item.target.overrideReason)},
        {tr("Identity"), item.target.isIdentityUnverified
                             ? tr("used without comparison; the server did not show it")
                             : QString()},
        {tr("Operator"), plain(item.job.operatorName)},
        {tr("System user"), plain(item.job.osUser)},
        {tr("Connection"), plain(item.job.profile)},
        {tr("Host"), plain(item.job.host)},
        {tr("User pool"), plain(item.job.poolId)},
        {tr("Access key"), plain(item.job.keyId)},
        {tr("Requests"), attemptLines(detail)},
        {tr("Number"), QString::number(item.itemId)},
    });
}

StatePane::Content HistoryWords::state(const HistoryModel &model, bool isFiltered,
                                       const QStringList &putAside)
{
    if (model.error())
        return {.icon = u"warning"_s,
                .text = errorText(*model.error()),
                .detail = errorCodeName(model.error()->code),
                .action = tr("Try again")};
    if (model.isLoading() || !model.hasAnswer())
        return {.icon = {}, .text = tr("Reading the history…"), .detail = {}, .action = {}};
    QStringList files;
    for (const QString &file : putAside)
        files << plain(QDir::toNativeSeparators(file));
    const QString aside = files.join(u'\n');
    if (isFiltered)
        return {.icon = u"search"_s,
                .text = aside.isEmpty()
                            ? tr("Nothing in the history matches.")
                            : tr("Nothing in this history matches. An earlier one was damaged and put "
                                 "aside; its sign-outs aren't here."),
                .detail = aside,
                .action = tr("Show everything")};
    if (!aside.isEmpty())
        return {.icon = u"warning"_s,
                .text = tr("No sign-outs since the earlier history was damaged and put aside. Its sign-outs "
                           "are in the file below. Keep that file and give it to your administrator."),
                .detail = aside,
                .action = {}};
    return {.icon = u"history"_s,
            .text = tr("No sign-outs yet. Each one sent from this computer appears here."),
            .detail = {},
            .action = {}};
}

QString HistoryWords::count(const HistoryModel &model)
{
    if (model.error() && model.rowCount() > 0)
        return errorText(*model.error());
    if (model.isLoading())
        return tr("Reading…");
    if (model.rowCount() == 0)
        return {};
    return model.hasMore() ? tr("The newest %Ln sign-out(s); scroll down for more", nullptr, model.rowCount())
                           : tr("%Ln sign-out(s)", nullptr, model.rowCount());
}

QString HistoryWords::notice(const HistoryNotice &notice)
{
    const QLocale locale;
    const JournalVerdict &verdict = notice.verdict;
    switch (notice.kind) {
    case HistoryNotice::Kind::None:
        return {};
    case HistoryNotice::Kind::Verifying:
        return tr("Checking every event of the history…");
    case HistoryNotice::Kind::Verified:
        if (verdict.missingSeq)
            return u"✖ "_s +
                   tr("REPLACED: event %1, which was written last on this computer, is missing. The history was "
                      "replaced, removed, cut, or restored from an older copy.")
                       .arg(locale.toString(*verdict.missingSeq));
        if (!verdict.foreignObject.isEmpty())
            return u"✖ "_s + tr("ALTERED: the table, index or trigger %1 is not the one that Kickdesk made.")
                                 .arg(plain(verdict.foreignObject));
        if (verdict.chain.firstAlteredSeq)
            return u"✖ "_s + tr("ALTERED: event %1 is not as it was written; the events before it are.")
                                 .arg(locale.toString(*verdict.chain.firstAlteredSeq));
        if (!verdict.alteredTable.isEmpty())
            return u"✖ "_s + tr("ALTERED: row %1 of the table %2 is not as it was written.")
                                 .arg(QString::number(verdict.alteredId), verdict.alteredTable);
        if (!verdict.putAside.isEmpty())
            return u"✖ "_s +
                   tr("INCOMPLETE: these %1 events are unaltered, but an earlier history was damaged and put "
                      "aside. What it recorded is not here: %2")
                       .arg(locale.toString(verdict.chain.eventCount), plain(verdict.putAside.join(u", "_s)));
        if (verdict.chain.eventCount == 0)
            return u"✔ "_s + tr("The history is empty.");
        return u"✔ "_s +
               tr("Unaltered: %1 events. Head of the chain: %2")
                   .arg(locale.toString(verdict.chain.eventCount), QString::fromLatin1(verdict.chain.head));
    case HistoryNotice::Kind::Exporting:
        return tr("Writing %1…").arg(plain(notice.file));
    case HistoryNotice::Kind::Exported:
        return u"✔ "_s +
               tr("%1 written into %2").arg(locale.toString(notice.receipt.itemCount), plain(notice.file));
    case HistoryNotice::Kind::Failed:
        return notice.error ? u"✖ "_s + errorText(*notice.error) : QString();
    }
    return {};
}

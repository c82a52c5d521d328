// SPDX-License-Identifier: Apache-2.0
#include "gui/receipt.h"

#include "gui/errorwords.h"
#include "models/environmentwords.h"
#include "models/sessionwords.h"
#include "models/useragent.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

QString words(const char *text, int number = -1)
{
    return QCoreApplication::translate("Receipts", text, nullptr, number);
}

QString separator()
{
    return u" · "_s;
}

bool isJournalError(const Error &error)
{
    return error.code == ErrorCode::JournalUnavailable || error.code == ErrorCode::JournalNewer;
}

/// What is shown of one application while and after the kick.
QString verdict(const Receipt &receipt, SessionState after)
{
    if (!receipt.result) {
        if (receipt.stage != KickProgress::Stage::Proving)
            return {};
        return after == SessionState::Offline
                   ? u"✔ "_s + KickOutcomes::label(KickOutcome::Verified)
                   : u"… "_s + words(QT_TRANSLATE_NOOP("Receipts", "Accepted, checking"));
    }
    if (!Receipts::mayHaveActed(receipt))
        return {};
    // The sessions of a kick that may never have arrived prove nothing by themselves.
    if (receipt.result->outcome == KickOutcome::Unknown || after == SessionState::Unknown)
        return u"? "_s + KickOutcomes::label(KickOutcome::Unknown);
    return after == SessionState::Offline ? u"✔ "_s + KickOutcomes::label(KickOutcome::Verified)
                                          : u"✖ "_s + KickOutcomes::label(KickOutcome::StillOnline);
}

QString applicationLine(const Receipt &receipt, const PlannedApplication &application)
{
    QStringList parts{KickPlans::name(application)};
    const AppProof proof = receipt.proofs.value(application.appId);
    QStringList states;
    // The sessions of a user who could not be looked up were not asked.
    if (receipt.plan.user)
        states << SessionWords::marked(application.before);
    if (proof.after != SessionState::Unknown)
        states << SessionWords::marked(proof.after);
    parts << states.join(u" → "_s);
    if (proof.confirmedAfter && proof.after == SessionState::Offline) {
        constexpr double millisecondsASecond = 1000;
        const double seconds = static_cast<double>(proof.confirmedAfter->count()) / millisecondsASecond;
        parts << words(QT_TRANSLATE_NOOP("Receipts", "%1 s")).arg(QLocale().toString(seconds, 'f', 1));
    }
    parts << verdict(receipt, proof.after);
    parts.removeAll(QString());
    return parts.join(separator());
}

} // namespace

void Receipts::note(Receipt *receipt, const KickProgress &progress, const QDateTime &now)
{
    if (progress.app) {
        // An answer of a check says nothing about how far the kick is: one after an unclear attempt comes
        // under the same name as the proof.
        receipt->proofs.insert(progress.app->appId, *progress.app);
        return;
    }
    receipt->stage = progress.stage;
    receipt->reply = progress.reply;
    receipt->nextAttempt = now.addSecs(progress.pause.count());
}

void Receipts::note(Receipt *receipt, const KickResult &result)
{
    receipt->result = result;
    receipt->reply = result.reply;
    for (const AppProof &app : result.apps)
        receipt->proofs.insert(app.appId, app);
}

bool Receipts::isAccepted(const Receipt &receipt)
{
    if (!receipt.result)
        return receipt.stage == KickProgress::Stage::Proving;
    constexpr int accepted = 200;
    const KickOutcome outcome = receipt.result->outcome;
    return receipt.result->reply.statusCode == accepted &&
           (outcome == KickOutcome::Accepted || outcome == KickOutcome::Verified ||
            outcome == KickOutcome::StillOnline);
}

bool Receipts::isProven(const Receipt &receipt)
{
    return receipt.result && receipt.result->outcome == KickOutcome::Verified;
}

bool Receipts::mayHaveActed(const Receipt &receipt)
{
    if (!receipt.result)
        return false;
    switch (receipt.result->outcome) {
    case KickOutcome::Verified:
    case KickOutcome::Accepted:
    case KickOutcome::StillOnline:
    case KickOutcome::Unknown:
        return true;
    case KickOutcome::Rejected:
    case KickOutcome::NotSent:
    case KickOutcome::Skipped:
    case KickOutcome::Planned:
        return false;
    }
    return false;
}

bool Receipts::needsDecision(const Receipt &receipt)
{
    return receipt.result && receipt.result->outcome == KickOutcome::Unknown && receipt.result->relogin;
}

KickPlan Receipts::repeated(const Receipt &receipt)
{
    QMap<QString, SessionState> states;
    for (const AppProof &proof : receipt.proofs)
        states.insert(proof.appId, proof.after);
    KickPlan plan = receipt.plan;
    KickPlans::noteStates(&plan, states);
    return plan;
}

QString Receipts::headline(const Receipt &receipt)
{
    if (isAccepted(receipt))
        return words(QT_TRANSLATE_NOOP("Receipts", "Operation succeeded"));
    if (receipt.result)
        return KickOutcomes::label(receipt.result->outcome);
    switch (receipt.stage) {
    case KickProgress::Stage::Sending:
        return words(QT_TRANSLATE_NOOP("Receipts", "Sending…"));
    case KickProgress::Stage::Waiting:
        return words(QT_TRANSLATE_NOOP("Receipts", "Not done yet"));
    case KickProgress::Stage::Checking:
    case KickProgress::Stage::Proving:
        return words(QT_TRANSLATE_NOOP("Receipts", "Checking…"));
    }
    return {};
}

QString Receipts::outcome(const Receipt &receipt, const QDateTime &now)
{
    if (receipt.result) {
        if (!isAccepted(receipt))
            return {};
        return KickOutcomes::label(receipt.result->outcome == KickOutcome::Accepted
                                       ? KickOutcome::Unknown
                                       : receipt.result->outcome);
    }
    switch (receipt.stage) {
    case KickProgress::Stage::Sending:
        return {};
    case KickProgress::Stage::Waiting: {
        const auto seconds = static_cast<int>(qMax<qint64>(0, now.secsTo(receipt.nextAttempt)));
        return words(QT_TRANSLATE_N_NOOP("Receipts", "Sending again in %Ln second(s)"), seconds);
    }
    case KickProgress::Stage::Checking:
        return words(QT_TRANSLATE_NOOP(
            "Receipts", "Nobody knows what became of the request; the sessions are asked first."));
    case KickProgress::Stage::Proving:
        return words(QT_TRANSLATE_NOOP("Receipts", "Accepted, checking"));
    }
    return {};
}

QString Receipts::failure(const Receipt &receipt)
{
    if (!receipt.result)
        return {};
    QStringList lines;
    const auto &error = receipt.result->error;
    const auto &journalError = receipt.result->journalError;
    const bool isIncomplete = journalError && receipt.result->attempts > 0;
    if (error && !(isIncomplete && isJournalError(*error)))
        lines << errorText(*error);
    if (isIncomplete)
        lines << words(QT_TRANSLATE_NOOP(
            "Receipts", "The request was sent, but the history could not be completed. Note the result in "
                        "the ticket, and check the free space and the rights of the folder."));
    return lines.join(u'\n');
}

QStringList Receipts::remarks(const Receipt &receipt)
{
    QStringList lines;
    if (!receipt.result)
        return lines;
    const bool hasUnchecked = std::ranges::any_of(
        receipt.result->apps, [](const AppProof &app) { return app.after == SessionState::Unknown; });
    if (receipt.result->checkError && hasUnchecked)
        lines << words(QT_TRANSLATE_NOOP("Receipts", "Could not confirm: %1"))
                     .arg(errorText(*receipt.result->checkError));
    else if (isAccepted(receipt) && hasUnchecked && !receipt.plan.user)
        lines << words(QT_TRANSLATE_NOOP(
            "Receipts", "Could not confirm: the sessions can be checked by the user ID only."));
    if (receipt.result->relogin)
        lines << words(QT_TRANSLATE_NOOP("Receipts",
                                         "The user has signed in again: %1. It may be the rightful owner."))
                     .arg(signIn(*receipt.result->relogin));
    return lines;
}

QStringList Receipts::applicationLines(const Receipt &receipt)
{
    QStringList lines;
    for (const PlannedApplication &application : receipt.plan.applications)
        lines << applicationLine(receipt, application);
    return lines;
}

QString Receipts::signIn(const LoginRecord &record)
{
    QStringList parts{record.time.isValid()
                          ? QLocale().toString(record.time.toLocalTime(), QLocale::ShortFormat)
                          : QString(),
                      record.appName.isEmpty() ? ServerText(record.appId).plain() : record.appName.plain(),
                      record.clientIp.plain(), UserAgents::summary(record.userAgent)};
    parts.removeAll(QString());
    return parts.join(separator());
}

QString Receipts::record(const Receipt &receipt, qsizetype digits)
{
    if (!receipt.result || receipt.result->journalId == 0)
        return {};
    QStringList parts{words(QT_TRANSLATE_NOOP("Receipts", "No. %1 in the history"))
                          .arg(QString::number(receipt.result->journalId))};
    if (!receipt.result->journalHead.isEmpty())
        parts << u"SHA-256 "_s + QString::fromLatin1(receipt.result->journalHead.left(digits));
    return parts.join(separator());
}

QString Receipts::text(const Receipt &receipt)
{
    constexpr qsizetype wholeHash = 64;
    const KickPlan &plan = receipt.plan;
    QStringList head{headline(receipt), outcome(receipt)};
    head.removeAll(QString());
    QStringList lines{
        head.join(separator()), QLocale().toString(receipt.time.toLocalTime(), QLocale::LongFormat),
        KickPlans::title(plan),
        IdTypes::wireName(plan.target.identifierType) + u": "_s + ServerText(plan.target.identifier).plain()};
    if (plan.user && plan.target.identifierType != IdType::UserId)
        lines << u"user_id: "_s + ServerText(plan.user->userId).plain();
    QStringList pool{environmentLabel(plan.environment), plan.pool};
    pool.removeAll(QString());
    lines << pool.join(separator());
    if (plan.environment == Environment::Sandbox)
        lines.insert(1,
                     words(QT_TRANSLATE_NOOP(
                         "Receipts", "Exercise in the sandbox: invented users, nothing real was touched.")));
    if (!plan.ticket.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("Receipts", "Ticket: %1")).arg(ServerText(plan.ticket).plain());
    if (!plan.reason.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("Receipts", "Reason: %1")).arg(ServerText(plan.reason).plain());
    if (!plan.target.overrideReason.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("Receipts", "Protected user, sent because: %1"))
                     .arg(ServerText(plan.target.overrideReason).plain());
    lines << applicationLines(receipt) << failure(receipt) << remarks(receipt);
    lines << receipt.reply.message.plain() << ErrorWords::reply(receipt.reply);
    if (receipt.result && receipt.result->error)
        lines << errorCodeName(receipt.result->error->code);
    lines << record(receipt, wholeHash);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

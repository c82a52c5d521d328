// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/receipt.h"

#include "gui/widgets/errorwords.h"
#include "models/user/useragent.h"
#include "models/words.h"
#include "models/words/environmentwords.h"
#include "models/words/sessionwords.h"

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
    return error.code == ErrorCode::JournalUnavailable || error.code == ErrorCode::JournalNewer ||
           error.code == ErrorCode::JournalIncomplete || error.code == ErrorCode::JournalForeign ||
           error.code == ErrorCode::JournalChanged;
}

/// check-session-status knows a user by the user ID only.
bool canCheck(const KickPlan &plan)
{
    return plan.user || plan.target.identifierType == IdType::UserId;
}

/// Whether a sign-in since the kick is known that was to the application.
bool hasSignedInAgain(const Receipt &receipt, const QString &appId)
{
    const auto isThere = [&appId](const std::optional<LoginRecord> &record) {
        return record && record->appId == appId;
    };
    return isThere(receipt.result->relogin) ||
           (receipt.back && (receipt.back->appId == appId || isThere(receipt.back->signIn)));
}

/// What is known of one application once the kick has ended; nothing where it was not asked.
std::optional<WorstFact> factOf(const Receipt &receipt, const AppProof &proof, SessionState now)
{
    const KickFacts facts = Receipts::facts(receipt);
    if (!Headlines::mayHaveActed(facts.outcome))
        return {};
    if (now == SessionState::Online)
        return proof.after == SessionState::Offline ? WorstFact::SignedInAgain : WorstFact::StillOnline;
    // The sessions of a kick that may never have arrived prove nothing by themselves.
    if (facts.outcome == KickOutcome::Unknown)
        return WorstFact::Unknown;
    if (now == SessionState::Offline)
        return hasSignedInAgain(receipt, proof.appId) ? WorstFact::SignedInAgain : WorstFact::Confirmed;
    return WorstFact::Accepted;
}

QString verdict(const Receipt &receipt, const AppProof &proof, SessionState now)
{
    if (receipt.result) {
        const auto fact = factOf(receipt, proof, now);
        return fact ? OutcomeWords::marked(*fact) : QString();
    }
    if (receipt.stage != KickProgress::Stage::Proving)
        return {};
    return proof.after == SessionState::Offline
               ? OutcomeWords::marked(WorstFact::Confirmed)
               : u"… "_s + words(QT_TRANSLATE_NOOP("Receipts", "Accepted, confirming…"));
}

QString applicationLine(const Receipt &receipt, const PlannedApplication &application)
{
    QStringList parts{KickPlans::name(application)};
    const AppProof proof = receipt.proofs.value(application.appId);
    const SessionState later = receipt.later.value(application.appId, SessionState::Unknown);
    QStringList states;
    // The sessions of a user who could not be looked up were not asked.
    if (receipt.plan.user)
        states << SessionWords::marked(application.before);
    if (proof.after != SessionState::Unknown)
        states << SessionWords::marked(proof.after);
    if (later != SessionState::Unknown && later != proof.after)
        states << SessionWords::marked(later);
    parts << states.join(u" → "_s);
    if (proof.confirmedAfter && proof.after == SessionState::Offline) {
        constexpr double millisecondsASecond = 1000;
        const double seconds = static_cast<double>(proof.confirmedAfter->count()) / millisecondsASecond;
        parts << words(QT_TRANSLATE_NOOP("Receipts", "%1 s")).arg(QLocale().toString(seconds, 'f', 1));
    }
    parts << verdict(receipt, proof, later == SessionState::Unknown ? proof.after : later);
    parts.removeAll(QString());
    return parts.join(separator());
}

QString clock(const QDateTime &time)
{
    return time.toLocalTime().time().toString(u"HH:mm:ss"_s);
}

QString signInRemark(const Receipt &receipt)
{
    std::optional<LoginRecord> record = receipt.back ? receipt.back->signIn : receipt.result->relogin;
    if (!record)
        record = receipt.result->relogin;
    QString where;
    if (record) {
        where = Receipts::signIn(*record);
    } else {
        QStringList names;
        for (const PlannedApplication &application : receipt.plan.applications) {
            const bool isBack =
                receipt.later.value(application.appId, SessionState::Unknown) == SessionState::Online &&
                receipt.proofs.value(application.appId).after == SessionState::Offline;
            if (isBack || (receipt.back && receipt.back->appId == application.appId))
                names << KickPlans::name(application);
        }
        where = names.join(words(QT_TRANSLATE_NOOP("Receipts", ", ")));
    }
    return words(QT_TRANSLATE_NOOP("Receipts", "Signed in again: %1. This may be the account owner. Ask "
                                               "before you sign them out again."))
        .arg(where);
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

void Receipts::note(Receipt *receipt, const KickResult &result, const QDateTime &now)
{
    receipt->result = result;
    receipt->reply = result.reply;
    for (const AppProof &app : result.apps) {
        receipt->proofs.insert(app.appId, app);
        if (app.after != SessionState::Unknown)
            receipt->checkedAt = now;
    }
}

void Receipts::note(Receipt *receipt, const QString &appId, SessionState state, const QDateTime &now)
{
    const bool isInIt = receipt->proofs.contains(appId);
    if (!receipt->result || !isInIt || state == SessionState::Unknown)
        return;
    receipt->later.insert(appId, state);
    receipt->checkedAt = now;
}

QString Receipts::key(const KickPlan &plan)
{
    return plan.user ? plan.user->userId
                     : IdTypes::wireName(plan.target.identifierType) + u':' + plan.target.identifier;
}

KickFacts Receipts::facts(const Receipt &receipt)
{
    KickFacts facts = Headlines::facts(*receipt.result);
    facts.hasSignedInAgain = facts.hasSignedInAgain || receipt.back.has_value();
    return Headlines::checkedLater(facts, receipt.later);
}

std::optional<WorstFact> Receipts::fact(const Receipt &receipt)
{
    return receipt.result ? std::optional(Headlines::worst(facts(receipt))) : std::nullopt;
}

NextStep Receipts::nextStep(const Receipt &receipt)
{
    const auto known = fact(receipt);
    const NextStep step = known ? Headlines::nextStep(*known) : NextStep::None;
    if (step != NextStep::CheckAgain || canCheck(receipt.plan))
        return step;
    // No check can find out, so the next step is to send it once more.
    return NextStep::KickAgain;
}

QString Receipts::label(NextStep step)
{
    switch (step) {
    case NextStep::None:
        return {};
    case NextStep::KickAgain:
        return words(QT_TRANSLATE_NOOP("Receipts", "Force sign-out again…"));
    case NextStep::CheckAgain:
        return words(QT_TRANSLATE_NOOP("Receipts", "Check again"));
    case NextStep::CheckConnection:
        return words(QT_TRANSLATE_NOOP("Receipts", "Check connection"));
    case NextStep::TryAgain:
        return words(QT_TRANSLATE_NOOP("Receipts", "Try again"));
    }
    return {};
}

KickPlan Receipts::repeated(const Receipt &receipt)
{
    QMap<QString, SessionState> states;
    for (const AppProof &proof : receipt.proofs)
        states.insert(proof.appId, receipt.later.value(proof.appId, proof.after));
    KickPlan plan = receipt.plan;
    KickPlans::noteStates(&plan, states);
    return plan;
}

QString Receipts::headline(const Receipt &receipt)
{
    if (receipt.result)
        return Headlines::text(facts(receipt));
    switch (receipt.stage) {
    case KickProgress::Stage::Sending:
        return words(QT_TRANSLATE_NOOP("Receipts", "Sending…"));
    case KickProgress::Stage::Waiting:
        return words(QT_TRANSLATE_NOOP("Receipts", "Waiting to retry"));
    case KickProgress::Stage::Checking:
        return words(QT_TRANSLATE_NOOP("Receipts", "Checking…"));
    case KickProgress::Stage::Proving:
        return words(QT_TRANSLATE_NOOP("Receipts", "Accepted, confirming…"));
    }
    return {};
}

QString Receipts::progress(const Receipt &receipt, const QDateTime &now)
{
    if (receipt.result)
        return receipt.checkedAt.isValid()
                   ? words(QT_TRANSLATE_NOOP("Receipts", "checked at %1")).arg(clock(receipt.checkedAt))
                   : QString();
    switch (receipt.stage) {
    case KickProgress::Stage::Sending:
    case KickProgress::Stage::Proving:
        return {};
    case KickProgress::Stage::Waiting: {
        const auto seconds = static_cast<int>(qMax<qint64>(0, now.secsTo(receipt.nextAttempt)));
        return words(QT_TRANSLATE_N_NOOP("Receipts", "Sending again in %Ln second(s)"), seconds);
    }
    case KickProgress::Stage::Checking:
        return words(QT_TRANSLATE_NOOP("Receipts", "No answer from Authing. Checking the sessions before "
                                                   "anything is sent again…"));
    }
    return {};
}

QString Receipts::announcement(const Receipt &receipt)
{
    const NextStep step = nextStep(receipt);
    const QString title = KickPlans::title(receipt.plan);
    if (step == NextStep::None)
        return words(QT_TRANSLATE_NOOP("Receipts", "%1. %2.")).arg(headline(receipt), title);
    QString action = label(step);
    action.remove(u'…');
    return words(QT_TRANSLATE_NOOP("Receipts", "%1. %2. Next step: %3."))
        .arg(headline(receipt), title, action);
}

QString Receipts::answer(const Receipt &receipt)
{
    QStringList lines{Headlines::serverLine(receipt.reply)};
    if (const auto &result = receipt.result) {
        // A later check may have made up for it too.
        const bool isMadeGood = fact(receipt) == WorstFact::Confirmed && result->error &&
                                result->error->kind == ErrorKind::Ambiguous &&
                                !isJournalError(*result->error);
        if (result->isAnswerLost || isMadeGood)
            lines << Headlines::lostAnswerLine(isMadeGood ? result->error : result->lostAnswer);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString Receipts::failure(const Receipt &receipt)
{
    if (!receipt.result)
        return {};
    const auto &error = receipt.result->error;
    const auto &journalError = receipt.result->journalError;
    const bool isIncomplete = journalError && receipt.result->attempts > 0;
    if (isIncomplete)
        return words(QT_TRANSLATE_NOOP("Receipts",
                                       "The request was sent, but its result couldn't be saved to "
                                       "History. Record the result in the ticket, then check "
                                       "free disk space and folder permissions."));
    // answer() tells of a failure that a later check has made good.
    if (!error || fact(receipt) == WorstFact::Confirmed)
        return {};
    const QString fate = isJournalError(*error) ? QString() : Headlines::fate(receipt.result->outcome);
    return fate.isEmpty() ? errorText(*error)
                          : words(QT_TRANSLATE_NOOP("Receipts", "%1 %2")).arg(errorText(*error), fate);
}

QStringList Receipts::remarks(const Receipt &receipt)
{
    QStringList lines;
    if (!receipt.result)
        return lines;
    const KickFacts known = facts(receipt);
    if (known.hasSignedInAgain)
        lines << signInRemark(receipt);
    else if (receipt.result->signInLog == SignInLog::Unknown)
        lines << Headlines::signInLine(receipt.result->signInLog);
    const bool hasUnchecked = std::ranges::any_of(
        known.apps, [](const AppProof &app) { return app.after == SessionState::Unknown; });
    if (receipt.result->checkError && hasUnchecked)
        lines << words(QT_TRANSLATE_NOOP("Receipts", "Couldn't confirm: %1"))
                     .arg(errorText(*receipt.result->checkError));
    else if (known.isAccepted && hasUnchecked && !canCheck(receipt.plan))
        lines << words(
            QT_TRANSLATE_NOOP("Receipts", "Couldn't confirm: sessions can only be checked by user ID."));
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
    QStringList parts{words(QT_TRANSLATE_NOOP("Receipts", "History no. %1"))
                          .arg(QString::number(receipt.result->journalId))};
    if (!receipt.result->journalHead.isEmpty())
        parts << u"SHA-256 "_s + QString::fromLatin1(receipt.result->journalHead.left(digits));
    return parts.join(separator());
}

QString Receipts::text(const Receipt &receipt)
{
    constexpr qsizetype wholeHash = 64;
    const KickPlan &plan = receipt.plan;
    QStringList lines{headline(receipt), answer(receipt)};
    if (plan.environment == Environment::Sandbox)
        lines << words(
            QT_TRANSLATE_NOOP("Receipts", "Sandbox practice: fictional users, no real data changed."));
    lines << QLocale().toString(receipt.time.toLocalTime(), QLocale::LongFormat) << KickPlans::title(plan)
          << IdTypes::wireName(plan.target.identifierType) + u": "_s +
                 ServerText(plan.target.identifier).plain();
    if (plan.user && plan.target.identifierType != IdType::UserId)
        lines << u"user_id: "_s + ServerText(plan.user->userId).plain();
    QStringList pool{environmentLabel(plan.environment), plan.pool};
    pool.removeAll(QString());
    lines << pool.join(separator());
    if (!plan.ticket.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("Receipts", "Ticket: %1")).arg(ServerText(plan.ticket).plain());
    if (!plan.reason.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("Receipts", "Reason: %1")).arg(ServerText(plan.reason).plain());
    if (!plan.target.overrideReason.isEmpty())
        lines << words(QT_TRANSLATE_NOOP("Receipts", "Protected user. Override reason: %1"))
                     .arg(ServerText(plan.target.overrideReason).plain());
    lines << applicationLines(receipt) << progress(receipt) << failure(receipt) << remarks(receipt);
    if (receipt.result)
        lines << Headlines::proofLine(Proofs::mode(receipt.result->apps));
    if (receipt.result && receipt.result->error)
        lines << errorCodeName(receipt.result->error->code);
    lines << ErrorWords::reply(receipt.reply) << record(receipt, wholeHash);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

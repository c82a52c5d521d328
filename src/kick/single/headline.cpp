// SPDX-License-Identifier: Apache-2.0
#include "kick/single/headline.h"

#include <QMap>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct FactInfo
{
    WorstFact fact;
    /// The outcome with the same words; SignedInAgain and Postponed have their own.
    KickOutcome outcome;
    NextStep nextStep;
};

constexpr std::array factTable{
    FactInfo{WorstFact::StillOnline, KickOutcome::StillOnline, NextStep::KickAgain},
    FactInfo{WorstFact::SignedInAgain, KickOutcome::Verified, NextStep::KickAgain},
    FactInfo{WorstFact::Rejected, KickOutcome::Rejected, NextStep::CheckConnection},
    FactInfo{WorstFact::Postponed, KickOutcome::Rejected, NextStep::TryAgain},
    FactInfo{WorstFact::Unknown, KickOutcome::Unknown, NextStep::CheckAgain},
    FactInfo{WorstFact::NotSent, KickOutcome::NotSent, NextStep::TryAgain},
    FactInfo{WorstFact::Accepted, KickOutcome::Accepted, NextStep::CheckAgain},
    FactInfo{WorstFact::Confirmed, KickOutcome::Verified, NextStep::None},
    FactInfo{WorstFact::Skipped, KickOutcome::Skipped, NextStep::None},
    FactInfo{WorstFact::Planned, KickOutcome::Planned, NextStep::None},
};

const FactInfo &info(WorstFact fact)
{
    return *std::ranges::find(factTable, fact, &FactInfo::fact);
}

qsizetype count(const QList<AppProof> &apps, SessionState state)
{
    return std::ranges::count(apps, state, &AppProof::after);
}

bool isNothingSent(KickOutcome outcome)
{
    return outcome == KickOutcome::NotSent || outcome == KickOutcome::Skipped ||
           outcome == KickOutcome::Planned;
}

bool wasSeenOnline(const AppProof &app)
{
    return app.before == SessionState::Online || app.after == SessionState::Online;
}

/// What an acceptance, or the lack of one, is worth with the states of @p facts.
KickOutcome outcomeOf(const KickFacts &facts, bool isProved)
{
    if (isProved)
        return KickOutcome::Verified;
    if (count(facts.apps, SessionState::Online) > 0)
        return KickOutcome::StillOnline;
    return facts.isAccepted ? KickOutcome::Accepted : KickOutcome::Unknown;
}

} // namespace

QList<WorstFact> Headlines::all()
{
    QList<WorstFact> result;
    for (const FactInfo &each : factTable)
        result << each.fact;
    return result;
}

KickFacts Headlines::facts(const KickResult &result)
{
    return {.outcome = result.outcome,
            .isAccepted = isAccepted(result.outcome, result.reply, result.error.has_value()),
            .apps = result.apps,
            .hasSignedInAgain = result.relogin.has_value(),
            .isPostponed = result.error && isPostponed(result.error->code)};
}

KickFacts Headlines::facts(const HistoryItem &item)
{
    const auto code = errorCodeFromName(item.errorCode);
    return {.outcome = item.outcome,
            .isAccepted = isAccepted(item.outcome, item.reply, !item.errorCode.isEmpty()),
            .apps = item.apps,
            .hasSignedInAgain = item.relogin.has_value(),
            .isPostponed = code && isPostponed(*code)};
}

KickFacts Headlines::facts(const HistoryTally &tally)
{
    KickFacts result{.outcome = tally.outcome,
                     .isAccepted = false,
                     .apps = {},
                     .hasSignedInAgain = tally.hasSignedInAgain,
                     .isPostponed = tally.isPostponed};
    if (tally.isAnyOnline)
        result.apps.append({.appId = {}, .after = SessionState::Online});
    if (tally.isAnyUnknown)
        result.apps.append({.appId = {}, .after = SessionState::Unknown});
    return result;
}

bool Headlines::isAccepted(KickOutcome outcome, const ServerReply &reply, bool hasFailed)
{
    constexpr int accepted = 200;
    return !hasFailed && reply.statusCode == accepted && outcome != KickOutcome::Unknown &&
           mayHaveActed(outcome);
}

WorstFact Headlines::worst(const KickFacts &facts)
{
    if (!isNothingSent(facts.outcome)) {
        if (facts.outcome == KickOutcome::StillOnline || count(facts.apps, SessionState::Online) > 0)
            return WorstFact::StillOnline;
        if (facts.hasSignedInAgain)
            return WorstFact::SignedInAgain;
    }
    switch (facts.outcome) {
    case KickOutcome::Verified:
        return count(facts.apps, SessionState::Unknown) > 0 ? WorstFact::Accepted : WorstFact::Confirmed;
    case KickOutcome::Accepted:
        return WorstFact::Accepted;
    case KickOutcome::StillOnline:
        return WorstFact::StillOnline;
    case KickOutcome::Rejected:
        return facts.isPostponed ? WorstFact::Postponed : WorstFact::Rejected;
    case KickOutcome::NotSent:
        return WorstFact::NotSent;
    case KickOutcome::Unknown:
        return WorstFact::Unknown;
    case KickOutcome::Skipped:
        return WorstFact::Skipped;
    case KickOutcome::Planned:
        return WorstFact::Planned;
    }
    return WorstFact::Unknown;
}

WorstFact Headlines::worst(KickOutcome outcome, bool hasSignedInAgain, bool isPostponed)
{
    return worst({.outcome = outcome,
                  .isAccepted = false,
                  .apps = {},
                  .hasSignedInAgain = hasSignedInAgain,
                  .isPostponed = isPostponed});
}

QList<FactCount> Headlines::counts(const HistoryCount &outcomes, const HistoryCount &signedInAgain,
                                   qint64 postponed)
{
    QHash<WorstFact, qint64> found;
    for (const auto &[outcome, count] : outcomes.asKeyValueRange()) {
        const qint64 again = signedInAgain.value(outcome);
        found[worst(outcome, true)] += again;
        found[worst(outcome, false)] += count - again;
    }
    found[WorstFact::Rejected] -= postponed;
    found[WorstFact::Postponed] += postponed;
    QList<FactCount> result;
    for (const WorstFact fact : all()) {
        if (const qint64 count = found.value(fact); count > 0)
            result.append({.fact = fact, .count = count});
    }
    return result;
}

KickFacts Headlines::checkedLater(KickFacts facts, const QHash<QString, SessionState> &later)
{
    // A session after a kick that did nothing says nothing about the kick.
    if (!mayHaveActed(facts.outcome))
        return facts;
    bool isAnyNew = false;
    bool isProved = true;
    for (AppProof &app : facts.apps) {
        // Without an acceptance only a session that was there can be known to have ended.
        const bool isProvable = facts.isAccepted || wasSeenOnline(app);
        const SessionState state = later.value(app.appId, SessionState::Unknown);
        if (state == SessionState::Online && app.after == SessionState::Offline) {
            facts.hasSignedInAgain = true;
        } else if (state != SessionState::Unknown && state != app.after) {
            app.after = state;
            isAnyNew = true;
        }
        isProved = isProved && isProvable && app.after == SessionState::Offline;
    }
    if (isAnyNew)
        facts.outcome = outcomeOf(facts, isProved);
    return facts;
}

QString Headlines::label(WorstFact fact)
{
    if (fact == WorstFact::SignedInAgain)
        return tr("Signed in again");
    return fact == WorstFact::Postponed ? tr("Not done: Authing is busy")
                                        : KickOutcomes::label(info(fact).outcome);
}

QString Headlines::text(const KickFacts &facts)
{
    const WorstFact fact = worst(facts);
    const auto total = static_cast<int>(facts.apps.size());
    const QString some = QString::number(count(facts.apps, SessionState::Online));
    const QString open = QString::number(total - count(facts.apps, SessionState::Offline));
    const bool hasCount = total > 1;
    QString result = label(fact);
    if (fact == WorstFact::StillOnline && hasCount && some != "0"_L1)
        result = tr("Still online in %1 of %Ln app(s)", nullptr, total).arg(some);
    else if (fact == WorstFact::Accepted && hasCount && open != "0"_L1)
        result = tr("Accepted, not confirmed in %1 of %Ln app(s)", nullptr, total).arg(open);
    else if (fact == WorstFact::Confirmed && hasCount)
        result = tr("Confirmed offline in all %Ln app(s)", nullptr, total);
    if (fact == WorstFact::Confirmed && facts.isAccepted)
        result.prepend(tr("Operation succeeded") + u" · "_s);
    return result;
}

NextStep Headlines::nextStep(WorstFact fact)
{
    return info(fact).nextStep;
}

bool Headlines::mayHaveActed(KickOutcome outcome)
{
    return outcome == KickOutcome::Verified || outcome == KickOutcome::Accepted ||
           outcome == KickOutcome::StillOnline || outcome == KickOutcome::Unknown;
}

QString Headlines::serverLine(const ServerReply &reply)
{
    if (reply.message.isEmpty() && reply.statusCode == 0)
        return {};
    QStringList codes{QString::number(reply.statusCode)};
    if (reply.apiCode != 0)
        codes << QString::number(reply.apiCode);
    QStringList parts{reply.message.plain()};
    if (reply.statusCode != 0)
        parts << codes.join(u" / "_s);
    parts.removeAll(QString());
    return tr("%1: %2").arg(u"Authing"_s, parts.join(u" · "_s));
}

QString Headlines::lostAnswerLine(const std::optional<Error> &error)
{
    if (!error)
        return tr("Authing's answer didn't arrive. The check afterwards showed that the sessions had ended.");
    return tr("Authing didn't confirm the request. %1 The check afterwards showed that the sessions had "
              "ended.")
        .arg(errorText(*error));
}

QString Headlines::lostAnswerLine(const HistoryDetail &detail)
{
    const HistoryItem &item = detail.item;
    // Only a check that has made up for an answer leaves a result without an error.
    if (!mayHaveActed(item.outcome) || item.outcome == KickOutcome::Unknown || !item.errorCode.isEmpty())
        return {};
    QMap<int, HistoryAttempt> last;
    for (const HistoryAttempt &attempt : detail.attempts)
        last.insert(attempt.group, attempt);
    const auto lost = std::ranges::find_if(last, [](const HistoryAttempt &attempt) {
        return attempt.state == ItemState::Unknown || attempt.state == ItemState::Intent;
    });
    if (lost == last.end())
        return {};
    const auto code = errorCodeFromName(lost->errorCode);
    if (!code)
        return lostAnswerLine(std::nullopt);
    // What the error named is not stored; mostly it was the host.
    const QString detailOfCode = namesHost(*code) ? QUrl(item.job.host).host() : u"…"_s;
    return lostAnswerLine(Error{.code = *code, .detail = ServerText(detailOfCode)});
}

QString Headlines::proofLine(const std::optional<ProofMode> &proof)
{
    if (!proof)
        return {};
    return proof == ProofMode::List
               ? tr("Proof: by list. The user is not in the list of those online; the server was not asked "
                    "about this user singly, and not about sign-ins since.")
               : tr("Proof: each application was asked about this user.");
}

QString Headlines::proofLine(const std::optional<ProofMode> &proof, qint64 samples)
{
    if (!proof)
        return {};
    return proof == ProofMode::List
               ? tr("by list; %Ln user(s) not in the list asked singly", nullptr, static_cast<int>(samples))
               : tr("each application of each user asked");
}

QString Headlines::signInLine(SignInLog log)
{
    return log == SignInLog::Unknown
               ? tr("Sign-ins unknown: the server's list of them could not be read in full. "
                    "The user may have signed in again.")
               : QString();
}

QString Headlines::fate(KickOutcome outcome)
{
    if (isNothingSent(outcome))
        return tr("Nothing was sent.");
    return outcome == KickOutcome::Unknown
               ? tr("The request may or may not have worked. Check whether the user is still online before "
                    "you try again.")
               : QString();
}

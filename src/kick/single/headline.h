// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/proof.h"
#include "core/values/types.h"
#include "kick/single/kickvalues.h"
#include "store/history/historytypes.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QString>

/// Everything a kick can be told as, worst first: the first that is true is the headline.
enum class WorstFact {
    StillOnline,
    SignedInAgain,
    Rejected,
    /// The server asked to come back later and did not do it.
    Postponed,
    Unknown,
    NotSent,
    /// Accepted by the server, and not confirmed everywhere.
    Accepted,
    Confirmed,
    Skipped,
    Planned,
};

/// What a person does next.
enum class NextStep {
    None,
    KickAgain,
    CheckAgain,
    CheckConnection,
    TryAgain,
};

/// What is known of a kick; window, command line and history tell it in the same words.
struct KickFacts
{
    KickOutcome outcome = KickOutcome::NotSent;
    /// The server said that it did it.
    bool isAccepted = false;
    /// Empty where only the outcome is known.
    QList<AppProof> apps;
    bool hasSignedInAgain = false;
    /// The server refused only for now, because of its load or of a limit to the rate.
    bool isPostponed = false;
};

/// How many users a fact is the worst about.
struct FactCount
{
    WorstFact fact = WorstFact::Planned;
    qint64 count = 0;
};

/// The headline of a kick.
class Headlines
{
    Q_DECLARE_TR_FUNCTIONS(Headlines)

public:
    /// Every fact, worst first.
    static QList<WorstFact> all();

    static KickFacts facts(const KickResult &result);
    static KickFacts facts(const HistoryItem &item);
    /// What the worst fact of each kick in @p tally depends on.
    static KickFacts facts(const HistoryTally &tally);

    /// True where the server said that it did it; @p hasFailed: there is an error beside the outcome.
    static bool isAccepted(KickOutcome outcome, const ServerReply &reply, bool hasFailed);

    static WorstFact worst(const KickFacts &facts);

    /// The worst fact about a user of a list, of whom only that is known.
    static WorstFact worst(KickOutcome outcome, bool hasSignedInAgain, bool isPostponed = false);

    /// How many users each fact is the worst about, worst first and without those about none. @p
    /// signedInAgain is part of @p outcomes, and @p postponed of the rejected who have not signed in again.
    static QList<FactCount> counts(const HistoryCount &outcomes, const HistoryCount &signedInAgain,
                                   qint64 postponed);

    /// What @p facts become with the sessions of @p later, checked after the kick had ended.
    static KickFacts checkedLater(KickFacts facts, const QHash<QString, SessionState> &later);

    /// The words of @p fact alone: "Still online".
    static QString label(WorstFact fact);

    /// The headline, with how many applications it is about: "Still online in 2 of 11 apps".
    static QString text(const KickFacts &facts);

    static NextStep nextStep(WorstFact fact);

    /// True unless it is certain that nothing was done.
    static bool mayHaveActed(KickOutcome outcome);

    /// The server's own message, verbatim, and its codes: "Authing: Operation succeeded · 200 / 20001";
    /// empty where the server said nothing.
    static QString serverLine(const ServerReply &reply);

    /// That the server did not confirm the request, why, and what the check afterwards showed; @p error is
    /// nothing where an earlier run of the program ended before the answer came.
    static QString lostAnswerLine(const std::optional<Error> &error);

    /// The same of a kick on record; empty where its result does not rest on such a check.
    static QString lostAnswerLine(const HistoryDetail &detail);

    /// How it was proved, in a sentence: "Proved: each application was asked."; empty where nothing was.
    static QString proofLine(const std::optional<ProofMode> &proof);

    /// The same of a list, with how many were asked singly.
    static QString proofLine(const std::optional<ProofMode> &proof, qint64 samples);

    /// That there may have been a new sign-in which @p log does not tell, in a sentence; empty where there is
    /// no such doubt.
    static QString signInLine(SignInLog log);

    /// Whether a request may have been carried out, as the last sentence about @p outcome; empty where the
    /// headline says it.
    static QString fate(KickOutcome outcome);
};

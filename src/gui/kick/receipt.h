// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/single/headline.h"
#include "kick/single/kickplan.h"
#include "kick/single/kickvalues.h"
#include "kick/single/returnwatch.h"

#include <QDateTime>
#include <QHash>
#include <QString>

/// What the screen keeps of one kick: facts only, so that the words can change with the language.
struct Receipt
{
    KickPlan plan;
    /// Nothing while the kick is under way.
    std::optional<KickResult> result;
    QDateTime time;
    /// When it was sent, by the server's clock.
    QDateTime sentAt;
    /// How far it is, while there is no result.
    KickProgress::Stage stage = KickProgress::Stage::Sending;
    /// Stage::Waiting only: when the next attempt begins.
    QDateTime nextAttempt;
    /// The answer to the last attempt that was answered.
    ServerReply reply;
    /// What the checks of the kick have said so far, by application.
    QHash<QString, AppProof> proofs;
    /// What later checks have said, by application.
    QHash<QString, SessionState> later;
    /// The newest answer of a check, of the kick or later; invalid while there is none.
    QDateTime checkedAt;
    /// How the user has come back since.
    std::optional<UserReturn> back;
};

namespace Receipts {

/// Takes @p progress over at @p now.
void note(Receipt *receipt, const KickProgress &progress, const QDateTime &now);

/// Takes the end over.
void note(Receipt *receipt, const KickResult &result, const QDateTime &now);

/// Takes over what a check after the end has said; nothing before it.
void note(Receipt *receipt, const QString &appId, SessionState state, const QDateTime &now);

/// Names the receipt's user: the user ID, or the identifier of a user who could not be looked up.
QString key(const KickPlan &plan);

/// What is known now, with every later check; only once there is a result.
KickFacts facts(const Receipt &receipt);

/// The worst true fact; nothing while the kick is under way.
std::optional<WorstFact> fact(const Receipt &receipt);

/// What the agent can do next.
NextStep nextStep(const Receipt &receipt);

/// The words on the button of @p step; empty for none.
QString label(NextStep step);

/// The same kick once more, with what is known about the applications now.
KickPlan repeated(const Receipt &receipt);

/// The worst true fact, or how far the kick is: "Still online in 2 of 11 apps".
QString headline(const Receipt &receipt);

/// What is waited for, and once there is a result when the sessions were checked last.
QString progress(const Receipt &receipt, const QDateTime &now = QDateTime::currentDateTimeUtc());

/// One sentence for a screen reader: outcome, user, next step.
QString announcement(const Receipt &receipt);

/// The server's own message with its codes, and where a check had to make up for its answer, that: one
/// sentence a line.
QString answer(const Receipt &receipt);

/// Why it did not succeed, or why the record of it is incomplete; empty when neither.
QString failure(const Receipt &receipt);

/// What else the agent must know: what could not be checked, and a new sign-in. One sentence a line.
QStringList remarks(const Receipt &receipt);

/// One line per application: name, states before and after, the time it took, and what that proves.
QStringList applicationLines(const Receipt &receipt);

/// Time, application, address and device of @p record, plain.
QString signIn(const LoginRecord &record);

/// Number in the history, and the first @p digits of the hash of its newest event; empty without a record.
QString record(const Receipt &receipt, qsizetype digits);

/// Everything, to be pasted into a ticket, in the language of the program.
QString text(const Receipt &receipt);

} // namespace Receipts

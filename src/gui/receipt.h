// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/kickplan.h"
#include "kick/kickvalues.h"

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
    /// Of the last attempt that was answered.
    ServerReply reply;
    /// What the checks of the kick have said so far, by application.
    QHash<QString, AppProof> proofs;
};

namespace Receipts {

/// Takes @p progress over at @p now.
void note(Receipt *receipt, const KickProgress &progress, const QDateTime &now);

/// Takes the end over.
void note(Receipt *receipt, const KickResult &result);

/// True once the server has accepted the kick.
bool isAccepted(const Receipt &receipt);

/// True where every session is known to be over.
bool isProven(const Receipt &receipt);

/// True unless it is certain that nothing was done.
bool mayHaveActed(const Receipt &receipt);

/// True where the user has signed in since an attempt of which nobody knows what became, so that a person
/// has to decide whether to kick again.
bool needsDecision(const Receipt &receipt);

/// The same kick once more, with what is known about the applications now.
KickPlan repeated(const Receipt &receipt);

/// "Operation succeeded", or what came of it instead.
QString headline(const Receipt &receipt);

/// What is known beyond the headline: "Accepted, checking", "Confirmed offline", or what is waited for.
QString outcome(const Receipt &receipt, const QDateTime &now = QDateTime::currentDateTimeUtc());

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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/kickplan.h"
#include "kick/kicker.h"

#include <QDateTime>
#include <QHash>
#include <QString>

/// What the screen keeps of one kick: facts only, so that the words can change with the language.
struct Receipt
{
    KickPlan plan;
    /// How far it is, while there is no result.
    KickProgress progress;
    /// Nothing while the kick is under way.
    std::optional<KickResult> result;
    QDateTime time;
    /// What is known about each application so far.
    QHash<QString, AppProof> proofs;
};

namespace Receipts {

/// True when the server accepted the kick.
bool isAccepted(const Receipt &receipt);

/// True when every application has been proved offline.
bool isProved(const Receipt &receipt);

/// "Operation succeeded", or what came of it instead.
QString headline(const Receipt &receipt);

/// How far it is, or what has been proved: "Accepted, checking", "Confirmed offline".
QString status(const Receipt &receipt);

/// What has to be said besides: why it failed, a new sign-in, a check that could not be made. Several
/// sentences, a line each; empty when there is nothing.
QString notes(const Receipt &receipt);

/// One line per application: name, states before and after, what that proves, and how long it took.
QStringList applicationLines(const Receipt &receipt);

/// statusCode, apiCode, requestId and the number in the history.
QString numbers(const Receipt &receipt);

/// Everything, to be pasted into a ticket.
QString text(const Receipt &receipt);

} // namespace Receipts

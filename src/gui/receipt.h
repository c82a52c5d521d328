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
    /// Nothing while the request is under way.
    std::optional<KickResult> result;
    QDateTime time;
    /// What check-session-status said after the kick, application by application.
    QHash<QString, SessionState> after;
};

namespace Receipts {

/// True when the server accepted the kick.
bool isAccepted(const Receipt &receipt);

/// True unless it is certain that nothing was done: then the sessions are worth a look.
bool mayHaveActed(const Receipt &receipt);

/// "Operation succeeded", or what came of it instead.
QString headline(const Receipt &receipt);

/// One line per application: states before and after, what that proves, and the name.
QStringList applicationLines(const Receipt &receipt);

/// Everything, to be pasted into a ticket.
QString text(const Receipt &receipt);

} // namespace Receipts

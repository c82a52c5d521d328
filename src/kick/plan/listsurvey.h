// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "kick/pace/readgate.h"
#include "kick/plan/listresolution.h"
#include "kick/pool/listprogress.h"
#include "kick/session.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

/// Who of a list is online where.
struct ListSessions
{
    /// A list for each user, in their order, with a state for each application, in theirs.
    QList<QList<SessionState>> states;
    /// Why some are Unknown: the first failure.
    std::optional<Error> error;
};

namespace ListSurveys {

/// Users whose session is asked for singly before the list of an application is believed.
qsizetype sampleSize(qsizetype users);

/// Asks about each of @p userIds (Authing user IDs; an empty one stays Unknown) in each of @p appIds, through
/// @p gate. Where that takes fewer calls, everyone online in the application is read instead: who is not
/// among them is offline, if the list agrees with itself and with a sample that is asked for singly.
PendingCall *ask(Session *session, ReadGate *gate, const QStringList &userIds, const QStringList &appIds,
                 QObject *context, ListProgress::Handler progress,
                 const std::function<void(const ListSessions &)> &handler);

} // namespace ListSurveys

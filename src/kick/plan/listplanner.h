// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplan.h"
#include "core/values/kickscope.h"
#include "kick/plan/listresolution.h"
#include "kick/pool/listprogress.h"
#include "kick/session.h"

#include <QObject>

#include <chrono>
#include <optional>

/// Where the users of a list are to be kicked.
struct ListWish
{
    KickScope scope = KickScope::Given;
    /// KickScope::Given only.
    QStringList appIds;
    /// Sends what the list says with its type, not the user IDs found; the list must have one type.
    bool isSentAsTyped = false;
};

/// A plan, and what came up while it was made.
struct PlannedList
{
    ListPlan plan;
    /// The rows of the list that are online nowhere, by ListRow::number. They are part of the plan, unless it
    /// is for online users only.
    QList<qint64> offlineRows;
    /// Places in ListResolution::rows, rising: rows of users who are online nowhere and so are left out.
    QList<qsizetype> offlinePlaces;
    /// Why some sessions are unknown.
    std::optional<Error> checkError;
    /// How long the server took for an answer.
    std::chrono::milliseconds latency{0};
};

/// Makes a plan of a list: proves the pool, collects the applications, and looks where the users are online.
/// Reads only.
class ListPlanner : public QObject
{
    Q_OBJECT

public:
    /// @p session must outlive the planner.
    explicit ListPlanner(Session *session, QObject *parent = nullptr);

    /// Plans every row for which ListResolutions::isPlanned().
    PendingCall *plan(const ListResolution &resolution, const ListWish &wish, QObject *context,
                      ListProgress::Handler progress, ResultHandler<PlannedList> handler);

private:
    Session *m_session;
};

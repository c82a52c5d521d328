// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/plan/listplan.h"
#include "core/values/result.h"
#include "store/history/listreader.h"
#include "store/journal/listlock.h"

#include <functional>
#include <memory>

class Session;

/// A list that was agreed to.
struct ListRunWish
{
    ListPlan plan;
    JobOptions options;
    QString ticket;
    QString reason;
    /// The rows of the source, to be kept by ListSourceFiles; called in the thread of the run. May be empty.
    std::function<QByteArray()> source;
};

/// A list that is on record, and the right to run it.
struct OpenedListRun
{
    ListRecord record;
    std::shared_ptr<ListLock> lock;
    QList<ListRunRow> rows;
    /// ListSourceFiles could not write the rows of the source.
    bool isSourceLost = false;
};

/// How a runner comes by its list. Nothing is sent meanwhile, but for the token that proves the pool.
namespace ListRunOpenings {

/// Above so many users the first ones are a trial.
constexpr qsizetype longestWithoutCanary = 100;
constexpr qint64 canarySize = 5;

/// Why @p wish must not be run on the connection of @p session as far as that is known: ListOverCap,
/// TicketMissing, ReasonMissing, PlanTooOld or PlanOfOtherPool. Nothing when it may.
std::optional<Error> problem(const ListRunWish &wish, Session *session);

/// Why @p list cannot be resumed on the connection of @p session: ListOfOtherPool. Nothing when it can,
/// as far as it is known.
std::optional<Error> problem(const JournalJob &list, Session *session);

/// Writes @p wish down, all of it.
PendingCall *write(Session *session, ListRunWish wish, QObject *context,
                   ResultHandler<OpenedListRun> handler);

enum class Purpose {
    GoOn,
    /// Those that came to a bad end are opened again first.
    RetryFailed,
};

/// Opens the list @p jobId (0: the newest one that has not come to its end), and makes unknown what has
/// no answer. ListNotFound, ListOwned, and ListOfOtherPool where it belongs to
/// another server or pool.
PendingCall *open(Session *session, ListReader *reader, qint64 jobId, Purpose purpose, QObject *context,
                  ResultHandler<OpenedListRun> handler);

} // namespace ListRunOpenings

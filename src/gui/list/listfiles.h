// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/async/workerthread.h"
#include "core/list/listdraft.h"
#include "core/plan/listplan.h"
#include "core/values/result.h"

#include <QObject>

#include <functional>
#include <optional>

/// Reads lists and plans, and writes plans, in a thread of its own: one of 100,000 users takes half a second,
/// and a file as long as its disk wants.
class ListFiles : public QObject
{
    Q_OBJECT

public:
    using ReadingHandler = PendingAnswer<ListReading>::Handler;
    using SaveHandler = PendingAnswer<std::optional<Error>>::Handler;

    explicit ListFiles(QObject *parent = nullptr);
    /// What is to be saved is saved.
    ~ListFiles() override;

    /// A draft for each of @p files, and the list of all of them.
    PendingCall *readLists(const QStringList &files, QObject *context, ReadingHandler handler);
    PendingCall *readCopied(const QString &text, QObject *context, ReadingHandler handler);
    /// Puts what @p change makes of the draft number @p at of @p drafts, such as another sheet or column, in
    /// its place.
    PendingCall *change(const QList<ListDraft> &drafts, qsizetype at,
                        std::function<ListDraft(const ListDraft &)> change, QObject *context,
                        ReadingHandler handler);

    /// ListPlanFiles::load().
    PendingCall *loadPlan(const QString &file, QObject *context, ResultHandler<ListPlan> handler);
    /// ListPlanFiles::save(). Aborting the call saves all the same.
    PendingCall *savePlan(const ListPlan &plan, const QString &file, QObject *context, SaveHandler handler);

private:
    WorkerThread m_thread;
};

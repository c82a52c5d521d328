// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/journal/journalfile.h"
#include "store/journal/journaltransaction.h"
#include "store/journal/journaltypes.h"

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

/// Lives in the journal's thread and writes what is submitted to it from any thread: everything that waits
/// goes into one transaction, so that many intents cost one wait for the disk.
class JournalWriter : public QObject
{
    Q_OBJECT

public:
    using Write = std::function<Result<JournalReceipt>(JournalTransaction &)>;
    using Done = std::function<void(const Result<JournalReceipt> &)>;

    explicit JournalWriter(QString file);

    /// Thread-safe. @p done is called in the writer's thread, after the commit or its failure.
    void submit(Write write, Done done);

    /// Opens the file before there is anything to write.
    void prepare();

    /// Writes what still waits and ends the thread.
    void finish();

Q_SIGNALS:
    void noticed(const StoreNotice &notice);

private:
    struct Task
    {
        Write write;
        Done done;
    };
    using Receipts = QList<Result<JournalReceipt>>;

    void writeWaiting();
    bool hasWaiting();
    Receipts commit(const QList<Task> &tasks);
    /// Runs @p tasks in one transaction; nothing when it could not be committed whole.
    std::optional<Receipts> tryCommit(const Database &database, const QList<Task> &tasks);
    static Receipts failures(const QList<Task> &tasks, const Error &error);

    JournalFile m_file;
    QMutex m_mutex;
    QList<Task> m_waiting;
};

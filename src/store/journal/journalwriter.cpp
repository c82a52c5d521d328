// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journalwriter.h"

#include "store/journal/journalchange.h"

#include <QMetaObject>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Largest number of writes that share one transaction.
constexpr qsizetype maximumBatch = 64;

} // namespace

JournalWriter::JournalWriter(QString file)
    : m_file(std::move(file), [this](const StoreNotice &notice) { Q_EMIT noticed(notice); })
{
}

void JournalWriter::submit(Write write, Done done)
{
    const QMutexLocker lock(&m_mutex);
    m_waiting.append({.write = std::move(write), .done = std::move(done)});
    if (m_waiting.size() == 1)
        QMetaObject::invokeMethod(this, &JournalWriter::writeWaiting, Qt::QueuedConnection);
}

void JournalWriter::prepare()
{
    (void)m_file.database();
}

void JournalWriter::finish()
{
    while (hasWaiting())
        writeWaiting();
    thread()->quit();
}

bool JournalWriter::hasWaiting()
{
    const QMutexLocker lock(&m_mutex);
    return !m_waiting.isEmpty();
}

void JournalWriter::writeWaiting()
{
    QList<Task> tasks;
    {
        const QMutexLocker lock(&m_mutex);
        tasks = m_waiting.mid(0, maximumBatch);
        m_waiting.remove(0, tasks.size());
        if (!m_waiting.isEmpty())
            QMetaObject::invokeMethod(this, &JournalWriter::writeWaiting, Qt::QueuedConnection);
    }
    if (tasks.isEmpty())
        return;
    const Receipts receipts = commit(tasks);
    for (qsizetype at = 0; at < tasks.size(); ++at)
        tasks.at(at).done(receipts.at(at));
}

JournalWriter::Receipts JournalWriter::commit(const QList<Task> &tasks)
{
    Result<std::shared_ptr<Database>> database = m_file.database();
    if (!database)
        return failures(tasks, database.error());
    if (const auto receipts = tryCommit(**database, tasks))
        return *receipts;
    if (!(*database)->isDamaged())
        return failures(tasks, JournalChange::unavailable(**database));

    // Written on, a damaged file would only lose more: it is put aside, and a new one begins.
    const Error failure = JournalChange::unavailable(**database);
    database = m_file.beginAnew();
    const auto receipts = database ? tryCommit(**database, tasks) : std::nullopt;
    return receipts ? *receipts : failures(tasks, database ? failure : database.error());
}

JournalWriter::Receipts JournalWriter::failures(const QList<Task> &tasks, const Error &error)
{
    return Receipts(tasks.size(), Result<JournalReceipt>(error));
}

std::optional<JournalWriter::Receipts> JournalWriter::tryCommit(const Database &database,
                                                                const QList<Task> &tasks)
{
    if (!database.execute(u"BEGIN IMMEDIATE"_s))
        return {};
    JournalTransaction transaction(database);
    const auto newest = transaction.newest();
    if (const auto problem = newest ? m_file.problemWith(database, *newest) : std::nullopt) {
        (void)database.execute(u"ROLLBACK"_s);
        return failures(tasks, *problem);
    }
    Receipts receipts;
    for (const Task &task : tasks)
        receipts.append(task.write(transaction));
    const bool isWhole =
        newest && std::ranges::all_of(receipts, [](const Result<JournalReceipt> &r) { return r.hasValue(); });
    if (isWhole && database.execute(u"COMMIT"_s)) {
        m_file.noteCommit(*transaction.newest());
        return receipts;
    }
    // A failed COMMIT may leave the transaction open.
    (void)database.execute(u"ROLLBACK"_s);
    return {};
}

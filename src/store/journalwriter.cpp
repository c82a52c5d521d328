// SPDX-License-Identifier: Apache-2.0
#include "store/journalwriter.h"

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
    : m_file(std::move(file))
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
    (void)database();
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
    const auto allFail = [&tasks](const Error &error) {
        return Receipts(tasks.size(), Result<JournalReceipt>(error));
    };
    const Result<std::shared_ptr<Database>> opened = database();
    if (!opened)
        return allFail(opened.error());
    if (const auto receipts = tryCommit(**opened, tasks))
        return *receipts;
    if (!(*opened)->isDamaged())
        return allFail(unavailable());

    // Written on, a damaged file would only lose more: it is put aside, and a new one begins.
    m_database.reset();
    const QString aside = Database::quarantine(m_file);
    const Result<std::shared_ptr<Database>> fresh = database();
    const auto receipts = fresh && !aside.isEmpty() ? tryCommit(**fresh, tasks) : std::nullopt;
    if (!receipts)
        return allFail(unavailable());
    Q_EMIT quarantined(aside);
    return *receipts;
}

std::optional<JournalWriter::Receipts> JournalWriter::tryCommit(const Database &database,
                                                                const QList<Task> &tasks)
{
    if (!database.execute(u"BEGIN IMMEDIATE"_s))
        return {};
    JournalTransaction transaction(database);
    Receipts receipts;
    for (const Task &task : tasks)
        receipts.append(task.write(transaction));
    const bool isWhole =
        std::ranges::all_of(receipts, [](const Result<JournalReceipt> &r) { return r.hasValue(); });
    if (isWhole && database.execute(u"COMMIT"_s))
        return receipts;
    // A failed COMMIT may leave the transaction open.
    (void)database.execute(u"ROLLBACK"_s);
    return {};
}

Result<std::shared_ptr<Database>> JournalWriter::database()
{
    // Somebody may have moved the file away, and even begun a new one; what is written to it then would be
    // lost to everybody else.
    if (m_database && m_identity && FileIdentity::of(m_file) == m_identity)
        return m_database;
    m_database.reset();
    const Result<std::shared_ptr<Database>> opened = Database::open(m_file, Database::Access::ReadWrite);
    if (!opened)
        return opened.error();
    m_database = *opened;
    m_identity = FileIdentity::of(m_file);
    if (!m_database->quarantinedFile().isEmpty())
        Q_EMIT quarantined(m_database->quarantinedFile());
    return m_database;
}

Error JournalWriter::unavailable() const
{
    return {.kind = ErrorKind::NotSent, .code = ErrorCode::JournalUnavailable, .detail = ServerText(m_file)};
}

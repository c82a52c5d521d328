// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journaltransaction.h"

using namespace Qt::Literals::StringLiterals;

std::optional<EventLink> JournalTransaction::newest()
{
    if (!m_newest)
        m_newest = EventChain::newest(m_database);
    return m_newest;
}

std::optional<QByteArray> JournalTransaction::append(Event event)
{
    SqlStatement *statement =
        m_database.prepared(u"INSERT INTO events (seq, at, kind, job_id, item_id, attempt_id, data, hash) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!newest() || statement == nullptr)
        return {};
    event.seq = m_newest->seq + 1;
    const QByteArray digest = EventChain::hash(event, m_newest->hash);
    statement->bind(event.seq, event.at, event.kind, event.jobId, event.itemId, event.attemptId, event.data,
                    digest);
    if (!statement->execute())
        return {};
    m_newest = {.seq = event.seq, .hash = digest};
    return digest;
}

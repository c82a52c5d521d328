// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journaltransaction.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

std::optional<EventLink> JournalTransaction::newest()
{
    if (!m_newest)
        m_newest = EventChain::newest(m_database);
    return m_newest;
}

std::optional<QByteArray> JournalTransaction::append(Event event)
{
    QSqlQuery *query =
        m_database.prepared(u"INSERT INTO events (seq, at, kind, job_id, item_id, attempt_id, data, hash) "
                            "VALUES (:seq, :at, :kind, :job, :item, :attempt, :data, :hash)"_s);
    if (!newest() || query == nullptr)
        return {};
    event.seq = m_newest->seq + 1;
    const QByteArray digest = EventChain::hash(event, m_newest->hash);
    query->bindValue(u":seq"_s, event.seq);
    query->bindValue(u":at"_s, event.at);
    query->bindValue(u":kind"_s, event.kind);
    query->bindValue(u":job"_s, event.jobId);
    query->bindValue(u":item"_s, event.itemId);
    query->bindValue(u":attempt"_s, event.attemptId);
    query->bindValue(u":data"_s, QString::fromUtf8(event.data));
    query->bindValue(u":hash"_s, QString::fromLatin1(digest));
    if (!query->exec())
        return {};
    m_newest = {.seq = event.seq, .hash = digest};
    return digest;
}

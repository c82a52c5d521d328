// SPDX-License-Identifier: Apache-2.0
#include "store/journaltransaction.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

std::optional<QByteArray> JournalTransaction::append(Event event)
{
    if (!m_newest)
        m_newest = EventChain::newest(m_database);
    QSqlQuery *query =
        m_database.prepared(u"INSERT INTO events (seq, at, kind, job_id, item_id, attempt_id, data, hash) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (!m_newest || query == nullptr)
        return {};
    event.seq = m_newest->seq + 1;
    const QByteArray digest = EventChain::hash(event, m_newest->hash);
    query->addBindValue(event.seq);
    query->addBindValue(event.at);
    query->addBindValue(event.kind);
    query->addBindValue(event.jobId);
    query->addBindValue(event.itemId);
    query->addBindValue(event.attemptId);
    query->addBindValue(QString::fromUtf8(event.data));
    query->addBindValue(QString::fromLatin1(digest));
    if (!query->exec())
        return {};
    m_newest = {.seq = event.seq, .hash = digest};
    return digest;
}

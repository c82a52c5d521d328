// SPDX-License-Identifier: Apache-2.0
#include "store/journal/eventchain.h"

#include <QCryptographicHash>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 eventsBetweenQuestions = 1000;

} // namespace

QByteArray EventChain::hash(const Event &event, const QByteArray &previousHash)
{
    // No field but the last can contain a line feed, so no two events have the same text.
    const QByteArrayList fields{previousHash,
                                QByteArray::number(event.seq),
                                QByteArray::number(event.at),
                                event.kind.toUtf8(),
                                QByteArray::number(event.jobId),
                                QByteArray::number(event.itemId),
                                QByteArray::number(event.attemptId),
                                event.data};
    return QCryptographicHash::hash(fields.join('\n'), QCryptographicHash::Sha256).toHex();
}

std::optional<QByteArray> EventChain::identity(const Database &database)
{
    QSqlQuery *query = database.prepared(u"SELECT id FROM journal"_s);
    if (query == nullptr || !query->exec() || !query->next())
        return {};
    const QByteArray id = query->value(0).toString().toLatin1();
    query->finish();
    return id;
}

std::optional<EventLink> EventChain::newest(const Database &database)
{
    QSqlQuery *query = database.prepared(u"SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1"_s);
    if (query == nullptr || !query->exec())
        return {};
    if (!query->next()) {
        const auto first = query->lastError().isValid() ? std::nullopt : identity(database);
        return first ? std::optional(EventLink{.seq = 0, .hash = *first}) : std::nullopt;
    }
    const EventLink link{.seq = query->value(0).toLongLong(), .hash = query->value(1).toString().toLatin1()};
    query->finish();
    return link;
}

bool EventChain::contains(const Database &database, const EventLink &link)
{
    if (link.seq == 0)
        return identity(database) == link.hash;
    QSqlQuery *query = database.prepared(u"SELECT hash FROM events WHERE seq = :seq"_s);
    if (query == nullptr)
        return false;
    query->bindValue(u":seq"_s, link.seq);
    const bool isFound = query->exec() && query->next() && query->value(0).toString().toLatin1() == link.hash;
    query->finish();
    return isFound;
}

bool EventChain::contains(const Database &database, const JournalPast &past)
{
    return identity(database) == past.identity && contains(database, past.newest);
}

std::optional<ChainVerdict> EventChain::verify(const Database &database,
                                               const std::function<bool()> &isWanted)
{
    auto previous = identity(database);
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!previous ||
        !query.exec(
            u"SELECT seq, at, kind, job_id, item_id, attempt_id, data, hash FROM events ORDER BY seq"_s))
        return {};
    ChainVerdict verdict;
    while (query.next()) {
        if (verdict.eventCount % eventsBetweenQuestions == 0 && !isWanted())
            return {};
        const Event event{.seq = query.value(0).toLongLong(),
                          .at = query.value(1).toLongLong(),
                          .kind = query.value(2).toString(),
                          .jobId = query.value(3).toLongLong(),
                          .itemId = query.value(4).toLongLong(),
                          .attemptId = query.value(5).toLongLong(),
                          .data = query.value(6).toString().toUtf8()};
        const QByteArray digest = hash(event, *previous);
        if (event.seq != verdict.eventCount + 1 || query.value(7).toString().toLatin1() != digest) {
            verdict.firstAlteredSeq = event.seq;
            return verdict;
        }
        verdict.head = digest;
        previous = digest;
        ++verdict.eventCount;
    }
    if (query.lastError().isValid())
        return {};
    return verdict;
}

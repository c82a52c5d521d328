// SPDX-License-Identifier: Apache-2.0
#include "store/journal/eventchain.h"

#include <QCryptographicHash>

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
    SqlStatement *query = database.prepared(u"SELECT id FROM journal"_s);
    if (query == nullptr)
        return {};
    query->reset();
    auto id = query->next() ? std::optional(query->utf8(0)) : std::nullopt;
    query->reset();
    return id;
}

std::optional<EventLink> EventChain::newest(const Database &database)
{
    SqlStatement *query = database.prepared(u"SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1"_s);
    if (query == nullptr)
        return {};
    query->reset();
    if (!query->next()) {
        const auto first = query->hasFailed() ? std::nullopt : identity(database);
        return first ? std::optional(EventLink{.seq = 0, .hash = *first}) : std::nullopt;
    }
    const EventLink link{.seq = query->number(0), .hash = query->utf8(1)};
    query->reset();
    return link;
}

bool EventChain::contains(const Database &database, const EventLink &link)
{
    if (link.seq == 0)
        return identity(database) == link.hash;
    SqlStatement *query = database.prepared(u"SELECT hash FROM events WHERE seq = ?"_s);
    if (query == nullptr)
        return false;
    query->bind(link.seq);
    const bool isFound = query->next() && query->utf8(0) == link.hash;
    query->reset();
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
    SqlStatement query = database.connection().prepare(
        u"SELECT seq, at, kind, job_id, item_id, attempt_id, data, hash FROM events ORDER BY seq"_s);
    if (!previous)
        return {};
    ChainVerdict verdict;
    while (query.next()) {
        if (verdict.eventCount % eventsBetweenQuestions == 0 && !isWanted())
            return {};
        int at = 0;
        Event event;
        event.seq = query.number(at++);
        event.at = query.number(at++);
        event.kind = query.text(at++);
        for (qint64 *id : {&event.jobId, &event.itemId, &event.attemptId})
            *id = query.number(at++);
        event.data = query.utf8(at++);
        const QByteArray digest = hash(event, *previous);
        if (event.seq != verdict.eventCount + 1 || query.utf8(at) != digest) {
            verdict.firstAlteredSeq = event.seq;
            return verdict;
        }
        verdict.head = digest;
        previous = digest;
        ++verdict.eventCount;
    }
    if (query.hasFailed())
        return {};
    return verdict;
}

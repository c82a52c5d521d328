// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

class Database;

/// One fact of the journal. Events are only ever appended, and each carries a SHA-256 over itself and over
/// the hash of the event before it: changing, removing or inserting one breaks every later link.
struct Event
{
    qint64 seq = 0;
    /// Milliseconds since 1970, UTC.
    qint64 at = 0;
    QString kind;
    qint64 jobId = 0;
    qint64 itemId = 0;
    qint64 attemptId = 0;
    /// Compact JSON: what the event set, `{"table":{"column":value}}`.
    QByteArray data;
};

namespace EventChain {

/// The hash of @p event after an event with @p previousHash, in hex; the first event follows an empty hash.
QByteArray hash(const Event &event, const QByteArray &previousHash);

/// Appends @p event, whose seq is given by the chain. Run it inside a transaction that holds the write lock,
/// or two processes could follow the same event. The new head; nothing when it could not be written.
std::optional<QByteArray> append(const Database &database, Event event);

/// What a check of the chain found.
struct Verdict
{
    qint64 eventCount = 0;
    /// The first event that is not as it was written; nothing when all are.
    std::optional<qint64> firstAlteredSeq;
    /// The hash of the newest event that is as it was written.
    QByteArray head;
};

/// Number and hash of the newest event, unchecked: what an export carries, so that a shortened journal can be
/// told. Both are empty for an empty journal, or one that cannot be read.
Verdict state(const Database &database);

/// Recomputes every hash; nothing when the events cannot be read. Without a key this cannot tell a journal
/// that somebody has rewritten from the first altered event to the end, nor one whose newest events were cut
/// off; a head hash kept elsewhere can.
std::optional<Verdict> verify(const Database &database);

} // namespace EventChain

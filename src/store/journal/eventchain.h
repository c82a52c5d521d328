// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal/database.h"
#include "store/journal/journalpast.h"
#include "store/journal/journalverdict.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

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
    /// Compact JSON: what the event set, `{"table":{"column":value}}`. Of rows that were made together, of
    /// which the first has the event's number, an array tells each: `{"table":[{"column":value},…]}`, where a
    /// column that is left out is as in the row before.
    QByteArray data;
};

namespace EventChain {

/// The hash of @p event after an event with @p previousHash, in hex; the first event follows the identity.
QByteArray hash(const Event &event, const QByteArray &previousHash);

/// The random name of the journal, which it has had since it was made; nothing when it cannot be read.
std::optional<QByteArray> identity(const Database &database);

/// The newest event; number 0 and the identity when there is none yet, nothing when it cannot be read.
std::optional<EventLink> newest(const Database &database);

/// True when the journal has the event of @p link, or for number 0 its identity.
bool contains(const Database &database, const EventLink &link);

/// True when @p database is the journal of @p past and has its newest event.
bool contains(const Database &database, const JournalPast &past);

/// Recomputes every hash; nothing when the events cannot be read, or when @p isWanted, which is asked now and
/// then, has become false. Without a key this cannot tell a journal
/// that somebody has rewritten from the first altered event to the end, nor one whose newest events were cut
/// off; a head hash kept elsewhere can.
std::optional<ChainVerdict> verify(const Database &database, const std::function<bool()> &isWanted);

} // namespace EventChain

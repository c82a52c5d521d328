// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal/database.h"
#include "store/journal/eventchain.h"

#include <QByteArray>

#include <optional>

/// What is written into the journal together. The transaction of SQLite has begun, and holds the right to
/// write: no other program can append an event before it ends, so the chain is read once.
class JournalTransaction
{
public:
    /// @p database must outlive this object.
    explicit JournalTransaction(const Database &database)
        : m_database(database)
    {
    }

    const Database &database() const { return m_database; }

    /// The newest event, also one that this transaction has appended; nothing when it cannot be read.
    std::optional<EventLink> newest();

    /// Appends @p event, whose number is given by the chain. The new head; nothing when it could not be
    /// written.
    std::optional<QByteArray> append(Event event);

private:
    const Database &m_database;
    std::optional<EventLink> m_newest;
};

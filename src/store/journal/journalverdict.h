// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

/// What a check of the chain of events found.
struct ChainVerdict
{
    qint64 eventCount = 0;
    /// The first event that is not as it was written; nothing when all are.
    std::optional<qint64> firstAlteredSeq;
    /// The hash of the newest event that is as it was written; empty when there is none.
    QByteArray head;
};

/// What a check of the whole journal found.
struct JournalVerdict
{
    /// False when the journal could not be read to its end.
    bool isReadable = true;
    ChainVerdict chain;
    /// The first row that does not say what the events say of it: its table ("jobs", "items" or "attempts")
    /// and number; an empty table when all do.
    QString alteredTable;
    qint64 alteredId = 0;
    /// The first table, index or trigger that this program did not make as it is there, or that is missing;
    /// empty when there is none.
    QString foreignObject;
    /// The event that this computer wrote last, where this journal does not have it: another journal has
    /// taken the place of the right one, or an older state of it. Nothing when it is there.
    std::optional<qint64> missingSeq;
    /// Journals that were damaged and put aside, oldest first: what they recorded is not in this one.
    QStringList putAside;

    bool isIntact() const
    {
        return isReadable && !chain.firstAlteredSeq && alteredTable.isEmpty() && foreignObject.isEmpty() &&
               !missingSeq;
    }
    /// Intact, and all that this computer has recorded.
    bool isComplete() const { return isIntact() && putAside.isEmpty(); }
};

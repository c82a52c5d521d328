// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history/historytypes.h"
#include "store/journal/journaltypes.h"

#include <QDateTime>
#include <QList>

#include <optional>

/// A list as the journal has it.
struct ListRecord
{
    qint64 jobId = 0;
    /// UTC.
    QDateTime createdAt;
    /// Invalid while it has not come to its end.
    QDateTime finishedAt;
    JournalJob job;
    JobOptions options;
    JobState state = JobState::Open;
    /// What halted it.
    std::optional<ErrorCode> haltedBy;
    qint64 total = 0;
    /// Outcomes of the users who have one.
    HistoryCount outcomes;
    /// The part of outcomes that has signed in again since.
    HistoryCount signedInAgain;
    /// The part of the rejected whom the server refused only for now, and who have not signed in again.
    qint64 postponed = 0;

    /// Users without an outcome.
    qint64 open() const
    {
        qint64 result = total;
        for (const qint64 count : outcomes)
            result -= count;
        return result;
    }
};

/// How far a group of 50 applications has come.
struct ListGroup
{
    /// Since the last time that somebody tried again.
    int attempts = 0;
    ItemState state = ItemState::Pending;
};

/// A user without an outcome, and what is needed to go on.
struct ListItem
{
    qint64 itemId = 0;
    JournalItem item;
    ItemState state = ItemState::Pending;
    /// Requests on record.
    int attempts = 0;
    /// One of them at least may have reached the server.
    bool hasLeft = false;
    /// By number; shorter than the groups where the last ones were not begun.
    QList<ListGroup> groups;
    /// When the first request left that may have been carried out, by this computer's clock; invalid when
    /// none did.
    QDateTime firstAttempt;
};

/// A user of a list in a few bytes.
struct ListRunRow
{
    qint64 itemId = 0;
    ItemState state = ItemState::Pending;
    std::optional<KickOutcome> outcome;
    std::optional<ErrorCode> error;
    int attempts = 0;
    bool hasSignedInAgain = false;
};

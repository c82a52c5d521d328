// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/proof.h"
#include "core/types.h"
#include "store/journaltypes.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// Which items of the journal are wanted; what is empty does not restrict.
struct HistoryFilter
{
    /// Part of a name, identifier, contact, ticket, reason, operator or requestId, in either case.
    QString text;
    /// One user, as typed: the user ID, the identifier that was sent, the name, or a phone or e-mail, which
    /// the journal knows masked.
    QString user;
    QString targetUserId;
    QDateTime since;
    /// Excluded.
    QDateTime until;
    std::optional<KickOutcome> outcome;
};

/// One kick of one user, as the journal knows it.
struct HistoryItem
{
    /// The journal's number of the item.
    qint64 id = 0;
    /// UTC.
    QDateTime createdAt;
    JournalJob job;
    /// The identifiers in it are masked as they are in the journal.
    JournalItem item;
    /// Unknown for an item that ended without one after a request may have left.
    KickOutcome outcome = KickOutcome::NotSent;
    QList<AppProof> apps;
    std::optional<LoginRecord> relogin;
    ServerReply reply;
    /// errorCodeName(), empty where nothing failed.
    QString errorCode;
    int attempts = 0;
};

/// One page, newest first.
struct HistoryPage
{
    QList<HistoryItem> items;
    /// Nothing older matches.
    bool isLast = true;
};

/// One request of an item.
struct HistoryAttempt
{
    qint64 id = 0;
    int group = 0;
    QString nonce;
    QString bodyHash;
    ItemState state = ItemState::Intent;
    QDateTime startedAt;
    /// Invalid when there was no answer, or none that could be written down.
    QDateTime answeredAt;
    QString requestId;
    QString errorCode;
};

/// How many items had which outcome.
using HistorySummary = QHash<KickOutcome, int>;

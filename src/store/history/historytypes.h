// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/proof.h"
#include "core/values/target.h"
#include "core/values/types.h"
#include "store/journal/journaltypes.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// Which kicks are wanted; what is empty restricts nothing.
struct HistoryFilter
{
    /// Part of a name, an identifier, a contact, a ticket, a reason, an operator or a request ID; upper and
    /// lower case are the same, and Chinese characters are found as Pinyin finds them.
    QString text;
    /// The first moment that is wanted.
    QDateTime since;
    /// The first moment that is not wanted any more.
    QDateTime until;
    std::optional<KickOutcome> outcome;
    /// One job: all users of a list; 0 for every job.
    qint64 jobId = 0;
    /// The Authing user ID.
    QString userId;
    /// The Authing user ID, or the identifier under which the user was kicked.
    QString anyId;

    friend bool operator==(const HistoryFilter &, const HistoryFilter &) = default;
};

/// One kick as the journal has it.
struct HistoryItem
{
    qint64 itemId = 0;
    qint64 jobId = 0;
    /// The place in its list, from 0, and the row of the source, from 1. Unused for a single kick.
    qint64 position = 0;
    qint64 sourceRow = 0;
    /// Name of the file of that row; empty where the list came from one file.
    QString sourceFile;
    /// When it was written down, and when its state changed last; in UTC.
    QDateTime time;
    QDateTime changedAt;
    /// Who did it, and why.
    JournalJob job;
    /// The identifier is masked here even where the journal still has it in full.
    Target target;

    ItemState state = ItemState::Pending;
    /// What came of it; for one that was never concluded what its state says.
    KickOutcome outcome = KickOutcome::Unknown;
    ServerReply reply;
    /// errorCodeName(); empty where nothing failed.
    QString errorCode;
    QList<AppProof> apps;
    int attempts = 0;
    std::optional<LoginRecord> relogin;
};

/// One request of a kick.
struct HistoryAttempt
{
    qint64 attemptId = 0;
    /// Which group of 50 applications, from 0.
    int group = 0;
    QString nonce;
    /// SHA-256 of the body, in hex.
    QString bodyHash;
    ItemState state = ItemState::Intent;
    QDateTime startedAt;
    /// Invalid when no answer was written down.
    QDateTime answeredAt;
    ServerReply reply;
    QString errorCode;
};

/// A kick with its requests.
struct HistoryDetail
{
    HistoryItem item;
    QList<HistoryAttempt> attempts;
};

/// Some kicks, newest first.
struct HistorySlice
{
    QList<HistoryItem> items;
    /// True when older ones match as well.
    bool hasMore = false;
};

/// The end of the chain of events.
struct ChainHead
{
    qint64 eventCount = 0;
    /// In hex; empty for an empty journal.
    QByteArray hash;
};

/// How many kicks came to which outcome.
using HistoryCount = QHash<KickOutcome, qint64>;

/// Which kicks are counted: those through one key of one host, which are those of one user pool.
struct HistoryScope
{
    /// The first moment that counts.
    QDateTime since;
    QString host;
    QString keyId;
    /// Numbers of kicks that are left out.
    QList<qint64> without;
};

/// How many kicks ended alike.
struct HistoryTally
{
    KickOutcome outcome = KickOutcome::Unknown;
    /// An application in which the session was still there.
    bool isAnyOnline = false;
    /// An application that could not be checked.
    bool isAnyUnknown = false;
    bool hasSignedInAgain = false;
    /// The server asked to come back later.
    bool isPostponed = false;
    qint64 count = 0;

    friend bool operator==(const HistoryTally &, const HistoryTally &) = default;
};

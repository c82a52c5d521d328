// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/proof.h"
#include "core/types.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// Where an item stands; every change is a durable commit.
enum class ItemState {
    /// Written down, nothing sent.
    Pending,
    /// A request may be on its way.
    Intent,
    Accepted,
    Rejected,
    RetryAt,
    NotSent,
    /// Sent, and nobody knows what became of it.
    Unknown,
    Verified,
    StillOnline,
    GivenUp,
};

namespace ItemStates {

/// The word in the journal, such as "retry_at".
QString name(ItemState state);

/// The state of that name, or nothing.
std::optional<ItemState> fromName(QStringView name);

} // namespace ItemStates

namespace JournalText {

/// @p identifier as the journal keeps it: phones, also under another type, without their middle digits.
QString masked(IdType type, const QString &identifier);

} // namespace JournalText

/// Who does what, and why.
struct JournalJob
{
    QString profile;
    QString host;
    QString keyId;
    /// The pool that the server proved; empty when it could not be.
    QString poolId;
    QString osUser;
    QString operatorName;
    QString ticket;
    QString reason;
};

/// One user to be kicked, as it is remembered.
struct JournalItem
{
    /// As sent. The journal masks it: at once where targetUserId says who is meant, else with the outcome.
    QString userId;
    IdType userIdType = IdType::UserId;
    /// The Authing user ID; empty when the user could not be looked up.
    QString targetUserId;
    ServerText targetName;
    /// Masked.
    QString targetContact;
    QStringList appIds;
    /// Why a protected user is kicked all the same; empty for everybody else.
    QString overrideReason;
};

/// The journal's own numbers; 0 for what does not exist yet.
struct JournalKey
{
    qint64 jobId = 0;
    qint64 itemId = 0;
    qint64 attemptId = 0;
};

/// What a write is answered with.
struct JournalReceipt
{
    JournalKey key;
    /// The chain's hash after the write: what a receipt carries, so that a shortened journal can be told.
    QByteArray head;
};

/// One request that is about to leave.
struct JournalIntent
{
    JournalKey key;
    /// Which group of 50 applications, from 0.
    int group = 0;
    /// How many requests the item has had with this one, over all groups.
    int number = 1;
    QByteArray nonce;
    /// SHA-256 of the body, in hex.
    QByteArray bodyHash;
};

/// What became of a request.
struct JournalAnswer
{
    JournalKey key;
    ItemState state = ItemState::Unknown;
    ServerReply reply;
    /// errorCodeName(), empty for an accepted kick.
    QString errorCode;
};

/// The end of an item.
struct JournalOutcome
{
    JournalKey key;
    /// As sent; kept masked.
    QString userId;
    IdType userIdType = IdType::UserId;
    ItemState state = ItemState::Unknown;
    KickOutcome outcome = KickOutcome::Unknown;
    ServerReply reply;
    QString errorCode;
    QList<AppProof> apps;
    std::optional<LoginRecord> relogin;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/kickscope.h"
#include "core/values/proof.h"
#include "core/values/target.h"
#include "core/values/types.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
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
    /// Sent, and its result is unknown.
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

/// Where a list stands.
enum class JobState {
    /// Its users are being written down; nothing is sent before all are.
    Writing,
    /// It runs, or the program that ran it has ended.
    Open,
    /// Stopped by a refusal, by failures in a row or by its first users; somebody may go on with it.
    Halted,
    /// Every user has an outcome.
    Finished,
};

namespace JobStates {

/// The word in the journal, such as "halted".
QString name(JobState state);

/// The state of that name, or nothing.
std::optional<JobState> fromName(QStringView name);

} // namespace JobStates

/// How the first users of a long list are a trial for the rest.
enum class Canary {
    /// The list is short, or somebody has decided to go on.
    None,
    /// Goes on by itself when all of them have come to their best end, else the list is halted.
    Automatic,
    /// Somebody is asked in any case.
    Ask,
};

namespace Canaries {

/// The word in the journal, such as "automatic".
QString name(Canary canary);

/// The canary of that name, or nothing.
std::optional<Canary> fromName(QStringView name);

} // namespace Canaries

/// What was agreed to for a list; it holds for going on and for trying again too.
struct JobOptions
{
    KickScope scope = KickScope::Given;
    /// How long to look for proof; 0 does without.
    std::chrono::seconds proofLimit{20};
    /// Auto is decided when the list is written down.
    ProofMode proof = ProofMode::Auto;
    /// Users that one list may have.
    qint64 cap = 1000;
    /// Requests a second at most; 0 leaves it to what the server takes.
    int ratePerSecond = 0;
    /// Requests on the wire at most; 0 leaves it to the program.
    int maximumInFlight = 0;
    Canary canary = Canary::None;
};

namespace JournalText {

/// @p identifier as the journal keeps it: phones, also under another type, without their middle digits.
QString masked(IdType type, const QString &identifier);

/// True when a user of a list with @p outcome may be tried again: the identifier is still needed then.
bool isRetryable(KickOutcome outcome);

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
    /// The journal masks the identifier: at once where the user ID says who is meant, else with the outcome.
    Target target;
    /// In the list, from 0.
    qint64 position = 0;
    /// The row of the list's source, from 1; 0 for a single kick.
    qint64 sourceRow = 0;
    /// Name of the file of that row; empty where the list comes from one file.
    QString sourceFile;
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
    /// Items that a write about many has changed.
    qint64 count = 0;
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

/// The result of a request.
struct JournalAnswer
{
    JournalKey key;
    /// When the request left, which may be long after its intent; invalid when it did not.
    QDateTime sentAt;
    ItemState state = ItemState::Unknown;
    ServerReply reply;
    /// errorCodeName(), empty for an accepted kick.
    QString errorCode;
};

/// The end of an item.
struct JournalOutcome
{
    JournalKey key;
    /// Kept masked.
    QString identifier;
    IdType identifierType = IdType::UserId;
    ItemState state = ItemState::Unknown;
    KickOutcome outcome = KickOutcome::Unknown;
    ServerReply reply;
    QString errorCode;
    QList<AppProof> apps;
    std::optional<LoginRecord> relogin;
    /// The item is one of a list, which has an end of its own.
    bool isOfList = false;
    /// The Authing user ID is on record too.
    bool isResolved = false;
};

/// A change of a list's state.
struct JournalJobChange
{
    qint64 jobId = 0;
    JobState state = JobState::Open;
    Canary canary = Canary::None;
    /// errorCodeName() of what halted it; empty otherwise.
    QString errorCode;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/client.h"
#include "core/profile.h"
#include "core/proof.h"
#include "core/target.h"
#include "kick/requestgate.h"
#include "kick/verifier.h"
#include "store/journal.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

/// One kick: whom it is for, and what the journal is told of it.
struct KickTarget
{
    Target target;
    QString ticket;
    QString reason;

    /// How long to look for proof; 0 does without.
    std::chrono::seconds proofLimit{20};
};

/// How far a kick is.
struct KickProgress
{
    enum class Stage {
        Sending,
        /// Waits before the next attempt.
        Waiting,
        /// Nobody knows what became of the last attempt: the sessions are asked before another.
        Checking,
        /// The server has accepted it; the proof is being looked for.
        Proving,
    };

    Stage stage = Stage::Sending;
    /// Stage::Waiting only.
    std::chrono::seconds pause{0};
    /// Of the last attempt that was answered.
    ServerReply reply;
    /// The application that has just been checked.
    std::optional<AppProof> app;
};

/// What came of it, over all groups of 50 applications.
struct KickResult
{
    KickOutcome outcome = KickOutcome::NotSent;
    /// Of the first group that failed, else of the last.
    ServerReply reply;
    /// Why the outcome is not success.
    std::optional<Error> error;
    /// Every application of the target, in its order.
    QList<AppProof> apps;
    /// The first sign-in since the first attempt, as far as it is known.
    std::optional<LoginRecord> relogin;
    /// Why some applications could not be checked.
    std::optional<Error> checkError;
    /// Requests journaled, over all groups.
    int attempts = 0;
    /// One of them at least has reached the server, as far as anybody knows.
    bool hasSent = false;
    /// True when stop() ended it before it was done.
    bool isInterrupted = false;
    /// Of a list only: nothing is decided, and another run goes on where this one has left off.
    bool isOpen = false;
    /// The item's number in the journal; 0 when it could not be written.
    qint64 journalId = 0;
    /// The hash of the journal's newest event.
    QByteArray journalHead;
    /// The journal failed: before anything was sent, or (JournalIncomplete, outcome Unknown) after it, and
    /// then what is on disk ends with the intent or the answer.
    std::optional<Error> journalError;
};

/// Kicks one target: groups of 50 applications one after the other, each request written down before it
/// leaves. A group is repeated (three attempts at most, newly signed) where the server did not do it, and
/// after a check where nobody knows; not when the user has signed in since, who may be the rightful owner.
/// Then the proof is looked for.
class Kicker : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(const KickProgress &)>;
    using Handler = std::function<void(const KickResult &)>;

    /// What a kicker works with; everything must outlive it.
    struct Parts
    {
        Client *client = nullptr;
        Authenticator *authenticator = nullptr;
        Verifier *verifier = nullptr;
        Journal *journal = nullptr;
        /// Null lets every request leave at once.
        RequestGate *gate = nullptr;
    };

    Kicker(const Parts &parts, Profile profile, QObject *parent = nullptr);

    /// The connection's values for the kicks that begin from now on.
    void setProfile(const Profile &profile) { m_profile = profile; }

    PendingCall *kick(const KickTarget &target, QObject *context, Progress progress, Handler handler);

    /// Asks every kick under way for its end: the attempt in flight may still be answered and is written
    /// down; no other follows, and the proof is not waited for.
    void stop() { Q_EMIT stopRequested(); }

Q_SIGNALS:
    void stopRequested();

private:
    Parts m_parts;
    Profile m_profile;
};

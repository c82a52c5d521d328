// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/proof.h"
#include "core/values/types.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

class Authenticator;
class Client;
class Journal;
class RequestGate;
class Resolver;
class Verifier;

/// What a kick works with; everything must outlive it.
struct KickParts
{
    Client *client = nullptr;
    Authenticator *authenticator = nullptr;
    Resolver *resolver = nullptr;
    Verifier *verifier = nullptr;
    Journal *journal = nullptr;
    /// Null lets every request leave at once.
    RequestGate *gate = nullptr;
};

/// How far a kick is.
struct KickProgress
{
    enum class Stage {
        /// A request has left.
        Sending,
        /// Waits before the next attempt.
        Waiting,
        /// The last attempt has no known result: the sessions are asked before another.
        Checking,
        /// The server has accepted it; the proof is being looked for.
        Proving,
    };

    Stage stage = Stage::Sending;
    /// Stage::Waiting only.
    std::chrono::seconds pause{0};
    /// The reply to the last attempt that was answered.
    ServerReply reply;
    /// The application that has just been checked.
    std::optional<AppProof> app;
};

/// How a kick has ended, over all groups of 50 applications.
struct KickResult
{
    KickOutcome outcome = KickOutcome::NotSent;
    /// The reply to the first group that failed, else to the last; none where isAnswerLost.
    ServerReply reply;
    /// Why the outcome is not success.
    std::optional<Error> error;
    /// A request, at least, was not answered as it should be, and a check afterwards showed that the sessions
    /// had ended.
    bool isAnswerLost = false;
    /// Why that answer does not count; nothing where an earlier run of the program ended before it came.
    std::optional<Error> lostAnswer;
    /// Every application of the target, in its order.
    QList<AppProof> apps;
    /// The first sign-in since the first attempt, as far as it is known.
    std::optional<LoginRecord> relogin;
    /// Whether there may have been sign-ins that are not known.
    SignInLog signInLog = SignInLog::NotAsked;
    /// Why some applications could not be checked.
    std::optional<Error> checkError;
    /// Requests journaled, over all groups.
    int attempts = 0;
    /// One of them at least has reached the server, as far as anybody knows.
    bool hasSent = false;
    /// True when stop() ended it before it was done.
    bool isInterrupted = false;
    /// For a list only: nothing is decided, and another run goes on where this one has left off.
    bool isOpen = false;
    /// The item's number in the journal; 0 when it could not be written.
    qint64 journalId = 0;
    /// The hash of the journal's newest event.
    QByteArray journalHead;
    /// The journal failed: before anything was sent, or (JournalIncomplete, outcome Unknown) after it, and
    /// then what is on disk ends with the intent or the answer.
    std::optional<Error> journalError;
};

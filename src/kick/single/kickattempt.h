// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/result.h"
#include "kick/pace/requestgate.h"
#include "kick/single/kickvalues.h"
#include "store/journal/journaltypes.h"

#include <QDateTime>
#include <QPointer>

#include <chrono>
#include <functional>
#include <optional>

/// The end of one attempt.
struct AttemptEnd
{
    /// Nothing when stop() has kept the request back.
    std::optional<Result<ServerReply>> reply;
    /// The intent was written down.
    bool isJournaled = false;
    /// When the request left, by the server's clock as it was known then; invalid when it did not.
    QDateTime sentAt;
    /// The journal refused the intent (isJournaled is false: nothing was sent) or the answer.
    std::optional<Error> journalError;

    /// The request itself has reached the server, as far as anybody knows.
    bool hasLeft() const { return isJournaled && reply && (*reply || reply->error().wasSent); }
};

/// One request: waits for its turn, makes sure of the credentials, writes the intent down, sends, and writes
/// the answer down. Without a durable intent nothing is sent. Shortly before its turn the intent is written
/// already, so that no request waits for the disk that could be on the wire.
class KickAttempt : public PendingAnswer<AttemptEnd>
{
    Q_OBJECT

public:
    /// @p key is the item's; @p number counts the item's requests from 1; @p leaving is called when the
    /// request leaves, not while it waits for its turn.
    KickAttempt(const KickParts &parts, const JournalKey &key, int group, int number, KickRequest request,
                std::function<void()> leaving, QObject *context, Handler handler);

    /// Keeps the request back unless it has left already. Ends the attempt at once when no intent has been
    /// begun, else as soon as the journal knows.
    void stop();

private:
    enum class Step {
        /// No intent yet.
        Waiting,
        WritingIntent,
        /// The intent is on disk.
        Intended,
        Left,
    };

    void enter();
    void announced();
    void prepare();
    void takeTurn();
    void writeIntent();
    void receiveIntent(const Result<JournalReceipt> &written);
    void send();
    void keepBack(const std::optional<Error> &error);
    /// AttemptEnd::sentAt.
    QDateTime serverTimeOfSending() const;
    void writeAnswer(const std::optional<Result<ServerReply>> &reply);

    KickParts m_parts;
    JournalIntent m_intent;
    KickRequest m_request;
    std::function<void()> m_leaving;
    RequestGate::Pass m_pass;
    /// For the turn, then for the credentials.
    QPointer<PendingCall> m_wait;
    Step m_step = Step::Waiting;
    bool m_isItsTurn = false;
    /// By this computer's clock.
    QDateTime m_sentAt;
    std::chrono::steady_clock::time_point m_leftAt;
    std::optional<QDateTime> m_sentAtServer;
    /// It is not sent any more, because of m_hindrance or of stop().
    bool m_isKeptBack = false;
    std::optional<Error> m_hindrance;
};

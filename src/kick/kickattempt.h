// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/kicker.h"

/// What became of one attempt.
struct AttemptEnd
{
    Result<ServerReply> reply;
    /// The intent was written down, and so the request was sent (or tried to).
    bool isJournaled = false;
    /// The journal refused the intent (isJournaled is false: nothing was sent) or the answer.
    std::optional<Error> journalError;
};

/// One request: waits for its turn, makes sure of the credentials, writes the intent down, sends, and writes
/// the answer down. Without a durable intent nothing is sent.
class KickAttempt : public PendingAnswer<AttemptEnd>
{
    Q_OBJECT

public:
    /// @p key is the item's; @p number counts the item's requests from 1.
    KickAttempt(const Kicker::Parts &parts, const JournalKey &key, int group, int number, KickRequest request,
                QObject *context, Handler handler);

    /// True from the moment when the intent may be on disk.
    bool hasBegun() const { return m_hasBegun; }

private:
    void prepare();
    void writeIntent();
    void send(const JournalKey &key);
    void writeAnswer(const JournalKey &key, const Result<ServerReply> &reply);

    Kicker::Parts m_parts;
    JournalIntent m_intent;
    KickRequest m_request;
    RequestGate::Pass m_pass;
    bool m_hasBegun = false;
};

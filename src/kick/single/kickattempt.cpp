// SPDX-License-Identifier: Apache-2.0
#include "kick/single/kickattempt.h"

#include "api/authing/authenticator.h"
#include "api/authing/client.h"
#include "api/authing/wire.h"
#include "store/journal/journal.h"

#include <QCryptographicHash>

#include <utility>

namespace {

ItemState stateAfter(const std::optional<Result<ServerReply>> &reply)
{
    if (!reply)
        return ItemState::NotSent;
    if (*reply)
        return ItemState::Accepted;
    switch (reply->error().kind) {
    case ErrorKind::NotSent:
        return ItemState::NotSent;
    case ErrorKind::Rejected:
        return ItemState::Rejected;
    case ErrorKind::Halted:
        return reply->error().wasSent ? ItemState::Rejected : ItemState::NotSent;
    case ErrorKind::RetryLater:
        return ItemState::RetryAt;
    case ErrorKind::Ambiguous:
        return ItemState::Unknown;
    }
    return ItemState::Unknown;
}

QByteArray digest(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
}

} // namespace

KickAttempt::KickAttempt(const KickParts &parts, const JournalKey &key, int group, int number,
                         KickRequest request, std::function<void()> leaving, QObject *context,
                         Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_parts(parts)
    , m_request(std::move(request))
    , m_leaving(std::move(leaving))
{
    m_request.nonce = Authenticator::freshNonce();
    m_request.attempt = number;
    m_intent = {.key = key,
                .group = group,
                .number = number,
                .nonce = m_request.nonce,
                .bodyHash = digest(Wire::kickUsersBody(m_request))};
    if (m_parts.gate == nullptr)
        prepare();
    else
        enter();
}

void KickAttempt::stop()
{
    if (m_step != Step::Left && !m_isKeptBack)
        keepBack({});
}

void KickAttempt::enter()
{
    m_wait = m_parts.gate->enter(
        RequestGate::Purpose::Kick, this,
        [this](const RequestGate::Pass &pass) {
            m_pass = pass;
            prepare();
        },
        [this] { announced(); });
}

void KickAttempt::announced()
{
    // An attempt that may be refused a token has nothing to write down yet.
    if (m_step == Step::Waiting && m_parts.authenticator->isPrepared())
        writeIntent();
}

void KickAttempt::prepare()
{
    if (m_parts.authenticator->isPrepared()) {
        takeTurn();
        return;
    }
    m_wait = m_parts.authenticator->prepare(this, [this](const std::optional<Error> &error) {
        if (!error) {
            takeTurn();
            return;
        }
        if (m_pass)
            m_pass->settle(error);
        keepBack(error);
    });
}

void KickAttempt::takeTurn()
{
    m_isItsTurn = true;
    if (m_step == Step::Waiting)
        writeIntent();
    else if (m_step == Step::Intended)
        send();
}

void KickAttempt::writeIntent()
{
    m_step = Step::WritingIntent;
    m_parts.journal->recordIntent(m_intent, this,
                                  [this](const Result<JournalReceipt> &written) { receiveIntent(written); });
}

void KickAttempt::receiveIntent(const Result<JournalReceipt> &written)
{
    if (!written) {
        // Its turn must not come any more.
        if (m_wait)
            m_wait->abort();
        finish({.reply = written.error(), .journalError = written.error()});
        return;
    }
    m_step = Step::Intended;
    m_intent.key = written->key;
    if (m_isKeptBack)
        keepBack(m_hindrance);
    else if (m_isItsTurn)
        send();
}

void KickAttempt::send()
{
    if (m_pass && m_parts.gate->areKicksHeld()) {
        // The list was paused since its turn came.
        m_isItsTurn = false;
        m_pass.reset();
        enter();
        return;
    }
    m_step = Step::Left;
    m_sentAt = QDateTime::currentDateTimeUtc();
    m_leftAt = std::chrono::steady_clock::now();
    // Both clocks may be set before the answer comes.
    m_sentAtServer = m_parts.authenticator->serverTimeAt(m_leftAt);
    const auto answered = [this](const Result<ServerReply> &reply) {
        if (const auto pass = std::exchange(m_pass, {}))
            pass->settle(reply ? std::nullopt : std::optional(reply.error()));
        writeAnswer(reply);
    };
    // The server is free for the next one while the connection shows that the answer is the only one.
    const auto received = [this] {
        if (m_pass)
            m_pass->giveBack();
    };
    m_parts.client->kickUsers(m_request, this, answered, {.received = received});
    // The receiver may stop the kick at once, so there has to be something to stop.
    m_leaving();
}

void KickAttempt::keepBack(const std::optional<Error> &error)
{
    m_isKeptBack = true;
    m_hindrance = error;
    m_pass.reset();
    if (m_wait)
        m_wait->abort();
    const auto reply = error ? std::optional(Result<ServerReply>(*error)) : std::nullopt;
    if (m_step == Step::Waiting)
        finish({.reply = reply});
    else if (m_step == Step::Intended)
        writeAnswer(reply);
}

QDateTime KickAttempt::serverTimeOfSending() const
{
    if (m_step != Step::Left)
        return {};
    if (m_sentAtServer)
        return *m_sentAtServer;
    // Where it was the first request, its own answer tells.
    return m_parts.authenticator->serverTimeAt(m_leftAt).value_or(m_sentAt);
}

void KickAttempt::writeAnswer(const std::optional<Result<ServerReply>> &reply)
{
    JournalAnswer answer{
        .key = m_intent.key, .sentAt = m_sentAt, .state = stateAfter(reply), .reply = {}, .errorCode = {}};
    if (reply && *reply) {
        answer.reply = **reply;
    } else if (reply) {
        answer.reply = reply->error().reply;
        answer.errorCode = errorCodeName(reply->error().code);
    }
    m_parts.journal->recordAnswer(answer, this, [this, reply](const Result<JournalReceipt> &written) {
        const auto error = written ? std::nullopt : std::optional(written.error());
        finish({.reply = reply, .isJournaled = true, .sentAt = serverTimeOfSending(), .journalError = error});
    });
}

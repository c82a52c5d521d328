// SPDX-License-Identifier: Apache-2.0
#include "kick/kickattempt.h"

#include "api/authenticator.h"
#include "api/wire.h"

#include <QCryptographicHash>

#include <utility>

namespace {

ItemState stateAfter(const Result<ServerReply> &reply)
{
    if (reply)
        return ItemState::Accepted;
    switch (reply.error().kind) {
    case ErrorKind::NotSent:
        return ItemState::NotSent;
    case ErrorKind::Rejected:
        return ItemState::Rejected;
    case ErrorKind::Halted:
        return reply.error().wasSent ? ItemState::Rejected : ItemState::NotSent;
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

KickAttempt::KickAttempt(const Kicker::Parts &parts, const JournalKey &key, int group, int number,
                         KickRequest request, QObject *context, Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_parts(parts)
    , m_request(std::move(request))
{
    m_request.nonce = Authenticator::freshNonce();
    m_request.attempt = number;
    m_intent = {.key = key,
                .group = group,
                .number = number,
                .nonce = m_request.nonce,
                .bodyHash = digest(Wire::kickUsersBody(m_request))};
    if (m_parts.gate == nullptr) {
        prepare();
        return;
    }
    m_parts.gate->enter(RequestGate::Purpose::Kick, this, [this](const RequestGate::Pass &pass) {
        m_pass = pass;
        prepare();
    });
}

void KickAttempt::prepare()
{
    m_parts.authenticator->prepare(this, [this](const std::optional<Error> &error) {
        if (!error) {
            writeIntent();
            return;
        }
        if (m_pass)
            m_pass->settle(error);
        finish({.reply = *error});
    });
}

void KickAttempt::writeIntent()
{
    m_hasBegun = true;
    m_parts.journal->recordIntent(m_intent, this, [this](const Result<JournalReceipt> &written) {
        if (written)
            send(written->key);
        else
            finish({.reply = written.error(), .journalError = written.error()});
    });
}

void KickAttempt::send(const JournalKey &key)
{
    m_parts.client->kickUsers(m_request, this, [this, key](const Result<ServerReply> &reply) {
        if (const auto pass = std::exchange(m_pass, {}))
            pass->settle(reply ? std::nullopt : std::optional(reply.error()));
        writeAnswer(key, reply);
    });
}

void KickAttempt::writeAnswer(const JournalKey &key, const Result<ServerReply> &reply)
{
    const JournalAnswer answer{.key = key,
                               .state = stateAfter(reply),
                               .reply = reply ? *reply : reply.error().reply,
                               .errorCode = reply ? QString() : errorCodeName(reply.error().code)};
    m_parts.journal->recordAnswer(answer, this, [this, reply](const Result<JournalReceipt> &written) {
        const auto error = written ? std::nullopt : std::optional(written.error());
        finish({.reply = reply, .isJournaled = true, .journalError = error});
    });
}

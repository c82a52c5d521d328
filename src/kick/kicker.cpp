// SPDX-License-Identifier: Apache-2.0
#include "kick/kicker.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds firstPause = 1s;

/// A person waits for a single kick; a server that wants more time than this is answered by trying again
/// later.
constexpr std::chrono::seconds longestPause = 60s;

QList<QStringList> groups(const QStringList &appIds)
{
    QList<QStringList> result;
    for (qsizetype at = 0; at < appIds.size(); at += KickRequest::maximumAppIds)
        result.append(appIds.mid(at, KickRequest::maximumAppIds));
    return result;
}

/// @p hasLeft: some attempt reached the server.
KickOutcome outcomeOf(const Error &error, bool hasLeft)
{
    switch (error.kind) {
    case ErrorKind::NotSent:
    case ErrorKind::Rejected:
    case ErrorKind::RetryLater:
    case ErrorKind::Halted:
        return hasLeft ? KickOutcome::Rejected : KickOutcome::NotSent;
    case ErrorKind::Ambiguous:
        return KickOutcome::Unknown;
    }
    return KickOutcome::Unknown;
}

class Kick : public PendingAnswer<KickResult>
{
public:
    Kick(Client *client, const KickTarget &target, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_client(client)
        , m_target(target)
        , m_groups(groups(target.appIds))
    {
        if (m_groups.isEmpty())
            m_groups.append(QStringList());
        sendGroup();
    }

private:
    void sendGroup()
    {
        ++m_result.attempts;
        ++m_attemptsOfGroup;
        const KickRequest request{
            .userId = m_target.userId, .userIdType = m_target.userIdType, .appIds = m_groups.at(m_group)};
        m_client->kickUsers(request, this, [this](const Result<ServerReply> &reply) { receive(reply); });
    }

    void receive(const Result<ServerReply> &reply)
    {
        if (reply) {
            m_hasLeft = true;
            if (!m_result.error)
                m_result.reply = *reply;
            endGroup(true);
            return;
        }
        const Error &error = reply.error();
        m_hasLeft = m_hasLeft || error.wasSent;
        const std::optional<std::chrono::seconds> pause = pauseBeforeRepeat(error);
        if (pause) {
            QTimer::singleShot(*pause, this, &Kick::sendGroup);
            return;
        }
        if (!m_result.error) {
            m_result.error = error;
            m_result.reply = error.reply;
        }
        // What stops one group for lack of rights or of a connection stops the next ones too.
        endGroup(error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Ambiguous);
    }

    /// How long to wait before the same group is sent again; nothing when it must not be.
    std::optional<std::chrono::seconds> pauseBeforeRepeat(const Error &error) const
    {
        if (m_attemptsOfGroup >= Kicker::maximumAttempts)
            return {};
        if (error.credentialsRenewed)
            return m_attemptsOfGroup == 1 ? std::optional(0s) : std::nullopt;
        if (error.kind != ErrorKind::RetryLater && error.kind != ErrorKind::NotSent)
            return {};
        if (error.code == ErrorCode::TlsFailed || error.code == ErrorCode::InvalidAppId ||
            error.code == ErrorCode::InvalidIdentifier)
            return {};
        const std::chrono::seconds pause = error.retryAfter.value_or(firstPause * m_attemptsOfGroup);
        return pause <= longestPause ? std::optional(pause) : std::nullopt;
    }

    void endGroup(bool mayGoOn)
    {
        m_attemptsOfGroup = 0;
        ++m_group;
        if (mayGoOn && m_group < m_groups.size()) {
            sendGroup();
            return;
        }
        m_result.outcome = m_result.error ? outcomeOf(*m_result.error, m_hasLeft) : KickOutcome::Accepted;
        finish(m_result);
    }

    Client *m_client;
    KickTarget m_target;
    QList<QStringList> m_groups;
    qsizetype m_group = 0;
    int m_attemptsOfGroup = 0;
    bool m_hasLeft = false;
    KickResult m_result;
};

} // namespace

Kicker::Kicker(Client *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

PendingCall *Kicker::kick(const KickTarget &target, QObject *context, Handler handler)
{
    return new Kick(m_client, target, context, std::move(handler));
}

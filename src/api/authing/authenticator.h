// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/echoes.h"
#include "api/net/transport.h"
#include "core/values/profile.h"
#include "core/values/result.h"
#include "core/values/secret.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

/// Proves who sends a request: with a management token (fetched once, shared by all waiting requests, renewed
/// before it ends and when the server refuses it) or with an HMAC-SHA1 signature (fresh nonce and date each
/// time).
class Authenticator : public QObject
{
    Q_OBJECT

public:
    /// @p transport must outlive the authenticator.
    Authenticator(Profile profile, Secret secret, Transport *transport,
                  std::shared_ptr<Echoes> echoes = std::make_shared<Echoes>());

    /// What must not come back in an answer: the secret and the tokens, and what else is added.
    Echoes *echoes() const { return m_echoes.get(); }

    /// True when authorize() would not have to wait for the network now.
    bool isPrepared() const;

    /// Sees to it that this is so; the error is why it cannot be.
    PendingCall *prepare(QObject *context, std::function<void(const std::optional<Error> &)> handler);

    /// A nonce that was never used before: 32 hex digits.
    static QByteArray freshNonce();

    /// A failure of the token request, told of the request that waited for the token.
    static Error notSentBecause(Error error);

    /// Answers with @p request plus the headers that authorise it.
    PendingCall *authorize(const HttpRequest &request, QObject *context, ResultHandler<HttpRequest> handler);

    /// Learns from the answer to an authorised request: reads the server's clock and, when @p error says that
    /// the token or the date was refused, drops the token or corrects the clock. Returns true when the same
    /// request, authorised anew, may succeed.
    bool learn(const HttpRequest &authorized, const HttpAnswer &answer, const std::optional<Error> &error);

    /// Makes sure of a token even where requests are signed, because only a token proves which pool answers.
    PendingCall *provePool(QObject *context, ResultHandler<QString> handler);

    /// The user pool that a token proved (claim `scoped_userpool_id`); empty before the first token. It never
    /// changes: a token for another pool than the profile's, or than an earlier token's, is refused with
    /// PoolMismatch, and nothing is sent with it.
    QString poolId() const { return m_poolId; }

    /// Server time minus ours as last seen, to the second; nothing before the first answer.
    std::optional<std::chrono::seconds> clockOffset() const { return m_clockOffset; }

    /// What the server's clock shows at @p time of ours; the same where nothing is known about it.
    QDateTime serverTime(const QDateTime &time) const
    {
        return time.addSecs(m_clockOffset.value_or(std::chrono::seconds(0)).count());
    }

    /// What the server's clock showed at @p moment, told by its newest answer and the time that has passed,
    /// whatever happens to this computer's clock. Nothing before the first answer with a date.
    std::optional<QDateTime> serverTimeAt(std::chrono::steady_clock::time_point moment) const;

    /// What the server's clock shows now; this computer's where nothing is known about it.
    QDateTime serverNow() const
    {
        return serverTimeAt(std::chrono::steady_clock::now()).value_or(QDateTime::currentDateTimeUtc());
    }

    /// The language of the server's messages, for every request from now on.
    void setLanguage(Language language) { m_language = language; }

Q_SIGNALS:
    void poolIdChanged(const QString &poolId);
    void clockOffsetChanged();
    /// The clock of this computer was refused; requests are dated with the server's from now on.
    void clockCorrected();
    /// The token request under way has been answered, with an error or with nothing.
    void tokenSettled(const std::optional<Error> &error);

private:
    PendingCall *withFreshToken(QObject *context, std::function<void(const std::optional<Error> &)> handler);
    void fetchToken();
    void receiveToken(const HttpAnswer &answer);
    void settle(const std::optional<Error> &error);
    bool hasFreshToken() const;
    /// PoolMismatch unless a token for @p poolId may be used.
    std::optional<Error> otherPool(const QString &poolId) const;
    bool dropToken(const HttpRequest &refused);
    bool correctClock();
    QByteArray header(QByteArrayView name) const { return Brands::header(m_profile.brand(), name); }
    /// What every request says before it is signed. What may not be sent as a header is left out.
    void addOwnHeaders(HttpRequest *request) const;
    HttpRequest withToken(HttpRequest request) const;
    HttpRequest withSignature(HttpRequest request) const;
    void noteClock(const HttpAnswer &answer);

    Profile m_profile;
    Secret m_secret;
    Transport *m_transport;
    std::shared_ptr<Echoes> m_echoes;
    Language m_language = Language::English;

    Secret m_token;
    QDateTime m_tokenRenewal;
    QString m_poolId;
    bool m_isFetchingToken = false;

    std::optional<std::chrono::seconds> m_clockOffset;
    std::chrono::seconds m_clockCorrection{0};

    struct SeenClock
    {
        QDateTime time;
        std::chrono::steady_clock::time_point seenAt;
    };
    /// The server's, with its newest answer.
    std::optional<SeenClock> m_serverClock;
};

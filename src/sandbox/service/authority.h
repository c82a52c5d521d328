// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/brand.h"
#include "core/values/secret.h"
#include "sandbox/pool/clock.h"
#include "sandbox/service/call.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace Simulated {

/// Who may call, under the names of either brand: issues management tokens, checks tokens and signatures,
/// remembers nonces.
class Authority
{
public:
    /// Lives no longer than @p clock.
    Authority(quint32 seed, QByteArray poolId, const Clock &clock);

    const QByteArray &keyId() const { return m_keyId; }
    const Secret &secret() const { return m_secret; }
    /// The pool that tokens and applications name; not the real one under the fault pool-mismatch.
    const QByteArray &claimedPoolId() const { return m_claimedPoolId; }
    void setClaimedPoolId(const QByteArray &poolId) { m_claimedPoolId = poolId; }

    bool accepts(const QByteArray &keyId, const QByteArray &secret) const;

    /// A new token in the shape of a JWT.
    QByteArray issueToken();

    /// The refusal of a request without valid credentials; nothing when it may pass.
    std::optional<Envelope> problem(const Call &call);

    /// Ends the life of the token that @p request carries.
    void expireToken(const HttpRequest &request);

    static constexpr qint64 tokenLifetimeSeconds = 7200;

private:
    std::optional<Envelope> tokenProblem(const Call &call, const QByteArray &token);
    std::optional<Envelope> signatureProblem(const Call &call, Brand brand, const QByteArray &credentials);
    std::optional<Envelope> dateProblem(const Call &call, Brand brand) const;
    std::optional<Envelope> poolProblem(const Call &call) const;
    bool isReplayed(const QByteArray &nonce);

    QByteArray m_keyId;
    Secret m_secret;
    QByteArray m_poolId;
    QByteArray m_claimedPoolId;
    const Clock &m_clock;
    /// Token and when it expires, in milliseconds since 1970.
    QHash<QByteArray, qint64> m_tokens;
    /// Nonces of this and of the previous period; older ones are refused by their date.
    QSet<size_t> m_nonces;
    QSet<size_t> m_olderNonces;
    qint64 m_noncesSince = 0;
};

} // namespace Simulated

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/envelope.h"
#include "core/values/secret.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

/// What this program has told a server and must not find again in its answers: a server that repeats it, at
/// once or in a later answer, would have it written into log, journal, exports and screens.
class Echoes
{
public:
    /// From now on @p secret is taken out of every answer. One of fewer than 8 bytes is no secret, and would
    /// take away half of each text.
    void addSecret(const Secret &secret);

    /// Remembers @p identifier only where it is a phone number: its last digits, for comparing.
    void addIdentifier(const QString &identifier);

    /// @p result without the secrets; @p body is the answer that was judged. A request ID that holds a
    /// secret, a phone number or an e-mail address is left out whole.
    Result<Envelope> removedFrom(const Result<Envelope> &result, const QByteArray &body) const;

    /// The same without its data, for an answer that is meant to bring a secret.
    Result<Envelope> removedFromReply(const Result<Envelope> &result) const;

private:
    bool mayBeIn(const QByteArray &body) const;
    bool isIn(const QString &text) const;
    bool isIn(const QJsonValue &value) const;
    QString without(QString text) const;
    QJsonValue without(const QJsonValue &value) const;
    ServerReply without(ServerReply reply) const;
    bool isRequestId(const QString &text) const;

    QList<Secret> m_secrets;
    QSet<quint64> m_phones;
};

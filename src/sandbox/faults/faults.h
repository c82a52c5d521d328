// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/faults/faulttype.h"

#include <QByteArrayList>
#include <QList>
#include <QRandomGenerator>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Simulated {

/// The faults in force.
class Faults
{
public:
    /// The seed decides which requests a fault with a percentage hits.
    explicit Faults(quint32 seed);

    /// Puts @p faults, written NAME[@ENDPOINT][:PERCENT], in the place of all others; bad ones are left out.
    void set(const QStringList &faults);

    /// True while a fault that needs no endpoint is in force.
    bool has(DomainFault fault) const;
    bool has(ConnectFault fault) const;

    /// True when the fault hits this request for @p endpoint.
    bool fires(DomainFault fault, const QByteArray &endpoint);

    /// True when the fault can spare a request for its endpoints.
    bool isPartial(DomainFault fault) const;

    /// The fault that answers @p request in the endpoint's place or after it; null when none does.
    const FaultType *next(const HttpRequest &request);

    /// True while a fault at FaultStage::Connect is in force.
    bool actOnConnections() const;

    /// What happens to a connection that has just been accepted.
    ConnectFault nextConnection();

    /// The reason why @p fault is none of the sandbox's, in the program's language; empty when it is.
    static QString problem(const QString &fault);

    /// The names of those that the sandbox has, in the order of the alphabet.
    static QStringList names();

private:
    struct Active
    {
        const FaultType *type = nullptr;
        QByteArrayList endpoints;
        int percent = 100;
        /// Bodies already answered, for faults that act once on each.
        QSet<size_t> seen;
    };

    bool hits(Active &fault, const HttpRequest &request);
    bool hitsByChance(const Active &fault);

    quint32 m_seed;
    QRandomGenerator m_chance;
    QList<Active> m_active;
};

} // namespace Simulated

// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faults.h"

#include "sandbox/service/endpointtable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr int always = 100;

/// NAME[@ENDPOINT][:PERCENT], taken apart.
struct Parts
{
    QString name;
    QString endpoint;
    int percent = always;
    bool hasEndpoint = false;
    bool hasPercent = false;
};

Parts split(const QString &fault)
{
    Parts parts;
    const qsizetype colon = fault.indexOf(u':');
    parts.hasPercent = colon >= 0;
    if (parts.hasPercent)
        parts.percent = QStringView(fault).sliced(colon + 1).toInt();
    const QString target = parts.hasPercent ? fault.first(colon) : fault;
    parts.name = target.section(u'@', 0, 0);
    parts.hasEndpoint = target.contains(u'@');
    parts.endpoint = target.section(u'@', 1);
    return parts;
}

bool greets(const FaultType &type)
{
    return type.connect == ConnectFault::AcceptClose || type.connect == ConnectFault::TlsPlaintext ||
           type.connect == ConnectFault::TlsStall;
}

QString scopeProblem(const FaultType &type, const Parts &parts)
{
    if (type.endpoints.isEmpty() && parts.hasEndpoint)
        return QCoreApplication::translate("Sandbox", "The fault “%1” cannot be limited to an endpoint.")
            .arg(parts.name);
    if (type.endpoints.isEmpty() && parts.hasPercent && !greets(type))
        return QCoreApplication::translate("Sandbox", "The fault “%1” takes no percentage.").arg(parts.name);
    if (parts.hasEndpoint && EndpointTable::find(parts.endpoint.toUtf8()) == nullptr)
        return QCoreApplication::translate("Sandbox", "“%1” is not an endpoint of the sandbox.")
            .arg(parts.endpoint);
    return {};
}

} // namespace

Faults::Faults(quint32 seed)
    : m_seed(seed)
    , m_chance(seed)
{
}

void Faults::set(const QStringList &faults)
{
    m_active.clear();
    m_chance.seed(m_seed);
    for (const QString &fault : faults) {
        if (!problem(fault).isEmpty())
            continue;
        const Parts parts = split(fault);
        const FaultType *const type = FaultTypes::find(parts.name);
        const QByteArray endpoints = parts.endpoint.isEmpty()
                                         ? QByteArray(type->endpoints.data(), type->endpoints.size())
                                         : parts.endpoint.toUtf8();
        m_active.append({.type = type, .endpoints = endpoints.split(' '), .percent = parts.percent});
    }
}

bool Faults::has(DomainFault fault) const
{
    return std::ranges::any_of(m_active,
                               [fault](const Active &active) { return active.type->domain == fault; });
}

bool Faults::has(ConnectFault fault) const
{
    return std::ranges::any_of(m_active,
                               [fault](const Active &active) { return active.type->connect == fault; });
}

bool Faults::isPartial(DomainFault fault) const
{
    return std::ranges::any_of(m_active, [fault](const Active &active) {
        return active.type->domain == fault && active.percent < always;
    });
}

bool Faults::fires(DomainFault fault, const QByteArray &endpoint)
{
    return std::ranges::any_of(m_active, [&](const Active &active) {
        return active.type->domain == fault && active.endpoints.contains(endpoint) && hitsByChance(active);
    });
}

const FaultType *Faults::next(const HttpRequest &request)
{
    const auto found = std::ranges::find_if(m_active, [&](Active &active) { return hits(active, request); });
    return found == m_active.end() ? nullptr : found->type;
}

bool Faults::hits(Active &fault, const HttpRequest &request)
{
    const FaultType &type = *fault.type;
    if (type.effect == nullptr || !fault.endpoints.contains(request.endpoint()) ||
        (type.onlyReused && request.ordinal == 0) || !hitsByChance(fault))
        return false;
    if (!type.oncePerBody)
        return true;
    const size_t body = qHash(request.body);
    if (fault.seen.contains(body))
        return false;
    fault.seen.insert(body);
    return true;
}

bool Faults::hitsByChance(const Active &fault)
{
    return fault.percent >= always || m_chance.bounded(always) < fault.percent;
}

bool Faults::actOnConnections() const
{
    return std::ranges::any_of(
        m_active, [](const Active &active) { return active.type->stage == FaultStage::Connect; });
}

ConnectFault Faults::nextConnection()
{
    const auto found = std::ranges::find_if(
        m_active, [this](const Active &active) { return greets(*active.type) && hitsByChance(active); });
    return found == m_active.end() ? ConnectFault::None : found->type->connect;
}

QString Faults::problem(const QString &fault)
{
    const Parts parts = split(fault);
    const FaultType *const type = FaultTypes::find(parts.name);
    if (type == nullptr)
        return QCoreApplication::translate("Sandbox", "There is no fault named “%1”.").arg(parts.name);
    if (type->stage == FaultStage::SetUp)
        return QCoreApplication::translate(
                   "Sandbox", "The fault “%1” is a test set-up around the program; the sandbox cannot do it.")
            .arg(parts.name);
    if (parts.percent < 1 || parts.percent > always)
        return QCoreApplication::translate("Sandbox",
                                           "The percentage of a fault is a whole number from 1 to 100.");
    return scopeProblem(*type, parts);
}

QStringList Faults::names()
{
    QStringList result;
    for (const auto table : {FaultTypes::wire(), FaultTypes::envelope(), FaultTypes::lists(),
                             FaultTypes::domain(), FaultTypes::connect()}) {
        for (const FaultType &type : table)
            result << type.name;
    }
    result.sort();
    return result;
}

} // namespace Simulated

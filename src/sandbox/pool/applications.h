// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace Simulated {

/// One application of the pool.
struct SandboxApplication
{
    QByteArray appId;
    QByteArray appIdentifier;
    QByteArray appName;
    QByteArray appDescription;
    QByteArray appType;
    QByteArray defaultProtocol;
    bool isIntegrateApp = false;
};

/// The applications of the pool, in list order.
class Applications
{
public:
    Applications(quint32 seed, int count);

    int count() const { return static_cast<int>(m_list.size()); }
    const SandboxApplication &at(int index) const { return m_list.at(index); }

    /// Index of the application with that ID.
    std::optional<int> find(const QByteArray &appId) const;

private:
    QList<SandboxApplication> m_list;
    QHash<QByteArray, int> m_byId;
};

} // namespace Simulated

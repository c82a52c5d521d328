// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <deque>

namespace Simulated {

/// One row of the administrators' audit log: a forced sign-out.
struct AuditEntry
{
    /// Milliseconds since 1970.
    qint64 time = 0;
    QString requestId;
    quint32 user = 0;
    /// The request's body.
    QByteArray operationParam;
    QByteArray userAgent;
    bool success = true;
};

/// What administrators did, newest first; the oldest entries fall out.
class AuditLog
{
public:
    static constexpr size_t maximumEntries = 200'000;

    void add(AuditEntry entry)
    {
        m_entries.push_front(std::move(entry));
        if (m_entries.size() > maximumEntries)
            m_entries.pop_back();
    }

    const std::deque<AuditEntry> &entries() const { return m_entries; }

private:
    std::deque<AuditEntry> m_entries;
};

} // namespace Simulated

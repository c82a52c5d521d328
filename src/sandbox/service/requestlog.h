// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/httpmessage.h"
#include "sandbox/pool/sandboxvalues.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>

#include <deque>

namespace Simulated {

/// What was received: written by the server's thread, read by any other.
class RequestLog
{
public:
    static constexpr size_t maximumRequests = 100'000;

    void add(const HttpRequest &request, const QByteArray &endpoint);

    QList<SandboxRequest> requests() const;
    qint64 count(const QByteArray &endpoint) const;

private:
    /// Kept as it came, which is a quarter of the taken-apart form.
    struct Entry
    {
        QByteArray head;
        QByteArray body;
        QByteArray endpoint;
    };

    mutable QMutex m_mutex;
    std::deque<Entry> m_entries;
    QHash<QByteArray, qint64> m_counts;
};

} // namespace Simulated

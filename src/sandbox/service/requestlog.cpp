// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service/requestlog.h"

#include <QByteArrayList>
#include <QMutexLocker>

namespace Simulated {

namespace {

SandboxRequest parsed(const QByteArray &head, const QByteArray &body, const QByteArray &endpoint)
{
    QByteArrayList lines = head.split('\n');
    const QByteArrayList start = lines.takeFirst().trimmed().split(' ');
    SandboxRequest request{
        .method = start.value(0), .endpoint = endpoint, .target = start.value(1), .body = body};
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    return request;
}

} // namespace

void RequestLog::add(const HttpRequest &request, const QByteArray &endpoint)
{
    const QMutexLocker lock(&m_mutex);
    ++m_counts[endpoint];
    m_entries.push_back({.head = request.head, .body = request.body, .endpoint = endpoint});
    if (m_entries.size() > maximumRequests)
        m_entries.pop_front();
}

QList<SandboxRequest> RequestLog::requests() const
{
    QMutexLocker lock(&m_mutex);
    const std::deque<Entry> entries = m_entries;
    lock.unlock();
    QList<SandboxRequest> result;
    result.reserve(static_cast<qsizetype>(entries.size()));
    for (const Entry &entry : entries)
        result.append(parsed(entry.head, entry.body, entry.endpoint));
    return result;
}

qint64 RequestLog::count(const QByteArray &endpoint) const
{
    const QMutexLocker lock(&m_mutex);
    return m_counts.value(endpoint);
}

} // namespace Simulated

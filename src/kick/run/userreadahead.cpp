// SPDX-License-Identifier: Apache-2.0
#include "kick/run/userreadahead.h"

#include <utility>

namespace {

/// Users that are read at a time.
constexpr int readAhead = 256;

} // namespace

UserReadAhead::UserReadAhead(ListReader *reader, qint64 jobId, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_jobId(jobId)
{
}

ListItem UserReadAhead::takeFront()
{
    ListItem item = std::move(m_items.front());
    m_items.pop_front();
    return item;
}

void UserReadAhead::read()
{
    if (m_isAllRead || std::exchange(m_isReading, true))
        return;
    m_reader->openItems(m_jobId, m_lastRead, readAhead, this, [this](const Result<QList<ListItem>> &items) {
        m_isReading = false;
        if (!items) {
            Q_EMIT failed(items.error());
            return;
        }
        m_isAllRead = items->isEmpty();
        for (const ListItem &item : *items)
            m_items.push_back(item);
        if (!items->isEmpty())
            m_lastRead = items->last().item.position;
        Q_EMIT filled();
    });
}

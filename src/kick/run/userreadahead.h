// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history/listreader.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>

/// The next users of a list that have no outcome, read from the journal some at a time, so that a list of any
/// length fits into memory.
class UserReadAhead : public QObject
{
    Q_OBJECT

public:
    /// @p reader must outlive the window.
    UserReadAhead(ListReader *reader, qint64 jobId, QObject *parent = nullptr);

    /// The next one; null when more have to be read first, or all have been.
    const ListItem *front() const { return m_items.empty() ? nullptr : &m_items.front(); }
    ListItem takeFront();

    bool isReading() const { return m_isReading; }
    /// No user is left.
    bool isAtEnd() const { return m_isAllRead && m_items.empty(); }

    /// Reads the next ones where there may be any; filled() or failed() follows.
    void read();

Q_SIGNALS:
    void filled();
    void failed(const Error &error);

private:
    ListReader *m_reader;
    qint64 m_jobId;
    std::deque<ListItem> m_items;
    qint64 m_lastRead = -1;
    bool m_isReading = false;
    bool m_isAllRead = false;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/bitmap.h"

#include <QList>

#include <algorithm>
#include <vector>

namespace Simulated {

/// The users that a query found, in the order it asked for.
class Selection
{
public:
    explicit Selection(Bitmap found)
        : m_found(std::move(found))
        , m_count(m_found.count())
    {
    }

    Selection(Bitmap found, std::vector<quint32> order)
        : m_found(std::move(found))
        , m_order(std::move(order))
        , m_count(static_cast<quint32>(m_order.size()))
    {
    }

    quint32 count() const { return m_count; }

    /// At most @p limit users of page @p number, the first page being 1.
    QList<quint32> page(qint64 number, qint64 limit) const
    {
        QList<quint32> result;
        const qint64 first = (number - 1) * limit;
        if (first >= m_count)
            return result;
        const auto length = static_cast<quint32>(std::min<qint64>(limit, m_count - first));
        if (m_order.empty())
            m_found.visit(static_cast<quint32>(first), length, [&](quint32 index) { result.append(index); });
        else
            result = QList<quint32>(m_order.begin() + first, m_order.begin() + first + length);
        return result;
    }

private:
    Bitmap m_found;
    /// Empty for the order of the list.
    std::vector<quint32> m_order;
    quint32 m_count;
};

} // namespace Simulated

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/listplan.h"
#include "store/journaltypes.h"

#include <QByteArray>

#include <vector>

/// The users of a list that runs: what a table shows of each, in a hundred bytes or so.
class JobTargets
{
public:
    enum Text {
        Name,
        Contact,
        UserId,
    };

    void reserve(qsizetype count) { m_rows.reserve(static_cast<size_t>(count)); }

    void append(const ListPlanItem &item);
    void append(const JournalItem &item);

    qsizetype count() const { return static_cast<qsizetype>(m_rows.size()); }
    /// What all of it takes in memory.
    qsizetype byteCount() const;

    /// Plain.
    QString text(qsizetype position, Text text) const;
    /// Of the list's source, from 1.
    qint64 sourceRow(qsizetype position) const { return m_rows.at(static_cast<size_t>(position)).sourceRow; }
    qint64 applications(qsizetype position) const
    {
        return m_rows.at(static_cast<size_t>(position)).applications;
    }

private:
    struct Row
    {
        /// Where name and contact begin in m_text; what is behind them, up to the next row, is the ID.
        quint32 name = 0;
        quint32 contact = 0;
        quint32 userId = 0;
        quint32 sourceRow = 0;
        quint32 applications = 0;
    };

    void append(const ServerText &name, const QString &contact, const QString &userId, Row row);

    QByteArray m_text;
    std::vector<Row> m_rows;
};

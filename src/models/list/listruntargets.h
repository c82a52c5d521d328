// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplanitem.h"
#include "models/table/textarena.h"

#include <vector>

/// The users of a list that runs: what a table shows of each, in less than a hundred bytes.
class ListRunTargets
{
public:
    enum Text {
        Name,
        Contact,
        UserId,
    };

    void reserve(qsizetype count);
    /// Gives back what was kept for further users.
    void squeeze();

    void append(const ListPlanItem &item);

    qsizetype count() const { return m_texts.count(); }
    /// What all of it takes in memory.
    qsizetype byteCount() const;

    /// Plain.
    QString text(qsizetype position, Text text) const { return m_texts.text(position, text); }
    /// Those with @p wanted in name, contact or user ID, in whatever case; it must not be empty.
    QBitArray withText(const QString &wanted) const { return m_texts.rowsWith(wanted); }
    /// The row of the list's source, from 1.
    qint64 sourceRow(qsizetype position) const { return m_numbers.at(static_cast<size_t>(position)).row; }
    /// Name of the file of that row; empty where the list comes from one file.
    const QString &sourceFile(qsizetype position) const
    {
        return m_files.at(m_numbers.at(static_cast<size_t>(position)).file);
    }
    qint64 applications(qsizetype position) const
    {
        return m_numbers.at(static_cast<size_t>(position)).applications;
    }

private:
    struct Numbers
    {
        quint32 row = 0;
        quint32 applications = 0;
        quint32 file = 0;
    };

    TextArena m_texts;
    QStringList m_files;
    std::vector<Numbers> m_numbers;
};

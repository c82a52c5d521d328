// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// Aligned columns for a terminal, where a Chinese character is as wide as two Latin ones.
class TextTable
{
public:
    TextTable() = default;
    explicit TextTable(const QStringList &heading) { add(heading); }

    void add(const QStringList &row) { m_rows.append(row); }

    /// The rows with their columns two spaces apart, each line behind @p indent, without the last line feed.
    QString text(const QString &indent = {}) const;

    /// Columns that a terminal uses for @p text.
    static qsizetype width(const QString &text);

private:
    QList<QStringList> m_rows;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sql/sqlvalue.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QVarLengthArray>

#include <initializer_list>

/// Values for some columns of one row, in the order in which they were given. A list writes a dozen rows for
/// each of its users, so this is a plain array and not a JSON object.
class JournalColumns
{
public:
    /// Null, a number or a text.
    using Value = SqlValue;
    struct Column
    {
        QLatin1StringView name;
        Value value;
    };

    JournalColumns(std::initializer_list<Column> columns);

    /// Adds a column, or gives it another value. Texts lose what SQLite would give back otherwise than it
    /// got it: halves of surrogate pairs and the two code points that are no characters.
    void insert(QLatin1StringView name, Value value);

    const Column *begin() const { return m_columns.begin(); }
    const Column *end() const { return m_columns.end(); }
    qsizetype count() const { return m_columns.size(); }

    /// Appends them as a compact JSON object: all, or those that differ from the columns of the same names of
    /// @p previous, which stand in the same order.
    void appendJson(QByteArray *json, const JournalColumns *previous = nullptr) const;

private:
    QVarLengthArray<Column, 16> m_columns;
};

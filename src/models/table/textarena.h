// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBitArray>
#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <vector>

/// The texts of many rows in one piece of memory, the same number in each row. A million rows take little
/// more than their letters, and are searched by one scan over them.
class TextArena
{
public:
    void reserve(qsizetype rows) { m_begins.reserve(static_cast<size_t>(rows)); }

    /// Adds a row. The texts are plain, as ServerText gives them: without control characters.
    void append(std::initializer_list<QString> texts);
    /// Gives back what was kept for further rows.
    void squeeze();

    qsizetype count() const { return static_cast<qsizetype>(m_begins.size()); }
    /// What all of it takes in memory.
    qsizetype byteCount() const;

    /// The text of @p row with the number @p column, from 0.
    QString text(qsizetype row, int column) const;

    /// The rows with @p wanted in one of their texts, in whatever case, Chinese also as it is typed (see
    /// Pinyin); it must not be empty.
    QBitArray rowsWith(const QString &wanted) const;

private:
    void addTyped(const QString &wanted, QBitArray *rows) const;
    /// Where @p row ends, which is where the next one begins.
    qsizetype end(qsizetype row) const;

    /// Each text has a zero behind it, so that nothing is found across two of them.
    QByteArray m_text;
    std::vector<quint32> m_begins;
};

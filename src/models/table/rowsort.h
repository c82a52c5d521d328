// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QLocale>
#include <QString>

#include <functional>

/// What rows are sorted by, one of the three. It is read in another thread.
struct RowKeys
{
    qsizetype count = 0;
    std::function<qint64(qsizetype)> number;
    /// Character by character: the digits in it are no numbers.
    std::function<QString(qsizetype)> id;
    /// In the order of a language.
    std::function<QString(qsizetype)> text;
};

namespace RowSort {

/// The rows in order; those with equal keys stay as they are. Empty when all of them may stay, or when
/// @p isWanted says no more.
QList<quint32> sorted(const RowKeys &keys, Qt::SortOrder order, const QLocale &locale,
                      const std::function<bool()> &isWanted);

} // namespace RowSort

// SPDX-License-Identifier: Apache-2.0
#include "models/table/rowsort.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <vector>

namespace {

/// Rows between two looks whether their order is still wanted.
constexpr qsizetype lookAfter = 4096;

template <typename Key, typename MakeKey>
QList<quint32> sortedBy(qsizetype count, Qt::SortOrder order, const std::function<bool()> &isWanted,
                        const MakeKey &makeKey)
{
    // A key is made once a row: comparing texts in the order of a language is dear.
    std::vector<Key> keys;
    keys.reserve(static_cast<size_t>(count));
    for (qsizetype row = 0; row < count; ++row) {
        if (row % lookAfter == 0 && !isWanted())
            return {};
        keys.push_back(makeKey(row));
    }
    QList<quint32> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    const auto isLess = [&keys, order](quint32 left, quint32 right) {
        return order == Qt::AscendingOrder ? keys[left] < keys[right] : keys[right] < keys[left];
    };
    if (std::ranges::is_sorted(rows, isLess))
        return {};
    std::ranges::stable_sort(rows, isLess);
    return rows;
}

} // namespace

QList<quint32> RowSort::sorted(const RowKeys &keys, Qt::SortOrder order, const QLocale &locale,
                               const std::function<bool()> &isWanted)
{
    if (keys.number)
        return sortedBy<qint64>(keys.count, order, isWanted, keys.number);
    if (keys.id)
        return sortedBy<QString>(keys.count, order, isWanted, keys.id);
    // The locale "C" knows no numbers in names.
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    return sortedBy<QCollatorSortKey>(keys.count, order, isWanted, [&collator, &keys](qsizetype row) {
        return collator.sortKey(keys.text(row));
    });
}

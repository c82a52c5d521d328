// SPDX-License-Identifier: Apache-2.0
#include "models/table/listtablemodel.h"

#include "core/async/workerthread.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Stretches of rows that come or go one by one; with more of them the views read everything again.
constexpr int mostStretches = 64;

struct Stretch
{
    qsizetype first = 0;
    qsizetype count = 0;
};

/// Where @p list has entries that @p other has not; both rise.
QList<Stretch> missingIn(const QList<quint32> &other, const QList<quint32> &list)
{
    QList<Stretch> result;
    qsizetype at = 0;
    for (qsizetype i = 0; i < list.size(); ++i) {
        while (at < other.size() && other.at(at) < list.at(i))
            ++at;
        if (at < other.size() && other.at(at) == list.at(i))
            continue;
        if (!result.isEmpty() && result.constLast().first + result.constLast().count == i)
            ++result.last().count;
        else
            result.append({.first = i, .count = 1});
    }
    return result;
}

} // namespace

ListTableModel::ListTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

ListTableModel::~ListTableModel()
{
    ++m_wantedSort;
}

int ListTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_isFiltered ? m_shown.size() : positionCount());
}

QVariant ListTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qsizetype position = positionOf(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(position, index.column());
    case Qt::ToolTipRole:
        return text(position, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole: {
        if (index.column() != 0)
            return {};
        QStringList parts;
        for (int column = 0; column < columnCount(); ++column)
            parts << text(position, column);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

void ListTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    const quint64 number = ++m_wantedSort;
    m_isSorting = positionCount() > 0;
    if (!m_isSorting)
        return;
    if (!m_sorter)
        m_sorter = std::make_unique<WorkerThread>(u"sort"_s);
    m_sorter->post([this, number, keys = keys(column), order, locale = QLocale()] {
        const auto isWanted = [this, number] { return m_wantedSort == number; };
        const QList<quint32> rows = RowSort::sorted(keys, order, locale, isWanted);
        if (!isWanted())
            return;
        // The model has not gone before its thread has ended.
        QMetaObject::invokeMethod(
            this,
            [this, number, rows] {
                if (m_wantedSort == number)
                    setOrder(rows);
            },
            Qt::QueuedConnection);
    });
}

qsizetype ListTableModel::arrangementByteCount() const
{
    return (m_order.capacity() + m_shown.capacity()) * qsizetype{sizeof(quint32)};
}

void ListTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    touchRows();
}

qsizetype ListTableModel::positionOf(int row) const
{
    const qsizetype rank = m_isFiltered ? m_shown.at(row) : row;
    return m_order.isEmpty() ? rank : m_order.at(rank);
}

void ListTableModel::takeRows()
{
    m_order.clear();
    filterRows();
    ++m_wantedSort;
    m_isSorting = false;
    if (m_sortColumn)
        sort(*m_sortColumn, m_sortOrder);
}

void ListTableModel::filterRows()
{
    const std::optional<QBitArray> accepted = this->accepted();
    m_isFiltered = accepted.has_value();
    m_shown = accepted ? ranksOf(*accepted) : QList<quint32>();
}

void ListTableModel::followFilter()
{
    const std::optional<QBitArray> accepted = this->accepted();
    if (!accepted)
        return;
    const QList<quint32> after = ranksOf(*accepted);
    QList<Stretch> gone = missingIn(after, m_shown);
    const QList<Stretch> come = missingIn(m_shown, after);
    if (gone.size() + come.size() > mostStretches) {
        beginResetModel();
        m_shown = after;
        endResetModel();
        return;
    }
    // From the end, so that what is in front keeps its place.
    std::ranges::reverse(gone);
    for (const Stretch &stretch : std::as_const(gone)) {
        const auto first = static_cast<int>(stretch.first);
        beginRemoveRows({}, first, static_cast<int>(stretch.first + stretch.count) - 1);
        m_shown.remove(stretch.first, stretch.count);
        endRemoveRows();
    }
    for (const Stretch &stretch : come) {
        const auto first = static_cast<int>(stretch.first);
        beginInsertRows({}, first, static_cast<int>(stretch.first + stretch.count) - 1);
        m_shown.insert(stretch.first, stretch.count, 0);
        std::copy_n(after.cbegin() + stretch.first, stretch.count, m_shown.begin() + stretch.first);
        endInsertRows();
    }
}

void ListTableModel::touchRows()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QList<quint32> ListTableModel::ranksOf(const QBitArray &accepted) const
{
    QList<quint32> result;
    result.reserve(accepted.count(true));
    for (qsizetype rank = 0; rank < accepted.size(); ++rank) {
        if (accepted.testBit(m_order.isEmpty() ? rank : m_order.at(rank)))
            result.append(static_cast<quint32>(rank));
    }
    return result;
}

void ListTableModel::setOrder(const QList<quint32> &order)
{
    m_isSorting = false;
    if (order == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<qsizetype> positions;
    for (const QModelIndex &index : before)
        positions << positionOf(index.row());
    m_order = order;
    filterRows();
    QModelIndexList after;
    if (!before.isEmpty()) {
        QList<int> rowOf(positionCount(), -1);
        for (int row = 0; row < rowCount(); ++row)
            rowOf[positionOf(row)] = row;
        for (qsizetype at = 0; at < before.size(); ++at) {
            const int row = rowOf.at(positions.at(at));
            after << (row < 0 ? QModelIndex() : index(row, before.at(at).column()));
        }
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

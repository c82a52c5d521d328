// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/table/rowsort.h"

#include <QAbstractTableModel>
#include <QBitArray>
#include <QList>

#include <atomic>
#include <memory>
#include <optional>

class WorkerThread;

/// A table of a hundred thousand rows and more, that can be filtered and sorted. Filtering is one scan;
/// sorting is done in a thread of its own, and rows that change afterwards stay where they are.
class ListTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    ~ListTableModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// The text as it is shown; in the first column, for those who listen, that of the whole row.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Begins to sort; the rows move when that is done.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    bool isSorting() const { return m_isSorting; }

    /// What filter and order take in memory.
    qsizetype arrangementByteCount() const;

    /// Makes the views read every text again.
    void retranslate();

protected:
    explicit ListTableModel(QObject *parent = nullptr);

    /// All rows, whether they are shown or not; a position is one of them.
    virtual qsizetype positionCount() const = 0;
    /// True for the positions that the filter lets through; nothing without a filter.
    virtual std::optional<QBitArray> accepted() const = 0;
    virtual QString text(qsizetype position, int column) const = 0;
    /// True where @p column has numbers, which stand at the right.
    virtual bool isNumber(int column) const = 0;
    virtual RowKeys keys(int column) const = 0;

    qsizetype positionOf(int row) const;

    /// Between beginResetModel() and endResetModel(): the rows are others, in no order yet.
    void takeRows();
    /// Between beginResetModel() and endResetModel(): the filter is another one.
    void filterRows();
    /// Shows what the same filter lets through now, and tells the views what has come and gone.
    void followFilter();
    /// Tells the views to read all texts of the rows shown again.
    void touchRows();

private:
    QList<quint32> ranksOf(const QBitArray &accepted) const;
    void setOrder(const QList<quint32> &order);

    /// Positions; unused while they rise row by row.
    QList<quint32> m_order;
    /// The places in m_order that are shown, rising; unused without a filter.
    QList<quint32> m_shown;
    bool m_isFiltered = false;
    std::optional<int> m_sortColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_isSorting = false;
    /// The number of the sort that is wanted; older ones are given up.
    std::atomic<quint64> m_wantedSort = 0;
    /// Made for the first sort; ends before anything that it reads.
    std::unique_ptr<WorkerThread> m_sorter;
};

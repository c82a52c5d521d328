// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractTableModel>
#include <QList>

/// The table that one writes without thinking: a struct of strings a row, to be put under
/// QSortFilterProxyModel.
class PeerTable : public QAbstractTableModel
{
public:
    explicit PeerTable(int rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString number;
        QString name;
        QString contact;
        QString userId;
        QString applications;
        QString state;
        QString note;
    };

    QList<Row> m_rows;
};

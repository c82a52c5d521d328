// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listguess.h"
#include "core/list/listtable.h"

#include <QAbstractTableModel>

/// The first rows of a list as its file has them.
class ListPreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int maximumRows = 50;

    explicit ListPreviewModel(QObject *parent = nullptr);

    /// The rows below the headings; the column with the identifiers is marked and told its type.
    void setTable(const ListTable &table, const ListGuess &guess);

    /// The heading of @p column, or its number where it has none.
    QString title(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Makes the views read every text again.
    void retranslate();

private:
    int firstRow() const { return static_cast<int>(m_guess.firstRow); }

    ListTable m_table;
    ListGuess m_guess;
};

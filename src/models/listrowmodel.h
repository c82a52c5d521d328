// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/listresolution.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <optional>

/// The rows of a list and the users they lead to. A filter is one scan over the rows, and what is shown is a
/// list of their numbers: a hundred thousand rows stay smooth.
class ListRowModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        TextColumn,
        BucketColumn,
        NameColumn,
        ContactColumn,
        LastLoginColumn,
        NoteColumn,
        ColumnCount,
    };
    enum Role {
        /// ListBucket as int.
        BucketRole = Qt::UserRole,
        IsRemovedRole,
    };

    explicit ListRowModel(QObject *parent = nullptr);

    void setResolution(const ListResolution &resolution);
    const ListResolution &resolution() const { return m_resolution; }

    /// Shows only the rows of @p bucket; nothing for all. Removed rows are shown where their bucket is.
    void setFilter(std::optional<ListBucket> bucket);
    std::optional<ListBucket> filter() const { return m_filter; }

    /// Rows in each bucket, removed ones left out.
    QHash<ListBucket, qsizetype> counts() const { return ListResolutions::counts(m_resolution); }
    /// Users that a plan takes.
    qsizetype plannedCount() const;

    /// What @p row shows; only until the resolution changes.
    const ListRow &row(int row) const { return m_resolution.rows.at(m_shown.at(row)); }

    /// Takes the rows of the view out of the plan, or back in.
    void setRemoved(const QList<int> &rows, bool isRemoved);
    /// Decides who of several users @p row means.
    void choose(int row, const QString &userId);
    /// Plans the protected users of the view's rows all the same.
    void setOverrideReason(const QList<int> &rows, const QString &reason);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Makes the views read every text again.
    void retranslate();

Q_SIGNALS:
    /// Which rows are in which bucket, or in the plan, has changed.
    void countsChanged();

private:
    void scan();
    void rowsChanged();
    static QString text(const ListRow &row, int column);

    ListResolution m_resolution;
    std::optional<ListBucket> m_filter;
    /// Indices in m_resolution.rows.
    QList<qsizetype> m_shown;
};

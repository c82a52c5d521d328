// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/plan/listresolution.h"
#include "models/table/listtablemodel.h"
#include "models/table/textarena.h"

#include <QHash>
#include <QList>

#include <memory>
#include <optional>

/// The rows of a list and the users they lead to.
class ListRowModel : public ListTableModel
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
    /// Shows only rows with @p wanted in the list's text, the name or the contact, in whatever case; empty
    /// for all.
    void setSearch(const QString &wanted);

    /// Rows in each bucket, removed ones left out.
    QHash<ListBucket, qsizetype> counts() const { return ListResolutions::counts(m_resolution); }
    /// Users that a plan takes.
    qsizetype plannedCount() const;

    /// What @p row shows; only until the resolution changes.
    const ListRow &row(int row) const { return m_resolution.rows.at(positionOf(row)); }

    /// Takes the rows of the view out of the plan, or back in.
    void setRemoved(const QList<int> &rows, bool isRemoved);
    /// Decides who of several users @p row means.
    void choose(int row, const QString &userId);
    /// Plans the protected users of the view's rows all the same.
    void setOverrideReason(const QList<int> &rows, const QString &reason);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Which rows are in which bucket, or in the plan, has changed.
    void countsChanged();

protected:
    qsizetype positionCount() const override { return m_resolution.rows.size(); }
    std::optional<QBitArray> accepted() const override;
    QString text(qsizetype position, int column) const override;
    bool isNumber(int column) const override { return column == NumberColumn; }
    RowKeys keys(int column) const override;

private:
    void rowsChanged();
    std::shared_ptr<const TextArena> texts() const;

    ListResolution m_resolution;
    std::optional<ListBucket> m_filter;
    QString m_search;
    /// What is searched and sorted; made when it is first asked for.
    mutable std::shared_ptr<const TextArena> m_texts;
};

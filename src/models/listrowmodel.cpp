// SPDX-License-Identifier: Apache-2.0
#include "models/listrowmodel.h"

#include "models/listwords.h"
#include "models/timetext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The one user that @p row means; null where there is none, or where it is not decided.
const ListUser *userOf(const ListRow &row)
{
    return row.matches.size() == 1 ? &row.matches.constFirst() : nullptr;
}

} // namespace

ListRowModel::ListRowModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ListRowModel::setResolution(const ListResolution &resolution)
{
    beginResetModel();
    m_resolution = resolution;
    m_filter.reset();
    scan();
    endResetModel();
    Q_EMIT countsChanged();
}

void ListRowModel::setFilter(std::optional<ListBucket> bucket)
{
    if (m_filter == bucket)
        return;
    beginResetModel();
    m_filter = bucket;
    scan();
    endResetModel();
}

qsizetype ListRowModel::plannedCount() const
{
    return std::ranges::count_if(m_resolution.rows, ListResolutions::isPlanned);
}

void ListRowModel::setRemoved(const QList<int> &rows, bool isRemoved)
{
    for (const int row : rows)
        ListResolutions::setRemoved(m_resolution, m_shown.at(row), isRemoved);
    rowsChanged();
}

void ListRowModel::choose(int row, const QString &userId)
{
    const qsizetype index = m_shown.at(row);
    // The row, and others that turn out to be duplicates, may leave the bucket that is shown.
    beginResetModel();
    ListResolutions::choose(m_resolution, index, userId);
    scan();
    endResetModel();
    Q_EMIT countsChanged();
}

void ListRowModel::setOverrideReason(const QList<int> &rows, const QString &reason)
{
    for (const int row : rows) {
        if (this->row(row).bucket == ListBucket::Protected)
            ListResolutions::setOverrideReason(m_resolution, m_shown.at(row), reason);
    }
    rowsChanged();
}

int ListRowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ListRowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ListRowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ListRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::ToolTipRole:
        return text(shown, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return index.column() == NumberColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole: {
        QStringList parts;
        for (int column = 0; column < ColumnCount; ++column)
            parts << text(shown, column);
        parts.removeAll(QString());
        return index.column() == NumberColumn ? QVariant(parts.join(u", "_s)) : QVariant();
    }
    case BucketRole:
        return static_cast<int>(shown.bucket);
    case IsRemovedRole:
        return shown.isRemoved;
    default:
        return {};
    }
}

QVariant ListRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case NumberColumn:
        return tr("Row");
    case TextColumn:
        return tr("In the list");
    case BucketColumn:
        return tr("Result");
    case NameColumn:
        return tr("User");
    case ContactColumn:
        return tr("Contact");
    case LastLoginColumn:
        return tr("Last sign-in");
    case NoteColumn:
        return tr("Note");
    case ColumnCount:
        break;
    }
    return {};
}

void ListRowModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ListRowModel::scan()
{
    m_shown.clear();
    for (qsizetype at = 0; at < m_resolution.rows.size(); ++at) {
        if (!m_filter || m_resolution.rows.at(at).bucket == *m_filter)
            m_shown.append(at);
    }
}

void ListRowModel::rowsChanged()
{
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT countsChanged();
}

QString ListRowModel::text(const ListRow &row, int column)
{
    const ListUser *user = userOf(row);
    switch (column) {
    case NumberColumn:
        return QLocale().toString(row.number);
    case TextColumn:
        return row.text.plain();
    case BucketColumn:
        return ListWords::marked(row.bucket);
    case NameColumn:
        return user != nullptr ? user->name.plain() : QString();
    case ContactColumn:
        return user != nullptr ? ServerText(user->contact).plain() : QString();
    case LastLoginColumn:
        return user != nullptr ? timeText(user->lastLogin) : QString();
    case NoteColumn:
        return ListWords::note(row);
    default:
        return {};
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "models/list/listrowmodel.h"

#include "models/list/listwords.h"
#include "models/words/timetext.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The one user that @p row means; null where there is none, or where it is not decided.
const ListUser *userOf(const ListRow &row)
{
    return row.matches.size() == 1 ? &row.matches.constFirst() : nullptr;
}

/// In the arena, in this order.
enum Text {
    InTheList,
    Name,
    Contact,
};

/// Equal notes stand together.
qint64 noteKey(const ListRow &row)
{
    constexpr qint64 byBucket = qint64(1) << 48;
    constexpr qint64 byReason = qint64(1) << 32;
    const qint64 bucket = row.isRemoved ? 0 : static_cast<qint64>(row.bucket) + 1;
    const qint64 reason = row.failure ? static_cast<qint64>(*row.failure) + 1
                          : row.fault ? static_cast<qint64>(*row.fault) + 1
                                      : static_cast<qint64>(row.protection);
    return (bucket * byBucket) + (reason * byReason) + row.duplicateOf;
}

qint64 lastLoginKey(const ListRow &row)
{
    const ListUser *user = userOf(row);
    return user != nullptr && user->lastLogin.isValid() ? user->lastLogin.toMSecsSinceEpoch() : 0;
}

} // namespace

ListRowModel::ListRowModel(QObject *parent)
    : ListTableModel(parent)
{
}

void ListRowModel::setResolution(const ListResolution &resolution)
{
    beginResetModel();
    m_resolution = resolution;
    m_filter.reset();
    m_search.clear();
    m_texts.reset();
    takeRows();
    endResetModel();
    Q_EMIT countsChanged();
}

void ListRowModel::setFilter(std::optional<ListBucket> bucket)
{
    if (m_filter == bucket)
        return;
    beginResetModel();
    m_filter = bucket;
    filterRows();
    endResetModel();
}

void ListRowModel::setSearch(const QString &wanted)
{
    if (m_search == wanted)
        return;
    beginResetModel();
    m_search = wanted;
    filterRows();
    endResetModel();
}

qsizetype ListRowModel::plannedCount() const
{
    return std::ranges::count_if(m_resolution.rows, ListResolutions::isPlanned);
}

void ListRowModel::setRemoved(const QList<int> &rows, bool isRemoved)
{
    for (const int row : rows)
        ListResolutions::setRemoved(m_resolution, positionOf(row), isRemoved);
    rowsChanged();
}

void ListRowModel::choose(int row, const QString &userId)
{
    const qsizetype index = positionOf(row);
    // The row, and others that turn out to be duplicates, may leave the bucket that is shown.
    beginResetModel();
    ListResolutions::choose(m_resolution, index, userId);
    m_texts.reset();
    filterRows();
    endResetModel();
    Q_EMIT countsChanged();
}

void ListRowModel::setOverrideReason(const QList<int> &rows, const QString &reason)
{
    for (const int row : rows) {
        if (this->row(row).bucket == ListBucket::Protected)
            ListResolutions::setOverrideReason(m_resolution, positionOf(row), reason);
    }
    rowsChanged();
}

int ListRowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ListRowModel::data(const QModelIndex &index, int role) const
{
    if (role != BucketRole && role != IsRemovedRole)
        return ListTableModel::data(index, role);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ListRow &shown = row(index.row());
    return role == BucketRole ? QVariant(static_cast<int>(shown.bucket)) : QVariant(shown.isRemoved);
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

std::optional<QBitArray> ListRowModel::accepted() const
{
    if (!m_filter)
        return m_search.isEmpty() ? std::optional<QBitArray>() : texts()->rowsWith(m_search);
    QBitArray result(positionCount());
    for (qsizetype at = 0; at < result.size(); ++at)
        result.setBit(at, m_resolution.rows.at(at).bucket == *m_filter);
    if (!m_search.isEmpty())
        result &= texts()->rowsWith(m_search);
    return result;
}

QString ListRowModel::text(qsizetype position, int column) const
{
    const ListRow &row = m_resolution.rows.at(position);
    const ListUser *user = userOf(row);
    switch (static_cast<Column>(column)) {
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
    case NoteColumn: {
        // With several files, the number of a row says nothing without its file.
        QStringList parts{ServerText(row.file).plain(), ListWords::note(row)};
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    case ColumnCount:
        break;
    }
    return {};
}

RowKeys ListRowModel::keys(int column) const
{
    RowKeys result{.count = positionCount(), .number = {}, .id = {}, .text = {}};
    const auto byText = [&](Text text) {
        result.text = [texts = texts(), text](qsizetype at) { return texts->text(at, text); };
    };
    const auto byNumber = [&](qint64 (*key)(const ListRow &)) {
        result.number = [rows = m_resolution.rows, key](qsizetype at) { return key(rows.at(at)); };
    };
    switch (static_cast<Column>(column)) {
    case TextColumn:
        byText(InTheList);
        break;
    case NameColumn:
        byText(Name);
        break;
    case ContactColumn:
        byText(Contact);
        break;
    case BucketColumn:
        byNumber([](const ListRow &row) { return static_cast<qint64>(row.bucket); });
        break;
    case LastLoginColumn:
        byNumber(lastLoginKey);
        break;
    case NoteColumn:
        byNumber(noteKey);
        break;
    case NumberColumn:
        byNumber([](const ListRow &row) { return row.number; });
        break;
    case ColumnCount:
        break;
    }
    return result;
}

void ListRowModel::rowsChanged()
{
    touchRows();
    Q_EMIT countsChanged();
}

std::shared_ptr<const TextArena> ListRowModel::texts() const
{
    if (!m_texts) {
        auto made = std::make_shared<TextArena>();
        made->reserve(positionCount());
        for (const ListRow &row : m_resolution.rows) {
            const ListUser *user = userOf(row);
            made->append({row.text.plain(), user != nullptr ? user->name.plain() : QString(),
                          user != nullptr ? ServerText(user->contact).plain() : QString()});
        }
        made->squeeze();
        m_texts = std::move(made);
    }
    return m_texts;
}

// SPDX-License-Identifier: Apache-2.0
#include "models/jobmodel.h"

#include "models/listwords.h"

#include <QLocale>

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

bool JobFilter::accepts(const JobCell &cell) const
{
    if (outcome)
        return cell.phase == JobPhase::Done && cell.outcome == *outcome;
    if (!phase)
        return true;
    const bool isUnderWay = cell.phase == JobPhase::Sending || cell.phase == JobPhase::Checking;
    return *phase == JobPhase::Sending ? isUnderWay : cell.phase == *phase;
}

JobModel::JobModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void JobModel::setJob(std::shared_ptr<const JobTargets> targets, std::shared_ptr<const JobBoard> board)
{
    beginResetModel();
    m_targets = std::move(targets);
    m_board = std::move(board);
    m_filter = {};
    m_shown.clear();
    m_revision = 0;
    endResetModel();
}

void JobModel::setFilter(const JobFilter &filter)
{
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_shown = filter.isAll() ? QList<quint32>() : scan();
    endResetModel();
}

void JobModel::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
}

bool JobModel::poll()
{
    const quint64 revision = m_board ? m_board->revision() : 0;
    if (revision == m_revision)
        return false;
    m_revision = revision;
    if (!m_filter.isAll())
        show(scan());
    const int last = std::min(m_lastVisible, rowCount() - 1);
    const int first = std::clamp(m_firstVisible, 0, std::max(last, 0));
    if (first <= last)
        Q_EMIT dataChanged(index(first, StateColumn), index(last, NoteColumn));
    return true;
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_filter.isAll() ? userCount() : m_shown.size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qsizetype position = positionOf(index.row());
    const bool isAboutState = index.column() >= StateColumn || role >= Qt::UserRole;
    const bool isCellNeeded = isAboutState || role == Qt::AccessibleTextRole;
    const QList<JobCell> cells = isCellNeeded ? m_board->cells(position, 1) : QList<JobCell>();
    const JobCell cell = cells.isEmpty() ? JobCell() : cells.constFirst();
    switch (role) {
    case Qt::DisplayRole:
        return text(position, cell, index.column());
    case Qt::ToolTipRole:
        return text(position, cell, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return index.column() == RowColumn || index.column() == ApplicationsColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case Qt::AccessibleTextRole: {
        QStringList parts;
        for (int column = 0; column < ColumnCount; ++column)
            parts << text(position, cell, column);
        parts.removeAll(QString());
        return index.column() == RowColumn ? QVariant(parts.join(u", "_s)) : QVariant();
    }
    case OutcomeRole:
        return cell.phase == JobPhase::Done ? QVariant(static_cast<int>(cell.outcome)) : QVariant();
    case PositionRole:
        return position;
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case RowColumn:
        return tr("Row");
    case NameColumn:
        return tr("User");
    case ContactColumn:
        return tr("Contact");
    case UserIdColumn:
        return tr("User ID");
    case ApplicationsColumn:
        return tr("Applications");
    case StateColumn:
        return tr("State");
    case NoteColumn:
        return tr("Note");
    case ColumnCount:
        break;
    }
    return {};
}

void JobModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

qsizetype JobModel::userCount() const
{
    return m_targets && m_board ? m_targets->count() : 0;
}

QList<quint32> JobModel::scan() const
{
    QList<quint32> result;
    const qsizetype count = userCount();
    if (count == 0)
        return result;
    const QList<JobCell> cells = m_board->cells(0, count);
    for (qsizetype position = 0; position < count; ++position) {
        const JobCell cell = position < cells.size() ? cells.at(position) : JobCell();
        if (m_filter.accepts(cell))
            result.append(static_cast<quint32>(position));
    }
    return result;
}

void JobModel::show(const QList<quint32> &positions)
{
    QList<Stretch> gone = missingIn(positions, m_shown);
    const QList<Stretch> come = missingIn(m_shown, positions);
    if (gone.size() + come.size() > mostStretches) {
        beginResetModel();
        m_shown = positions;
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
        std::copy_n(positions.cbegin() + stretch.first, stretch.count, m_shown.begin() + stretch.first);
        endInsertRows();
    }
}

QString JobModel::text(qsizetype position, const JobCell &cell, int column) const
{
    switch (static_cast<Column>(column)) {
    case RowColumn:
        return QLocale().toString(m_targets->sourceRow(position));
    case NameColumn:
        return m_targets->text(position, JobTargets::Name);
    case ContactColumn:
        return m_targets->text(position, JobTargets::Contact);
    case UserIdColumn:
        return m_targets->text(position, JobTargets::UserId);
    case ApplicationsColumn:
        return QLocale().toString(m_targets->applications(position));
    case StateColumn:
        return ListWords::marked(cell);
    case NoteColumn:
        return ListWords::note(cell);
    case ColumnCount:
        break;
    }
    return {};
}

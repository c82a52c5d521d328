// SPDX-License-Identifier: Apache-2.0
#include "models/list/listrunmodel.h"

#include "models/list/listwords.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// So many states are read at once: they are larger outside of the board.
constexpr qsizetype cellsAtOnce = 4096;

ListRunCell cellAt(const ListRunBoard &board, qsizetype position)
{
    const QList<ListRunCell> cells = board.cells(position, 1);
    return cells.isEmpty() ? ListRunCell() : cells.constFirst();
}

/// Those that wait first, then those under way, then the outcomes in the order of the buttons.
qint64 stateKey(const ListRunCell &cell)
{
    const auto phase = static_cast<qint64>(cell.phase);
    return cell.phase == ListRunPhase::Done ? phase + static_cast<qint64>(cell.outcome) : phase;
}

/// Equal notes stand together, and those without a note before all others.
qint64 noteKey(const ListRunCell &cell)
{
    constexpr qint64 byError = 1000;
    constexpr qint64 bySignIn = 500;
    const qint64 error = cell.error ? static_cast<qint64>(*cell.error) + 1 : 0;
    return (error * byError) + (cell.hasSignedInAgain ? bySignIn : 0) +
           (cell.attempts > 1 ? cell.attempts : 0);
}

} // namespace

bool ListRunFilter::accepts(const ListRunCell &cell) const
{
    if (fact)
        return cell.phase == ListRunPhase::Done && ListWords::fact(cell) == *fact;
    if (!phase)
        return true;
    const bool isUnderWay = cell.phase == ListRunPhase::Sending || cell.phase == ListRunPhase::Checking;
    return *phase == ListRunPhase::Sending ? isUnderWay : cell.phase == *phase;
}

ListRunModel::ListRunModel(QObject *parent)
    : ListTableModel(parent)
{
}

void ListRunModel::setRun(std::shared_ptr<const ListRunTargets> targets,
                          std::shared_ptr<const ListRunBoard> board)
{
    beginResetModel();
    m_targets = std::move(targets);
    m_board = std::move(board);
    m_filter = {};
    m_matches.clear();
    m_revision = 0;
    takeRows();
    endResetModel();
}

void ListRunModel::setFilter(const ListRunFilter &filter)
{
    if (m_filter == filter)
        return;
    beginResetModel();
    if (filter.text != m_filter.text)
        m_matches =
            filter.text.isEmpty() || positionCount() == 0 ? QBitArray() : m_targets->withText(filter.text);
    m_filter = filter;
    filterRows();
    endResetModel();
}

void ListRunModel::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
}

bool ListRunModel::poll()
{
    const quint64 revision = m_board ? m_board->revision() : 0;
    if (revision == m_revision)
        return false;
    m_revision = revision;
    if (m_filter.isAboutState())
        followFilter();
    const int last = std::min(m_lastVisible, rowCount() - 1);
    const int first = std::clamp(m_firstVisible, 0, std::max(last, 0));
    if (first <= last)
        Q_EMIT dataChanged(index(first, StateColumn), index(last, NoteColumn));
    return true;
}

int ListRunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ListRunModel::data(const QModelIndex &index, int role) const
{
    if (role != OutcomeRole && role != FactRole && role != PositionRole)
        return ListTableModel::data(index, role);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qsizetype position = positionOf(index.row());
    if (role == PositionRole)
        return position;
    const ListRunCell cell = cellAt(*m_board, position);
    if (cell.phase != ListRunPhase::Done)
        return {};
    return role == FactRole ? static_cast<int>(ListWords::fact(cell)) : static_cast<int>(cell.outcome);
}

QVariant ListRunModel::headerData(int section, Qt::Orientation orientation, int role) const
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

qsizetype ListRunModel::byteCount() const
{
    constexpr qsizetype bitsOfAByte = 8;
    const qsizetype list = positionCount() > 0 ? m_targets->byteCount() + m_board->byteCount() : 0;
    return list + arrangementByteCount() + (m_matches.size() / bitsOfAByte);
}

std::optional<QBitArray> ListRunModel::accepted() const
{
    if (!m_filter.isAboutState())
        return m_filter.text.isEmpty() ? std::optional<QBitArray>() : m_matches;
    QBitArray result(positionCount());
    for (qsizetype first = 0; first < result.size(); first += cellsAtOnce) {
        QList<ListRunCell> cells = m_board->cells(first, cellsAtOnce);
        cells.resize(std::min(cellsAtOnce, result.size() - first));
        for (qsizetype at = 0; at < cells.size(); ++at) {
            if (m_filter.accepts(cells.at(at)))
                result.setBit(first + at);
        }
    }
    if (!m_filter.text.isEmpty())
        result &= m_matches;
    return result;
}

QString ListRunModel::text(qsizetype position, int column) const
{
    switch (static_cast<Column>(column)) {
    case RowColumn:
        return ListWords::place(m_targets->sourceFile(position), m_targets->sourceRow(position));
    case NameColumn:
        return m_targets->text(position, ListRunTargets::Name);
    case ContactColumn:
        return m_targets->text(position, ListRunTargets::Contact);
    case UserIdColumn:
        return m_targets->text(position, ListRunTargets::UserId);
    case ApplicationsColumn:
        return QLocale().toString(m_targets->applications(position));
    case StateColumn:
        return ListWords::marked(cellAt(*m_board, position), m_board->summary().state);
    case NoteColumn:
        return ListWords::note(cellAt(*m_board, position));
    case ColumnCount:
        break;
    }
    return {};
}

bool ListRunModel::isNumber(int column) const
{
    return column == RowColumn || column == ApplicationsColumn;
}

RowKeys ListRunModel::keys(int column) const
{
    RowKeys result{.count = m_targets->count(), .number = {}, .id = {}, .text = {}};
    const auto texts = [this](ListRunTargets::Text text) {
        return [targets = m_targets, text](qsizetype at) { return targets->text(at, text); };
    };
    const auto cells = [this](qint64 (*key)(const ListRunCell &)) {
        return [board = m_board, key](qsizetype at) { return key(cellAt(*board, at)); };
    };
    switch (static_cast<Column>(column)) {
    case RowColumn:
        result.number = [targets = m_targets](qsizetype at) { return targets->sourceRow(at); };
        break;
    case NameColumn:
        result.text = texts(ListRunTargets::Name);
        break;
    case ContactColumn:
        result.text = texts(ListRunTargets::Contact);
        break;
    case UserIdColumn:
        result.id = texts(ListRunTargets::UserId);
        break;
    case ApplicationsColumn:
        result.number = [targets = m_targets](qsizetype at) { return targets->applications(at); };
        break;
    case StateColumn:
        result.number = cells(stateKey);
        break;
    case NoteColumn:
        result.number = cells(noteKey);
        break;
    case ColumnCount:
        break;
    }
    return result;
}

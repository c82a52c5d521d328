// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/run/listrunboard.h"
#include "kick/single/headline.h"
#include "models/history/historymodel.h"
#include "models/list/listruntargets.h"
#include "models/table/listtablemodel.h"

#include <QBitArray>

#include <memory>
#include <optional>

/// Which users of a list are shown.
struct ListRunFilter
{
    /// Those about whom this is the worst fact.
    std::optional<WorstFact> fact;
    /// Those that wait, or are under way.
    std::optional<ListRunPhase> phase;
    /// Those with this in name, contact or user ID, in whatever case.
    QString text;

    bool isAboutState() const { return fact || phase; }
    /// What the state says; sending and checking are one: what is under way.
    bool accepts(const ListRunCell &cell) const;

    friend bool operator==(const ListRunFilter &, const ListRunFilter &) = default;
};

/// A list that runs, user by user. Nothing is told about single users: poll() looks at the board, and a
/// filter is one scan over it. Sorted by state, the rows stand as they stood when it was asked for.
class ListRunModel : public ListTableModel
{
    Q_OBJECT

public:
    enum Column {
        RowColumn,
        NameColumn,
        ContactColumn,
        UserIdColumn,
        ApplicationsColumn,
        StateColumn,
        NoteColumn,
        ColumnCount,
    };
    enum Role {
        /// KickOutcome as int; invalid while there is none.
        OutcomeRole = HistoryModel::OutcomeRole,
        /// WorstFact as int; invalid while there is none.
        FactRole = HistoryModel::FactRole,
        /// The position in the list.
        PositionRole,
    };

    explicit ListRunModel(QObject *parent = nullptr);

    /// Shows another list; null for none.
    void setRun(std::shared_ptr<const ListRunTargets> targets, std::shared_ptr<const ListRunBoard> board);
    bool shows(const std::shared_ptr<const ListRunTargets> &targets,
               const std::shared_ptr<const ListRunBoard> &board) const
    {
        return m_targets == targets && m_board == board;
    }

    void setFilter(const ListRunFilter &filter);
    const ListRunFilter &filter() const { return m_filter; }

    /// The rows that are on the screen: the only ones that poll() reports as changed.
    void setVisibleRows(int first, int last);

    /// Looks what has changed since the last time; false when nothing has.
    bool poll();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// What the list takes in memory: its users, their states, filter and order.
    qsizetype byteCount() const;

protected:
    qsizetype positionCount() const override { return m_targets && m_board ? m_targets->count() : 0; }
    std::optional<QBitArray> accepted() const override;
    QString text(qsizetype position, int column) const override;
    bool isNumber(int column) const override;
    RowKeys keys(int column) const override;

private:
    std::shared_ptr<const ListRunTargets> m_targets;
    std::shared_ptr<const ListRunBoard> m_board;
    ListRunFilter m_filter;
    /// Who has the text of the filter; unused without one.
    QBitArray m_matches;
    quint64 m_revision = 0;
    int m_firstVisible = 0;
    int m_lastVisible = -1;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/jobboard.h"
#include "models/historymodel.h"
#include "models/jobtargets.h"

#include <QAbstractTableModel>
#include <QList>

#include <memory>
#include <optional>

/// Which users of a list are shown.
struct JobFilter
{
    /// Those with this outcome.
    std::optional<KickOutcome> outcome;
    /// Those that wait, or are under way.
    std::optional<JobPhase> phase;

    bool isAll() const { return !outcome && !phase; }
    /// Sending and checking are one: what is under way.
    bool accepts(const JobCell &cell) const;

    friend bool operator==(const JobFilter &, const JobFilter &) = default;
};

/// A list that runs, user by user. Nothing is told about single users: poll() looks at the board, and a
/// filter is one scan over it.
class JobModel : public QAbstractTableModel
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
        /// The position in the list.
        PositionRole,
    };

    explicit JobModel(QObject *parent = nullptr);

    /// Shows another list; null for none.
    void setJob(std::shared_ptr<const JobTargets> targets, std::shared_ptr<const JobBoard> board);
    bool shows(const std::shared_ptr<const JobTargets> &targets,
               const std::shared_ptr<const JobBoard> &board) const
    {
        return m_targets == targets && m_board == board;
    }

    void setFilter(const JobFilter &filter);
    const JobFilter &filter() const { return m_filter; }

    /// The rows that somebody looks at: the only ones that poll() reports as changed.
    void setVisibleRows(int first, int last);

    /// Looks what has changed since the last time; false when nothing has.
    bool poll();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Makes the views read every text again.
    void retranslate();

private:
    qsizetype positionOf(int row) const { return m_filter.isAll() ? row : m_shown.at(row); }
    qsizetype userCount() const;
    QList<quint32> scan() const;
    void show(const QList<quint32> &positions);
    QString text(qsizetype position, const JobCell &cell, int column) const;

    std::shared_ptr<const JobTargets> m_targets;
    std::shared_ptr<const JobBoard> m_board;
    JobFilter m_filter;
    /// Positions in the list; unused without a filter.
    QList<quint32> m_shown;
    quint64 m_revision = 0;
    int m_firstVisible = 0;
    int m_lastVisible = -1;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/result.h"
#include "store/history/historytypes.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <optional>

class HistoryReader;

/// The kicks of the journal that match a filter, newest first, fetched a page at a time.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        UserColumn,
        ApplicationsColumn,
        OutcomeColumn,
        TicketColumn,
        ReasonColumn,
        OperatorColumn,
        RequestColumn,
        ColumnCount,
    };
    enum Role {
        ItemIdRole = Qt::UserRole,
        /// A KickOutcome as int.
        OutcomeRole,
        /// A WorstFact as int.
        FactRole,
    };

    static constexpr int pageSize = 100;

    /// @p reader must outlive the model.
    explicit HistoryModel(HistoryReader *reader, QObject *parent = nullptr);

    /// Reads the first page of what matches @p filter; until it has come the rows stay as they are. What is
    /// under way for another filter is given up.
    void load(const HistoryFilter &filter);
    /// Reads again as many rows as there are.
    void refresh();

    const HistoryFilter &filter() const { return m_filter; }
    bool isLoading() const { return !m_call.isNull(); }
    const std::optional<Error> &error() const { return m_error; }
    /// False until the first page has been read.
    bool hasAnswer() const { return m_hasAnswer; }
    bool hasMore() const { return m_hasMore; }
    /// The row of the kick @p itemId; -1 when it is not here.
    int rowOf(qint64 itemId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Makes the views read every text again.
    void retranslate();

Q_SIGNALS:
    /// Loading, error or the number of rows is another one.
    void statusChanged();

private:
    void request(qint64 beforeItemId, int limit);
    void take(const HistorySlice &page, bool isFirst);

    HistoryReader *m_reader;
    QPointer<PendingCall> m_call;
    HistoryFilter m_filter;
    QList<HistoryItem> m_items;
    std::optional<Error> m_error;
    bool m_hasAnswer = false;
    bool m_hasMore = false;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "core/async/paging.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSet>

#include <optional>

class HistoryReader;

/// The pool's own log of what administrators did to sign-in states, newest first as the server lists it,
/// fetched a page at a time. The server cannot be asked about one user only, so that it lists the whole pool.
/// Rows whose requestId is on record in the journal are this program's.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        AdminColumn,
        OperationColumn,
        ResultColumn,
        AddressColumn,
        RequestColumn,
        ColumnCount,
    };
    enum Role {
        /// True where the journal has the requestId.
        IsOwnRole = Qt::UserRole,
    };

    /// @p client and @p journal must outlive the model.
    AuditModel(Client *client, HistoryReader *journal, QObject *parent = nullptr);

    /// Reads the log anew.
    void load();
    void clear();
    /// Asks again for the page that failed.
    void retry();

    bool isLoading() const { return !m_call.isNull(); }
    const std::optional<Error> &error() const { return m_error; }

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
    void request(int page);
    void takePage(const Page<AuditRecord> &page);
    void markOwn(const QList<AuditRecord> &records);
    bool isOwn(const AuditRecord &record) const { return m_ownRequests.contains(record.requestId); }
    QString text(const AuditRecord &record, int column) const;

    Client *m_client;
    HistoryReader *m_journal;
    QPointer<PendingCall> m_call;
    QList<AuditRecord> m_records;
    QSet<QString> m_ownRequests;
    int m_requestedPage = 0;
    Paging m_paging{Client::maximumLimit};
    bool m_isExhausted = true;
    std::optional<Error> m_error;
};

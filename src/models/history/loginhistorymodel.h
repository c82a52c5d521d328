// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "core/async/paging.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <optional>

/// The sign-ins of one user, newest first as the server lists them, fetched a page at a time.
class LoginHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ApplicationColumn,
        AddressColumn,
        DeviceColumn,
        ColumnCount,
    };

    /// @p client must outlive the model.
    explicit LoginHistoryModel(Client *client, QObject *parent = nullptr);

    /// Replaces the rows by the sign-ins of @p userId.
    void load(const QString &userId);
    void clear();
    /// Asks again for the page that failed.
    void retry();

    bool isLoading() const { return !m_call.isNull(); }
    const std::optional<Error> &error() const { return m_error; }
    const QList<LoginRecord> &records() const { return m_records; }

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
    void recordsAdded(const QList<LoginRecord> &records);

private:
    void request(int page);
    void takePage(const Page<LoginRecord> &page);
    QString text(const LoginRecord &record, int column) const;

    Client *m_client;
    QPointer<PendingCall> m_call;
    QString m_userId;
    QList<LoginRecord> m_records;
    int m_requestedPage = 0;
    Paging m_paging{Client::maximumLimit};
    bool m_isExhausted = true;
    std::optional<Error> m_error;
};

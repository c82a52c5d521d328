// SPDX-License-Identifier: Apache-2.0
#include "models/history/loginhistorymodel.h"

#include "models/user/useragent.h"
#include "models/words/timetext.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

LoginHistoryModel::LoginHistoryModel(Client *client, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
{
}

void LoginHistoryModel::load(const QString &userId)
{
    clear();
    m_userId = userId;
    request(1);
}

void LoginHistoryModel::clear()
{
    if (m_call)
        m_call->abort();
    m_call.clear();
    beginResetModel();
    m_records.clear();
    m_isExhausted = true;
    m_error.reset();
    endResetModel();
    Q_EMIT statusChanged();
}

void LoginHistoryModel::retry()
{
    if (m_error)
        request(m_requestedPage);
}

int LoginHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int LoginHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LoginHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LoginRecord &record = m_records.at(index.row());
    if (role == Qt::DisplayRole)
        return text(record, index.column());
    if (role == Qt::ToolTipRole && index.column() == DeviceColumn)
        return record.userAgent.escaped();
    if (role == Qt::AccessibleTextRole && index.column() == TimeColumn) {
        QStringList parts;
        for (int column = 0; column < ColumnCount; ++column)
            parts << text(record, column);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    return {};
}

QVariant LoginHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case ApplicationColumn:
        return tr("Application");
    case AddressColumn:
        return tr("IP address");
    case DeviceColumn:
        return tr("Browser and system");
    default:
        return {};
    }
}

bool LoginHistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isExhausted && !isLoading() && !m_error;
}

void LoginHistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(m_requestedPage + 1);
}

void LoginHistoryModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LoginHistoryModel::request(int page)
{
    m_error.reset();
    m_requestedPage = page;
    const LoginHistoryQuery query{
        .userId = m_userId, .start = {}, .page = page, .limit = Client::maximumLimit};
    m_call = m_client->getUserLoginHistory(query, this, [this](const Result<Page<LoginRecord>> &answer) {
        m_call.clear();
        if (answer)
            takePage(*answer);
        else
            m_error = answer.error();
        Q_EMIT statusChanged();
    });
    Q_EMIT statusChanged();
}

void LoginHistoryModel::takePage(const Page<LoginRecord> &page)
{
    if (m_requestedPage == 1)
        m_paging.begin();
    m_paging.take(page);
    m_isExhausted = m_paging.isRead();
    if (m_isExhausted && !m_paging.isWhole())
        m_error = m_paging.incomplete();
    if (page.list.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page.list.size()) - 1);
    m_records += page.list;
    endInsertRows();
    Q_EMIT recordsAdded(page.list);
}

QString LoginHistoryModel::text(const LoginRecord &record, int column) const
{
    switch (column) {
    case TimeColumn:
        return record.time.isValid() ? timeText(record.time) : tr("time unknown");
    case ApplicationColumn:
        return record.appName.isEmpty() ? ServerText(record.appId).plain() : record.appName.plain();
    case AddressColumn:
        return record.clientIp.plain();
    case DeviceColumn:
        return UserAgents::summary(record.userAgent);
    default:
        return {};
    }
}

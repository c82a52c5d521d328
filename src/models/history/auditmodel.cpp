// SPDX-License-Identifier: Apache-2.0
#include "models/history/auditmodel.h"

#include "models/words/timetext.h"
#include "store/history/historyreader.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

AuditModel::AuditModel(Client *client, HistoryReader *journal, QObject *parent)
    : QAbstractTableModel(parent)
    , m_client(client)
    , m_journal(journal)
{
}

void AuditModel::load()
{
    clear();
    request(1);
}

void AuditModel::clear()
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

void AuditModel::retry()
{
    if (m_error)
        request(m_requestedPage);
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AuditRecord &record = m_records.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(record, index.column());
    case Qt::ToolTipRole:
        return record.eventDetail.escaped();
    case IsOwnRole:
        return isOwn(record);
    case Qt::AccessibleTextRole: {
        if (index.column() != TimeColumn)
            return text(record, index.column());
        QStringList parts;
        for (int column = 0; column < ColumnCount; ++column)
            parts << text(record, column);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case AdminColumn:
        return tr("Administrator");
    case OperationColumn:
        return tr("Operation");
    case ResultColumn:
        return tr("Result");
    case AddressColumn:
        return tr("IP address");
    case RequestColumn:
        return u"requestId"_s;
    default:
        return {};
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isExhausted && !isLoading() && !m_error;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(m_requestedPage + 1);
}

void AuditModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AuditModel::request(int page)
{
    m_error.reset();
    m_requestedPage = page;
    const AuditQuery query{.requestId = {},
                           .resourceType = u"userLoginState"_s,
                           .start = {},
                           .end = {},
                           .page = page,
                           .limit = Client::maximumLimit};
    m_call = m_client->getAdminAuditLogs(query, this, [this](const Result<Page<AuditRecord>> &answer) {
        m_call.clear();
        if (answer)
            takePage(*answer);
        else
            m_error = answer.error();
        Q_EMIT statusChanged();
    });
    Q_EMIT statusChanged();
}

void AuditModel::takePage(const Page<AuditRecord> &page)
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
    markOwn(page.list);
}

void AuditModel::markOwn(const QList<AuditRecord> &records)
{
    QStringList requestIds;
    for (const AuditRecord &record : records)
        requestIds << record.requestId;
    // A journal that cannot be read leaves the rows unmarked; the history page says why.
    m_journal->recordedRequests(requestIds, this, [this](const Result<QStringList> &own) {
        if (!own || own->isEmpty() || m_records.isEmpty())
            return;
        m_ownRequests.unite(QSet<QString>(own->begin(), own->end()));
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

QString AuditModel::text(const AuditRecord &record, int column) const
{
    switch (column) {
    case TimeColumn:
        return record.timestamp.isValid() ? timeText(record.timestamp) : tr("time unknown");
    case AdminColumn:
        return isOwn(record) ? tr("%1 (this tool)").arg(record.adminUserDisplayName.plain())
                             : record.adminUserDisplayName.plain();
    case OperationColumn:
        return record.eventDetail.isEmpty() ? record.operationType.plain() : record.eventDetail.plain();
    case ResultColumn:
        return record.success ? u"✔ "_s + tr("done") : u"✖ "_s + tr("failed");
    case AddressColumn:
        return record.clientIp.plain();
    case RequestColumn:
        return ServerText(record.requestId).plain();
    default:
        return {};
    }
}

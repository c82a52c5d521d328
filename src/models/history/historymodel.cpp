// SPDX-License-Identifier: Apache-2.0
#include "models/history/historymodel.h"

#include "models/words.h"
#include "models/words/timetext.h"
#include "store/history/historyreader.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Rows that a refresh reads at most; an agent who has scrolled further starts from there again.
constexpr int mostRefreshedRows = 1000;

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

QString user(const HistoryItem &item)
{
    const QString &identifier = Targets::knownId(item.target);
    const QString name = item.target.name.plain();
    return joined(
        {name.isEmpty() ? ServerText(identifier).plain() : name, ServerText(item.target.contact).plain()},
        u" · "_s);
}

QString text(const HistoryItem &item, int column)
{
    switch (column) {
    case HistoryModel::TimeColumn:
        return timeText(item.time);
    case HistoryModel::UserColumn:
        return user(item);
    case HistoryModel::ApplicationsColumn:
        return QLocale().toString(item.target.appIds.size());
    case HistoryModel::OutcomeColumn:
        return OutcomeWords::marked(Headlines::worst(Headlines::facts(item)));
    case HistoryModel::TicketColumn:
        return ServerText(item.job.ticket).plain();
    case HistoryModel::ReasonColumn:
        return ServerText(item.job.reason).plain();
    case HistoryModel::OperatorColumn:
        return joined({ServerText(item.job.osUser).plain(), ServerText(item.job.operatorName).plain()},
                      u" / "_s);
    case HistoryModel::RequestColumn:
        return ServerText(item.reply.requestId).plain();
    default:
        return {};
    }
}

} // namespace

HistoryModel::HistoryModel(HistoryReader *reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

void HistoryModel::load(const HistoryFilter &filter)
{
    m_filter = filter;
    request(0, pageSize);
}

void HistoryModel::refresh()
{
    request(0, std::clamp(rowCount(), pageSize, mostRefreshedRows));
}

int HistoryModel::rowOf(qint64 itemId) const
{
    const auto found = std::ranges::find(m_items, itemId, &HistoryItem::itemId);
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HistoryItem &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::ToolTipRole:
        return text(item, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return index.column() == ApplicationsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                    : QVariant();
    case Qt::AccessibleTextRole: {
        if (index.column() != TimeColumn)
            return {};
        QStringList parts;
        for (int column = 0; column < ColumnCount; ++column)
            parts << (column == ApplicationsColumn
                          ? tr("%Ln application(s)", nullptr, static_cast<int>(item.target.appIds.size()))
                          : text(item, column));
        return joined(parts, u", "_s);
    }
    case ItemIdRole:
        return item.itemId;
    case OutcomeRole:
        return static_cast<int>(item.outcome);
    case FactRole:
        return static_cast<int>(Headlines::worst(Headlines::facts(item)));
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case UserColumn:
        return tr("User");
    case ApplicationsColumn:
        return tr("Apps");
    case OutcomeColumn:
        return tr("Result");
    case TicketColumn:
        return tr("Ticket");
    case ReasonColumn:
        return tr("Reason");
    case OperatorColumn:
        return tr("Operator");
    case RequestColumn:
        return u"requestId"_s;
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !isLoading() && !m_error;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(m_items.last().itemId, pageSize);
}

void HistoryModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void HistoryModel::request(qint64 beforeItemId, int limit)
{
    if (m_call)
        m_call->abort();
    m_call = m_reader->page(m_filter, beforeItemId, limit, this,
                            [this, beforeItemId](const Result<HistorySlice> &page) {
                                m_call.clear();
                                m_hasAnswer = true;
                                m_error = page ? std::nullopt : std::optional(page.error());
                                if (page)
                                    take(*page, beforeItemId == 0);
                                else if (beforeItemId == 0)
                                    take({}, true);
                                Q_EMIT statusChanged();
                            });
    Q_EMIT statusChanged();
}

void HistoryModel::take(const HistorySlice &page, bool isFirst)
{
    m_hasMore = page.hasMore;
    if (isFirst) {
        beginResetModel();
        m_items = page.items;
        endResetModel();
    } else if (!page.items.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page.items.size()) - 1);
        m_items += page.items;
        endInsertRows();
    }
}

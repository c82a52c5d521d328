// SPDX-License-Identifier: Apache-2.0
#include "models/listplanmodel.h"

#include "models/sessionwords.h"

#include <QCollator>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// How many requests of a list are on the wire at once.
constexpr int requestsAtOnce = 6;

qint64 count(const ListPlanItem &item, SessionState state)
{
    return std::ranges::count(item.before, state);
}

qint64 groups(const ListPlanItem &item)
{
    return (item.appIds.size() + KickRequest::maximumAppIds - 1) / KickRequest::maximumAppIds;
}

QString userIdOf(const ListPlanItem &item)
{
    return item.targetUserId.isEmpty() ? item.userId : item.targetUserId;
}

/// The state that says most of a user: anything online, else anything unknown.
SessionState worst(const ListPlanItem &item)
{
    if (count(item, SessionState::Online) > 0)
        return SessionState::Online;
    const bool isKnown = !item.before.isEmpty() && count(item, SessionState::Unknown) == 0;
    return isKnown ? SessionState::Offline : SessionState::Unknown;
}

/// What a column is sorted by where that is a number.
qint64 number(const ListPlanItem &item, int column)
{
    switch (column) {
    case ListPlanModel::RowColumn:
        return item.row;
    case ListPlanModel::ApplicationsColumn:
        return item.appIds.size();
    case ListPlanModel::OnlineColumn:
        // Online ones by their number, then the unknown ones, then the rest.
        return (count(item, SessionState::Online) * 2) + (worst(item) == SessionState::Unknown ? 1 : 0);
    default:
        return 0;
    }
}

bool isNumber(int column)
{
    return column == ListPlanModel::RowColumn || column == ListPlanModel::ApplicationsColumn ||
           column == ListPlanModel::OnlineColumn;
}

} // namespace

ListPlanFacts ListPlans::facts(const ListPlan &plan)
{
    ListPlanFacts facts{.users = plan.items.size()};
    QSet<QString> applications;
    for (const ListPlanItem &item : plan.items) {
        for (const QString &appId : item.appIds)
            applications.insert(appId);
        facts.onlineSessions += count(item, SessionState::Online);
        facts.unknownSessions +=
            item.before.isEmpty() ? item.appIds.size() : count(item, SessionState::Unknown);
        facts.offlineUsers += worst(item) == SessionState::Offline ? 1 : 0;
        facts.protectedUsers += item.overrideReason.isEmpty() ? 0 : 1;
        facts.calls += groups(item) + (item.targetUserId.isEmpty() ? 0 : item.appIds.size());
    }
    facts.applications = applications.size();
    return facts;
}

std::optional<std::chrono::seconds> ListPlans::expectedTime(const ListPlanFacts &facts,
                                                            std::chrono::milliseconds latency)
{
    if (latency <= std::chrono::milliseconds(0))
        return {};
    const auto time = latency * facts.calls / requestsAtOnce;
    return std::max(std::chrono::duration_cast<std::chrono::seconds>(time), std::chrono::seconds(1));
}

ListPlanModel::ListPlanModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ListPlanModel::setPlan(const ListPlan &plan)
{
    beginResetModel();
    m_plan = plan;
    m_order.resize(plan.items.size());
    std::iota(m_order.begin(), m_order.end(), qsizetype{0});
    endResetModel();
}

int ListPlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ListPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ListPlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ListPlanItem &item = m_plan.items.at(m_order.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::ToolTipRole:
        return text(item, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return index.column() == RowColumn || index.column() == ApplicationsColumn
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    default:
        return {};
    }
}

QVariant ListPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case RowColumn:
        return tr("Row");
    case NameColumn:
        return tr("User");
    case UserIdColumn:
        return tr("User ID");
    case ContactColumn:
        return tr("Contact");
    case ApplicationsColumn:
        return tr("Applications");
    case OnlineColumn:
        return tr("Sessions");
    case ColumnCount:
        break;
    }
    return {};
}

void ListPlanModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<qsizetype> items;
    for (const QModelIndex &index : before)
        items << m_order.at(index.row());

    std::iota(m_order.begin(), m_order.end(), qsizetype{0});
    // The locale "C" knows no numbers in names.
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    // A key is made once a row: comparing texts in the order of a language is dear.
    std::vector<QCollatorSortKey> keys;
    if (!isNumber(column)) {
        keys.reserve(static_cast<size_t>(m_plan.items.size()));
        for (const ListPlanItem &item : std::as_const(m_plan.items))
            keys.push_back(collator.sortKey(text(item, column)));
    }
    const auto isLess = [&](qsizetype left, qsizetype right) {
        if (keys.empty())
            return number(m_plan.items.at(left), column) < number(m_plan.items.at(right), column);
        return keys.at(static_cast<size_t>(left)) < keys.at(static_cast<size_t>(right));
    };
    std::ranges::stable_sort(m_order, [&](qsizetype left, qsizetype right) {
        return order == Qt::AscendingOrder ? isLess(left, right) : isLess(right, left);
    });

    QHash<qsizetype, int> rowOf;
    for (int row = 0; !items.isEmpty() && row < rowCount(); ++row)
        rowOf.insert(m_order.at(row), row);
    QModelIndexList after;
    for (qsizetype at = 0; at < items.size(); ++at)
        after << index(rowOf.value(items.at(at)), before.at(at).column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ListPlanModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_order.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ListPlanModel::text(const ListPlanItem &item, int column) const
{
    switch (static_cast<Column>(column)) {
    case RowColumn:
        return QLocale().toString(item.row);
    case NameColumn:
        return item.targetName.plain();
    case UserIdColumn:
        return ServerText(userIdOf(item)).plain();
    case ContactColumn:
        return ServerText(item.targetContact).plain();
    case ApplicationsColumn:
        return QLocale().toString(item.appIds.size());
    case OnlineColumn: {
        const qint64 online = count(item, SessionState::Online);
        return online > 0 ? tr("● %Ln online", nullptr, static_cast<int>(online))
                          : SessionWords::marked(worst(item));
    }
    case ColumnCount:
        break;
    }
    return {};
}

// SPDX-License-Identifier: Apache-2.0
#include "models/list/listplanmodel.h"

#include "models/list/listwords.h"
#include "models/words/sessionwords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 count(const ListPlanItem &item, SessionState state)
{
    return std::ranges::count(item.target.before, state);
}

QString userIdOf(const ListPlanItem &item)
{
    return Targets::knownId(item.target);
}

/// The state that says most of a user: anything online, else anything unknown.
SessionState worst(const ListPlanItem &item)
{
    if (count(item, SessionState::Online) > 0)
        return SessionState::Online;
    const bool isKnown = !item.target.before.isEmpty() && count(item, SessionState::Unknown) == 0;
    return isKnown ? SessionState::Offline : SessionState::Unknown;
}

/// What a column is sorted by where that is a number.
qint64 number(const ListPlanItem &item, int column)
{
    switch (column) {
    case ListPlanModel::RowColumn:
        return item.row;
    case ListPlanModel::ApplicationsColumn:
        return item.target.appIds.size();
    case ListPlanModel::OnlineColumn:
        // Online ones by their number, then the unknown ones, then the rest.
        return (count(item, SessionState::Online) * 2) + (worst(item) == SessionState::Unknown ? 1 : 0);
    default:
        return 0;
    }
}

/// The texts of a plan that are the same in every language.
QString plainText(const ListPlanItem &item, int column)
{
    switch (column) {
    case ListPlanModel::NameColumn:
        return item.target.name.plain();
    case ListPlanModel::UserIdColumn:
        return ServerText(userIdOf(item)).plain();
    case ListPlanModel::ContactColumn:
        return ServerText(item.target.contact).plain();
    default:
        return {};
    }
}

} // namespace

ListPlanModel::ListPlanModel(QObject *parent)
    : ListTableModel(parent)
{
}

void ListPlanModel::setPlan(const ListPlan &plan)
{
    beginResetModel();
    m_plan = plan;
    takeRows();
    endResetModel();
}

int ListPlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
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

QString ListPlanModel::text(qsizetype position, int column) const
{
    const ListPlanItem item = m_plan.items.at(position);
    switch (static_cast<Column>(column)) {
    case RowColumn:
        return ListWords::place(item.file, item.row);
    case NameColumn:
    case UserIdColumn:
    case ContactColumn:
        return plainText(item, column);
    case ApplicationsColumn:
        return QLocale().toString(item.target.appIds.size());
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

bool ListPlanModel::isNumber(int column) const
{
    return column == RowColumn || column == ApplicationsColumn;
}

RowKeys ListPlanModel::keys(int column) const
{
    RowKeys result{.count = m_plan.items.size(), .number = {}, .id = {}, .text = {}};
    const auto texts = [items = m_plan.items, column](qsizetype at) {
        return plainText(items.at(at), column);
    };
    switch (static_cast<Column>(column)) {
    case RowColumn:
    case ApplicationsColumn:
    case OnlineColumn:
        result.number = [items = m_plan.items, column](qsizetype at) { return number(items.at(at), column); };
        break;
    case UserIdColumn:
        result.id = texts;
        break;
    case NameColumn:
    case ContactColumn:
        result.text = texts;
        break;
    case ColumnCount:
        break;
    }
    return result;
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/listplan.h"
#include "models/listtablemodel.h"

#include <chrono>

/// What a plan comes to in numbers.
struct ListPlanFacts
{
    qint64 users = 0;
    /// Different applications.
    qint64 applications = 0;
    qint64 onlineSessions = 0;
    qint64 unknownSessions = 0;
    /// Users that are online nowhere.
    qint64 offlineUsers = 0;
    /// Users that are protected and taken all the same.
    qint64 protectedUsers = 0;
    /// Requests: the kicks, and a check of each application.
    qint64 calls = 0;
};

namespace ListPlans {

ListPlanFacts facts(const ListPlan &plan);

/// How long @p facts take where an answer takes @p latency; nothing without a latency.
std::optional<std::chrono::seconds> expectedTime(const ListPlanFacts &facts,
                                                 std::chrono::milliseconds latency);

} // namespace ListPlans

/// The users of a plan, sortable by every column.
class ListPlanModel : public ListTableModel
{
    Q_OBJECT

public:
    enum Column {
        RowColumn,
        NameColumn,
        UserIdColumn,
        ContactColumn,
        ApplicationsColumn,
        OnlineColumn,
        ColumnCount,
    };

    explicit ListPlanModel(QObject *parent = nullptr);

    void setPlan(const ListPlan &plan);
    const ListPlan &plan() const { return m_plan; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    qsizetype positionCount() const override { return m_plan.items.size(); }
    /// A plan is shown whole.
    std::optional<QBitArray> accepted() const override { return {}; }
    QString text(qsizetype position, int column) const override;
    bool isNumber(int column) const override;
    RowKeys keys(int column) const override;

private:
    ListPlan m_plan;
};

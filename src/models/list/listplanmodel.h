// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplan.h"
#include "models/table/listtablemodel.h"

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

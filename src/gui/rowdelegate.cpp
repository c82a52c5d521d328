// SPDX-License-Identifier: Apache-2.0
#include "gui/rowdelegate.h"

#include "gui/colors.h"
#include "models/applicationmodel.h"

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int room = 8;
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + room};
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->palette = Colors::tickBox(option->palette);
}

void SessionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (index.data(ApplicationModel::IsCheckingRole).toBool())
        return;
    const auto state = static_cast<SessionState>(index.data(ApplicationModel::StateRole).toInt());
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        option->palette.setColor(group, QPalette::Text, Colors::state(state, option->palette));
}

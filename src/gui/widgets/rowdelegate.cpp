// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/rowdelegate.h"

#include "gui/style/colors.h"
#include "gui/style/tokens.h"
#include "models/user/applicationmodel.h"

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(),
            option.fontMetrics.height() + Tokens::rowPadding};
}

void RowDelegate::colorText(QStyleOptionViewItem *option, const QColor &color)
{
    // A native style chooses a row by a dark ground, on which only its own text can be read.
    const bool keepsText =
        option->palette.color(QPalette::HighlightedText) == option->palette.color(QPalette::Text);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        option->palette.setColor(group, QPalette::Text, color);
        if (keepsText)
            option->palette.setColor(group, QPalette::HighlightedText, color);
    }
}

void SessionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (index.data(ApplicationModel::IsCheckingRole).toBool())
        return;
    const auto state = static_cast<SessionState>(index.data(ApplicationModel::StateRole).toInt());
    colorText(option, Colors::state(state, option->palette));
}

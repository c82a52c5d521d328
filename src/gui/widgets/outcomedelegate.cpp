// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/outcomedelegate.h"

#include "gui/style/colors.h"
#include "models/history/historymodel.h"

void OutcomeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const QVariant known = index.data(HistoryModel::FactRole);
    // A user of a list who has not had a turn yet.
    if (!known.isValid())
        return;
    const auto fact = static_cast<WorstFact>(known.toInt());
    colorText(option, Colors::fact(fact, option->palette));
}

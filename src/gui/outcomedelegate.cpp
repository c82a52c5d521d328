// SPDX-License-Identifier: Apache-2.0
#include "gui/outcomedelegate.h"

#include "gui/colors.h"
#include "models/historymodel.h"

namespace {

QColor color(KickOutcome outcome, const QPalette &palette)
{
    switch (outcome) {
    case KickOutcome::Verified:
        return Colors::good(palette);
    case KickOutcome::StillOnline:
    case KickOutcome::Rejected:
        return Colors::bad(palette);
    case KickOutcome::Accepted:
    case KickOutcome::Unknown:
        return Colors::caution(palette);
    case KickOutcome::NotSent:
    case KickOutcome::Skipped:
    case KickOutcome::Planned:
        break;
    }
    return palette.color(QPalette::Text);
}

} // namespace

void OutcomeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const QVariant known = index.data(HistoryModel::OutcomeRole);
    // A user of a list that nobody has got to yet.
    if (!known.isValid())
        return;
    const auto outcome = static_cast<KickOutcome>(known.toInt());
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        option->palette.setColor(group, QPalette::Text, color(outcome, option->palette));
}

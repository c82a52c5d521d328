// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/widgets/rowdelegate.h"

/// Gives the words of an outcome, HistoryModel::FactRole, their colour; the sign and the words stay what
/// tells it.
class OutcomeDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

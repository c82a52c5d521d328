// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

/// Paints a cell of a table with room above and below, the same for every script.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Writes the cell in @p color, also where its row is chosen and the style leaves the text its colour.
    static void colorText(QStyleOptionViewItem *option, const QColor &color);
};

/// Gives the words of a session state their colour; the sign and the words stay what tells it.
class SessionDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

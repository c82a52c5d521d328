// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/taborder.h"

#include <QWidget>

namespace {

/// A widget with a focus proxy would take along what it contains.
bool isReachedByTab(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
}

} // namespace

void TabOrder::adopt(const QWidget *parent)
{
    QWidget *last = parent->previousInFocusChain();
    while (last != parent && !isReachedByTab(last))
        last = last->previousInFocusChain();
    const QList<QWidget *> widgets = parent->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        // The list of a box is a window of its own.
        if (!isReachedByTab(widget) || widget->window() != parent->window())
            continue;
        QWidget::setTabOrder(last, widget);
        last = widget;
    }
}

void TabOrder::step(const QWidget *parent, bool next)
{
    QWidget *const start = parent->window()->focusWidget();
    QWidget *widget = start;
    if (widget == nullptr)
        return;
    const auto isNext = [parent](const QWidget *each) {
        return parent->isAncestorOf(each) && each->isVisible() && each->isEnabled() && isReachedByTab(each);
    };
    do
        widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    while (widget != start && !isNext(widget));
    widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

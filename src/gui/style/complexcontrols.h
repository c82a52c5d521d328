// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QStyleOption>

class QPainter;
class QWidget;

/// The controls that are made of several parts.
namespace ComplexControls {

void comboBox(QPainter *painter, const QStyleOptionComboBox &combo, const QRect &arrow,
              const QWidget *widget);

void spinBox(QPainter *painter, const QStyleOptionSpinBox &spin, const QRect &up, const QRect &down);

/// A handle without buttons at the ends.
void scrollBar(QPainter *painter, const QStyleOptionSlider &bar);

/// Where @p part of a scroll bar lies.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part);

} // namespace ComplexControls

// SPDX-License-Identifier: Apache-2.0
#include "gui/style/complexcontrols.h"

#include "gui/style/ink.h"
#include "gui/style/shapes.h"
#include "gui/style/tokens.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace {

constexpr int leastHandle = 28;

QColor arrowColor(const QStyleOption &option, bool isEnabled)
{
    return option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
}

bool isHorizontal(const QStyleOptionSlider &bar)
{
    return bar.orientation == Qt::Horizontal;
}

} // namespace

void ComplexControls::comboBox(QPainter *painter, const QStyleOptionComboBox &combo, const QRect &arrow,
                               const QWidget *widget)
{
    const bool isEnabled = combo.state.testFlag(QStyle::State_Enabled);
    if (Ink::role(widget) == Ink::Role::Quiet) {
        if (combo.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_Sunken) && isEnabled)
            Shapes::rounded(
                painter, combo.rect, Tokens::radiusField,
                Ink::tint(combo.palette, combo.palette.color(QPalette::Active, QPalette::Window), 0.06));
        if (combo.state.testFlag(QStyle::State_HasFocus))
            Shapes::focusRing(painter, &combo, nullptr);
    } else {
        Shapes::field(painter, &combo);
    }
    Shapes::arrow(painter, arrow, Qt::DownArrow, arrowColor(combo, isEnabled));
}

void ComplexControls::spinBox(QPainter *painter, const QStyleOptionSpinBox &spin, const QRect &up,
                              const QRect &down)
{
    Shapes::field(painter, &spin);
    const bool isEnabled = spin.state.testFlag(QStyle::State_Enabled);
    Shapes::arrow(painter, up, Qt::UpArrow,
                  arrowColor(spin, isEnabled && spin.stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled)));
    Shapes::arrow(
        painter, down, Qt::DownArrow,
        arrowColor(spin, isEnabled && spin.stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled)));
}

QRect ComplexControls::scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const int length = isHorizontal(bar) ? bar.rect.width() : bar.rect.height();
    const qint64 range = static_cast<qint64>(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0)
        handle = qBound(qMin(leastHandle, length),
                        static_cast<int>(length * qint64{bar.pageStep} / (range + bar.pageStep)), length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - handle, bar.upsideDown);
    const auto along = [&bar](int from, int size) {
        return isHorizontal(bar) ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                                 : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {};
    }
}

void ComplexControls::scrollBar(QPainter *painter, const QStyleOptionSlider &bar)
{
    painter->fillRect(bar.rect, bar.palette.color(QPalette::Active, QPalette::Base));
    if (bar.maximum <= bar.minimum)
        return;
    constexpr int margin = 4;
    const bool isHeld =
        bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken);
    const QRect handle =
        scrollBarPart(bar, QStyle::SC_ScrollBarSlider).adjusted(margin, margin, -margin, -margin);
    const QColor color = Ink::outline(bar.palette);
    Shapes::rounded(painter, handle, qMin(handle.width(), handle.height()) / 2,
                    isHeld ? Ink::tint(bar.palette, color, 0.35) : color);
}

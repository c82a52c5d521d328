// SPDX-License-Identifier: Apache-2.0
#include "gui/style/shapes.h"

#include "gui/style/tokens.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace {

constexpr double hoverTint = 0.05;
constexpr double downTint = 0.11;

/// Keeps a painter's state for as long as a shape is drawn.
class Strokes
{
public:
    explicit Strokes(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Strokes() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Strokes)

private:
    QPainter *m_painter;
};

bool isFilled(Ink::Role role)
{
    return role == Ink::Role::Primary || role == Ink::Role::Danger;
}

QColor surface(const QStyleOption *option)
{
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    return option->palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Button);
}

/// The ground of a plain button in the state of @p option.
QColor plainGround(const QStyleOption *option)
{
    const QColor ground = surface(option);
    if (option->state.testAnyFlags(QStyle::State_Sunken | QStyle::State_On))
        return Ink::tint(option->palette, ground, downTint);
    if (option->state.testFlag(QStyle::State_MouseOver) && option->state.testFlag(QStyle::State_Enabled))
        return Ink::tint(option->palette, ground, hoverTint);
    return ground;
}

} // namespace

void Shapes::rounded(QPainter *painter, const QRect &rect, int radius, const QBrush &fill, const QPen &line)
{
    const Strokes strokes(painter);
    painter->setBrush(fill);
    painter->setPen(line);
    const double inset = line.style() == Qt::NoPen ? 0 : line.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
}

Ink::Role Shapes::buttonRole(const QStyleOption *option, const QWidget *widget)
{
    const Ink::Role role = Ink::role(widget);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool isDefault = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    return role == Ink::Role::Plain && isDefault ? Ink::Role::Primary : role;
}

void Shapes::button(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Ink::Role role = buttonRole(option, widget);
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const bool isDown = option->state.testAnyFlags(QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = option->state.testFlag(QStyle::State_MouseOver);
    if (isFilled(role) && isEnabled) {
        rounded(painter, option->rect, Tokens::radiusButton,
                Ink::filled(option->palette, role, isDown, isHovered));
        return;
    }
    if (role == Ink::Role::Quiet && !isDown && !isHovered)
        return;
    const QColor line = isEnabled ? Ink::outline(option->palette) : Ink::divider(option->palette);
    const QPen outline = role == Ink::Role::Quiet ? QPen(Qt::NoPen) : QPen(line, Tokens::line);
    rounded(painter, option->rect, Tokens::radiusButton, plainGround(option), outline);
}

void Shapes::toolButton(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const bool isOn = option->state.testAnyFlags(QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered =
        option->state.testFlag(QStyle::State_MouseOver) && option->state.testFlag(QStyle::State_Enabled);
    const bool isSegment = Ink::role(widget) == Ink::Role::Segment;
    if (!isOn && !isHovered && !isSegment)
        return;
    QPen line(Qt::NoPen);
    if (isSegment || isOn)
        line = QPen(isOn ? Ink::accent(option->palette) : Ink::divider(option->palette), Tokens::line);
    const QColor ground = isOn ? Ink::selection(option->palette) : plainGround(option);
    rounded(painter, option->rect, Tokens::radiusButton, ground, line);
}

void Shapes::field(QPainter *painter, const QStyleOption *option)
{
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = isEnabled && option->state.testFlag(QStyle::State_HasFocus);
    const QColor ground =
        option->palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Base);
    QPen line(isEnabled ? Ink::outline(option->palette) : Ink::divider(option->palette), Tokens::line);
    if (hasFocus)
        line = QPen(Ink::accent(option->palette), Tokens::focusLine);
    rounded(painter, option->rect, Tokens::radiusField, ground, line);
}

void Shapes::checkBox(QPainter *painter, const QStyleOption *option)
{
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const bool isOn = option->state.testFlag(QStyle::State_On);
    const bool isPartly = option->state.testFlag(QStyle::State_NoChange);
    const int side = qMin(option->rect.width(), option->rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    constexpr int radius = 3;
    if (!isOn && !isPartly) {
        const QColor ground = option->palette.color(QPalette::Active, QPalette::Base);
        rounded(
            painter, box, radius,
            option->state.testFlag(QStyle::State_MouseOver) && isEnabled
                ? Ink::tint(option->palette, ground, hoverTint)
                : ground,
            QPen(isEnabled ? Ink::outline(option->palette) : Ink::divider(option->palette), Tokens::line));
        return;
    }
    const QColor fill = isEnabled ? Ink::accent(option->palette)
                                  : option->palette.color(QPalette::Disabled, QPalette::PlaceholderText);
    rounded(painter, box, radius, fill);
    const Strokes strokes(painter);
    const double unit = side / 16.0;
    QPen pen(option->palette.color(QPalette::Active, QPalette::Base), 2 * unit, Qt::SolidLine, Qt::RoundCap,
             Qt::RoundJoin);
    painter->setPen(pen);
    painter->translate(box.topLeft());
    if (isPartly) {
        painter->drawLine(QPointF(4.5 * unit, 8 * unit), QPointF(11.5 * unit, 8 * unit));
        return;
    }
    painter->drawPolyline(
        QPolygonF{{{3.8 * unit, 8.3 * unit}, {6.8 * unit, 11.2 * unit}, {12.2 * unit, 5 * unit}}});
}

void Shapes::radioButton(QPainter *painter, const QStyleOption *option)
{
    const Strokes strokes(painter);
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const bool isOn = option->state.testFlag(QStyle::State_On);
    const double side = qMin(option->rect.width(), option->rect.height());
    QRectF circle(0, 0, side - 1, side - 1);
    circle.moveCenter(QRectF(option->rect).center());
    const QColor accent = isEnabled ? Ink::accent(option->palette) : Ink::divider(option->palette);
    const QColor line = isEnabled ? Ink::outline(option->palette) : Ink::divider(option->palette);
    painter->setPen(QPen(isOn ? accent : line, Tokens::line));
    painter->setBrush(isOn ? accent : option->palette.color(QPalette::Active, QPalette::Base));
    painter->drawEllipse(circle);
    if (!isOn)
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(option->palette.color(QPalette::Active, QPalette::Base));
    const double dot = side * 0.2;
    painter->drawEllipse(circle.center(), dot, dot);
}

void Shapes::focusRing(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Ink::Role role = Ink::role(widget);
    const bool isInside = isFilled(role);
    const QColor color = isInside ? Ink::onFilled(option->palette, role) : Ink::accent(option->palette);
    const QRect rect = isInside ? option->rect.adjusted(2, 2, -2, -2) : option->rect;
    const bool isCell = qobject_cast<const QAbstractItemView *>(widget) != nullptr;
    rounded(painter, rect, Tokens::radiusField, Qt::NoBrush,
            QPen(color, isCell ? Tokens::line : Tokens::focusLine));
}

void Shapes::arrow(QPainter *painter, const QRect &rect, Qt::ArrowType type, const QColor &color)
{
    const Strokes strokes(painter);
    constexpr double half = 3.5;
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    switch (type) {
    case Qt::UpArrow:
        painter->rotate(180);
        break;
    case Qt::LeftArrow:
        painter->rotate(90);
        break;
    case Qt::RightArrow:
        painter->rotate(-90);
        break;
    case Qt::DownArrow:
    case Qt::NoArrow:
        break;
    }
    painter->drawPolyline(QPolygonF{{{-half, -half / 2}, {0, half / 2}, {half, -half / 2}}});
}

void Shapes::row(QPainter *painter, const QStyleOption *option, bool isFirstCell)
{
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    if (isSelected) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Active, QPalette::Highlight));
        if (isFirstCell) {
            constexpr int width = 3;
            painter->fillRect(QRect(option->rect.topLeft(), QSize(width, option->rect.height())),
                              option->palette.color(QPalette::Active, QPalette::Link));
        }
        return;
    }
    if (option->state.testFlag(QStyle::State_MouseOver) && isEnabled)
        painter->fillRect(
            option->rect,
            Ink::tint(option->palette, option->palette.color(QPalette::Active, QPalette::Base), hoverTint));
}

// SPDX-License-Identifier: Apache-2.0
#include "gui/style/ink.h"

#include "gui/style/colors.h"

#include <QObject>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double outlineContrast = 3.0;
constexpr double textContrast = 4.5;

struct RoleName
{
    QLatin1StringView name;
    Ink::Role role;
};

constexpr std::array roleNames{
    RoleName{"primary"_L1, Ink::Role::Primary},
    RoleName{"danger"_L1, Ink::Role::Danger},
    RoleName{"quiet"_L1, Ink::Role::Quiet},
    RoleName{"segment"_L1, Ink::Role::Segment},
};

/// The group of a window that is in front: what stands behind another one keeps its colours.
QColor active(const QPalette &palette, QPalette::ColorRole role)
{
    return palette.color(QPalette::Active, role);
}

} // namespace

Ink::Role Ink::role(const QObject *object)
{
    if (object == nullptr)
        return Role::Plain;
    const QString name = object->property("role").toString();
    const auto found = std::ranges::find(roleNames, name, &RoleName::name);
    return found == roleNames.end() ? Role::Plain : found->role;
}

Ink::Role Ink::actingRole(Environment environment)
{
    return environment == Environment::Production ? Role::Danger : Role::Primary;
}

void Ink::setRole(QWidget *widget, Role role)
{
    const auto found = std::ranges::find(roleNames, role, &RoleName::role);
    widget->setProperty("role", found == roleNames.end() ? QVariant() : QVariant(QString(found->name)));
    widget->update();
}

QColor Ink::outline(const QPalette &palette)
{
    const QColor onSurface =
        Colors::apart(active(palette, QPalette::Dark), active(palette, QPalette::Base), outlineContrast);
    return Colors::apart(onSurface, active(palette, QPalette::Window), outlineContrast);
}

QColor Ink::divider(const QPalette &palette)
{
    return active(palette, QPalette::Mid);
}

QColor Ink::accent(const QPalette &palette)
{
    return Colors::apart(active(palette, QPalette::Link), active(palette, QPalette::Base), textContrast);
}

QColor Ink::selection(const QPalette &palette)
{
    const double strength = Colors::isDark(palette) ? 0.42 : 0.1;
    return mixed(active(palette, QPalette::Base), active(palette, QPalette::Highlight), strength);
}

QColor Ink::filled(const QPalette &palette, Role role, bool isDown, bool isHovered)
{
    const QColor ground =
        role == Role::Danger ? Colors::danger(palette) : active(palette, QPalette::Highlight);
    if (isDown)
        return mixed(ground, Qt::black, 0.18);
    return isHovered ? mixed(ground, Qt::black, 0.09) : ground;
}

QColor Ink::onFilled(const QPalette &palette, Role role)
{
    const QColor ground = filled(palette, role, false, false);
    return Colors::apart(role == Role::Danger ? QColor(Qt::white)
                                              : active(palette, QPalette::HighlightedText),
                         ground, textContrast);
}

QColor Ink::tint(const QPalette &palette, const QColor &ground, double strength)
{
    return mixed(ground, active(palette, QPalette::Text), strength);
}

QColor Ink::mixed(const QColor &under, const QColor &over, double strength)
{
    const auto part = static_cast<float>(strength);
    const auto mix = [part](float from, float to) { return from + (to - from) * part; };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
                            mix(under.blueF(), over.blueF()));
}

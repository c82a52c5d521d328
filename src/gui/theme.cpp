// SPDX-License-Identifier: Apache-2.0
#include "gui/theme.h"

#include "gui/colors.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Shade
{
    QPalette::ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array shades{
    Shade{QPalette::Window, 0xffefefef, 0xff2b2d30},
    Shade{QPalette::WindowText, 0xff000000, 0xffe6e7e9},
    Shade{QPalette::Base, 0xffffffff, 0xff1e1f22},
    Shade{QPalette::AlternateBase, 0xfff7f7f7, 0xff26282b},
    Shade{QPalette::Text, 0xff000000, 0xffe6e7e9},
    Shade{QPalette::PlaceholderText, 0xff6b6b6b, 0xff9a9da3},
    Shade{QPalette::Button, 0xffefefef, 0xff3a3d41},
    Shade{QPalette::ButtonText, 0xff000000, 0xffe6e7e9},
    Shade{QPalette::BrightText, 0xffffffff, 0xffffffff},
    Shade{QPalette::ToolTipBase, 0xffffffdc, 0xff3a3d41},
    Shade{QPalette::ToolTipText, 0xff000000, 0xffe6e7e9},
    Shade{QPalette::Highlight, 0xff1f6fb2, 0xff2f65a8},
    Shade{QPalette::HighlightedText, 0xffffffff, 0xffffffff},
    Shade{QPalette::Link, 0xff0057ae, 0xff8ab4f8},
    Shade{QPalette::LinkVisited, 0xff6a3fa0, 0xffc58af9},
    Shade{QPalette::Light, 0xffffffff, 0xff4a4d52},
    Shade{QPalette::Midlight, 0xffe3e3e3, 0xff404348},
    Shade{QPalette::Mid, 0xffb8b8b8, 0xff55585d},
    Shade{QPalette::Dark, 0xff9f9f9f, 0xff1a1b1d},
    Shade{QPalette::Shadow, 0xff767676, 0xff0f1011},
};

/// As readable as any other text (4.5 to 1): a sheet stands above what it is about.
constexpr QRgb disabledOnLight = 0xff686868;
constexpr QRgb disabledOnDark = 0xffa8abb0;
constexpr QRgb disabledHighlightOnLight = 0xff6d6d6d;
constexpr QRgb disabledHighlightOnDark = 0xff4a4d52;

/// @p color, moved towards black or white as far as it takes to be told from @p other.
QColor apart(const QColor &color, const QColor &other)
{
    constexpr double least = 4.5;
    constexpr int steps = 20;
    const bool isOtherDark = Colors::contrast(other, Qt::white) > Colors::contrast(other, Qt::black);
    const QColor end = isOtherDark ? Qt::white : Qt::black;
    QColor result = color;
    for (int step = 1; step <= steps && Colors::contrast(result, other) < least; ++step) {
        const float part = static_cast<float>(step) / steps;
        const auto mix = [part](float from, float to) { return from + (to - from) * part; };
        result = QColor::fromRgbF(mix(color.redF(), end.redF()), mix(color.greenF(), end.greenF()),
                                  mix(color.blueF(), end.blueF()));
    }
    return result;
}

} // namespace

QPalette Themes::readable(QPalette palette)
{
    constexpr std::array texts{
        std::pair{QPalette::WindowText, QPalette::Window},
        std::pair{QPalette::Text, QPalette::Base},
        std::pair{QPalette::PlaceholderText, QPalette::Base},
        std::pair{QPalette::ButtonText, QPalette::Button},
    };
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        for (const auto &[text, ground] : texts) {
            // A placeholder of the system may be translucent.
            QColor ink = palette.color(group, text);
            ink.setAlpha(255);
            palette.setColor(group, text, apart(ink, palette.color(group, ground)));
        }
        palette.setColor(group, QPalette::Highlight,
                         apart(palette.color(group, QPalette::Highlight),
                               palette.color(group, QPalette::HighlightedText)));
    }
    return palette;
}

QPalette Themes::palette(bool isDark)
{
    QPalette result;
    for (const Shade &shade : shades)
        result.setColor(shade.role, QColor::fromRgba(isDark ? shade.dark : shade.light));
    const QColor disabled = QColor::fromRgba(isDark ? disabledOnDark : disabledOnLight);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        result.setColor(QPalette::Disabled, role, disabled);
    // A field that takes no text looks like its surroundings.
    result.setColor(QPalette::Disabled, QPalette::Base, result.color(QPalette::Window));
    result.setColor(QPalette::Disabled, QPalette::Highlight,
                    QColor::fromRgba(isDark ? disabledHighlightOnDark : disabledHighlightOnLight));
    return result;
}

void Themes::apply(ThemeChoice choice)
{
    static const QPalette systemPalette = QApplication::palette();
    static const QString systemStyle = QApplication::style()->objectName();
    // Native styles draw with the system's colours whatever the palette says.
    const QString style = choice == ThemeChoice::System ? systemStyle : u"fusion"_s;
    if (QApplication::style()->objectName() != style)
        QApplication::setStyle(QStyleFactory::create(style));
    if (choice != ThemeChoice::System)
        QApplication::setPalette(palette(choice == ThemeChoice::Dark));
    else
        QApplication::setPalette(systemStyle == "fusion"_L1 ? readable(systemPalette) : systemPalette);
}

QString Themes::name(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    }
    return {};
}

std::optional<ThemeChoice> Themes::fromName(QStringView name)
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (name == Themes::name(choice))
            return choice;
    }
    return {};
}

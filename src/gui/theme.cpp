// SPDX-License-Identifier: Apache-2.0
#include "gui/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

#include <array>

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

} // namespace

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
    QApplication::setPalette(choice == ThemeChoice::System ? systemPalette
                                                           : palette(choice == ThemeChoice::Dark));
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

// SPDX-License-Identifier: Apache-2.0
#include "gui/style/theme.h"

#include "gui/style/colors.h"
#include "gui/style/ink.h"
#include "gui/style/kickstyle.h"

#include <QApplication>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>
#include <array>
#include <memory>
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
    Shade{QPalette::Window, 0xfff6f7f9, 0xff24272c},
    Shade{QPalette::WindowText, 0xff1b1f24, 0xffe6e8eb},
    Shade{QPalette::Base, 0xffffffff, 0xff1b1d21},
    Shade{QPalette::AlternateBase, 0xffeef1f4, 0xff2c3036},
    Shade{QPalette::Text, 0xff1b1f24, 0xffe6e8eb},
    Shade{QPalette::PlaceholderText, 0xff57606a, 0xffa6adb8},
    Shade{QPalette::Button, 0xffffffff, 0xff2c3036},
    Shade{QPalette::ButtonText, 0xff1b1f24, 0xffe6e8eb},
    Shade{QPalette::BrightText, 0xffffffff, 0xffffffff},
    Shade{QPalette::ToolTipBase, 0xff2c3036, 0xffe6e8eb},
    Shade{QPalette::ToolTipText, 0xffffffff, 0xff1b1f24},
    Shade{QPalette::Highlight, 0xff0b62d6, 0xff2a6fd6},
    Shade{QPalette::HighlightedText, 0xffffffff, 0xffffffff},
    Shade{QPalette::Link, 0xff0b62d6, 0xff7db4ff},
    Shade{QPalette::LinkVisited, 0xff6a3fa0, 0xffc58af9},
    Shade{QPalette::Light, 0xffffffff, 0xff3a3f46},
    Shade{QPalette::Midlight, 0xffeef1f4, 0xff30353c},
    Shade{QPalette::Mid, 0xffd5dae0, 0xff3a3f46},
    Shade{QPalette::Dark, 0xff858e98, 0xff737d89},
    Shade{QPalette::Shadow, 0xff57606a, 0xff0f1011},
};

/// As readable as any other text (4.5 to 1): a sheet stands above what it is about.
constexpr QRgb disabledOnLight = 0xff626b75;
constexpr QRgb disabledOnDark = 0xff9ba3ae;
constexpr QRgb disabledHighlightOnLight = 0xff6d6d6d;
constexpr QRgb disabledHighlightOnDark = 0xff4a4d52;

constexpr double textContrast = 4.5;

/// Rows are chosen by a light ground: their text, and the colour of a state in it, stay as they are.
QPalette rows(const QPalette &palette)
{
    QPalette result = palette;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        result.setColor(group, QPalette::Highlight, Ink::selection(palette));
        result.setColor(group, QPalette::HighlightedText, palette.color(group, QPalette::Text));
    }
    return result;
}

/// @p font with the system's family for Chinese behind its own, so that Latin and Chinese of one row have one
/// weight. Each family that is named costs time before the first paint.
QFont withChineseFamily(QFont font)
{
#if defined(Q_OS_WIN)
    const QString chinese = u"Microsoft YaHei UI"_s;
#elif defined(Q_OS_MACOS)
    const QString chinese = u"PingFang SC"_s;
#else
    const QString chinese = u"Noto Sans CJK SC"_s;
#endif
    QStringList families = font.families();
    if (!families.contains(chinese))
        families.append(chinese);
    font.setFamilies(families);
    return font;
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
            palette.setColor(group, text, Colors::apart(ink, palette.color(group, ground), textContrast));
        }
        palette.setColor(group, QPalette::Highlight,
                         Colors::apart(palette.color(group, QPalette::Highlight),
                                       palette.color(group, QPalette::HighlightedText), textContrast));
    }
    return palette;
}

QPalette Themes::ofSystem(const QPalette &system)
{
    // A system that sets no colours leaves Fusion's own, or their dark form.
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"fusion"_s));
    const QPalette plain = fusion->standardPalette();
    const bool isPlain = std::ranges::all_of(
        std::array{QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Highlight},
        [&](QPalette::ColorRole role) { return plain.color(role) == system.color(role); });
    return isPlain ? palette(Colors::isDark(system)) : readable(system);
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
    static const QFont font = withChineseFamily(QApplication::font());
    // Fusion is what Qt falls back to where the system has no style of its own. Its native styles draw with
    // the system's colours whatever the palette says.
    const bool isOurs = choice != ThemeChoice::System || systemStyle == "fusion"_L1;
    const QString style = isOurs ? KickStyle::styleName() : systemStyle;
    QApplication::setFont(font);
    if (QApplication::style()->objectName() != style)
        QApplication::setStyle(isOurs ? new KickStyle : QStyleFactory::create(style));
    QPalette colors = systemPalette;
    if (choice != ThemeChoice::System)
        colors = palette(choice == ThemeChoice::Dark);
    else if (isOurs)
        colors = ofSystem(systemPalette);
    QApplication::setPalette(colors);
    if (isOurs)
        QApplication::setPalette(rows(colors), "QAbstractItemView");
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

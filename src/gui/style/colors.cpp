// SPDX-License-Identifier: Apache-2.0
#include "gui/style/colors.h"

#include <algorithm>
#include <cmath>

namespace {

struct Shades
{
    QRgb onLight;
    QRgb onDark;
};

// Each has a contrast of at least 4.5 to 1 against the base it is meant for.
constexpr Shades green{0xff16703a, 0xff6fcf8f};
constexpr Shades red{0xffb42318, 0xffff9288};
constexpr Shades amber{0xff8a4b00, 0xfff5b95c};
constexpr Shades blue{0xff0b62d6, 0xff7db4ff};
/// The ground of a button that does what cannot be undone; its text is white.
constexpr Shades dangerGround{0xffb42318, 0xffc93a31};

QColor choose(const Shades &shades, const QPalette &palette)
{
    return QColor::fromRgba(Colors::isDark(palette) ? shades.onDark : shades.onLight);
}

double channel(float value)
{
    return value <= 0.04045F ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

QRgb bandColor(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return 0xffa3262a;
    case Environment::Test:
        return 0xff1f5f8b;
    case Environment::Sandbox:
        return 0xff5b3f8c;
    }
    return 0xff000000;
}

} // namespace

bool Colors::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

double Colors::contrast(const QColor &a, const QColor &b)
{
    // Two arguments would give references to values that no longer exist; a list gives values.
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor Colors::apart(const QColor &color, const QColor &other, double least)
{
    constexpr int steps = 20;
    const bool isOtherDark = contrast(other, Qt::white) > contrast(other, Qt::black);
    const QColor end = isOtherDark ? Qt::white : Qt::black;
    QColor result = color;
    for (int step = 1; step <= steps && contrast(result, other) < least; ++step) {
        const float part = static_cast<float>(step) / steps;
        const auto mix = [part](float from, float to) { return from + (to - from) * part; };
        result = QColor::fromRgbF(mix(color.redF(), end.redF()), mix(color.greenF(), end.greenF()),
                                  mix(color.blueF(), end.blueF()));
    }
    return result;
}

QColor Colors::state(SessionState state, const QPalette &palette)
{
    switch (state) {
    case SessionState::Online:
        return online(palette);
    case SessionState::Offline:
        return palette.color(QPalette::Text);
    case SessionState::Unknown:
        return caution(palette);
    }
    return palette.color(QPalette::Text);
}

QColor Colors::fact(WorstFact fact, const QPalette &palette)
{
    switch (fact) {
    case WorstFact::Confirmed:
        return good(palette);
    case WorstFact::StillOnline:
    case WorstFact::Rejected:
    case WorstFact::Postponed:
        return bad(palette);
    case WorstFact::SignedInAgain:
    case WorstFact::Accepted:
    case WorstFact::Unknown:
        return caution(palette);
    case WorstFact::NotSent:
    case WorstFact::Skipped:
    case WorstFact::Planned:
        break;
    }
    return palette.color(QPalette::Text);
}

QColor Colors::good(const QPalette &palette)
{
    return choose(green, palette);
}

QColor Colors::bad(const QPalette &palette)
{
    return choose(red, palette);
}

QColor Colors::caution(const QPalette &palette)
{
    return choose(amber, palette);
}

QColor Colors::online(const QPalette &palette)
{
    return choose(blue, palette);
}

QColor Colors::danger(const QPalette &palette)
{
    return choose(dangerGround, palette);
}

QPalette Colors::band(Environment environment, const QPalette &palette)
{
    QPalette result = palette;
    result.setColor(QPalette::Window, QColor::fromRgba(bandColor(environment)));
    result.setColor(QPalette::Button, QColor::fromRgba(bandColor(environment)));
    for (const auto role : {QPalette::WindowText, QPalette::ButtonText})
        result.setColor(role, Qt::white);
    return result;
}

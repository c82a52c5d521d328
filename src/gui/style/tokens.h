// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

/// The measures that every page shares, in device-independent pixels.
namespace Tokens {

inline constexpr int gapTight = 4;
inline constexpr int gap = 8;
inline constexpr int gapGroup = 16;

inline constexpr int radiusField = 4;
inline constexpr int radiusButton = 6;
inline constexpr int radiusCard = 6;

inline constexpr int line = 1;
inline constexpr int focusLine = 2;

/// The least height of a button or field; a larger font makes it higher.
inline constexpr int controlHeight = 28;
inline constexpr int primaryHeight = 32;
/// Room around the text of a control: above and below, and at its sides.
inline constexpr int controlPadding = 5;
inline constexpr int buttonSidePadding = 14;
inline constexpr int fieldSidePadding = 6;

inline constexpr int headerHeight = 28;
inline constexpr int rowPadding = 10;
inline constexpr int cellPadding = 6;
inline constexpr int scrollBarExtent = 12;
inline constexpr int indicator = 16;

/// A step of the scale of type, in points above or below the font of the system.
enum class TypeStep {
    Caption = -1,
    Body = 0,
    Title = 3,
    Hero = 6,
};

/// @p base at @p step; a title and a hero are semi-bold.
inline QFont font(QFont base, TypeStep step)
{
    if (base.pointSizeF() > 0)
        base.setPointSizeF(base.pointSizeF() + static_cast<int>(step));
    if (step == TypeStep::Title || step == TypeStep::Hero)
        base.setWeight(QFont::DemiBold);
    return base;
}

} // namespace Tokens

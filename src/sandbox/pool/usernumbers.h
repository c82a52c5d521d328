// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <array>

/// How a user's index becomes the numbers in their identifiers, and back.
namespace Simulated::UserNumbers {

/// What a user's dice are thrown for.
enum Purpose : quint32 {
    Origin = 1,
    NameParts,
    Presence,
    Contact,
    Standing,
    Identities,
    Placement,
};

inline constexpr quint64 firstNumber = 11;
inline constexpr quint64 firstEmployee = 100'000;

inline constexpr quint64 phoneRange = 100'000'000;
inline constexpr quint64 phoneFactor = 61'803'399;
inline constexpr quint64 phoneFactorInverse = 82'636'599;
static_assert(phoneFactor * phoneFactorInverse % phoneRange == 1);

/// Two people with the same national phone number and different country codes.
inline constexpr std::array<quint32, 2> phoneTwins{40, 41};

/// Neighbours in the list do not get neighbouring numbers.
constexpr quint64 shuffled(quint64 index)
{
    return (index & ~quint64{255}) | ((index * 93 + 71) & 255);
}

/// Undoes shuffled().
constexpr quint64 unshuffled(quint64 number)
{
    return (number & ~quint64{255}) | (((number - 71) * 245) & 255);
}

static_assert(unshuffled(shuffled(0x1234567)) == 0x1234567);

} // namespace Simulated::UserNumbers

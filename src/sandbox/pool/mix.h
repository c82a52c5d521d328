// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

/// Hashing that can be undone, so that an identifier made from a user's number leads back to the number.
namespace Simulated::Mix {

/// The finaliser of splitmix64: scatters @p value over all 64 bits, one to one.
constexpr quint64 scatter(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

/// Undoes scatter().
constexpr quint64 gather(quint64 value)
{
    value = (value ^ (value >> 31) ^ (value >> 62)) * 0x319642b2d24d8ec3U;
    value = (value ^ (value >> 27) ^ (value >> 54)) * 0x96de1b173f119089U;
    return value ^ (value >> 30) ^ (value >> 60);
}

static_assert(gather(scatter(0x0123456789abcdefU)) == 0x0123456789abcdefU);

/// A well-mixed number that depends on all of @p parts, in order.
template <typename... Parts>
constexpr quint64 hash(Parts... parts)
{
    quint64 state = 0x9e3779b97f4a7c15U;
    ((state = scatter(state + 0x9e3779b97f4a7c15U + static_cast<quint64>(parts))), ...);
    return state;
}

} // namespace Simulated::Mix

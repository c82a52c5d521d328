// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <string_view>

namespace Simulated {

/// Text of a table as Qt sees it.
inline QByteArrayView view(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The entry of @p table that @p dice falls on.
template <typename Table>
const auto &pick(const Table &table, quint64 dice)
{
    return table[static_cast<size_t>(dice % table.size())];
}

/// Appends @p number in decimal, with leading zeros up to @p width.
inline void appendDigits(QByteArray &out, quint64 number, int width = 1)
{
    std::array<char, 20> digits{};
    char *const end = digits.data() + digits.size();
    char *at = end;
    for (; number > 0 || width > 0; number /= 10, --width)
        *--at = static_cast<char>('0' + number % 10);
    out.append(at, end - at);
}

/// Appends the last @p width hex digits of @p number.
inline void appendHex(QByteArray &out, quint64 number, int width)
{
    for (int shift = (width - 1) * 4; shift >= 0; shift -= 4)
        out.append("0123456789abcdef"[(number >> shift) & 15]);
}

/// The decimal digits at the end of @p text.
inline QByteArrayView trailingDigits(QByteArrayView text)
{
    const auto *const end = text.end();
    const auto *at = end;
    while (at != text.begin() && *(at - 1) >= '0' && *(at - 1) <= '9')
        --at;
    return {at, end};
}

} // namespace Simulated

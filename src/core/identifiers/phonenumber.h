// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idvalues.h"

#include <QString>

#include <optional>

/// A phone number without its separators.
struct PhoneNumber
{
    /// Without the country code.
    QString digits;
    /// IdCheck::countryCode.
    QString countryCode;
    /// SeveralValues, DecimalNumber or WrongShape; then the rest is empty.
    std::optional<IdFault> fault;
};

namespace PhoneNumbers {

/// True for 7 to 15 digits with dashes at most, such as a list of numbers has between its separators.
bool isLike(const QString &text);

/// Digits of every script as ASCII, without separators; points and commas stay, for they may mean something.
QString compact(const QString &text);

/// Drops separators, +86 and 86 in front of a mobile number of mainland China. @p text has been cleaned of
/// marks and widths.
PhoneNumber read(const QString &text);

} // namespace PhoneNumbers

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

/// Dates of HTTP headers (RFC 9110 5.6.7, the preferred form).
namespace HttpDates {

/// "Tue, 24 Nov 2026 08:00:00 GMT".
QByteArray format(const QDateTime &time);

/// The UTC time of @p text; invalid when it is not in that form.
QDateTime parse(const QByteArray &text);

/// The wait that `Retry-After` asks for, in seconds or as a date; a date counts from the server's own @p date
/// where it sent one. 0 to a day; nothing when the header is missing or cannot be read.
std::optional<std::chrono::seconds> retryAfter(const QByteArray &text, const QByteArray &date);

} // namespace HttpDates

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

/// Reads a JSON object the way a signature sees it: nested members stay in the order in which they arrived,
/// which QJsonObject would sort away.
namespace CanonicalJson {

/// A top-level member: a string's value is its decoded text in UTF-8, any other value is compact JSON.
struct Member
{
    QByteArray name;
    QByteArray value;
};

/// Deepest nesting that is read.
inline constexpr int maximumDepth = 64;

/// The top-level members of @p json in order; nothing when it is not exactly one JSON object in UTF-8.
std::optional<QList<Member>> topLevelMembers(const QByteArray &json);

} // namespace CanonicalJson

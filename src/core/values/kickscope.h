// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

/// Which applications a kick is for.
enum class KickScope {
    Given,
    /// Those that the user ever signed in to.
    EverUsed,
    /// Those where the user is online or could not be checked.
    Online,
    /// All of the pool.
    Everywhere,
};

namespace KickScopes {

/// The word in files, such as "online".
QString wireName(KickScope scope);

/// The scope of that word, or nothing.
std::optional<KickScope> fromWireName(QStringView name);

} // namespace KickScopes

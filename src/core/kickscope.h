// SPDX-License-Identifier: Apache-2.0
#pragma once

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

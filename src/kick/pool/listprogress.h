// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <functional>

/// How far a long reading is.
struct ListProgress
{
    qsizetype done = 0;
    /// May grow.
    qsizetype total = 0;

    using Handler = std::function<void(const ListProgress &)>;
};

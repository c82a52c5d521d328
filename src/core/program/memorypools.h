// SPDX-License-Identifier: Apache-2.0
#pragma once

/// How the C library keeps what was given back.
namespace MemoryPools {

/// Called in main() before there is another thread, by a program that stays open: threads share one pool of
/// memory and what is free at its end goes back to the system, so that what each list of the day used at its
/// height is used again by the next one and is not kept once for every thread that ever ran.
void share();

} // namespace MemoryPools

// SPDX-License-Identifier: Apache-2.0
#include "core/program/memorypools.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void MemoryPools::share()
{
#ifdef __GLIBC__
    // One for the main thread, one for the others; without this eight for each processor.
    constexpr int pools = 2;
    // Without a bound of ours it rises with the largest block that was ever freed.
    constexpr int mostFreeAtTheEnd = 1 << 20;
    mallopt(M_ARENA_MAX, pools);
    mallopt(M_TRIM_THRESHOLD, mostFreeAtTheEnd);
#endif
}

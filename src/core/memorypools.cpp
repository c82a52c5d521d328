// SPDX-License-Identifier: Apache-2.0
#include "core/memorypools.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void MemoryPools::share()
{
#ifdef __GLIBC__
    // One for the main thread, one for the others; without this eight for each processor. A pool gives its
    // end back only above a bound that rises with what was freed, and malloc_trim() does not reach it.
    constexpr int pools = 2;
    mallopt(M_ARENA_MAX, pools);
#endif
}

// SPDX-License-Identifier: Apache-2.0
// Loaded into a program with LD_PRELOAD it ends it as soon as its first window is painted, so that what ships
// is measured and needs no switch for it. The loader finds this function before Qt's.
#include <QBackingStore>
#include <QWindow>

#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

void QBackingStore::flush(const QRegion &region, QWindow *window, const QPoint &offset)
{
    using Flush = void (*)(QBackingStore *, const QRegion &, QWindow *, const QPoint &);
    static const auto flushOfQt =
        reinterpret_cast<Flush>(dlsym(RTLD_NEXT, "_ZN13QBackingStore5flushERK7QRegionP7QWindowRK6QPoint"));
    if (flushOfQt == nullptr)
        std::abort();
    flushOfQt(this, region, window, offset);
    _exit(EXIT_SUCCESS);
}

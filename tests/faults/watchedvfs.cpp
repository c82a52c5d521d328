// SPDX-License-Identifier: Apache-2.0
#include "faults/watchedvfs.h"

#include <new>
#include <sqlite3.h>

namespace {

VfsWatcher *watcher = nullptr;
sqlite3_vfs *systemVfs = nullptr;

/// A file of ours; SQLite allocates the system's behind it.
struct File
{
    sqlite3_file base;
    const char *name;

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *ours(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return ours(file)->real();
}

/// Asks the watcher about @p call, and carries it out where that is allowed.
template <typename Act>
int pass(const VfsCall &call, const Act &act)
{
    const VfsVerdict verdict = watcher->judge(call);
    return verdict.error == SQLITE_OK ? act() : verdict.error;
}

int close(sqlite3_file *file)
{
    return real(file)->pMethods->xClose(real(file));
}

int read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    return pass({.operation = VfsOperation::Read, .file = ours(file)->name, .usualError = SQLITE_IOERR_READ},
                [&] { return real(file)->pMethods->xRead(real(file), buffer, amount, offset); });
}

int write(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    const VfsCall call{.operation = VfsOperation::Write,
                       .file = ours(file)->name,
                       .bytes = static_cast<const char *>(buffer),
                       .offset = offset,
                       .size = amount,
                       .usualError = SQLITE_IOERR_WRITE};
    const VfsVerdict verdict = watcher->judge(call);
    const bool isGood = verdict.error == SQLITE_OK;
    const int through = isGood ? amount : static_cast<int>(verdict.written);
    const int result =
        through > 0 ? real(file)->pMethods->xWrite(real(file), buffer, through, offset) : SQLITE_OK;
    return isGood ? result : verdict.error;
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return pass({.operation = VfsOperation::Truncate,
                 .file = ours(file)->name,
                 .size = size,
                 .usualError = SQLITE_IOERR_TRUNCATE},
                [&] { return real(file)->pMethods->xTruncate(real(file), size); });
}

int sync(sqlite3_file *file, int flags)
{
    return pass({.operation = VfsOperation::Sync, .file = ours(file)->name, .usualError = SQLITE_IOERR_FSYNC},
                [&] { return real(file)->pMethods->xSync(real(file), flags); });
}

/// Any call that neither changes what is on disk nor reads it.
VfsCall other(sqlite3_file *file, int error)
{
    return {.file = ours(file)->name, .usualError = error};
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return pass(other(file, SQLITE_IOERR_FSTAT),
                [&] { return real(file)->pMethods->xFileSize(real(file), size); });
}

int lock(sqlite3_file *file, int level)
{
    return pass(other(file, SQLITE_IOERR_LOCK),
                [&] { return real(file)->pMethods->xLock(real(file), level); });
}

int unlock(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return pass(other(file, SQLITE_IOERR_CHECKRESERVEDLOCK),
                [&] { return real(file)->pMethods->xCheckReservedLock(real(file), result); });
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int shmMap(sqlite3_file *file, int page, int pageSize, int isExtending, void volatile **memory)
{
    return pass(other(file, SQLITE_IOERR_SHMMAP), [&] {
        return real(file)->pMethods->xShmMap(real(file), page, pageSize, isExtending, memory);
    });
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    const auto act = [&] { return real(file)->pMethods->xShmLock(real(file), offset, count, flags); };
    return (flags & SQLITE_SHM_UNLOCK) != 0 ? act() : pass(other(file, SQLITE_IOERR_SHMLOCK), act);
}

void shmBarrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int shmUnmap(sqlite3_file *file, int isDeleting)
{
    return real(file)->pMethods->xShmUnmap(real(file), isDeleting);
}

/// Version 2: without memory-mapped reading, which would go past us.
const sqlite3_io_methods methods{2,
                                 close,
                                 read,
                                 write,
                                 truncate,
                                 sync,
                                 fileSize,
                                 lock,
                                 unlock,
                                 checkReservedLock,
                                 fileControl,
                                 sectorSize,
                                 deviceCharacteristics,
                                 shmMap,
                                 shmLock,
                                 shmBarrier,
                                 shmUnmap,
                                 nullptr,
                                 nullptr};

int open(sqlite3_vfs *, const char *name, sqlite3_file *memory, int flags, int *outFlags)
{
    // SQLite keeps the name as long as the file is open.
    auto *file = new (memory) File{.base = {}, .name = name};
    const VfsCall call{.operation = VfsOperation::Open, .file = name, .usualError = SQLITE_CANTOPEN};
    return pass(call, [&] {
        const int result = systemVfs->xOpen(systemVfs, name, file->real(), flags, outFlags);
        if (result == SQLITE_OK)
            file->base.pMethods = &methods;
        return result;
    });
}

int remove(sqlite3_vfs *, const char *name, int isSyncing)
{
    return pass({.operation = VfsOperation::Delete,
                 .file = name,
                 .isSynced = isSyncing != 0,
                 .usualError = SQLITE_IOERR_DELETE},
                [&] { return systemVfs->xDelete(systemVfs, name, isSyncing); });
}

int access(sqlite3_vfs *, const char *name, int flags, int *result)
{
    return pass({.file = name, .usualError = SQLITE_IOERR_ACCESS},
                [&] { return systemVfs->xAccess(systemVfs, name, flags, result); });
}

sqlite3_vfs &ourVfs()
{
    // The rest (time, random numbers, full paths) is the system's, which does not look at who calls.
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs result = *systemVfs;
        result.zName = "watched";
        result.szOsFile = static_cast<int>(sizeof(File)) + systemVfs->szOsFile;
        result.pNext = nullptr;
        result.xOpen = open;
        result.xDelete = remove;
        result.xAccess = access;
        return result;
    }();
    return vfs;
}

} // namespace

bool WatchedVfs::install(VfsWatcher *newWatcher)
{
    watcher = newWatcher;
    if (systemVfs == nullptr)
        systemVfs = sqlite3_vfs_find(nullptr);
    return systemVfs != nullptr && sqlite3_vfs_register(&ourVfs(), 1) == SQLITE_OK;
}

void WatchedVfs::uninstall()
{
    sqlite3_vfs_register(systemVfs, 1);
}

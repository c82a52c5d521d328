// SPDX-License-Identifier: Apache-2.0
#include "faults/failingvfs.h"

#include <atomic>
#include <new>
#include <sqlite3.h>

namespace {

enum class Operation {
    Other,
    Write,
    Sync
};

std::atomic<bool> isArmed = false;
std::atomic<bool> hasFailed = false;
std::atomic<DiskFault> armedFault = DiskFault::IoError;
std::atomic<int> countdown = 0;
std::atomic<int> calls = 0;

sqlite3_vfs *systemVfs = nullptr;

bool canHit(DiskFault fault, Operation operation)
{
    switch (fault) {
    case DiskFault::IoError:
    case DiskFault::IoErrorForGood:
        return true;
    case DiskFault::Full:
    case DiskFault::FullForGood:
    case DiskFault::ShortWrite:
        return operation == Operation::Write;
    case DiskFault::Sync:
        return operation == Operation::Sync;
    }
    return false;
}

bool isForGood(DiskFault fault)
{
    return fault == DiskFault::IoErrorForGood || fault == DiskFault::FullForGood;
}

/// True when this call is the one that fails.
bool fails(Operation operation = Operation::Other)
{
    ++calls;
    const DiskFault fault = armedFault;
    if (!isArmed || !canHit(fault, operation))
        return false;
    const int left = --countdown;
    const bool isHit = left == 0 || (left < 0 && isForGood(fault));
    if (isHit)
        hasFailed = true;
    return isHit;
}

/// A file of ours; SQLite allocates the system's behind it.
struct File
{
    sqlite3_file base;

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->real();
}

int close(sqlite3_file *file)
{
    ++calls;
    return real(file)->pMethods->xClose(real(file));
}

int read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    return fails() ? SQLITE_IOERR_READ : real(file)->pMethods->xRead(real(file), buffer, amount, offset);
}

int write(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    if (!fails(Operation::Write))
        return real(file)->pMethods->xWrite(real(file), buffer, amount, offset);
    switch (armedFault) {
    case DiskFault::ShortWrite:
        (void)real(file)->pMethods->xWrite(real(file), buffer, amount / 2, offset);
        return SQLITE_IOERR_WRITE;
    case DiskFault::Full:
    case DiskFault::FullForGood:
        return SQLITE_FULL;
    case DiskFault::IoError:
    case DiskFault::IoErrorForGood:
    case DiskFault::Sync:
        break;
    }
    return SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return fails() ? SQLITE_IOERR_TRUNCATE : real(file)->pMethods->xTruncate(real(file), size);
}

int sync(sqlite3_file *file, int flags)
{
    return fails(Operation::Sync) ? SQLITE_IOERR_FSYNC : real(file)->pMethods->xSync(real(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return fails() ? SQLITE_IOERR_FSTAT : real(file)->pMethods->xFileSize(real(file), size);
}

int lock(sqlite3_file *file, int level)
{
    return fails() ? SQLITE_IOERR_LOCK : real(file)->pMethods->xLock(real(file), level);
}

int unlock(sqlite3_file *file, int level)
{
    ++calls;
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return fails() ? SQLITE_IOERR_CHECKRESERVEDLOCK
                   : real(file)->pMethods->xCheckReservedLock(real(file), result);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    ++calls;
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
    return fails() ? SQLITE_IOERR_SHMMAP
                   : real(file)->pMethods->xShmMap(real(file), page, pageSize, isExtending, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    const bool isUnlock = (flags & SQLITE_SHM_UNLOCK) != 0;
    return !isUnlock && fails() ? SQLITE_IOERR_SHMLOCK
                                : real(file)->pMethods->xShmLock(real(file), offset, count, flags);
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
    auto *file = new (memory) File{};
    if (fails())
        return SQLITE_CANTOPEN;
    const int result = systemVfs->xOpen(systemVfs, name, file->real(), flags, outFlags);
    if (result == SQLITE_OK)
        file->base.pMethods = &methods;
    return result;
}

int remove(sqlite3_vfs *, const char *name, int isSyncing)
{
    return fails() ? SQLITE_IOERR_DELETE : systemVfs->xDelete(systemVfs, name, isSyncing);
}

int access(sqlite3_vfs *, const char *name, int flags, int *result)
{
    return fails() ? SQLITE_IOERR_ACCESS : systemVfs->xAccess(systemVfs, name, flags, result);
}

sqlite3_vfs &ourVfs()
{
    // The rest (time, random numbers, full paths) is the system's, which does not look at who calls.
    static sqlite3_vfs vfs = [] {
        sqlite3_vfs result = *systemVfs;
        result.zName = "failing";
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

bool FailingVfs::install()
{
    if (systemVfs == nullptr)
        systemVfs = sqlite3_vfs_find(nullptr);
    return systemVfs != nullptr && sqlite3_vfs_register(&ourVfs(), 1) == SQLITE_OK;
}

void FailingVfs::uninstall()
{
    sqlite3_vfs_register(systemVfs, 1);
}

void FailingVfs::arm(DiskFault fault, int number)
{
    armedFault = fault;
    countdown = number;
    hasFailed = false;
    isArmed = true;
}

bool FailingVfs::disarm()
{
    isArmed = false;
    return hasFailed;
}

int FailingVfs::callCount()
{
    return calls;
}

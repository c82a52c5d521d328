// SPDX-License-Identifier: Apache-2.0
#include "faults/failingvfs.h"

#include "faults/watchedvfs.h"

#include <atomic>
#include <sqlite3.h>

namespace {

std::atomic<bool> isArmed = false;
std::atomic<bool> hasFailed = false;
std::atomic<DiskFault> armedFault = DiskFault::IoError;
std::atomic<int> countdown = 0;
std::atomic<int> calls = 0;

bool canHit(DiskFault fault, VfsOperation operation)
{
    switch (fault) {
    case DiskFault::IoError:
    case DiskFault::IoErrorForGood:
        return true;
    case DiskFault::Full:
    case DiskFault::FullForGood:
    case DiskFault::ShortWrite:
        return operation == VfsOperation::Write;
    case DiskFault::Sync:
        return operation == VfsOperation::Sync;
    }
    return false;
}

bool isForGood(DiskFault fault)
{
    return fault == DiskFault::IoErrorForGood || fault == DiskFault::FullForGood;
}

/// True when this call is the one that fails.
bool fails(VfsOperation operation)
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

class Failing : public VfsWatcher
{
public:
    VfsVerdict judge(const VfsCall &call) override
    {
        if (!fails(call.operation))
            return {};
        const DiskFault fault = armedFault;
        if (fault == DiskFault::Full || fault == DiskFault::FullForGood)
            return {.error = SQLITE_FULL};
        return {.error = call.usualError, .written = fault == DiskFault::ShortWrite ? call.size / 2 : 0};
    }
};

} // namespace

bool FailingVfs::install()
{
    static Failing failing;
    return WatchedVfs::install(&failing);
}

void FailingVfs::uninstall()
{
    WatchedVfs::uninstall();
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

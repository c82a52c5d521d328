// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

/// How a call of the file system fails.
enum class DiskFault {
    /// Any call once: open, read, write, sync, truncate, lock, shared memory, delete.
    IoError,
    /// Any call, and every one after it.
    IoErrorForGood,
    /// A write, for lack of space.
    Full,
    /// A write and every write after it, for lack of space.
    FullForGood,
    /// Half of a write gets through.
    ShortWrite,
    /// What was written may not be on disk.
    Sync,
};

/// SQLite's default file system with one fault to come: Qt's driver uses it like any other program code that
/// names no file system. For one test program; nothing else may use SQLite while a fault is armed.
namespace FailingVfs {

/// Puts the failing file system in front of the system's. False when SQLite does not take it.
bool install();
/// Gives SQLite the system's own back.
void uninstall();

/// The @p number-th call (from 1) that @p fault can hit fails.
void arm(DiskFault fault, int number);
/// No call fails any more. True when one has failed since arm().
bool disarm();

/// Calls of any kind since install().
int callCount();

} // namespace FailingVfs

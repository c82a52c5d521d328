// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

/// What SQLite asks of the file system.
enum class VfsOperation {
    Open,
    Read,
    Write,
    Truncate,
    Sync,
    Delete,
    /// Sizes, locks, shared memory, whether a file is there.
    Other,
};

/// One call of the file system.
struct VfsCall
{
    VfsOperation operation = VfsOperation::Other;
    /// Full path; null for a temporary file.
    const char *file = nullptr;
    /// Write only.
    const char *bytes = nullptr;
    qint64 offset = 0;
    /// The size of a write or of a truncated file.
    qint64 size = 0;
    /// Delete only: the folder is synced with it.
    bool isSynced = false;
    /// What the call returns when it fails in the usual way.
    int usualError = 0;
};

/// What becomes of a call.
struct VfsVerdict
{
    /// A result code of SQLite; 0 (SQLITE_OK) lets the call through.
    int error = 0;
    /// So much of a write that fails gets through all the same.
    qint64 written = 0;
};

/// Asked about every call, in the thread of the call.
class VfsWatcher
{
public:
    VfsWatcher() = default;
    virtual ~VfsWatcher() = default;
    Q_DISABLE_COPY_MOVE(VfsWatcher)

    virtual VfsVerdict judge(const VfsCall &call) = 0;
};

/// SQLite's default file system with somebody who watches it: Qt's driver uses it like any other program code
/// that names no file system.
namespace WatchedVfs {

/// Puts it in front of the system's, for @p watcher, who must live until uninstall(). False when SQLite does
/// not take it.
bool install(VfsWatcher *watcher);
/// Gives SQLite the system's own back; what is open stays with the watcher.
void uninstall();

} // namespace WatchedVfs

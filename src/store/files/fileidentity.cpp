// SPDX-License-Identifier: Apache-2.0
#include "store/files/fileidentity.h"

#ifdef Q_OS_WIN

#include <QDateTime>
#include <QFileInfo>

namespace {

constexpr qint64 nanosecondsPerMillisecond = 1'000'000;

} // namespace

std::optional<FileStamp> FileStamp::of(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        return {};
    return FileStamp{.identity = {},
                     .size = info.size(),
                     .allocated = 0,
                     .changedAt = info.lastModified().toMSecsSinceEpoch() * nanosecondsPerMillisecond};
}

#else

#include <QFile>

#include <sys/stat.h>

std::optional<FileStamp> FileStamp::of(const QString &file)
{
    /// Whatever the file system's own blocks are.
    constexpr qint64 bytesPerBlock = 512;
    constexpr qint64 nanosecondsPerSecond = 1'000'000'000;
    struct stat status = {};
    if (stat(QFile::encodeName(file).constData(), &status) != 0)
        return {};
#ifdef Q_OS_MACOS
    const timespec &changed = status.st_ctimespec;
#else
    const timespec &changed = status.st_ctim;
#endif
    return FileStamp{.identity = {.device = quint64(status.st_dev), .number = quint64(status.st_ino)},
                     .size = qint64{status.st_size},
                     .allocated = qint64{status.st_blocks} * bytesPerBlock,
                     .changedAt = qint64{changed.tv_sec} * nanosecondsPerSecond + qint64{changed.tv_nsec}};
}

#endif

std::optional<FileIdentity> FileIdentity::of(const QString &file)
{
    const auto stamp = FileStamp::of(file);
    return stamp ? std::optional(stamp->identity) : std::nullopt;
}

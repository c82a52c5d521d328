// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

/// Which file stands behind a name: another one after it has been moved away and a new one made.
struct FileIdentity
{
    quint64 device = 0;
    quint64 number = 0;

    /// Nothing when there is no such file. On Windows all are the same: an open file cannot be moved away
    /// there.
    static std::optional<FileIdentity> of(const QString &file);

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// What a file looks like from outside: two looks that differ in size or time tell that somebody wrote it.
struct FileStamp
{
    FileIdentity identity;
    qint64 size = 0;
    /// Bytes of the disk that it takes: fewer where it was cut and then written behind the cut. 0 on Windows.
    qint64 allocated = 0;
    /// Nanoseconds since 1970; on Unix also moved by a change of name or rights, and not to be set back.
    qint64 changedAt = 0;

    /// Nothing when there is no such file.
    static std::optional<FileStamp> of(const QString &file);

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Files of Windows that another program has open without sharing them, as one that looks for viruses does
/// for a moment after each write.
namespace Sharing {

enum class Access {
    Read,
    Write,
    /// Another file takes its name.
    Replace,
};

/// Waits until nothing is in the way of this access to @p file, for 2 seconds at the most. Returns at once
/// when the file is missing, or closed to this user.
void awaitAccess(const QString &file, Access access);

} // namespace Sharing

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Where everything that outlives the process is kept: Files::ownFolder().
namespace DataFolder {

enum class State {
    Ready,
    /// It was open to others and has been closed to them.
    Repaired,
    /// It belongs to another user, who could read and change all that is in it: the program must not use it.
    OfAnotherUser,
    /// It cannot be made or written.
    Unusable,
};

QString path();

/// The file @p name in the folder.
QString file(const QString &name);

/// The journal, which the window and the command line share.
QString journalFile();

/// Makes the folder (0700) and takes away what others could do with it and with the files in it that the
/// program has made (0600). Other files, and what is behind links, stay as they are.
State prepare();

} // namespace DataFolder

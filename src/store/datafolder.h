// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Where everything that outlives the process is kept: the folder that KICKDESK_DATA_DIR names, else `data`
/// beside the program where a file `portable` is there too, else the platform's application data folder.
namespace DataFolder {

enum class State {
    Ready,
    /// It was open to others and has been closed to them.
    Repaired,
    /// It cannot be made or written.
    Unusable,
};

QString path();

/// The file @p name in the folder.
QString file(const QString &name);

/// The journal, which the window and the command line share.
QString journalFile();

/// Makes the folder (0700) and takes away what others could do with it and with the files in it (0600).
State prepare();

} // namespace DataFolder

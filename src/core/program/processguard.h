// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/secret.h"

#include <QStringList>

/// What keeps secrets inside this process. The functions are for the start of the program, while it has one
/// thread.
namespace ProcessGuard {

/// Called first in main(), before there is an application object: no core dump, no memory that other
/// processes of the user may read, no library from the current folder (Windows), and nothing in the
/// environment that makes Qt, OpenSSL or a child process load foreign code or write down keys, or the
/// keychain write into a file; standard streams that are closed keep their numbers. What the loader did
/// before main() is beyond it.
void closeDoors();

/// The arguments of the program, its name included. The application object is given the name only: options of
/// Qt's own, such as -platformpluginpath, name code to load.
QStringList arguments(int argc, char **argv);

/// The environment variable @p name without white space around it, empty when it is not set. It is taken out
/// of the environment, and where the system shows that to others (/proc/PID/environ) zeros are left, so that
/// it is there once.
Secret takeSecret(const char *name);

/// What main() returns once all that it made is gone and written. A program that MinGW has built ends in here
/// with @p code: at the end of a process its libraries would wait for locks of threads that are no more.
int end(int code);

} // namespace ProcessGuard

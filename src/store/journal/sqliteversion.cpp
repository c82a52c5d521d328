// SPDX-License-Identifier: Apache-2.0
#include "store/journal/sqliteversion.h"

#include <sqlite3.h>

QString sqliteVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

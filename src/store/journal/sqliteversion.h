// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// The version of the SQLite in use, which may be Qt's own or the system's; empty where there is none.
QString sqliteVersion();

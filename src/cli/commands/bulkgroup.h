// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace CLI {
class App;
}

/// `bulk`: the group that the commands for lists are in, one class a command.
class BulkGroup
{
    Q_DECLARE_TR_FUNCTIONS(BulkGroup)

public:
    /// Adds the command `bulk @p name` to @p program, and `bulk` itself before its first one.
    static CLI::App *add(CLI::App *program, const char *name, const QString &description);
};

// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/bulkgroup.h"

#include "cli/io/arguments.h"

CLI::App *BulkGroup::add(CLI::App *program, const char *name, const QString &description)
{
    CLI::App *group = Arguments::group(program, "bulk", tr("force a list of users offline"));
    return Arguments::command(group, name, description);
}

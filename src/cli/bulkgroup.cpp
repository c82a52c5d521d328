// SPDX-License-Identifier: Apache-2.0
#include "cli/bulkgroup.h"

#include <CLI/App.hpp>

CLI::App *BulkGroup::add(CLI::App *program, const char *name, const QString &description)
{
    const auto known =
        program->get_subcommands([](const CLI::App *command) { return command->get_name() == "bulk"; });
    CLI::App *group = known.empty()
                          ? program->add_subcommand("bulk", tr("force a list of users offline").toStdString())
                          : known.front();
    return group->add_subcommand(name, description.toStdString());
}

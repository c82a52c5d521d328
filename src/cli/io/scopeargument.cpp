// SPDX-License-Identifier: Apache-2.0
#include "cli/io/scopeargument.h"

#include "cli/io/arguments.h"

void ScopeArgument::declare(CLI::App *command)
{
    Arguments::list(command, "--apps", &apps, "A,B", tr("these applications, by their ID"));
    Arguments::flag(command, "--online", &isOnline,
                    tr("the applications where the user is online or could not be checked"));
    Arguments::flag(command, "--everywhere", &isEverywhere, tr("every application of the user pool"));
}

QString ScopeArgument::problem() const
{
    if (int{!apps.isEmpty()} + int{isOnline} + int{isEverywhere} != 1)
        return tr("Say which applications: exactly one of --apps, --online and --everywhere.");
    return Arguments::appIdProblem(apps);
}

KickScope ScopeArgument::scope() const
{
    if (isOnline)
        return KickScope::Online;
    return isEverywhere ? KickScope::Everywhere : KickScope::Given;
}

QStringList ScopeArgument::appIds() const
{
    QStringList result = apps;
    result.removeDuplicates();
    return result;
}

// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/appscommand.h"

#include "cli/io/arguments.h"
#include "cli/io/jsonlines.h"
#include "cli/io/texttable.h"
#include "kick/session.h"

CLI::App *AppsCommand::declare(CLI::App *program)
{
    return Arguments::command(program, "apps", tr("list the applications of the user pool"));
}

void AppsCommand::run(Session *session)
{
    session->applicationLister()->list(this, [this](const Result<QList<Application>> &applications) {
        if (applications)
            show(*applications);
        else
            fail(applications.error());
    });
}

void AppsCommand::show(const QList<Application> &applications)
{
    TextTable table({tr("Application ID"), tr("Name"), tr("Identifier")});
    for (const Application &application : applications) {
        output()->object(JsonLines::object(application));
        table.add({ServerText(application.appId).plain(), application.appName.plain(),
                   application.appIdentifier.plain()});
    }
    if (applications.isEmpty())
        output()->note(tr("The user pool has no application."));
    else
        output()->text(table.text());
    Q_EMIT finished(ExitCode::Done);
}

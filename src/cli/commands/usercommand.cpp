// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/usercommand.h"

#include "cli/io/arguments.h"
#include "cli/io/candidates.h"
#include "cli/io/jsonlines.h"
#include "cli/io/texttable.h"
#include "kick/session.h"

using namespace Qt::Literals::StringLiterals;

CLI::App *UserCommand::declare(CLI::App *program)
{
    CLI::App *command = Arguments::command(program, "user", tr("show exactly one user"));
    m_identifier.declare(command);
    return command;
}

void UserCommand::run(Session *session)
{
    const auto answer = [this](const Result<FoundUsers> &found) {
        const Result<User> user = Resolver::only(found, m_identifier.id, m_identifier.uncompared());
        if (user) {
            show(*user);
            return;
        }
        if (user.error().code == ErrorCode::SeveralMatches)
            Candidates::tell(output(), found->users);
        failToFind(user.error());
    };
    if (const auto type = m_identifier.type())
        session->resolver()->find(*type, m_identifier.id, this, answer);
    else
        session->resolver()->findAny(m_identifier.id, this, answer);
}

void UserCommand::show(const User &user)
{
    output()->object(JsonLines::object(user));

    TextTable table;
    const auto add = [&table](const QString &label, const QString &value) {
        if (!value.isEmpty())
            table.add({label, value});
    };
    add(tr("User ID"), ServerText(user.userId).plain());
    add(tr("Name"), Users::displayName(user).plain());
    add(tr("Nickname"), user.nickname.plain());
    add(tr("Status"), Users::statusLabel(user.status));
    for (const IdType type : {IdType::Username, IdType::Email, IdType::ExternalId})
        add(IdTypes::label(type), Users::identifier(user, type).plain());
    add(IdTypes::label(IdType::Phone), Users::maskedPhone(user.phone));
    if (user.lastLogin.isValid()) {
        add(tr("Last sign-in"), user.lastLogin.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"_s));
        add(tr("Last address"), user.lastIp.plain());
    }
    output()->text(table.text());
    Q_EMIT finished(ExitCode::Done);
}

void UserCommand::failToFind(const Error &error)
{
    if (m_identifier.type() || !isNotPermitted(error)) {
        fail(error);
        return;
    }
    output()->error(error, tr("--id-type auto has to look the user up."));
    Q_EMIT finished(ExitCode::Usage);
}

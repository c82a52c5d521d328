// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/searchcommand.h"

#include "cli/io/arguments.h"
#include "cli/io/jsonlines.h"
#include "cli/io/texttable.h"
#include "kick/session.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maximumCell = 40;

QStringList row(const User &user)
{
    const QString lastLogin =
        user.lastLogin.isValid() ? user.lastLogin.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s) : u"-"_s;
    return {ServerText(user.userId).plain(),
            Users::displayName(user).plain(maximumCell),
            Users::statusLabel(user.status),
            user.username.plain(maximumCell),
            user.email.plain(maximumCell),
            Users::maskedPhone(user.phone),
            lastLogin};
}

} // namespace

CLI::App *SearchCommand::declare(CLI::App *program)
{
    CLI::App *command = Arguments::command(program, "search", tr("find users"));
    Arguments::text(command, "TEXT", &m_text, "",
                    tr("part of a name, user name, e-mail address or phone number; without it, every user"));
    Arguments::number(command, "--limit", &m_limit, 1, 1'000'000, "N",
                      tr("users shown at most (default: 50)"));
    return command;
}

QString SearchCommand::problem() const
{
    if (m_text.isNull())
        return {};
    const std::optional<IdFault> fault = IdTypes::check(m_text).fault;
    return fault ? IdTypes::faultText(*fault) : QString();
}

void SearchCommand::run(Session *session)
{
    m_session = session;
    m_paging = Paging(pageSize());
    askForPage();
}

int SearchCommand::pageSize() const
{
    return std::min(m_limit, Client::maximumLimit);
}

void SearchCommand::askForPage()
{
    const UserQuery query{.keywords = IdTypes::check(m_text).value,
                          .filterField = {},
                          .filterValue = {},
                          .page = m_page,
                          .limit = pageSize()};
    m_session->client()->listUsers(query, this, [this](const Result<Page<User>> &page) {
        if (page) {
            takePage(*page);
            return;
        }
        printTable();
        fail(page.error());
    });
}

void SearchCommand::takePage(const Page<User> &page)
{
    m_totalCount = page.totalCount;
    m_paging.take(page);
    for (const User &user : page.list) {
        if (m_users.size() == m_limit || m_seen.contains(user.userId))
            continue;
        m_seen.insert(user.userId);
        m_users.append(user);
        output()->object(JsonLines::object(user));
    }

    const bool isWanted = m_users.size() < m_limit && !output()->hasFailed();
    if (!m_paging.isRead() && isWanted) {
        ++m_page;
        askForPage();
        return;
    }
    printTable();
    if (isWanted && !m_paging.isWhole())
        fail(m_paging.incomplete());
    else
        Q_EMIT finished(ExitCode::Done);
}

void SearchCommand::printTable()
{
    if (output()->isJson())
        return;
    if (m_users.isEmpty()) {
        output()->note(tr("No user matches."));
        return;
    }
    TextTable table({tr("User ID"), tr("Name"), tr("Status"), tr("Username"), tr("E-mail"), tr("Phone"),
                     tr("Last sign-in")});
    for (const User &user : m_users)
        table.add(row(user));
    output()->text(table.text());
    if (m_totalCount > m_users.size()) {
        output()->note(tr("%1 of %2 users shown; --limit shows more.")
                           .arg(QString::number(m_users.size()), QString::number(m_totalCount)));
    }
}

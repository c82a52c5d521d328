// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/sandboxcommand.h"

#include "cli/io/arguments.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

CLI::App *SandboxCommand::declare(CLI::App *program)
{
    CLI::App *command =
        Arguments::command(program, "sandbox", tr("serve the built-in sandbox on this computer"));
    Arguments::number(command, "--port", &m_options.port, 0, std::numeric_limits<quint16>::max(), "N",
                      tr("port to listen on (default: a free one)"));
    Arguments::number(command, "--users", &m_options.users, 1, 1'000'000, "N", tr("users (default: 2000)"));
    Arguments::number(command, "--apps", &m_options.applications, 1, 1000, "N",
                      tr("applications (default: 24)"));
    Arguments::number(command, "--latency", &m_options.latencyMs, 0, 60'000, "MS",
                      tr("milliseconds before each answer (default: 0)"));
    Arguments::number(command, "--rate", &m_options.ratePerSecond, 0, 1'000'000, "N",
                      tr("requests a second before it asks for fewer (default: no limit)"));
    Arguments::flag(command, "--tls", &m_options.tls, tr("serve https with a certificate of its own"));
    Arguments::texts(command, "--fault", &m_options.faults, "NAME[@ENDPOINT][:PERCENT]",
                     tr("misbehave on purpose; may be repeated; --fault list shows every NAME"));
    Arguments::number(command, "--seed", &m_options.seed, 0, std::numeric_limits<quint32>::max(), "N",
                      tr("another number gives other users (default: 1)"));
    return command;
}

QString SandboxCommand::faultList()
{
    return tr("The faults are: %1").arg(Sandbox::faultNames().join(u", "_s));
}

QString SandboxCommand::problem() const
{
    for (const QString &fault : m_options.faults) {
        const QString problem = Sandbox::faultProblem(fault);
        const QString name = fault.section(u'@', 0, 0).section(u':', 0, 0);
        if (!problem.isEmpty())
            return Sandbox::faultNames().contains(name) ? problem : problem + u'\n' + faultList();
    }
    return {};
}

void SandboxCommand::run(Session *)
{
    m_sandbox = std::make_unique<Sandbox>(m_options);
    const Result<SandboxAddress> address = m_sandbox->start();
    if (address)
        announce(*address);
    else
        fail(address.error());
}

void SandboxCommand::announce(const SandboxAddress &address)
{
    const QString host = address.host.toString();
    // The user who starts the practice pool is meant to know its secret.
    const QString secret = QString::fromUtf8(address.secret.reveal());

    QJsonObject object{{u"host"_s, host}, {u"keyId"_s, address.keyId}, {u"secret"_s, secret}};
    if (!address.caFile.isEmpty())
        object.insert("caFile"_L1, address.caFile);
    output()->object(object);

    const QString line = address.caFile.isEmpty()
                             ? tr("Sandbox at %1, key ID %2, secret %3").arg(host, address.keyId, secret)
                             : tr("Sandbox at %1, key ID %2, secret %3, CA file %4")
                                   .arg(host, address.keyId, secret, address.caFile);
    output()->text(line);
}

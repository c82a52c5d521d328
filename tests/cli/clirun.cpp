// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"

#include "cli/program/program.h"
#include "store/connections/memorysecretstore.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestRunMs = 60'000;

} // namespace

QList<QJsonObject> CliRun::objects() const
{
    QList<QJsonObject> result;
    for (const QByteArray &line : out.split('\n')) {
        if (!line.isEmpty())
            result.append(QJsonDocument::fromJson(line).object());
    }
    return result;
}

QJsonObject CliRun::object() const
{
    const QList<QJsonObject> all = objects();
    return all.size() == 1 ? all.first() : QJsonObject();
}

CliRun runCli(const QStringList &arguments, const QByteArray &in)
{
    MemorySecretStore secrets;
    return runCli(arguments, in, &secrets);
}

CliRun runCli(const QStringList &arguments, const QByteArray &in, SecretStore *secrets)
{
    CliRun result;
    QBuffer inBuffer;
    inBuffer.setData(in);
    QBuffer outBuffer(&result.out);
    QBuffer errBuffer(&result.err);
    inBuffer.open(QIODevice::ReadOnly);
    outBuffer.open(QIODevice::WriteOnly);
    errBuffer.open(QIODevice::WriteOnly);

    Program program({.in = &inBuffer, .out = &outBuffer, .err = &errBuffer}, secrets);
    QSignalSpy finished(&program, &Program::finished);
    program.start(arguments);
    if (finished.wait(longestRunMs))
        result.exitCode = finished.first().first().toInt();
    return result;
}

CliPool::CliPool(const SandboxOptions &options)
    : m_sandbox(std::make_unique<Sandbox>(options))
{
    if (const Result<SandboxAddress> address = m_sandbox->start())
        m_address = *address;
}

CliRun CliPool::run(const QStringList &arguments) const
{
    const QStringList connection{u"--host"_s, m_address.host.toString(), u"--key-id"_s, m_address.keyId,
                                 u"--secret-stdin"_s};
    return runCli(connection + arguments, m_address.secret.reveal() + '\n');
}

CliRun CliPool::runJson(const QStringList &arguments) const
{
    return run(QStringList{u"--json"_s} + arguments);
}

QJsonObject CliPool::userWith(const QStringList &fields) const
{
    const QList<QJsonObject> users = runJson({u"search"_s, u"--limit"_s, u"200"_s}).objects();
    const auto carriesAll = [&fields](const QJsonObject &user) {
        return std::ranges::all_of(fields, [&user](const QString &field) { return user.contains(field); });
    };
    const auto found = std::ranges::find_if(users, carriesAll);
    return found == users.end() ? QJsonObject() : *found;
}

QStringList CliPool::appIds() const
{
    QStringList result;
    for (const QJsonObject &application : runJson({u"apps"_s}).objects())
        result << application.value("appId"_L1).toString();
    return result;
}

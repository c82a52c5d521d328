// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/profilecommand.h"

#include "cli/io/arguments.h"
#include "cli/io/texttable.h"
#include "core/identifiers/idcleaning.h"
#include "core/values/host.h"
#include "core/values/tenant.h"
#include "store/connections/connectionway.h"
#include "store/connections/profilejson.h"
#include "store/connections/savedcredentials.h"

#include <QUrl>

#include <optional>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace {

QString environmentLabel(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return ProfileCommand::tr("production");
    case Environment::Test:
        return ProfileCommand::tr("test");
    case Environment::Sandbox:
        return ProfileCommand::tr("sandbox");
    }
    return {};
}

/// "none", "system" or "http://host:port"; nothing when it is neither.
std::optional<Proxy> proxyOf(const QString &text)
{
    if (text.isEmpty() || text == "none"_L1)
        return Proxy();
    if (text == "system"_L1)
        return Proxy{.mode = ProxyMode::System};
    const QUrl url(text, QUrl::StrictMode);
    const bool isPlain = url.isValid() && url.scheme() == "http"_L1 && !url.host().isEmpty() &&
                         url.port() > 0 && url.userInfo().isEmpty() && url.path().isEmpty();
    if (!isPlain)
        return {};
    return Proxy{.mode = ProxyMode::Manual,
                 .host = url.host(QUrl::FullyEncoded),
                 .port = static_cast<quint16>(url.port())};
}

ApiNames apiNamesOf(const QString &word)
{
    if (word == "genauth"_L1)
        return ApiNames::GenAuth;
    return word == "authing"_L1 ? ApiNames::Authing : ApiNames::ByHost;
}

} // namespace

ProfileCommand::ProfileCommand(Output *output, QIODevice *in, SecretStore *secrets, QObject *parent)
    : Command(output, parent)
    , m_in(in)
    , m_secrets(secrets)
{
}

CLI::App *ProfileCommand::declare(CLI::App *program)
{
    CLI::App *command = Arguments::command(program, "profile", tr("show and change the saved connections"));
    Arguments::requireCommand(command);
    const auto action = [this, command](const char *word, const QString &description, Action meaning) {
        CLI::App *declared = Arguments::command(command, word, description);
        Arguments::whenChosen(declared, [this, meaning] { m_action = meaning; });
        return declared;
    };
    const auto named = [this](CLI::App *declared) {
        Arguments::require(Arguments::text(declared, "NAME", &m_name, "NAME", tr("name of the connection")));
        return declared;
    };
    action("list", tr("list the saved connections"), Action::List);
    CLI::App *adding = named(
        action("add", tr("save a connection: --host, --key-id and what else describes it"), Action::Add));
    Arguments::choice(adding, "--environment", &m_environment, {u"production"_s, u"test"_s},
                      tr("what the user pool is for (default: production)"));
    Arguments::text(adding, "--proxy", &m_proxy, "PROXY",
                    tr("none, system or http://host:port (default: none)"));
    Arguments::choice(
        adding, "--api-names", &m_apiNames, {u"auto"_s, u"authing"_s, u"genauth"_s},
        tr("under which names the host knows the headers of the API (default: auto, by the host)"));
    Arguments::text(adding, "--tenant-header", &m_tenantHeader, "NAME", tr("header that names the tenant"));
    Arguments::text(adding, "--tenant", &m_tenant, "VALUE", tr("value of that header"));
    Arguments::text(adding, "--operator", &m_operatorName, "NAME",
                    tr("how the operator is called in the history"));
    Arguments::flag(adding, "--ticket-required", &m_isTicketRequired,
                    tr("ask for a ticket number each time"));
    Arguments::flag(adding, "--reason-required", &m_isReasonRequired, tr("ask for a reason each time"));
    Arguments::number(adding, "--bulk-cap", &m_bulkCap, 1, Profile::largestBulkCap, "N",
                      tr("users that one list may hold (default: 1000)"));
    named(action("remove", tr("forget a connection and its secret"), Action::Remove));
    named(
        action("set-secret", tr("keep the secret on the standard input in the keychain"), Action::SetSecret));
    for (const auto &[word, description, meaning] :
         {std::tuple{"import", tr("add the connections in FILE"), Action::Import},
          std::tuple{"export", tr("write every connection into FILE, without secrets"), Action::Export}}) {
        CLI::App *declared = action(word, description, meaning);
        Arguments::require(Arguments::text(declared, "FILE", &m_file, "FILE", tr("a JSON file")));
    }
    return command;
}

void ProfileCommand::setConnection(const ConnectionOptions &options)
{
    m_connection = options;
}

QString ProfileCommand::problem() const
{
    if (m_action != Action::Add)
        return {};
    if (!proxyOf(m_proxy))
        return tr("--proxy takes none, system or http://host:port.");
    if (!Tenants::isUsable(m_tenantHeader.toUtf8(), m_tenant.toUtf8()))
        return tr(
            "--tenant-header and --tenant belong together: a name of letters, digits, - and _, and a value.");
    return {};
}

void ProfileCommand::run(Session *)
{
    switch (m_action) {
    case Action::List:
        return list();
    case Action::Add:
        return add();
    case Action::Remove:
        return remove();
    case Action::SetSecret:
        return setSecret();
    case Action::Import:
        return importFile();
    case Action::Export:
        return exportFile();
    }
}

void ProfileCommand::list()
{
    const SavedProfiles saved = m_store.profiles();
    TextTable table({tr("Name"), tr("Host"), tr("Access key"), tr("Environment"), tr("Set up by")});
    for (const SavedProfile &each : saved.list) {
        QJsonObject object = ProfileJson::write(each.profile);
        object.insert(u"readOnly"_s, each.isReadOnly);
        output()->object(object);
        table.add({ServerText(each.profile.name).plain(), Hosts::displayName(each.profile.host),
                   each.profile.keyId, environmentLabel(each.profile.environment),
                   each.isReadOnly ? tr("administrator") : tr("you")});
    }
    for (const Error &error : saved.errors)
        output()->error(error);
    if (!saved.list.isEmpty())
        output()->text(table.text());
    else if (saved.errors.isEmpty())
        output()->note(tr("No connection is saved."));
    Q_EMIT finished(saved.errors.isEmpty() ? ExitCode::Done : ExitCodes::of(saved.errors.first()));
}

Profile ProfileCommand::typedProfile() const
{
    const Result<QUrl> host = Hosts::check(m_connection.host);
    return {.name = m_name.simplified(),
            .host = host ? *host : QUrl(),
            .keyId = IdCleaning::trimmed(m_connection.keyId),
            .auth = m_connection.scheme(),
            .apiNames = apiNamesOf(m_apiNames),
            .poolId = m_connection.poolId,
            .environment = m_environment == "test"_L1 ? Environment::Test : Environment::Production,
            .tenantHeader = m_tenantHeader.toUtf8(),
            .tenant = m_tenant.toUtf8(),
            .caFile = m_connection.caFile,
            .proxy = proxyOf(m_proxy).value_or(Proxy()),
            .operatorName = m_operatorName.simplified(),
            .isTicketRequired = m_isTicketRequired,
            .isReasonRequired = m_isReasonRequired,
            .bulkCap = m_bulkCap};
}

void ProfileCommand::add()
{
    if (const Result<QUrl> host = Hosts::check(m_connection.host); !host) {
        fail(host.error());
        return;
    }
    // Before anything is saved.
    const Result<Secret> secret =
        m_connection.isSecretOnStdin ? Connections::readSecret(m_in) : Result<Secret>(Secret());
    if (!secret) {
        fail(secret.error());
        return;
    }
    const Result<Profile> added = m_store.add(typedProfile());
    if (!added) {
        fail(added.error());
        return;
    }
    output()->object(ProfileJson::write(*added));
    output()->text(tr("“%1” is saved.").arg(ServerText(added->name).plain()));
    if (m_connection.isSecretOnStdin)
        store(*added, *secret);
    else
        Q_EMIT finished(ExitCode::Done);
}

void ProfileCommand::remove()
{
    const Result<SavedProfile> found = m_store.find(m_name);
    if (!found) {
        fail(found.error());
        return;
    }
    if (const auto error = m_store.remove(found->profile.id)) {
        fail(*error);
        return;
    }
    const QString name = ServerText(found->profile.name).plain();
    SavedCredentials::remove(m_secrets, found->profile, this, [this, name](SecretState state) {
        reportRemoved(name, secretStateName(state));
        if (state != SecretState::Done)
            output()->note(tr("Its secret could not be removed from the keychain."));
        Q_EMIT finished(ExitCode::Done);
    });
}

void ProfileCommand::reportRemoved(const QString &name, const QString &secret)
{
    output()->object({{"command"_L1, u"profile remove"_s}, {"name"_L1, name}, {"secret"_L1, secret}});
    output()->text(tr("“%1” is forgotten.").arg(name));
}

void ProfileCommand::setSecret()
{
    const Result<SavedProfile> found = m_store.find(m_name);
    if (!found) {
        fail(found.error());
        return;
    }
    const Result<Secret> secret = Connections::readSecret(m_in);
    if (secret)
        store(found->profile, *secret);
    else
        fail(secret.error());
}

void ProfileCommand::store(const Profile &profile, const Secret &secret)
{
    if (secret.isEmpty()) {
        fail({.kind = ErrorKind::NotSent, .code = ErrorCode::MissingSecret});
        return;
    }
    const QString name = ServerText(profile.name).plain();
    m_secrets->write(SecretKey::accessKey(profile), secret, this, [this, name](const SecretAnswer &answer) {
        output()->object({{"command"_L1, u"profile set-secret"_s},
                          {"name"_L1, name},
                          {"secret"_L1, secretStateName(answer.state)}});
        if (answer.state == SecretState::Done) {
            output()->text(tr("The secret of “%1” is in the keychain.").arg(name));
            Q_EMIT finished(ExitCode::Done);
            return;
        }
        output()->note(
            tr("The secret was not kept: no keychain took it. Use --secret-stdin with each call."));
        Q_EMIT finished(ExitCode::Internal);
    });
}

void ProfileCommand::importFile()
{
    const Result<ProfileImport> done = m_store.importFrom(m_file);
    if (!done) {
        fail(done.error());
        return;
    }
    for (const Profile &profile : done->added) {
        output()->object(ProfileJson::write(profile));
        output()->text(tr("“%1” is saved.").arg(ServerText(profile.name).plain()));
        output()->text(connectionWayText(profile));
    }
    for (const Error &error : done->refused)
        output()->error(error);
    Q_EMIT finished(done->refused.isEmpty() ? ExitCode::Done : ExitCode::Usage);
}

void ProfileCommand::exportFile()
{
    QStringList ids;
    const SavedProfiles saved = m_store.profiles();
    if (!saved.errors.isEmpty()) {
        fail(saved.errors.first());
        return;
    }
    for (const SavedProfile &each : saved.list)
        ids << each.profile.id;
    if (const auto error = m_store.exportTo(m_file, ids)) {
        fail(*error);
        return;
    }
    output()->object({{"command"_L1, u"profile export"_s},
                      {"file"_L1, m_file},
                      {"total"_L1, static_cast<int>(ids.size())}});
    output()->text(
        tr("Written into %1; connections: %2").arg(ServerText(m_file).plain(), QString::number(ids.size())));
    Q_EMIT finished(ExitCode::Done);
}

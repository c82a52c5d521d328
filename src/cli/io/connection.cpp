// SPDX-License-Identifier: Apache-2.0
#include "cli/io/connection.h"

#include "cli/io/arguments.h"
#include "core/identifiers/idcleaning.h"
#include "core/program/processguard.h"
#include "core/values/host.h"
#include "sandbox/service/sandbox.h"
#include "store/connections/effectiveprofile.h"
#include "store/connections/profilestore.h"
#include "store/connections/savedcredentials.h"
#include "store/files/datafolder.h"
#include "store/files/settings.h"

#include <QIODevice>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What was given for this call; empty when nothing was.
Result<Secret> givenSecret(const ConnectionOptions &options, const Connections::Sources &sources)
{
    return options.isSecretOnStdin ? Connections::readSecret(sources.in)
                                   : Connections::checked(sources.environment);
}

/// As the window works with it: settings bind scripts too.
Profile effective(const Profile &profile)
{
    return EffectiveProfiles::of(profile, SettingsFile().read());
}

Result<OpenedConnection> openSandbox(const ConnectionOptions &options)
{
    // A list that was cut off is resumed on its own server only.
    const SandboxOptions pool{.usualPort = Sandbox::usualPort({}, DataFolder::path())};
    const auto sandbox = std::make_shared<Sandbox>(pool);
    const Result<SandboxAddress> address = sandbox->start();
    if (!address)
        return address.error();
    const Profile profile{.name = u"sandbox"_s,
                          .host = address->host,
                          .keyId = address->keyId,
                          .auth = options.scheme(),
                          .poolId = options.poolId,
                          .environment = Environment::Sandbox,
                          .caFile = address->caFile};
    return OpenedConnection{
        .profile = effective(profile), .credentials = address->secret, .sandbox = sandbox};
}

Result<Profile> adHocProfile(const ConnectionOptions &options)
{
    const Result<QUrl> host = Hosts::check(options.host);
    if (!host)
        return host.error();
    return Profile{.name = Hosts::displayName(*host),
                   .host = *host,
                   .keyId = IdCleaning::trimmed(options.keyId),
                   .auth = options.scheme(),
                   .poolId = options.poolId,
                   .caFile = options.caFile};
}

/// A saved connection; what is given for this call goes before what is saved.
Result<Profile> savedProfile(const ConnectionOptions &options)
{
    const Result<SavedProfile> found = ProfileStore().find(options.profile);
    if (!found)
        return found.error();
    Profile profile = found->profile;
    if (!options.auth.isEmpty())
        profile.auth = options.scheme();
    if (!options.poolId.isEmpty())
        profile.poolId = options.poolId;
    if (!options.caFile.isEmpty())
        profile.caFile = options.caFile;
    return profile;
}

/// Opens one connection; a keychain answers later.
class Opening : public PendingAnswer<Result<OpenedConnection>>
{
public:
    Opening(const ConnectionOptions &options, Connections::Sources sources, QObject *context,
            ResultHandler<OpenedConnection> handler)
        : PendingAnswer(context, std::move(handler))
        , m_sources(std::move(sources))
    {
        if (options.isSandbox) {
            finishLater(openSandbox(options));
            return;
        }
        const Result<Profile> profile =
            options.profile.isEmpty() ? adHocProfile(options) : savedProfile(options);
        if (!profile) {
            finishLater(profile.error());
            return;
        }
        m_profile = *profile;
        const Result<Secret> given = givenSecret(options, m_sources);
        if (!given) {
            finishLater(given.error());
            return;
        }
        const bool isKeychainNeeded = given->isEmpty() || !m_profile.proxy.user.isEmpty();
        if (!options.profile.isEmpty() && isKeychainNeeded)
            askKeychain(*given);
        else
            open(*given);
    }

private:
    /// A saved connection may lack either secret; @p given goes before the keychain's.
    void askKeychain(const Secret &given)
    {
        SavedCredentials::read(m_sources.secrets, m_profile, this,
                               [this, given](const CredentialAnswer &answer) {
                                   Credentials credentials = answer.credentials;
                                   if (!given.isEmpty())
                                       credentials.secret = given;
                                   else if (answer.state != SecretState::Done)
                                       m_sources.note(secretStateText(answer.state));
                                   open(credentials);
                               });
    }

    void open(const Credentials &credentials)
    {
        if (credentials.secret.isEmpty())
            finishLater(Error{.kind = ErrorKind::NotSent, .code = ErrorCode::MissingSecret});
        else
            finishLater(OpenedConnection{
                .profile = effective(m_profile), .credentials = credentials, .sandbox = nullptr});
    }

    Connections::Sources m_sources;
    Profile m_profile;
};

} // namespace

void ConnectionOptions::declare(CLI::App *program)
{
    Arguments::text(program, "--profile", &profile, "NAME", tr("a saved connection"));
    Arguments::text(program, "--host", &host, "URL",
                    tr("address of the Authing service; http:// for this computer only"));
    Arguments::text(program, "--key-id", &keyId, "ID", tr("ID of the access key"));
    Arguments::flag(program, "--secret-stdin", &isSecretOnStdin,
                    tr("read the secret from the first line of the standard input; without it, from the "
                       "environment variable KICKDESK_SECRET"));
    Arguments::choice(program, "--auth", &auth, {u"token"_s, u"signature"_s},
                      tr("how requests prove who sends them (default: token)"));
    Arguments::text(program, "--pool-id", &poolId, "ID",
                    tr("the user pool that must answer; another one is refused"));
    Arguments::text(program, "--ca-file", &caFile, "FILE", tr("one more trusted root certificate (PEM)"));
    Arguments::flag(program, "--sandbox", &isSandbox, tr("start the built-in sandbox and use it"));
    Arguments::number(program, "--timeout", &timeoutSeconds, 1, 600, "SECONDS",
                      tr("time limit of one request (default: 15)"));
}

QString ConnectionOptions::problem() const
{
    const bool isInFull = !host.isEmpty() || !keyId.isEmpty();
    const int ways = int{!profile.isEmpty()} + int{isInFull} + int{isSandbox};
    if (ways == 0)
        return tr("It is not said where to connect to. Use --profile, --host with --key-id, or --sandbox.");
    if (ways > 1)
        return tr("Use only one of --profile, --host with --key-id, and --sandbox.");
    if (isInFull && (host.isEmpty() || keyId.isEmpty()))
        return tr("--host and --key-id belong together; one of them is missing.");
    return {};
}

AuthScheme ConnectionOptions::scheme() const
{
    return auth == "signature"_L1 ? AuthScheme::Signature : AuthScheme::Token;
}

Result<Secret> Connections::readSecret(QIODevice *in)
{
    // A file given by mistake is not read to its end. The line may end with two bytes, and one too many is
    // seen.
    constexpr qint64 longestLine = Secret::maximumLength + 4;
    QByteArray line = in->readLine(longestLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const Result<Secret> whole = checked(Secret(line));
    return whole ? Secret(IdCleaning::trimmed(line)) : whole;
}

Result<Secret> Connections::checked(const Secret &secret)
{
    if (secret.isTooLong())
        return Error{.kind = ErrorKind::NotSent, .code = ErrorCode::SecretTooLong};
    return secret;
}

Secret Connections::takeEnvironmentSecret()
{
    return ProcessGuard::takeSecret("KICKDESK_SECRET");
}

PendingCall *Connections::open(const ConnectionOptions &options, const Sources &sources, QObject *context,
                               ResultHandler<OpenedConnection> handler)
{
    return new Opening(options, sources, context, std::move(handler));
}

// SPDX-License-Identifier: Apache-2.0
#include "cli/connection.h"

#include "cli/arguments.h"
#include "core/host.h"
#include "sandbox/sandbox.h"

#include <QIODevice>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Far longer than any secret; a file given by mistake is not read to its end.
constexpr qint64 maximumSecretLine = 4096;

Secret readSecret(const ConnectionOptions &options, QIODevice *in)
{
    const QByteArray text = options.isSecretOnStdin ? in->readLine(maximumSecretLine)
                                                    : qEnvironmentVariable("KICKDESK_SECRET").toUtf8();
    return Secret(text.trimmed());
}

AuthScheme scheme(const ConnectionOptions &options)
{
    return options.auth == "signature"_L1 ? AuthScheme::Signature : AuthScheme::Token;
}

Result<OpenedConnection> openSandbox(const ConnectionOptions &options)
{
    const auto sandbox = std::make_shared<Sandbox>(SandboxOptions{});
    const Result<SandboxAddress> address = sandbox->start();
    if (!address)
        return address.error();
    return OpenedConnection{.profile = {.name = u"sandbox"_s,
                                        .host = address->host,
                                        .keyId = address->keyId,
                                        .auth = scheme(options),
                                        .poolId = options.poolId,
                                        .environment = Environment::Sandbox,
                                        .caFile = address->caFile},
                            .secret = address->secret,
                            .sandbox = sandbox};
}

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
        return tr("It is not said where to connect to. Use --host with --key-id, or --sandbox.");
    if (ways > 1)
        return tr("Use only one of --profile, --host with --key-id, and --sandbox.");
    if (!profile.isEmpty()) {
        return tr("There is no saved connection named \"%1\". Use --host with --key-id instead.")
            .arg(ServerText(profile).plain());
    }
    if (isInFull && (host.isEmpty() || keyId.isEmpty()))
        return tr("--host and --key-id belong together; one of them is missing.");
    return {};
}

Result<OpenedConnection> Connections::open(const ConnectionOptions &options, QIODevice *in)
{
    if (options.isSandbox)
        return openSandbox(options);

    const Result<QUrl> host = Hosts::check(options.host);
    if (!host)
        return host.error();
    const Secret secret = readSecret(options, in);
    if (secret.isEmpty())
        return Error{.kind = ErrorKind::NotSent, .code = ErrorCode::MissingSecret};
    return OpenedConnection{.profile = {.name = Hosts::displayName(*host),
                                        .host = *host,
                                        .keyId = options.keyId,
                                        .auth = scheme(options),
                                        .poolId = options.poolId,
                                        .caFile = options.caFile},
                            .secret = secret,
                            .sandbox = nullptr};
}

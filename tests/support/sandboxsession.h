// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/session.h"
#include "sandbox/service/sandbox.h"
#include "support/answerof.h"
#include "support/testtraffic.h"

#include <QTemporaryDir>

#include <memory>

/// A sandbox of its own and a session on it, for one test.
struct SandboxSession
{
    explicit SandboxSession(const QStringList &faults = {}, AuthScheme auth = AuthScheme::Token,
                            SandboxOptions options = {.users = 200})
    {
        options.faults = faults;
        sandbox = std::make_unique<Sandbox>(options);
        const Result<SandboxAddress> started = sandbox->start();
        if (!started)
            qFatal("The sandbox did not start: %s", qPrintable(errorText(started.error())));
        address = *started;
        open(profile(auth), address.secret);
    }

    /// Opens another session on the same sandbox and journal.
    void open(const Profile &profile, const Secret &secret)
    {
        session = std::make_unique<Session>(profile, secret, &journal, ExchangeLog(), testTraffic());
        session->setLanguage(Language::Chinese);
    }

    Profile profile(AuthScheme auth = AuthScheme::Token) const
    {
        return {.name = QStringLiteral("sandbox"),
                .host = address.host,
                .keyId = address.keyId,
                .auth = auth,
                .environment = Environment::Sandbox,
                .caFile = address.caFile};
    }

    Client *client() const { return session->client(); }

    QTemporaryDir folder;
    mutable Journal journal{folder.filePath(QStringLiteral("journal.db"))};
    std::unique_ptr<Sandbox> sandbox;
    SandboxAddress address;
    std::unique_ptr<Session> session;
};

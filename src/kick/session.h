// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/authenticator.h"
#include "api/authing/client.h"
#include "api/authing/loggingtransport.h"
#include "api/lanes/lanetransport.h"
#include "core/values/credentials.h"
#include "kick/pool/applicationlister.h"
#include "kick/pool/resolver.h"
#include "kick/single/kicker.h"
#include "kick/single/kickplanner.h"
#include "kick/single/verifier.h"
#include "store/journal/journal.h"

#include <QObject>

#include <memory>

/// One open connection and what works on it. Everything that talks to a pool is handed a Session.
class Session : public QObject
{
    Q_OBJECT

public:
    /// How many requests are expected.
    enum class Traffic {
        /// A person's, one after the other.
        Few,
        /// A list's, over connections that are kept open.
        Many,
    };

    /// The host of @p profile must have passed Hosts::check() and its tenant Tenants::isUsable(); its caFile,
    /// if any, must hold a root certificate (hasUsableCaFile()). @p log is told about every request; what it
    /// writes to must outlive the session.
    Session(const Profile &profile, const Credentials &credentials, Journal *journal, ExchangeLog log = {},
            Traffic traffic = Traffic::Few, QObject *parent = nullptr);
    ~Session() override;

    /// False when the profile names a CA file that gives no root to trust: nothing may be sent then.
    bool hasUsableCaFile() const { return m_hasCaFile; }

    const Profile &profile() const { return m_profile; }
    /// Works by @p profile from now on: another name, other rules, not another way to the server, which are
    /// those of the connection that is open (EffectiveProfiles::takenOver()). A kick under way keeps its own.
    void setProfile(const Profile &profile);
    /// Without log and credentials: trust and proxy of this connection, and the certificate that was refused
    /// last.
    QnamTransport *network() { return m_transport.get(); }
    Client *client() { return m_client.get(); }
    Authenticator *authenticator() { return m_authenticator.get(); }
    Resolver *resolver() { return m_resolver.get(); }
    ApplicationLister *applicationLister() { return m_applicationLister.get(); }
    Verifier *verifier() { return m_verifier.get(); }
    Kicker *kicker() { return m_kicker.get(); }
    KickPlanner::Parts plannerParts()
    {
        return {.client = client(), .resolver = resolver(), .applicationLister = applicationLister()};
    }
    Journal *journal() { return m_journal; }

    /// Makes sure that the pool which answers is the profile's: fails with PoolMismatch when it is another or
    /// cannot be proved; answers with the proved pool ID, empty when the profile names none and nothing
    /// proves one.
    PendingCall *checkPool(QObject *context, ResultHandler<QString> handler);

    /// Requests on the wire at a time that this connection carries without waiting for each other.
    int capacity() const;

    /// Makes connections for up to @p requests at a time, where this connection carries many, while there is
    /// nothing to send yet.
    void prepare(qint64 requests);

    /// Language of the server's messages from now on.
    void setLanguage(Language language);

Q_SIGNALS:
    /// profile() has other values.
    void profileChanged();

private:
    Profile m_profile;
    Journal *m_journal;
    bool m_hasCaFile = false;
    std::unique_ptr<QnamTransport> m_transport;
    /// Null for few requests.
    std::unique_ptr<LaneTransport> m_lanes;
    /// Null without a log.
    std::unique_ptr<LoggingTransport> m_loggingTransport;
    std::unique_ptr<Authenticator> m_authenticator;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<ApplicationLister> m_applicationLister;
    std::unique_ptr<Verifier> m_verifier;
    std::unique_ptr<Kicker> m_kicker;
};

// SPDX-License-Identifier: Apache-2.0
#include "kick/session.h"

#include "api/net/cafile.h"

#include <algorithm>
#include <utility>

namespace {

/// Finds out which pool answers: from the token's claim, else from an application's userPoolId.
class PoolCheck : public PendingAnswer<Result<QString>>
{
public:
    PoolCheck(Session *session, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_session(session)
    {
        session->authenticator()->provePool(this, [this](const Result<QString> &poolId) {
            if (poolId && !poolId->isEmpty())
                compare(*poolId);
            else if (poolId || m_session->profile().auth == AuthScheme::Signature)
                askApplications();
            else
                finish(poolId.error());
        });
    }

private:
    void askApplications()
    {
        m_session->client()->listApplications(1, 1, this, [this](const Result<Page<Application>> &page) {
            // Not being allowed to list applications proves nothing, so it leaves the pool unproved.
            const bool isAnswered = page && !page->list.isEmpty();
            if (!page && page.error().kind != ErrorKind::Rejected && !isNotPermitted(page.error()))
                finish(page.error());
            else
                compare(isAnswered ? page->list.first().userPoolId : QString());
        });
    }

    void compare(const QString &poolId)
    {
        const QString &expected = m_session->profile().poolId;
        if (!expected.isEmpty() && poolId != expected)
            finish(Error{
                .kind = ErrorKind::Halted, .code = ErrorCode::PoolMismatch, .detail = ServerText(poolId)});
        else
            finish(poolId);
    }

    Session *m_session;
};

} // namespace

Session::Session(const Profile &profile, const Credentials &credentials, Journal *journal, ExchangeLog log,
                 Traffic traffic, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_journal(journal)
    , m_transport(std::make_unique<QnamTransport>())
{
    m_transport->setProxy(profile.proxy, credentials.proxyPassword);
    const QList<QSslCertificate> roots =
        profile.caFile.isEmpty() ? QList<QSslCertificate>() : CaFiles::read(profile.caFile).roots;
    m_hasCaFile = profile.caFile.isEmpty() || !roots.isEmpty();
    if (!roots.isEmpty())
        m_transport->trust(roots);
    Transport *transport = m_transport.get();
    if (traffic == Traffic::Many) {
        m_lanes = std::make_unique<LaneTransport>(m_transport.get());
        transport = m_lanes.get();
    }
    const auto echoes = std::make_shared<Echoes>();
    if (log) {
        m_loggingTransport = std::make_unique<LoggingTransport>(transport, std::move(log), echoes);
        transport = m_loggingTransport.get();
    }
    m_authenticator = std::make_unique<Authenticator>(profile, credentials.secret, transport, echoes);
    echoes->addSecret(credentials.proxyPassword);
    m_client = std::make_unique<Client>(profile.host, transport, m_authenticator.get());
    m_resolver = std::make_unique<Resolver>(m_client.get());
    m_applicationLister = std::make_unique<ApplicationLister>(m_client.get());
    m_verifier = std::make_unique<Verifier>(m_client.get());
    const KickParts parts{.client = m_client.get(),
                          .authenticator = m_authenticator.get(),
                          .resolver = m_resolver.get(),
                          .verifier = m_verifier.get(),
                          .journal = journal};
    m_kicker = std::make_unique<Kicker>(parts, profile);
}

Session::~Session() = default;

void Session::setProfile(const Profile &profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    m_kicker->setProfile(profile);
    Q_EMIT profileChanged();
}

PendingCall *Session::checkPool(QObject *context, ResultHandler<QString> handler)
{
    return new PoolCheck(this, context, std::move(handler));
}

int Session::capacity() const
{
    return m_lanes ? LaneTransport::maximumInFlight : QnamTransport::maximumConnections;
}

void Session::prepare(qint64 requests)
{
    if (m_lanes)
        m_lanes->prepare(m_profile.host, static_cast<int>(std::min<qint64>(requests, capacity())));
}

void Session::setLanguage(Language language)
{
    m_client->setLanguage(language);
}

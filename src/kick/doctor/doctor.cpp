// SPDX-License-Identifier: Apache-2.0
#include "kick/doctor/doctor.h"

#include "core/values/host.h"
#include "kick/doctor/doctorwords.h"
#include "kick/session.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Below any likely limit; how far the date of a signature may be off is not documented
/// (docs/api.md#signature).
constexpr std::chrono::seconds tolerableOffset = 60s;

/// Stands for a user or an application where the key cannot list any: "not found" is an answer, too.
QString nobody()
{
    return {24, u'0'};
}

} // namespace

Doctor::Doctor(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    for (const DoctorCheck check : DoctorChecks::all())
        m_rows.append({.check = check});
}

Doctor::~Doctor() = default;

void Doctor::start()
{
    for (DoctorRow &row : m_rows)
        row = {.check = row.check};
    m_at = -1;
    const QString &ownUserId = m_session->profile().ownUserId;
    m_subject = {.userId = ownUserId.isEmpty() ? nobody() : ownUserId, .appId = nobody()};
    m_context = std::make_unique<QObject>();
    const QnamTransport *network = m_session->network();
    const QUrl host = m_session->profile().host;
    m_probe = std::make_unique<ConnectionProbe>(host, network->proxyFor(host), network->sslConfiguration());
    next();
}

void Doctor::abort()
{
    if (!isRunning())
        return;
    current().state = DoctorState::Waiting;
    skipRest(DoctorReason::Stopped);
    m_context.reset();
    m_probe.reset();
    Q_EMIT finished();
}

QString Doctor::report() const
{
    return DoctorWords::report(m_session->profile(), m_rows);
}

void Doctor::next()
{
    ++m_at;
    if (m_at < m_rows.size() && current().state == DoctorState::Waiting) {
        current().state = DoctorState::Running;
        Q_EMIT checkChanged(static_cast<int>(m_at));
        run(current().check);
        return;
    }
    m_probe.reset();
    // The call that brought this answer is a child of the context.
    m_context.release()->deleteLater();
    Q_EMIT finished();
}

void Doctor::run(DoctorCheck check)
{
    switch (check) {
    case DoctorCheck::HostName:
        lookUp();
        break;
    case DoctorCheck::Connect:
        connectToHost();
        break;
    case DoctorCheck::Tls:
        startTls();
        break;
    case DoctorCheck::Key:
        tryKey();
        break;
    case DoctorCheck::Clock:
        readClock();
        break;
    case DoctorCheck::Pool:
        provePool();
        break;
    default:
        tryPermission(check);
        break;
    }
}

void Doctor::lookUp()
{
    if (m_probe->isProxied()) {
        end(DoctorState::Skipped, DoctorReason::NameIsTheProxys);
        return;
    }
    m_probe->lookUp(m_context.get(), [this](const Result<QStringList> &addresses) {
        if (!addresses) {
            endWith(addresses.error());
            return;
        }
        current().addresses = *addresses;
        pass();
    });
}

void Doctor::connectToHost()
{
    current().proxy = m_probe->proxyName();
    m_probe->connectToHost(m_context.get(), [this](const Result<std::chrono::milliseconds> &took) {
        if (!took) {
            endWith(took.error());
            return;
        }
        current().took = *took;
        pass();
    });
}

void Doctor::startTls()
{
    if (m_session->profile().host.scheme() == "http"_L1) {
        m_probe->close();
        end(DoctorState::Skipped, DoctorReason::NoEncryption);
        return;
    }
    m_probe->startTls(m_context.get(), [this](const TlsFinding &finding) {
        m_probe->close();
        current().protocol = finding.protocol;
        current().cipher = finding.cipher;
        current().certificate = finding.certificate;
        if (finding.error)
            endWith(*finding.error);
        else
            pass();
    });
}

void Doctor::tryKey()
{
    if (m_session->profile().auth == AuthScheme::Token) {
        m_session->authenticator()->prepare(m_context.get(), [this](const std::optional<Error> &error) {
            // A key of another pool is a good key; the check of the pool says what is wrong.
            if (error && error->code != ErrorCode::PoolMismatch)
                endWith(*error);
            else
                pass();
        });
        return;
    }
    // Whatever the key may do: an answer about the request means that the signature was accepted.
    m_session->client()->getSecuritySettings(m_context.get(), [this](const Result<SecuritySettings> &result) {
        if (result || isNotPermitted(result.error()) || result.error().kind == ErrorKind::Rejected)
            pass();
        else
            endWith(result.error());
    });
}

void Doctor::readClock()
{
    current().clockOffset = m_session->authenticator()->clockOffset();
    if (!current().clockOffset)
        end(DoctorState::Warning, DoctorReason::NoDate);
    else if (std::chrono::abs(*current().clockOffset) > tolerableOffset)
        end(DoctorState::Warning, DoctorReason::ClockOff);
    else
        pass();
}

void Doctor::provePool()
{
    current().expectedPoolId = m_session->profile().poolId;
    m_session->checkPool(m_context.get(), [this](const Result<QString> &poolId) {
        if (!poolId) {
            endWith(poolId.error());
            return;
        }
        current().poolId = *poolId;
        if (poolId->isEmpty())
            end(DoctorState::Warning, DoctorReason::PoolUnproved);
        else
            pass();
    });
}

void Doctor::tryPermission(DoctorCheck check)
{
    if (check == DoctorCheck::KickUsers) {
        end(DoctorState::Skipped, DoctorReason::WouldKick);
        return;
    }
    const auto answer = [this, check](const PermissionFinding &finding) {
        if (!finding.found.isEmpty())
            (check == DoctorCheck::ListUsers ? m_subject.userId : m_subject.appId) = finding.found;
        if (finding.error)
            endWith(*finding.error);
        else if (finding.isHeavyList)
            end(DoctorState::Warning, DoctorReason::HeavyList);
        else
            pass();
    };
    new PermissionProbe(m_session->client(), check, m_subject, m_context.get(), answer);
}

void Doctor::pass()
{
    end(DoctorState::Passed);
}

void Doctor::settle(DoctorState state, DoctorReason reason)
{
    current().state = state;
    current().reason = reason;
    Q_EMIT checkChanged(static_cast<int>(m_at));
}

void Doctor::end(DoctorState state, DoctorReason reason)
{
    settle(state, reason);
    if (isRunning())
        next();
}

void Doctor::endWith(const Error &error)
{
    current().error = error;
    const bool isForNow = error.kind == ErrorKind::RetryLater;
    // Behind these nothing else can be true.
    const bool isTheEnd =
        !isForNow && (!DoctorChecks::isPermission(current().check) || error.kind == ErrorKind::NotSent);
    // A reader is told the cause before what follows from it.
    settle(isForNow ? DoctorState::Warning : DoctorState::Failed);
    if (isTheEnd)
        skipRest(DoctorReason::AfterFailure);
    if (isRunning())
        next();
}

void Doctor::skipRest(DoctorReason reason)
{
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        DoctorRow &row = m_rows[at];
        if (row.state != DoctorState::Waiting)
            continue;
        row.state = DoctorState::Skipped;
        row.reason = reason;
        Q_EMIT checkChanged(static_cast<int>(at));
    }
}

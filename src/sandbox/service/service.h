// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/faults/faults.h"
#include "sandbox/pool/auditlog.h"
#include "sandbox/pool/clock.h"
#include "sandbox/pool/pool.h"
#include "sandbox/pool/sandboxvalues.h"
#include "sandbox/pool/usersearch.h"
#include "sandbox/service/authority.h"
#include "sandbox/service/call.h"
#include "sandbox/service/endpointtable.h"
#include "sandbox/service/ratelimit.h"

#include <QObject>

namespace Simulated {

/// The management API: takes a request, gives the answer, right or as the faults in force want it.
class Service : public QObject
{
    Q_OBJECT

public:
    explicit Service(const SandboxOptions &options, QObject *parent = nullptr);

    const Pool &pool() const { return m_pool; }
    const Authority &authority() const { return m_authority; }
    Faults &faults() { return m_faults; }

    void setFaults(const QStringList &faults);
    /// Where redirects lead.
    void setRedirectTargets(const QByteArray &target, const QByteArray &downgradeTarget);

    Answer answer(const HttpRequest &request);
    /// What the target of a redirect answers: a success that must not be believed.
    Answer answerRedirected(const HttpRequest &request);

private:
    Call readCall(const HttpRequest &request) const;
    HttpReply reply(const Envelope &envelope, const Call &call);
    Envelope process(const EndpointRow *row, const Call &call);
    std::optional<Envelope> credentialsProblem(const EndpointRow &row, const Call &call);
    std::optional<Envelope> credentialsFault(const EndpointRow &row, const Call &call);
    FaultScene scene(const FaultType &fault, const HttpReply &reply, const Call &call);
    QByteArray date();
    void renameUsers();

    Clock m_clock;
    Pool m_pool;
    UserSearch m_search;
    Faults m_faults;
    Authority m_authority;
    AuditLog m_audit;
    RateLimit m_rateLimit;
    Backend m_backend;
    QByteArray m_redirectTarget;
    QByteArray m_downgradeTarget;
    qint64 m_dateSecond = 0;
    QByteArray m_date;
    bool m_isKeyRevoked = false;
    bool m_hasExpiredToken = false;
};

} // namespace Simulated

// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service/service.h"

#include "core/values/brand.h"
#include "sandbox/service/endpoints.h"

#include <QJsonDocument>
#include <QLocale>
#include <QUuid>

#include <array>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace Simulated {

namespace {

constexpr auto clockError = 10min;
constexpr int manyApplications = 60;
constexpr auto strangePool = "62eaa95f0000000000000bad";

struct Renaming
{
    DomainFault fault;
    quint32 user;
    const char *name;
};

constexpr std::array renamings{
    Renaming{DomainFault::SameName, 0, "张伟"},
    Renaming{DomainFault::SameName, 1, "张伟"},
    Renaming{DomainFault::SameName, 2, "张伟"},
    Renaming{DomainFault::ConfusableName, 0, "Alice Chen"},
    // A Cyrillic А, and a Greek Α.
    Renaming{DomainFault::ConfusableName, 1, "\u0410lice Chen"},
    Renaming{DomainFault::ConfusableName, 3, "\u0391lice Chen"},
    Renaming{DomainFault::RtlName, 0, "李娜\u202egnp.exe"},
    Renaming{DomainFault::RtlName, 3, "\u2066محمد\u2069 علي"},
    Renaming{DomainFault::MarkupName, 0, "<b>王芳</b><img src=\"file:///etc/hostname\">"},
    Renaming{DomainFault::MarkupName, 3, "<a href=\"https://example.com\">%1 %2</a>&lt;&amp;"},
};

/// @p call with its page replaced by the first.
Call onFirstPage(Call call)
{
    const auto turn = [](QJsonObject parameters) {
        if (parameters.contains("page"_L1))
            parameters.insert("page"_L1, 1);
        return parameters;
    };
    const auto within = [&turn](QJsonObject parent) {
        if (parent.contains("pagination"_L1))
            parent.insert("pagination"_L1, turn(parent.value("pagination"_L1).toObject()));
        return parent;
    };
    call.parameters = within(turn(call.parameters));
    if (call.parameters.contains("options"_L1))
        call.parameters.insert("options"_L1, within(call.options()));
    return call;
}

bool isEnglish(const HttpRequest &request)
{
    return request.header(Brands::header(Brand::Authing, "lang")).startsWith("en") ||
           request.header(Brands::header(Brand::GenAuth, "lang")).startsWith("en");
}

} // namespace

Service::Service(const SandboxOptions &options, QObject *parent)
    : QObject(parent)
    , m_pool(options.seed, static_cast<quint32>(options.users), options.applications, m_clock)
    , m_search(m_pool)
    , m_faults(options.seed)
    , m_authority(options.seed, m_pool.poolId(), m_clock)
    , m_rateLimit(options.ratePerSecond)
    , m_backend{.pool = m_pool,
                .search = m_search,
                .faults = m_faults,
                .authority = m_authority,
                .audit = m_audit,
                .context = this}
{
}

void Service::setFaults(const QStringList &faults)
{
    m_faults.set(faults);
    m_isKeyRevoked = false;
    m_hasExpiredToken = false;
    m_clock.setError(m_faults.has(DomainFault::ClockSkew) ? clockError : 0min);
    m_authority.setClaimedPoolId(m_faults.has(DomainFault::PoolMismatch) ? QByteArray(strangePool)
                                                                         : m_pool.poolId());
    m_pool.users().exchangeContacts({});
    m_search.updateContacts();
    m_pool.widen(m_faults.has(DomainFault::ManyApps) ? manyApplications : 0);
    renameUsers();
}

void Service::renameUsers()
{
    Users::OtherNames names;
    for (const Renaming &renaming : renamings) {
        if (m_faults.has(renaming.fault))
            names[renaming.user] = renaming.name;
    }
    if (m_pool.users().rename(names))
        m_search.updateNames();
}

void Service::setRedirectTargets(const QByteArray &target, const QByteArray &downgradeTarget)
{
    m_redirectTarget = target;
    m_downgradeTarget = downgradeTarget;
}

Answer Service::answer(const HttpRequest &request)
{
    const Call call = readCall(request);
    if (!m_rateLimit.take()) {
        HttpReply throttled =
            reply(call.refusal(StatusCode::throttled, ApiCode::none, Word::Throttled), call);
        throttled.status = StatusCode::throttled;
        throttled.headers.emplaceBack("Retry-After", "1");
        return {.bytes = throttled.serialised()};
    }
    const FaultType *const fault = m_faults.next(request);
    if (fault != nullptr && fault->stage == FaultStage::Instead)
        return fault->effect(scene(*fault, {.date = date()}, call));
    const bool isRepeated = m_faults.fires(DomainFault::RepeatedPages, request.endpoint());
    const Call processed = isRepeated ? onFirstPage(call) : call;
    const HttpReply right = reply(process(EndpointTable::find(request.endpoint()), processed), call);
    return fault == nullptr ? Answer{.bytes = right.serialised()} : fault->effect(scene(*fault, right, call));
}

Answer Service::answerRedirected(const HttpRequest &request)
{
    const Call call = readCall(request);
    return {.bytes = reply(call.done(QJsonObject{{u"success"_s, true}}), call).serialised()};
}

Call Service::readCall(const HttpRequest &request) const
{
    const bool hasQuery = request.method == "GET";
    const QJsonDocument body = hasQuery ? QJsonDocument() : QJsonDocument::fromJson(request.body);
    return {.request = &request,
            .parameters = hasQuery ? queryParameters(request.target) : body.object(),
            .isReadable = hasQuery || request.body.isEmpty() || body.isObject(),
            .language = isEnglish(request) ? Language::English : Language::Chinese,
            .requestId = QUuid::createUuid().toString(QUuid::WithoutBraces)};
}

HttpReply Service::reply(const Envelope &envelope, const Call &call)
{
    HttpReply result{.date = date(), .body = envelope.toJson(call.requestId)};
    if (!call.request->keepAlive)
        result.headers.emplaceBack("Connection", "close");
    return result;
}

Envelope Service::process(const EndpointRow *row, const Call &call)
{
    if (row == nullptr || row->method != call.request->method)
        return call.refusal(StatusCode::notFound, ApiCode::none, Word::EndpointUnknown,
                            QString::fromUtf8(call.request->path()));
    if (!call.isReadable)
        return call.refusal(StatusCode::badArgument, ApiCode::none, Word::BodyMalformed);
    if (const std::optional<Envelope> problem = credentialsProblem(*row, call))
        return *problem;
    return row->handler(m_backend, call);
}

std::optional<Envelope> Service::credentialsProblem(const EndpointRow &row, const Call &call)
{
    if (std::optional<Envelope> fault = credentialsFault(row, call))
        return fault;
    return row.needsCredentials ? m_authority.problem(call) : std::nullopt;
}

std::optional<Envelope> Service::credentialsFault(const EndpointRow &row, const Call &call)
{
    const QByteArray endpoint = row.name.toByteArray();
    m_isKeyRevoked = m_isKeyRevoked || m_faults.fires(DomainFault::KeyRevoked, endpoint);
    if (m_isKeyRevoked)
        return call.refusal(StatusCode::unauthorized, ApiCode::signatureWrong, Word::KeyRevoked);
    if (m_faults.fires(DomainFault::TokenOfOtherPool, endpoint)) {
        m_authority.expireToken(*call.request);
        m_authority.setClaimedPoolId(strangePool);
    }
    // Once is enough: the renewed token must work, or the fault could never be cured.
    const bool isSpent = m_hasExpiredToken && !m_faults.isPartial(DomainFault::TokenExpired);
    if (!isSpent && m_faults.fires(DomainFault::TokenExpired, endpoint)) {
        m_authority.expireToken(*call.request);
        m_hasExpiredToken = true;
    }
    return std::nullopt;
}

FaultScene Service::scene(const FaultType &fault, const HttpReply &reply, const Call &call)
{
    return {.request = *call.request,
            .reply = reply,
            .number = fault.number,
            .language = call.language,
            .requestId = call.requestId,
            .redirectTarget = m_redirectTarget,
            .downgradeTarget = m_downgradeTarget,
            .now = m_clock.now()};
}

QByteArray Service::date()
{
    const qint64 now = m_clock.now();
    // Formatting a date costs more than the rest of a small answer.
    if (now / 1000 != m_dateSecond) {
        m_dateSecond = now / 1000;
        m_date =
            QLocale::c()
                .toString(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                .toLatin1();
    }
    return m_date;
}

} // namespace Simulated

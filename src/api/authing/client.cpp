// SPDX-License-Identifier: Apache-2.0
#include "api/authing/client.h"

#include "api/authing/wire.h"
#include "core/values/host.h"

#include <algorithm>
#include <utility>

namespace {

constexpr qint64 maximumKickAnswerSize = qint64{256} * 1024;

NameValue parameter(const QByteArray &name, const QString &value)
{
    return {.name = name, .value = value.toUtf8()};
}

NameValueList pageParameters(int page, int limit)
{
    return {{.name = "page", .value = QByteArray::number(page)},
            {.name = "limit", .value = QByteArray::number(limit)}};
}

/// Encodes every value in full, because QUrlQuery leaves "+" as it is, which servers read as a space.
QString encodedQuery(const NameValueList &parameters)
{
    QByteArrayList pairs;
    for (const NameValue &parameter : parameters)
        pairs += parameter.name + '=' + parameter.value.toPercentEncoding();
    return QString::fromLatin1(pairs.join('&'));
}

std::optional<Error> problemOf(const KickRequest &request)
{
    const auto invalid = std::ranges::find_if_not(request.appIds, Wire::isPlainId);
    if (invalid != request.appIds.end() || request.appIds.isEmpty() ||
        request.appIds.size() > KickRequest::maximumAppIds) {
        const QString detail = invalid == request.appIds.end() ? QString() : *invalid;
        return Error{
            .kind = ErrorKind::NotSent, .code = ErrorCode::InvalidAppId, .detail = ServerText(detail)};
    }
    if (const auto fault = IdTypes::check(request.identifierType, request.identifier).fault)
        return Error{.kind = ErrorKind::NotSent, .code = ErrorCode::InvalidIdentifier, .idFault = fault};
    return {};
}

Error asRead(Error error)
{
    error.isRead = true;
    return error;
}

/// For requests that ask for nothing but users: what the server does not find is the user.
template <typename T>
ResultHandler<T> missingTheUser(ResultHandler<T> handler)
{
    return [handler = std::move(handler)](const Result<T> &result) {
        if (result || result.error().code != ErrorCode::NotFound) {
            handler(result);
            return;
        }
        Error error = result.error();
        error.code = ErrorCode::UserNotFound;
        handler(error);
    };
}

} // namespace

Client::Client(QUrl host, Transport *transport, Authenticator *authenticator, QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_transport(transport)
    , m_authenticator(authenticator)
{
}

void Client::setLanguage(Language language)
{
    m_authenticator->setLanguage(language);
}

HttpRequest Client::get(const QByteArray &endpoint, const NameValueList &parameters) const
{
    HttpRequest request{.method = "GET", .url = m_host, .deadline = m_deadline};
    request.url.setPath(QStringLiteral("/api/v3/") + QString::fromLatin1(endpoint));
    if (!parameters.isEmpty())
        request.url.setQuery(encodedQuery(parameters), QUrl::StrictMode);
    return request;
}

HttpRequest Client::post(const QByteArray &endpoint, const QByteArray &body) const
{
    HttpRequest request = get(endpoint, {});
    request.method = "POST";
    request.body = body;
    return request;
}

void Client::noteIdentifiers(const QStringList &identifiers)
{
    for (const QString &identifier : identifiers)
        m_authenticator->echoes()->addIdentifier(identifier);
}

template <typename T>
PendingCall *Client::call(const HttpRequest &request, Exchange::Repeat repeat, QObject *context,
                          ResultHandler<T> handler, Reader<T> read, const CallOptions &options)
{
    const QString host = Hosts::displayName(m_host);
    // Only what may be asked twice is a read.
    const bool isRead = repeat == Exchange::Repeat::OnceWhenRenewed;
    HttpRequest terms = request;
    terms.hasOwnConnection = options.isProof;
    auto *exchange = new Exchange(
        terms, host, repeat, m_transport, m_authenticator, context,
        [this, handler = std::move(handler), read, host, isRead](const Result<Envelope> &envelope) {
            Result<T> result = envelope ? read(*envelope, host) : Result<T>(envelope.error());
            if (!result && isRead)
                result = asRead(result.error());
            Q_EMIT answered(result ? std::nullopt : std::optional(result.error()));
            handler(result);
        });
    exchange->setReceived(options.received);
    return exchange;
}

PendingCall *Client::listUsers(const UserQuery &query, QObject *context, ResultHandler<Page<User>> handler)
{
    const QStringList wanted = QStringList{query.keywords, query.filterValue} + query.filterValues;
    noteIdentifiers(wanted);
    return call(post("list-users", Wire::listUsersBody(query)), Exchange::Repeat::OnceWhenRenewed, context,
                std::move(handler), Wire::readUserPage);
}

PendingCall *Client::getUser(const QString &userId, IdType type, QObject *context,
                             ResultHandler<User> handler)
{
    noteIdentifiers({userId});
    const NameValueList parameters{parameter("userId", userId),
                                   parameter("userIdType", IdTypes::wireName(type)),
                                   parameter("withIdentities", QStringLiteral("true"))};
    return call(get("get-user", parameters), Exchange::Repeat::OnceWhenRenewed, context,
                missingTheUser(std::move(handler)), Wire::readUser);
}

PendingCall *Client::getUserBatch(const QStringList &userIds, IdType type, QObject *context,
                                  ResultHandler<QList<User>> handler)
{
    noteIdentifiers(userIds);
    const NameValueList parameters{parameter("userIds", userIds.join(u',')),
                                   parameter("userIdType", IdTypes::wireName(type))};
    return call(get("get-user-batch", parameters), Exchange::Repeat::OnceWhenRenewed, context,
                missingTheUser(std::move(handler)), Wire::readUsers);
}

PendingCall *Client::listApplicationSimpleInfo(int page, int limit, QObject *context,
                                               ResultHandler<Page<Application>> handler)
{
    return call(get("list-application-simple-info", pageParameters(page, limit)),
                Exchange::Repeat::OnceWhenRenewed, context, std::move(handler), Wire::readApplicationPage);
}

PendingCall *Client::listApplications(int page, int limit, QObject *context,
                                      ResultHandler<Page<Application>> handler)
{
    return call(get("list-applications", pageParameters(page, limit)), Exchange::Repeat::OnceWhenRenewed,
                context, std::move(handler), Wire::readApplicationPage);
}

PendingCall *Client::getUserLoggedinApps(const QString &userId, QObject *context,
                                         ResultHandler<QList<Application>> handler)
{
    return call(get("get-user-loggedin-apps", {parameter("userId", userId)}),
                Exchange::Repeat::OnceWhenRenewed, context, std::move(handler), Wire::readApplications);
}

PendingCall *Client::listOrganizations(int page, int limit, QObject *context,
                                       ResultHandler<Page<Department>> handler)
{
    return call(get("list-organizations", pageParameters(page, limit)), Exchange::Repeat::OnceWhenRenewed,
                context, std::move(handler), Wire::readOrganizationPage);
}

PendingCall *Client::listChildrenDepartments(const Department &parent, QObject *context,
                                             ResultHandler<Page<Department>> handler)
{
    const NameValueList parameters{parameter("organizationCode", parent.organizationCode),
                                   parameter("departmentId", parent.departmentId),
                                   parameter("departmentIdType", QStringLiteral("department_id"))};
    return call(get("list-children-departments", parameters), Exchange::Repeat::OnceWhenRenewed, context,
                std::move(handler), Wire::readDepartmentPage);
}

PendingCall *Client::searchDepartments(const QString &organizationCode, const QString &text, QObject *context,
                                       ResultHandler<QList<Department>> handler)
{
    return call(post("search-departments", Wire::searchDepartmentsBody(organizationCode, text)),
                Exchange::Repeat::OnceWhenRenewed, context, std::move(handler), Wire::readDepartments);
}

PendingCall *Client::checkSessionStatus(const QString &appId, const QString &userId, QObject *context,
                                        ResultHandler<SessionState> handler, const CallOptions &options)
{
    return call(post("check-session-status", Wire::checkSessionStatusBody(appId, userId)),
                Exchange::Repeat::OnceWhenRenewed, context, std::move(handler), Wire::readSessionState,
                options);
}

PendingCall *Client::getUserLoginHistory(const LoginHistoryQuery &query, QObject *context,
                                         ResultHandler<Page<LoginRecord>> handler, const CallOptions &options)
{
    NameValueList parameters{parameter("userId", query.userId)};
    if (query.start.isValid())
        parameters.append(parameter("start", QString::number(query.start.toMSecsSinceEpoch())));
    parameters += pageParameters(query.page, query.limit);
    return call(get("get-user-login-history", parameters), Exchange::Repeat::OnceWhenRenewed, context,
                std::move(handler), Wire::readLoginPage, options);
}

PendingCall *Client::listApplicationActiveUsers(const QString &appId, int page, int limit, QObject *context,
                                                ResultHandler<Page<User>> handler)
{
    return call(
        post("list-application-active-users", Wire::listApplicationActiveUsersBody(appId, page, limit)),
        Exchange::Repeat::OnceWhenRenewed, context, std::move(handler), Wire::readUserPage);
}

PendingCall *Client::kickUsers(const KickRequest &request, QObject *context,
                               ResultHandler<ServerReply> handler, const CallOptions &options)
{
    if (const auto problem = problemOf(request)) {
        auto *refusal = new PendingAnswer<Result<ServerReply>>(context, std::move(handler));
        refusal->finishLater(*problem);
        return refusal;
    }
    noteIdentifiers({request.identifier});
    HttpRequest httpRequest = post("kick-users", Wire::kickUsersBody(request));
    httpRequest.maximumAnswerSize = maximumKickAnswerSize;
    httpRequest.nonce = request.nonce;
    httpRequest.attempt = request.attempt;
    return call(httpRequest, Exchange::Repeat::Never, context, std::move(handler), Envelopes::readIsSuccess,
                {.isProof = true, .received = options.received});
}

PendingCall *Client::getAdminAuditLogs(const AuditQuery &query, QObject *context,
                                       ResultHandler<Page<AuditRecord>> handler)
{
    return call(post("get-admin-audit-logs", Wire::getAdminAuditLogsBody(query)),
                Exchange::Repeat::OnceWhenRenewed, context, std::move(handler), Wire::readAuditPage);
}

PendingCall *Client::getSecuritySettings(QObject *context, ResultHandler<SecuritySettings> handler)
{
    return call(get("get-security-settings", {}), Exchange::Repeat::OnceWhenRenewed, context,
                std::move(handler), Wire::readSecuritySettings);
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/authenticator.h"
#include "api/authing/exchange.h"
#include "api/authing/queries.h"
#include "core/async/pendingcall.h"
#include "core/values/result.h"
#include "core/values/types.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

/// What a caller wants besides the answer.
struct CallOptions
{
    /// Something is claimed on the strength of the answer (HttpRequest::hasOwnConnection). A kick is always
    /// sent so.
    bool isProof = false;
    /// Called when an answer has come that says success; the handler follows when it is known to be the only
    /// one, or that it was not.
    std::function<void()> received;
};

/// The management API, one method an endpoint (docs/api.md#endpoints). Every method names its context,
/// answers its handler exactly once, and returns a call that can be aborted. Reads renew refused credentials
/// once by themselves; kickUsers() never sends twice.
class Client : public QObject
{
    Q_OBJECT

public:
    /// Largest page that any list endpoint gives.
    static constexpr int maximumLimit = 50;

    /// @p transport and @p authenticator must outlive the client.
    Client(QUrl host, Transport *transport, Authenticator *authenticator, QObject *parent = nullptr);

    PendingCall *listUsers(const UserQuery &query, QObject *context, ResultHandler<Page<User>> handler);
    /// The user that has @p userId as @p type, with identities.
    PendingCall *getUser(const QString &userId, IdType type, QObject *context, ResultHandler<User> handler);
    /// Up to 50 users; unknown ones may be missing from the answer, and the order is the server's.
    PendingCall *getUserBatch(const QStringList &userIds, IdType type, QObject *context,
                              ResultHandler<QList<User>> handler);

    PendingCall *listApplicationSimpleInfo(int page, int limit, QObject *context,
                                           ResultHandler<Page<Application>> handler);
    PendingCall *listApplications(int page, int limit, QObject *context,
                                  ResultHandler<Page<Application>> handler);
    /// The applications that the user ever signed in to, not those where the user is online.
    PendingCall *getUserLoggedinApps(const QString &userId, QObject *context,
                                     ResultHandler<QList<Application>> handler);

    /// The organizations of the pool, each as its root.
    PendingCall *listOrganizations(int page, int limit, QObject *context,
                                   ResultHandler<Page<Department>> handler);
    /// The departments right below @p parent, all of them on one page.
    PendingCall *listChildrenDepartments(const Department &parent, QObject *context,
                                         ResultHandler<Page<Department>> handler);
    /// The departments of an organization whose name has @p text.
    PendingCall *searchDepartments(const QString &organizationCode, const QString &text, QObject *context,
                                   ResultHandler<QList<Department>> handler);

    PendingCall *checkSessionStatus(const QString &appId, const QString &userId, QObject *context,
                                    ResultHandler<SessionState> handler, const CallOptions &options = {});
    PendingCall *getUserLoginHistory(const LoginHistoryQuery &query, QObject *context,
                                     ResultHandler<Page<LoginRecord>> handler,
                                     const CallOptions &options = {});
    PendingCall *listApplicationActiveUsers(const QString &appId, int page, int limit, QObject *context,
                                            ResultHandler<Page<User>> handler);

    /// One request on the wire, whatever happens. When credentials were refused and renewed, the error says
    /// so (Error::credentialsRenewed) and the caller decides whether to call again.
    PendingCall *kickUsers(const KickRequest &request, QObject *context, ResultHandler<ServerReply> handler,
                           const CallOptions &options = {});

    PendingCall *getAdminAuditLogs(const AuditQuery &query, QObject *context,
                                   ResultHandler<Page<AuditRecord>> handler);
    PendingCall *getSecuritySettings(QObject *context, ResultHandler<SecuritySettings> handler);

    /// The language of `message` in the answers (header `lang`).
    void setLanguage(Language language);

    /// Total deadline of one attempt.
    void setDeadline(std::chrono::milliseconds deadline) { m_deadline = deadline; }

Q_SIGNALS:
    /// A request was answered, or will not be: @p error tells why. Before the handler of the request hears
    /// it.
    void answered(const std::optional<Error> &error);

private:
    template <typename T>
    using Reader = Result<T> (*)(const Envelope &, const QString &);

    HttpRequest get(const QByteArray &endpoint, const NameValueList &parameters) const;
    HttpRequest post(const QByteArray &endpoint, const QByteArray &body) const;
    /// They are about to be sent.
    void noteIdentifiers(const QStringList &identifiers);

    /// Sends, and answers with what @p read makes of an envelope that says success.
    template <typename T>
    PendingCall *call(const HttpRequest &request, Exchange::Repeat repeat, QObject *context,
                      ResultHandler<T> handler, Reader<T> read, const CallOptions &options = {});

    QUrl m_host;
    Transport *m_transport;
    Authenticator *m_authenticator;
    std::chrono::milliseconds m_deadline{15000};
};

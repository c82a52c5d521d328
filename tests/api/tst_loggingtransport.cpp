// SPDX-License-Identifier: Apache-2.0
#include "api/authing/loggingtransport.h"
#include "api/net/qnamtransport.h"
#include "store/files/logfile.h"
#include "support/oneanswerserver.h"
#include "support/sandboxsession.h"

#include <QFile>
#include <QTest>

#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using UserPage = Result<Page<User>>;

/// A session on a sandbox of its own that tells what it sends.
class LoggedSession
{
public:
    explicit LoggedSession(const QStringList &faults = {}, AuthScheme auth = AuthScheme::Token)
        : m_on(faults, auth)
        , m_session(std::make_unique<Session>(m_on.profile(auth), m_on.address.secret, &m_on.journal,
                                              [this](const LogEvent &event) { m_events.append(event); }))
    {
    }

    const SandboxSession &on() const { return m_on; }
    Client *client() { return m_session->client(); }
    const QList<LogEvent> &events() const { return m_events; }
    void close() { m_session.reset(); }

    std::optional<UserPage> listUsers()
    {
        QObject context;
        return answerOf<UserPage>([&](auto handler) { client()->listUsers({}, &context, handler); });
    }

private:
    SandboxSession m_on;
    QList<LogEvent> m_events;
    std::unique_ptr<Session> m_session;
};

/// The event of one request for @p path, with @p headers, to a server that answers @p body.
LogEvent eventOf(const QString &path, const QByteArray &body, const NameValueList &headers = {})
{
    const OneAnswerServer server(body);
    QnamTransport network;
    QList<LogEvent> events;
    LoggingTransport transport(
        &network, [&events](const LogEvent &event) { events.append(event); }, std::make_shared<Echoes>());
    QObject context;
    const HttpRequest request{.method = "GET", .url = server.url(path), .headers = headers};
    (void)answerOf<HttpAnswer>([&](auto handler) { transport.send(request, &context, handler); });
    return events.value(0);
}

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Q_DECLARE_METATYPE(AuthScheme)
Q_DECLARE_METATYPE(ErrorCode)

class LoggingTransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestIsToldOnce_data();
    void everyRequestIsToldOnce();
    void failureIsTold_data();
    void failureIsTold();
    void serverThatIsNotThereIsTold();
    void repetitionCountsUp();
    void abortedRequestIsTold();
    void nothingIsToldAfterTheEnd();
    void queryIsNoPartOfThePath();
    void echoIsNoRequestId();
    void nothingPersonalReachesTheFile_data();
    void nothingPersonalReachesTheFile();
};

void LoggingTransportTest::everyRequestIsToldOnce_data()
{
    QTest::addColumn<AuthScheme>("auth");
    QTest::newRow("token") << AuthScheme::Token;
    QTest::newRow("signature") << AuthScheme::Signature;
}

void LoggingTransportTest::everyRequestIsToldOnce()
{
    QFETCH(const AuthScheme, auth);
    LoggedSession logged({}, auth);
    for (int i = 0; i < 3; ++i)
        QVERIFY(logged.listUsers()->hasValue());
    const QList<SandboxRequest> requests = logged.on().sandbox->requests();
    QCOMPARE(requests.size(), auth == AuthScheme::Token ? 4 : 3);
    QCOMPARE(logged.events().size(), requests.size());
    for (qsizetype i = 0; i < requests.size(); ++i) {
        const LogEvent &event = logged.events().at(i);
        QCOMPARE(Endpoints::path(event.endpoint), QString::fromLatin1("/api/v3/" + requests.at(i).endpoint));
        QCOMPARE(event.sentBytes, requests.at(i).body.size());
        QCOMPARE(event.httpStatus, 200);
        QCOMPARE(event.statusCode, 200);
        QCOMPARE(event.attempt, 1);
        QVERIFY(event.receivedBytes > 0);
        QVERIFY(!event.error && !event.isAborted && !event.requestId.isEmpty());
    }
}

void LoggingTransportTest::failureIsTold_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("forbidden") << u"code-403@list-users"_s << ErrorCode::Forbidden;
    QTest::newRow("fault of the server") << u"code-500@list-users"_s << ErrorCode::ServerFault;
    QTest::newRow("half an answer") << u"half-body@list-users"_s << ErrorCode::ConnectionLost;
    QTest::newRow("redirect") << u"redirect-302@list-users"_s << ErrorCode::Redirected;
    QTest::newRow("web page") << u"captive-portal@list-users"_s << ErrorCode::SignInPage;
    QTest::newRow("no answer") << u"never@list-users"_s << ErrorCode::Deadline;
}

void LoggingTransportTest::failureIsTold()
{
    QFETCH(const QString, fault);
    QFETCH(const ErrorCode, code);
    LoggedSession logged({fault}, AuthScheme::Signature);
    logged.client()->setDeadline(1000ms);
    const auto page = logged.listUsers();
    QVERIFY(page && !page->hasValue());
    QCOMPARE(page->error().code, code);
    QCOMPARE(logged.events().size(), 1);
    QVERIFY(logged.events().first().error == code);
    // A timer may be early by a twentieth.
    if (code == ErrorCode::Deadline)
        QVERIFY(logged.events().first().duration >= 900ms);
}

void LoggingTransportTest::serverThatIsNotThereIsTold()
{
    QUrl closed;
    {
        const OneAnswerServer server("{}");
        closed = server.url(u"/api/v3/get-user"_s);
    }
    QnamTransport network;
    QList<LogEvent> events;
    LoggingTransport transport(
        &network, [&events](const LogEvent &event) { events.append(event); }, std::make_shared<Echoes>());
    QObject context;
    const HttpRequest request{.method = "GET", .url = closed};
    (void)answerOf<HttpAnswer>([&](auto handler) { transport.send(request, &context, handler); });
    QCOMPARE(events.size(), 1);
    QVERIFY(events.first().error == ErrorCode::ConnectionRefused);
    QCOMPARE(events.first().httpStatus, 0);
}

void LoggingTransportTest::repetitionCountsUp()
{
    LoggedSession logged({u"token-expired@list-users"_s});
    (void)logged.listUsers();
    QList<int> attempts;
    for (const LogEvent &event : logged.events()) {
        if (event.endpoint == Endpoint::ListUsers)
            attempts.append(event.attempt);
    }
    QCOMPARE(attempts, (QList<int>{1, 2}));
    QCOMPARE(logged.events().size(), logged.on().sandbox->requests().size());
}

void LoggingTransportTest::abortedRequestIsTold()
{
    LoggedSession logged({u"never@list-users"_s}, AuthScheme::Signature);
    auto context = std::make_unique<QObject>();
    logged.client()->listUsers({}, context.get(), [](const UserPage &) {});
    QTRY_COMPARE(logged.on().sandbox->requestCount("list-users"), 1);
    QCOMPARE(logged.events().size(), 0);
    context.reset();
    QCOMPARE(logged.events().size(), 1);
    QVERIFY(logged.events().first().isAborted);
    QCOMPARE(logged.events().first().endpoint, Endpoint::ListUsers);
}

void LoggingTransportTest::nothingIsToldAfterTheEnd()
{
    LoggedSession logged({u"never@list-users"_s}, AuthScheme::Signature);
    QObject context;
    PendingCall *call = logged.client()->listUsers({}, &context, [](const UserPage &) {});
    QTRY_COMPARE(logged.on().sandbox->requestCount("list-users"), 1);
    logged.close();
    call->abort();
    QCOMPARE(logged.events().size(), 0);
}

void LoggingTransportTest::queryIsNoPartOfThePath()
{
    const LogEvent event = eventOf(u"/api/v3/get-user?userId=canary"_s, "{}");
    QCOMPARE(event.endpoint, Endpoint::GetUser);
    QVERIFY(!logLine(event).contains("canary"));
    QCOMPARE(eventOf(u"/api/v3/canary"_s, "{}").endpoint, Endpoint::Other);
}

void LoggingTransportTest::echoIsNoRequestId()
{
    const QByteArray body =
        R"({"statusCode":200,"message":"","requestId":"6319a1504f3c0f214dd5b7aa","data":{}})";
    QCOMPARE(eventOf(u"/api/v3/get-user?userId=6319a1504f3c0f214dd5b7ab"_s, body).requestId,
             u"6319a1504f3c0f214dd5b7aa"_s);
    QCOMPARE(eventOf(u"/api/v3/get-user?userId=6319a1504f3c0f214dd5b7aa"_s, body).requestId, QString());
    const NameValueList headers{{.name = "authorization", .value = "Bearer 6319a1504f3c0f214dd5b7aa"}};
    QCOMPARE(eventOf(u"/api/v3/get-user"_s, body, headers).requestId, QString());
}

void LoggingTransportTest::nothingPersonalReachesTheFile_data()
{
    everyRequestIsToldOnce_data();
}

void LoggingTransportTest::nothingPersonalReachesTheFile()
{
    QFETCH(const AuthScheme, auth);
    const SandboxSession on({}, auth);
    const LogFile log(on.folder.filePath(u"kickdesk.log"_s));
    Session session(on.profile(auth), on.address.secret, &on.journal,
                    [&log](const LogEvent &event) { log.write(event); });
    QObject context;
    const auto page =
        answerOf<UserPage>([&](auto handler) { session.client()->listUsers({}, &context, handler); });
    QVERIFY(page && page->hasValue());
    const User user = (*page)->list.first();
    const auto found = answerOf<Result<User>>([&](auto handler) {
        session.client()->getUser(user.email.verbatim(), IdType::Email, &context, handler);
    });
    QVERIFY(found.has_value());
    const auto apps = answerOf<Result<Page<Application>>>(
        [&](auto handler) { session.client()->listApplicationSimpleInfo(1, 1, &context, handler); });
    const QString appId = (*apps)->list.first().appId;
    const auto kicked = answerOf<Result<ServerReply>>([&](auto handler) {
        session.client()->kickUsers({.identifier = user.userId, .appIds = {appId}}, &context, handler);
    });
    QVERIFY(kicked->hasValue());

    const QByteArray written = contents(log.file());
    QVERIFY2(written.contains("/api/v3/kick-users attempt=1 status=200 statusCode=200"), written.constData());
    QCOMPARE(written.count('\n'), on.sandbox->requests().size());
    QByteArrayList canaries{on.address.secret.reveal(),
                            on.address.keyId.toUtf8(),
                            on.address.poolId.toUtf8(),
                            on.address.host.authority().toUtf8(),
                            user.userId.toUtf8(),
                            user.email.verbatim().toUtf8(),
                            user.phone.verbatim().toUtf8(),
                            user.name.verbatim().toUtf8(),
                            appId.toUtf8(),
                            "@"};
    const QList<SandboxRequest> requests = on.sandbox->requests();
    for (const SandboxRequest &request : requests) {
        for (const auto &header : request.headers) {
            if (header.first.toLower() == "authorization")
                canaries.append(header.second.split(' ').last());
        }
    }
    QVERIFY(canaries.size() > 10);
    for (const QByteArray &canary : std::as_const(canaries))
        QVERIFY2(canary.isEmpty() || !written.contains(canary), canary.constData());
}

QTEST_GUILESS_MAIN(LoggingTransportTest)
#include "tst_loggingtransport.moc"

// SPDX-License-Identifier: Apache-2.0
#include "api/authing/client.h"
#include "api/net/httpdate.h"
#include "support/answerof.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto poolA = "62eaa95f00000000000000aa"_L1;
constexpr auto poolB = "62eaa95f00000000000000bb"_L1;

QByteArray envelope(const QJsonObject &data)
{
    return QJsonDocument(QJsonObject{{u"statusCode"_s, 200}, {u"data"_s, data}}).toJson();
}

/// Gives out one token after the other, each with the claims listed, and refuses every token once.
class TokenServer : public Transport
{
public:
    explicit TokenServer(const QList<QByteArray> &claims)
        : m_claims(claims)
    {
    }

    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override
    {
        auto *call = new PendingAnswer<HttpAnswer>(context, std::move(handler));
        HttpAnswer answer{.status = 200, .headers = {}, .body = {}};
        if (serverTime.isValid())
            answer.headers = {{.name = "date", .value = HttpDates::format(serverTime)}};
        if (request.url.path().endsWith("get-management-token"_L1)) {
            const QByteArray claims = m_claims.value(tokens++);
            const QByteArray payload = claims.toBase64(QByteArray::Base64UrlEncoding);
            answer.body = envelope({{u"access_token"_s, QString::fromLatin1("e30." + payload + '.' +
                                                                            QByteArray::number(tokens))},
                                    {u"expires_in"_s, 7200}});
        } else {
            ++requests;
            const bool isRefused = m_refused == 0;
            ++m_refused;
            answer.body = isRefused ? R"({"statusCode":401,"apiCode":2020,"message":"expired"})"
                                    : envelope({{u"active"_s, false}});
        }
        call->finishLater(answer);
        return call;
    }

    int tokens = 0;
    /// Requests to the endpoint itself.
    int requests = 0;
    QDateTime serverTime;

private:
    QList<QByteArray> m_claims;
    int m_refused = 0;
};

QByteArray naming(QLatin1StringView poolId)
{
    return QByteArray(R"({"scoped_userpool_id":")") + poolId.data() + R"("})";
}

} // namespace

/// Which pool a token may name, and what the server's clock showed.
class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenOfAnotherPoolIsNotUsed_data();
    void tokenOfAnotherPoolIsNotUsed();
    void serverTimeDoesNotMoveWithTheClocks();
};

void TestTokens::tokenOfAnotherPoolIsNotUsed_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    // Requests that went out, over both tokens.
    QTest::addColumn<int>("requests");
    const QByteArray none = "{}";
    const QByteArray a = naming(poolA);
    const QByteArray b = naming(poolB);
    QTest::newRow("the same pool") << QString(poolA) << a << a << 2;
    QTest::newRow("no pool expected") << QString() << a << a << 2;
    QTest::newRow("renewed for another") << QString(poolA) << a << b << 1;
    QTest::newRow("renewed for another, none expected") << QString() << a << b << 1;
    QTest::newRow("another from the start") << QString(poolA) << b << b << 0;
    QTest::newRow("renewed without a pool") << QString(poolA) << a << none << 1;
    QTest::newRow("renewed with an unreadable one") << QString(poolA) << a << QByteArray("nonsense") << 1;
    QTest::newRow("renewed with an odd one")
        << QString() << a << QByteArray(R"({"scoped_userpool_id":"a b"})") << 1;
    QTest::newRow("never a pool") << QString() << none << none << 2;
    QTest::newRow("a pool at last") << QString() << none << a << 2;
    QTest::newRow("another at last") << QString(poolA) << none << b << 1;
}

void TestTokens::tokenOfAnotherPoolIsNotUsed()
{
    QFETCH(QString, expected);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(int, requests);
    TokenServer server({first, second, second});
    const QUrl host(u"https://api.example.com"_s);
    Authenticator authenticator({.host = host, .auth = AuthScheme::Token, .poolId = expected},
                                Secret("secret"), &server);
    Client client(host, &server, &authenticator);
    QObject context;
    const auto state = answerOf<Result<SessionState>>(
        [&](auto handler) { client.checkSessionStatus(u"app"_s, u"user"_s, &context, handler); });
    QVERIFY(state);
    QCOMPARE(server.requests, requests);
    QCOMPARE(state->hasValue(), requests == 2);
    if (requests < 2) {
        QCOMPARE(state->error().code, ErrorCode::PoolMismatch);
        QCOMPARE(state->error().kind, ErrorKind::Halted);
    }
}

void TestTokens::serverTimeDoesNotMoveWithTheClocks()
{
    TokenServer server({naming(poolA), naming(poolA)});
    const QUrl host(u"https://api.example.com"_s);
    Authenticator authenticator({.host = host, .auth = AuthScheme::Token}, Secret("secret"), &server);
    QVERIFY(!authenticator.serverTimeAt(std::chrono::steady_clock::now()));
    QVERIFY(qAbs(authenticator.serverNow().secsTo(QDateTime::currentDateTimeUtc())) <= 1);
    // As after this computer's clock was set an hour back.
    server.serverTime = QDateTime::currentDateTimeUtc().addSecs(3600);
    QObject context;
    QVERIFY(answerOf<std::optional<Error>>([&](auto handler) { authenticator.prepare(&context, handler); }));
    const auto seen = std::chrono::steady_clock::now();
    const auto before = authenticator.serverTimeAt(seen);
    QVERIFY(before);
    QVERIFY(qAbs(before->secsTo(server.serverTime)) <= 2);
    // To the millisecond that is rounded down.
    QVERIFY(qAbs(authenticator.serverTimeAt(seen + 90s)->msecsTo(before->addSecs(90))) <= 1);
    QVERIFY(qAbs(authenticator.serverTimeAt(seen - 90s)->msecsTo(before->addSecs(-90))) <= 1);
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"

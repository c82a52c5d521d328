// SPDX-License-Identifier: Apache-2.0
#include "api/authing/client.h"
#include "api/authing/echoes.h"
#include "api/authing/loggingtransport.h"
#include "core/async/pendingcall.h"
#include "support/answerof.h"

#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray secret = "5f2d8c0a9e7b4416a3c1d0e8f7b69a52";
const QByteArray token = "opaque-token-01";
const QByteArray password = "proxy-pass-word";
const QString phone = u"+44 7911 123 456"_s;

/// Answers whatever it is told, and gives a token to every client that asks for one.
class Parrot : public Transport
{
public:
    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override
    {
        const bool isToken = request.url.path().endsWith("get-management-token"_L1);
        auto *call = new PendingAnswer<HttpAnswer>(context, std::move(handler));
        call->finishLater(
            {.status = 200, .headers = {}, .body = isToken ? tokenAnswer : std::exchange(next, {})});
        return call;
    }

    QByteArray tokenAnswer = R"({"statusCode":200,"data":{"access_token":")" + token + R"("}})";
    QByteArray next;
};

QByteArray envelope(const QByteArray &requestId, const QByteArray &message = "ok",
                    const QByteArray &data = R"({"success":true})")
{
    return R"({"statusCode":200,"message":")" + message + R"(","requestId":")" + requestId + R"(","data":)" +
           data + '}';
}

/// What is wired together for a connection, without the network.
class Wired
{
public:
    explicit Wired(AuthScheme auth = AuthScheme::Token)
        : echoes(std::make_shared<Echoes>())
        , logging(
              &parrot, [this](const LogEvent &event) { lines += logLine(event); }, echoes)
        , authenticator({.host = host, .auth = auth}, Secret(secret), &logging, echoes)
        , client(host, &logging, &authenticator)
    {
        echoes->addSecret(Secret(password));
    }

    Result<ServerReply> kick(const QByteArray &answer)
    {
        parrot.next = answer;
        QObject context;
        const KickRequest request{.identifier = u"6319a1504f3c0f214dd5b7aa"_s, .appIds = {u"app"_s}};
        return *answerOf<Result<ServerReply>>(
            [&](auto handler) { client.kickUsers(request, &context, handler); });
    }

    Result<User> user(const QByteArray &answer, const QString &id = u"6319a1504f3c0f214dd5b7aa"_s,
                      IdType type = IdType::UserId)
    {
        parrot.next = answer;
        QObject context;
        return *answerOf<Result<User>>([&](auto handler) { client.getUser(id, type, &context, handler); });
    }

    QUrl host{u"https://api.example.com"_s};
    Parrot parrot;
    QByteArray lines;
    std::shared_ptr<Echoes> echoes;
    LoggingTransport logging;
    Authenticator authenticator;
    Client client;
};

const QByteArray plainUser = R"({"userId":"6319a1504f3c0f214dd5b7aa","name":"A"})";

} // namespace

/// A server that repeats what it was told gets it into no log, no journal and no output.
class TestEchoes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterAnswerIsNotTrusted_data();
    void laterAnswerIsNotTrusted();
    void tokenIsNoRequestId();
    void answerToAnotherRequestIsNotBelieved_data();
    void answerToAnotherRequestIsNotBelieved();
    void textsLoseTheSecret_data();
    void textsLoseTheSecret();
    void errorLosesTheSecret();
    void sameTokenMayComeAgain();
    void shortPasswordTakesNothingAway();
};

void TestEchoes::laterAnswerIsNotTrusted_data()
{
    QTest::addColumn<QByteArray>("requestId");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("secret") << secret << false;
    QTest::newRow("secret in capitals") << secret.toUpper() << false;
    QTest::newRow("secret with words") << "req-" + secret + "-1" << false;
    QTest::newRow("secret as escapes") << QByteArray(R"(\u0035f2d8c0a9e7b4416a3c1d0e8f7b69a52)") << false;
    QTest::newRow("token") << token << false;
    QTest::newRow("proxy password") << password << false;
    QTest::newRow("phone sent before") << QByteArray("7911123456") << false;
    QTest::newRow("phone sent before, in words") << QByteArray("a447911123456b") << false;
    QTest::newRow("phone sent before, in groups") << QByteArray("id 7911-123-456.") << false;
    QTest::newRow("phone sent before, as part of a UUID")
        << QByteArray("8e5cb0d1-0000-4000-8000-447911123456") << false;
    QTest::newRow("phone never sent") << QByteArray("13800138000") << false;
    QTest::newRow("phone never sent, with its country") << QByteArray("+8613800138000") << false;
    QTest::newRow("phone never sent, in groups") << QByteArray("138-0013-8000") << false;
    QTest::newRow("phone never sent, in a word") << QByteArray("req-13800138000") << false;
    QTest::newRow("phone never sent, in one word") << QByteArray("req13800138000x") << false;
    QTest::newRow("e-mail") << QByteArray("zhangsan@example.com") << false;
    QTest::newRow("UUID") << QByteArray("8e5cb0d1-0000-4000-8000-000000000000") << true;
    QTest::newRow("hex") << QByteArray("8e5cb0d100004000800000000000000a") << true;
    QTest::newRow("short number") << QByteArray("123456") << true;
    QTest::newRow("long number") << QByteArray("1234567890123456") << true;
    QTest::newRow("word") << QByteArray("req-7f3a") << true;
}

void TestEchoes::laterAnswerIsNotTrusted()
{
    QFETCH(QByteArray, requestId);
    QFETCH(bool, isKept);
    Wired wired;
    // The answer that could repeat it at once is another one.
    QVERIFY(wired.user(envelope("req-1", "ok", plainUser), phone, IdType::Phone).hasValue());
    wired.lines.clear();
    const auto reply = wired.kick(envelope(requestId));
    QVERIFY(reply.hasValue());
    QCOMPARE(reply->requestId, isKept ? QString::fromLatin1(requestId) : QString());
    QVERIFY(!wired.lines.isEmpty());
    QCOMPARE(wired.lines.contains("requestId="), isKept);
}

void TestEchoes::tokenIsNoRequestId()
{
    Wired wired;
    wired.parrot.tokenAnswer =
        R"({"statusCode":200,"requestId":")" + token + R"(","data":{"access_token":")" + token + R"("}})";
    QVERIFY(wired.kick(envelope("req-1")).hasValue());
    QVERIFY(wired.lines.contains("get-management-token"));
    QVERIFY2(!wired.lines.contains(token), wired.lines.constData());
}

void TestEchoes::answerToAnotherRequestIsNotBelieved_data()
{
    QTest::addColumn<QByteArray>("requestId");
    QTest::addColumn<bool>("isBelieved");
    // Ours begin with the name of the program, and no two are the same.
    QTest::newRow("another one of ours") << "kickdesk-"_ba + QByteArray(32, '0') << false;
    QTest::newRow("half of one") << "kickdesk-"_ba << false;
    QTest::newRow("the server's") << "8e5cb0d1-0000-4000-8000-5d3f9a2b7c61"_ba << true;
    QTest::newRow("none") << QByteArray() << true;
}

/// The answer names its request in its body, not in a header.
void TestEchoes::answerToAnotherRequestIsNotBelieved()
{
    QFETCH(QByteArray, requestId);
    QFETCH(bool, isBelieved);
    const Result<ServerReply> reply = Wired().kick(envelope(requestId));
    QCOMPARE(reply.hasValue(), isBelieved);
    if (!isBelieved) {
        QCOMPARE(reply.error().code, ErrorCode::AnswerDamaged);
        QCOMPARE(reply.error().kind, ErrorKind::Ambiguous);
    }
}

void TestEchoes::textsLoseTheSecret_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("secret") << secret << u"[…]"_s;
    QTest::newRow("in a sentence") << "key " + secret + " is wrong" << u"key […] is wrong"_s;
    QTest::newRow("as escapes") << QByteArray(R"(\u0035f2d8c0a9e7b4416a3c1d0e8f7b69a52)") << u"[…]"_s;
    QTest::newRow("token") << "a " + token << u"a […]"_s;
    QTest::newRow("another text") << QByteArray(R"(a \"b\" c)") << u"a \"b\" c"_s;
}

void TestEchoes::textsLoseTheSecret()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, shown);
    Wired wired;
    QVERIFY(wired.user(envelope("req-1", "ok", plainUser)).hasValue());
    const auto reply = wired.kick(envelope("req-2", text));
    QCOMPARE(reply->message.verbatim(), shown);
    const QByteArray data = R"({"userId":"6319a1504f3c0f214dd5b7aa","name":")" + text +
                            R"(","identities":[{"provider":"p","extIdpId":"i","userIdInIdp":")" + text +
                            R"("}]})";
    const auto user = wired.user(envelope("req-3", "ok", data));
    QVERIFY(user.hasValue());
    QCOMPARE(user->name.verbatim(), shown);
    QCOMPARE(user->identities->first().userIdInIdp.verbatim(), shown);
    QCOMPARE(user->userId, u"6319a1504f3c0f214dd5b7aa"_s);
}

void TestEchoes::errorLosesTheSecret()
{
    Wired wired(AuthScheme::Signature);
    const auto reply =
        wired.kick(R"({"statusCode":400,"message":"bad )" + secret + R"(","requestId":")" + secret + R"("})");
    QVERIFY(!reply.hasValue());
    QCOMPARE(reply.error().reply.message.verbatim(), u"bad […]"_s);
    QCOMPARE(reply.error().reply.requestId, QString());
    QCOMPARE(reply.error().reply.statusCode, 400);
}

void TestEchoes::sameTokenMayComeAgain()
{
    Wired wired;
    QVERIFY(wired.kick(envelope("req-1")).hasValue());
    const QByteArray expired = R"({"statusCode":401,"apiCode":2020,"message":"expired","requestId":"r"})";
    QVERIFY(!wired.kick(expired).hasValue());
    QVERIFY(wired.kick(envelope("req-2")).hasValue());
}

void TestEchoes::shortPasswordTakesNothingAway()
{
    Wired wired;
    wired.echoes->addSecret(Secret("req"));
    QCOMPARE(wired.kick(envelope("req-1", "request"))->requestId, u"req-1"_s);
}

QTEST_GUILESS_MAIN(TestEchoes)
#include "tst_echoes.moc"

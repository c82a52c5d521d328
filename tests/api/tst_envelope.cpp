// SPDX-License-Identifier: Apache-2.0
#include "api/authing/envelope.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString host = u"api.example"_s;

HttpAnswer answerOf(int status, const QByteArray &body)
{
    return {
        .status = status, .headers = {{.name = "content-type", .value = "application/json"}}, .body = body};
}

/// What a kick makes of the answer.
Result<ServerReply> judgeKick(const HttpAnswer &answer)
{
    const Result<Envelope> envelope = Envelopes::judge(answer, host);
    return envelope ? Envelopes::readIsSuccess(*envelope, host) : Result<ServerReply>(envelope.error());
}

QByteArray envelope(const QByteArray &members)
{
    return "{" + members + "}";
}

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void successIsNarrow()
    {
        const auto reply = judgeKick(answerOf(200, R"({"statusCode":200,"apiCode":20001,"message":"操作成功",
                                                       "requestId":"r-1","data":{"success":true}})"));
        QVERIFY(reply.hasValue());
        QCOMPARE(reply->statusCode, 200);
        QCOMPARE(reply->apiCode, 20001);
        QCOMPARE(reply->message.plain(), u"操作成功"_s);
        QCOMPARE(reply->requestId, u"r-1"_s);
    }

    void everyGoodHttpStatusIsAsGood_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 202, 203, 206, 226, 299})
            QTest::addRow("%d", status) << status;
    }

    void everyGoodHttpStatusIsAsGood()
    {
        QFETCH(int, status);
        const auto reply = judgeKick(answerOf(status, R"({"statusCode":200,"data":{"success":true}})"));
        QVERIFY(reply.hasValue());
        QCOMPARE(reply->httpStatus, status);
    }

    void messageMayBeAList_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("shown");
        QTest::newRow("text") << QByteArray(R"("no")") << u"no"_s;
        QTest::newRow("one") << QByteArray(R"(["userId should not be empty"])")
                             << u"userId should not be empty"_s;
        QTest::newRow("two") << QByteArray(R"(["userId should not be empty","appIds must be an array"])")
                             << u"userId should not be empty; appIds must be an array"_s;
        QTest::newRow("with something else") << QByteArray(R"(["a",1,null,{"b":"c"},"d"])") << u"a; d"_s;
        QTest::newRow("none") << QByteArray("[]") << QString();
        QTest::newRow("number") << QByteArray("7") << QString();
    }

    void messageMayBeAList()
    {
        QFETCH(QByteArray, message);
        const auto reply = judgeKick(answerOf(200, envelope(R"("statusCode":400,"message":)" + message)));
        QVERIFY(!reply.hasValue());
        QTEST(reply.error().reply.message.plain(), "shown");
    }

    void sameNamesElsewhereDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };

        row("one above the other", R"({"statusCode":200,"data":{"statusCode":1,"data":2,"success":true}})");
        row("as a value", R"({"statusCode":200,"message":"statusCode",
                              "data":{"success":true,"list":["success","success"]}})");
        // moc loses its way at an escaped quote in a raw string.
        row("inside a text", "{\"statusCode\":200,\"message\":\"\\\"statusCode\\\":500\","
                             "\"data\":{\"success\":true}}");
        row("in another object",
            R"({"statusCode":200,"extra":{"a":1,"a":2},"data":{"x":{"y":1,"y":2},"success":true}})");
    }

    void sameNamesElsewhereDoNoHarm()
    {
        QFETCH(QByteArray, body);
        QVERIFY(judgeKick(answerOf(200, body)).hasValue());
    }

    void everythingElseIsSomethingElse_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = R"({"statusCode":200,"data":{"success":true}})";
        const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind,
                            ErrorCode code) { QTest::newRow(name) << status << body << kind << code; };

        row("success false", 200, R"({"statusCode":200,"data":{"success":false}})", ErrorKind::Rejected,
            ErrorCode::NotDone);
        row("success missing", 200, R"({"statusCode":200,"data":{}})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("success a string", 200, R"({"statusCode":200,"data":{"success":"true"}})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("success a number", 200, R"({"statusCode":200,"data":{"success":1}})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("statusCode a string", 200, R"({"statusCode":"200","data":{"success":true}})",
            ErrorKind::Ambiguous, ErrorCode::EnvelopeMalformed);
        row("statusCode a fraction", 200, R"({"statusCode":200.5,"data":{"success":true}})",
            ErrorKind::Ambiguous, ErrorCode::EnvelopeMalformed);
        row("statusCode missing", 200, R"({"data":{"success":true}})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("statusCode 201", 200, R"({"statusCode":201,"data":{"success":true}})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("data null", 200, R"({"statusCode":200,"data":null})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("data array", 200, R"({"statusCode":200,"data":[{"success":true}]})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("statusCode twice", 200, R"({"statusCode":500,"data":{"success":true},"statusCode":200})",
            ErrorKind::Ambiguous, ErrorCode::EnvelopeMalformed);
        row("statusCode twice, once escaped", 200,
            R"({"status\u0043ode":200,"data":{"success":true},"statusCode":200})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("success twice", 200, R"({"statusCode":200,"data":{"success":false,"success" :true}})",
            ErrorKind::Ambiguous, ErrorCode::EnvelopeMalformed);
        row("data twice", 200, R"({"statusCode":200,"data":{"success":false},"data":{"success":true}})",
            ErrorKind::Ambiguous, ErrorCode::EnvelopeMalformed);
        row("refusal twice", 200, R"({"statusCode":400,"statusCode":404})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("HTTP 403 with statusCode twice", 403, R"({"statusCode":200,"statusCode":400})",
            ErrorKind::Halted, ErrorCode::Forbidden);
        row("top array", 200, "[" + good + "]", ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("empty", 200, "", ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("null", 200, "null", ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("cut off", 200, good.left(good.size() - 1), ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("trailing bytes", 200, good + "x", ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("two objects", 200, good + good, ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("byte order mark", 200, "\xEF\xBB\xBF" + good, ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("bad UTF-8", 200, "{\"statusCode\":200,\"message\":\"\xC3\x28\",\"data\":{\"success\":true}}",
            ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("web page", 200, "<!DOCTYPE html><html></html>", ErrorKind::Ambiguous, ErrorCode::SignInPage);

        row("400", 200, envelope(R"("statusCode":400)"), ErrorKind::Rejected, ErrorCode::Refused);
        row("401", 200, envelope(R"("statusCode":401)"), ErrorKind::Halted, ErrorCode::CredentialsRejected);
        row("402", 200, envelope(R"("statusCode":402)"), ErrorKind::Rejected, ErrorCode::PlanRequired);
        row("403", 200, envelope(R"("statusCode":403)"), ErrorKind::Halted, ErrorCode::Forbidden);
        row("404", 200, envelope(R"("statusCode":404)"), ErrorKind::Rejected, ErrorCode::NotFound);
        row("user gone", 200, envelope(R"("statusCode":404,"apiCode":2004)"), ErrorKind::Rejected,
            ErrorCode::UserNotFound);
        row("application gone", 200, envelope(R"("statusCode":404,"apiCode":2011)"), ErrorKind::Rejected,
            ErrorCode::ApplicationNotFound);
        row("422", 200, envelope(R"("statusCode":422)"), ErrorKind::Rejected, ErrorCode::Refused);
        row("429", 200, envelope(R"("statusCode":429)"), ErrorKind::RetryLater, ErrorCode::RateLimited);
        row("499", 200, envelope(R"("statusCode":499)"), ErrorKind::Rejected, ErrorCode::Refused);
        row("500", 200, envelope(R"("statusCode":500)"), ErrorKind::Ambiguous, ErrorCode::ServerFault);
        row("503", 200, envelope(R"("statusCode":503)"), ErrorKind::RetryLater, ErrorCode::Busy);
        row("602", 200, envelope(R"("statusCode":602)"), ErrorKind::Ambiguous, ErrorCode::ServerFault);
        row("busy", 200, envelope(R"("statusCode":500,"apiCode":1000)"), ErrorKind::RetryLater,
            ErrorCode::Busy);
        row("apiCode as a string", 200, envelope(R"("statusCode":400,"apiCode":"2011")"), ErrorKind::Rejected,
            ErrorCode::ApplicationNotFound);
        row("token expired", 200, envelope(R"("statusCode":401,"apiCode":2020)"), ErrorKind::Halted,
            ErrorCode::TokenExpired);
        row("date malformed", 200, envelope(R"("statusCode":401,"apiCode":1303)"), ErrorKind::Halted,
            ErrorCode::DateRefused);
        row("date missing", 200, envelope(R"("statusCode":401,"apiCode":1304)"), ErrorKind::Halted,
            ErrorCode::DateRefused);
        row("no such pool", 200, envelope(R"("statusCode":404,"apiCode":2224)"), ErrorKind::Halted,
            ErrorCode::PoolNotFound);
        row("clock", 200, envelope(R"("statusCode":401,"apiCode":1305)"), ErrorKind::Halted,
            ErrorCode::ClockSkew);
        row("replayed", 200, envelope(R"("statusCode":401,"apiCode":1306)"), ErrorKind::Ambiguous,
            ErrorCode::NonceReplayed);

        row("HTTP 201 with a refusal", 201, envelope(R"("statusCode":404,"apiCode":2004)"),
            ErrorKind::Rejected, ErrorCode::UserNotFound);
        row("HTTP 201 with success false", 201, R"({"statusCode":200,"data":{"success":false}})",
            ErrorKind::Rejected, ErrorCode::NotDone);
        row("HTTP 201 with a refused key", 201, envelope(R"("statusCode":401)"), ErrorKind::Halted,
            ErrorCode::CredentialsRejected);
        row("HTTP 201 with half an envelope", 201, R"({"data":{"success":true}})", ErrorKind::Ambiguous,
            ErrorCode::EnvelopeMalformed);
        row("HTTP 202 empty", 202, "", ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("HTTP 203 with a web page", 203, "<html>", ErrorKind::Ambiguous, ErrorCode::SignInPage);
        row("HTTP 204", 204, "", ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("HTTP 206 cut off", 206, good.left(good.size() - 1), ErrorKind::Ambiguous, ErrorCode::NotJson);
        row("HTTP 199", 199, good, ErrorKind::Ambiguous, ErrorCode::HttpStatus);
        row("HTTP 404 with success inside", 404, good, ErrorKind::Rejected, ErrorCode::NotFound);
        row("HTTP 400 with 401 inside", 400, envelope(R"("statusCode":401)"), ErrorKind::Halted,
            ErrorCode::CredentialsRejected);
        row("HTTP 404 alone", 404, "<html>", ErrorKind::Rejected, ErrorCode::HttpStatus);
        row("HTTP 401 alone", 401, "", ErrorKind::Halted, ErrorCode::CredentialsRejected);
        row("HTTP 403 alone", 403, "", ErrorKind::Halted, ErrorCode::Forbidden);
        row("HTTP 408 alone", 408, "", ErrorKind::Ambiguous, ErrorCode::HttpStatus);
        row("HTTP 429 alone", 429, "", ErrorKind::RetryLater, ErrorCode::RateLimited);
        row("HTTP 500 with success", 500, good, ErrorKind::Ambiguous, ErrorCode::HttpStatus);
        row("HTTP 502", 502, "<html>", ErrorKind::Ambiguous, ErrorCode::GatewayFailed);
        row("HTTP 504", 504, "", ErrorKind::Ambiguous, ErrorCode::GatewayFailed);
        row("502", 200, envelope(R"("statusCode":502)"), ErrorKind::Ambiguous, ErrorCode::GatewayFailed);
        row("504", 200, envelope(R"("statusCode":504)"), ErrorKind::Ambiguous, ErrorCode::GatewayFailed);
        row("HTTP 503", 503, "", ErrorKind::RetryLater, ErrorCode::Busy);
        row("HTTP 999", 999, good, ErrorKind::Ambiguous, ErrorCode::HttpStatus);
    }

    void everythingElseIsSomethingElse()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Result<ServerReply> reply = judgeKick(answerOf(status, body));
        QVERIFY(!reply.hasValue());
        QTEST(reply.error().kind, "kind");
        QTEST(reply.error().code, "code");
        QVERIFY(reply.error().wasSent);
    }

    void faultDecidesBeforeTheBody_data()
    {
        QTest::addColumn<TransportFault>("fault");
        QTest::addColumn<bool>("mayHaveBeenSent");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<ErrorCode>("code");

        QTest::newRow("refused") << TransportFault::ConnectionRefused << false << ErrorKind::NotSent
                                 << ErrorCode::ConnectionRefused;
        QTest::newRow("lost before") << TransportFault::ConnectionLost << false << ErrorKind::NotSent
                                     << ErrorCode::ConnectionDropped;
        QTest::newRow("lost after") << TransportFault::ConnectionLost << true << ErrorKind::Ambiguous
                                    << ErrorCode::ConnectionLost;
        QTest::newRow("deadline") << TransportFault::Deadline << true << ErrorKind::Ambiguous
                                  << ErrorCode::Deadline;
        QTest::newRow("too large") << TransportFault::AnswerTooLarge << true << ErrorKind::Ambiguous
                                   << ErrorCode::AnswerTooLarge;
    }

    void faultDecidesBeforeTheBody()
    {
        QFETCH(TransportFault, fault);
        QFETCH(bool, mayHaveBeenSent);
        HttpAnswer answer = answerOf(200, R"({"statusCode":200,"data":{"success":true}})");
        answer.fault = fault;
        answer.mayHaveBeenSent = mayHaveBeenSent;
        const Result<ServerReply> reply = judgeKick(answer);
        QVERIFY(!reply.hasValue());
        QTEST(reply.error().kind, "kind");
        QTEST(reply.error().code, "code");
        QCOMPARE(reply.error().wasSent, mayHaveBeenSent);
        QVERIFY(errorText(reply.error()).contains(host));
    }

    void redirectNamesItsTarget()
    {
        HttpAnswer answer = answerOf(307, "");
        answer.headers.append(
            NameValue{.name = "location", .value = "https://evil.example/api/v3/kick-users"});
        const Result<ServerReply> reply = judgeKick(answer);
        QVERIFY(!reply.hasValue());
        QCOMPARE(reply.error().kind, ErrorKind::Rejected);
        QCOMPARE(reply.error().code, ErrorCode::Redirected);
        QVERIFY(errorText(reply.error()).contains("evil.example"_L1));
    }

    void retryAfterIsKept()
    {
        HttpAnswer answer = answerOf(200, R"({"statusCode":429})");
        answer.headers.append(NameValue{.name = "retry-after", .value = "7"});
        const Result<ServerReply> reply = judgeKick(answer);
        QVERIFY(!reply.hasValue());
        QCOMPARE(reply.error().retryAfter, 7s);
    }
};

QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"

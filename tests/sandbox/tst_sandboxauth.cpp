// SPDX-License-Identifier: Apache-2.0
#include "api/sign/signer.h"
#include "sandbox/rawclient.h"
#include "sandbox/sandboxclient.h"
#include "sandbox/service/sandbox.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

QByteArray newNonce()
{
    return QUuid::createUuid().toByteArray(QUuid::Id128);
}

/// A request that is signed as the official client signs.
struct SignedRequest
{
    QByteArray method = "GET";
    QByteArray path = "/api/v3/get-security-settings";
    /// As on the wire, with its "?".
    QByteArray query;
    NameValueList parameters;
    QByteArray body;
    Brand brand = Brand::Authing;
    NameValueList headers = {
        {"date", httpDate(QDateTime::currentDateTimeUtc())}, {"x-authing-lang", "en-US"},
        {"x-authing-sdk-version", "authing-node-sdk:4.0.1"}, {"x-authing-signature-method", "HMAC-SHA1"},
        {"x-authing-signature-nonce", newNonce()},           {"x-authing-signature-version", "1.0"}};

    /// The names of the other brand, wherever there is one.
    void rename()
    {
        brand = Brand::GenAuth;
        for (NameValue &header : headers)
            header.name.replace("x-authing-", "x-genauth-");
    }

    void setHeader(const QByteArray &name, const QByteArray &value)
    {
        headers.removeIf([&name](const NameValue &header) { return header.name == name; });
        if (!value.isEmpty())
            headers.append({name, value});
    }

    QByteArray bytes(const SandboxAddress &address, const Secret &secret) const
    {
        const QByteArray text = Signer::stringToSign(
            brand, method, path, headers, method == "GET" ? parameters : Signer::canonicalParameters(body));
        QByteArray result = method + ' ' + path + query + " HTTP/1.1\r\nHost: x\r\n";
        for (const NameValue &header : headers)
            result += header.name + ": " + header.value + "\r\n";
        result +=
            "Authorization: " + Signer::authorization(brand, address.keyId.toLatin1(), secret, text) + "\r\n";
        return result + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
};

} // namespace

/// Tokens and signatures.
class TestSandboxAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aTokenIsAJwtThatNamesThePool();
    void aTokenOpensWithAndWithoutBearer();
    void aWrongKeyGetsNoToken();
    void aRequestWithoutCredentialsIsRefused_data();
    void aRequestWithoutCredentialsIsRefused();
    void anotherPoolIsRefused();

    void aSignedGetIsAccepted();
    void aSignedPostIsAccepted();
    void aSignedListInAQueryIsAccepted();
    void aSpaceWrittenAsPlusIsAccepted();
    void aDateInMillisecondsIsAccepted();
    void aBadSignatureIsRefused_data();
    void aBadSignatureIsRefused();
    void aDateUnderTheNameOfTheServiceIsAccepted();
    void theOtherBrandIsAccepted();
    void namesOfTwoBrandsAreRefused();
    void aNonceWorksOnce();
    void aWrongSecretIsRefused();
    void aChangedBodyIsRefused();
    void aSkewedServerSaysSo();

private:
    QJsonObject exchange(const SignedRequest &request);
    QJsonObject exchange(const QByteArray &bytes);

    std::unique_ptr<Sandbox> m_sandbox;
    SandboxAddress m_address;
};

void TestSandboxAuth::init()
{
    m_sandbox = std::make_unique<Sandbox>(SandboxOptions{.users = 100});
    const auto address = m_sandbox->start();
    QVERIFY(address);
    m_address = *address;
}

QJsonObject TestSandboxAuth::exchange(const QByteArray &bytes)
{
    RawClient raw(m_address.host);
    raw.send(bytes);
    const auto envelope = [&raw] {
        return QJsonDocument::fromJson(raw.received().mid(raw.received().indexOf("\r\n\r\n") + 4)).object();
    };
    [&] { QTRY_VERIFY(!envelope().isEmpty()); }();
    return envelope();
}

QJsonObject TestSandboxAuth::exchange(const SignedRequest &request)
{
    return exchange(request.bytes(m_address, m_address.secret));
}

void TestSandboxAuth::aTokenIsAJwtThatNamesThePool()
{
    SandboxClient client(m_address);
    const QByteArrayList parts = client.token().split('.');
    QCOMPARE(parts.size(), 3);
    const QJsonObject claims =
        QJsonDocument::fromJson(QByteArray::fromBase64(parts.at(1), QByteArray::Base64UrlEncoding)).object();
    QCOMPARE(claims.value("scoped_userpool_id"_L1).toString(), m_address.poolId);
    QCOMPARE(m_address.poolId.size(), 24);
}

void TestSandboxAuth::aTokenOpensWithAndWithoutBearer()
{
    const QByteArray token = SandboxClient(m_address).token();
    for (const QByteArray &prefix : {QByteArray(), QByteArray("Bearer ")}) {
        const QJsonObject envelope = exchange(
            "GET /api/v3/get-security-settings HTTP/1.1\r\nAuthorization: " + prefix + token + "\r\n\r\n");
        QCOMPARE(envelope.value("statusCode"_L1).toInt(), 200);
    }
}

void TestSandboxAuth::aWrongKeyGetsNoToken()
{
    SandboxClient client(m_address);
    client.setLanguage("en-US");
    const SandboxReply wrong =
        client.post(u"get-management-token"_s,
                    {{u"accessKeyId"_s, m_address.keyId}, {u"accessKeySecret"_s, u"not the secret"_s}});
    QCOMPARE(wrong.httpStatus, 200);
    QCOMPARE(wrong.statusCode(), 401);
    QCOMPARE(wrong.message(), u"accessKeyId or accessKeySecret is wrong"_s);
    const SandboxReply missing =
        client.post(u"get-management-token"_s, {{u"accessKeyId"_s, m_address.keyId}});
    QCOMPARE(missing.statusCode(), 400);
}

void TestSandboxAuth::aRequestWithoutCredentialsIsRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("unknown token") << QByteArray("Authorization: Bearer a.b.c\r\n");
    QTest::newRow("empty") << QByteArray("Authorization: \r\n");
    QTest::newRow("other scheme") << QByteArray("Authorization: Basic YTpi\r\n");
}

void TestSandboxAuth::aRequestWithoutCredentialsIsRefused()
{
    QFETCH(QByteArray, header);
    const QByteArray start = "GET /api/v3/get-security-settings HTTP/1.1\r\n";
    const QJsonObject chinese = exchange(start + header + "\r\n");
    QCOMPARE(chinese.value("statusCode"_L1).toInt(), 401);
    QCOMPARE(chinese.value("apiCode"_L1).toInt(), 2020);
    QCOMPARE(chinese.value("message"_L1).toString(), u"尚未登录，无访问权限"_s);
    const QJsonObject english = exchange(start + "X-Authing-Lang: en-US\r\n" + header + "\r\n");
    QCOMPARE(english.value("message"_L1).toString(), u"Not signed in, access denied"_s);
}

void TestSandboxAuth::anotherPoolIsRefused()
{
    const QByteArray token = SandboxClient(m_address).token();
    const QByteArray start = "GET /api/v3/get-security-settings HTTP/1.1\r\nAuthorization: Bearer " + token +
                             "\r\nx-authing-userpool-id: ";
    QCOMPARE(exchange(start + m_address.poolId.toLatin1() + "\r\n\r\n").value("statusCode"_L1).toInt(), 200);
    QCOMPARE(exchange(start + "62eaa95f0000000000000000\r\n\r\n").value("apiCode"_L1).toInt(), 2224);
}

void TestSandboxAuth::aSignedGetIsAccepted()
{
    SignedRequest request;
    request.path = "/api/v3/list-application-simple-info";
    request.query = "?page=1&limit=50&keywords=%E9%97%A8%E6%88%B7";
    request.parameters = {{"page", "1"}, {"limit", "50"}, {"keywords", "门户"}};
    const QJsonObject envelope = exchange(request);
    QCOMPARE(envelope.value("statusCode"_L1).toInt(), 200);
    QVERIFY(envelope.value("data"_L1)["totalCount"_L1].toInt() > 0);
}

void TestSandboxAuth::aSignedPostIsAccepted()
{
    SignedRequest request;
    request.method = "POST";
    request.path = "/api/v3/list-users";
    // Nested members are signed in the order in which they are sent.
    request.body =
        R"({"options":{"sort":[],"pagination":{"page":1,"limit":5}},"keywords":"","advancedFilter":[]})";
    const QJsonObject envelope = exchange(request);
    QCOMPARE(envelope.value("statusCode"_L1).toInt(), 200);
    QCOMPARE(envelope.value("data"_L1)["list"_L1].toArray().size(), 5);
}

void TestSandboxAuth::aSignedListInAQueryIsAccepted()
{
    SandboxClient client(m_address);
    const QByteArray first = client.user(0).value("userId"_L1).toString().toLatin1();
    const QByteArray second = client.user(1).value("userId"_L1).toString().toLatin1();
    SignedRequest request;
    request.path = "/api/v3/get-user-batch";
    request.query = "?userIds%5B%5D=" + first + "&userIds%5B%5D=" + second + "&withCustomData=false";
    request.parameters = {{"userIds", R"([")" + first + R"(",")" + second + R"("])"},
                          {"withCustomData", "false"}};
    const QJsonObject envelope = exchange(request);
    QCOMPARE(envelope.value("statusCode"_L1).toInt(), 200);
    QCOMPARE(envelope.value("data"_L1).toArray().size(), 2);
}

void TestSandboxAuth::aSpaceWrittenAsPlusIsAccepted()
{
    SignedRequest request;
    request.path = "/api/v3/get-user";
    request.query = "?userId=%E5%BC%A0%E4%B8%89+a%2Bb&userIdType=username";
    request.parameters = {{"userId", "张三 a+b"}, {"userIdType", "username"}};
    QCOMPARE(exchange(request).value("apiCode"_L1).toInt(), 2004);
}

void TestSandboxAuth::aDateInMillisecondsIsAccepted()
{
    SignedRequest request;
    request.setHeader("date", QByteArray::number(QDateTime::currentMSecsSinceEpoch()));
    QCOMPARE(exchange(request).value("statusCode"_L1).toInt(), 200);
}

void TestSandboxAuth::aBadSignatureIsRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("apiCode");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QByteArray date = "date";
    QTest::newRow("method") << QByteArray("x-authing-signature-method") << QByteArray("HMAC-MD5") << 1301;
    QTest::newRow("version") << QByteArray("x-authing-signature-version") << QByteArray("2.0") << 1302;
    QTest::newRow("malformed date") << date << QByteArray("yesterday") << 1303;
    QTest::newRow("no date") << date << QByteArray() << 1304;
    QTest::newRow("six minutes late") << date << httpDate(now.addSecs(-360)) << 1305;
    QTest::newRow("six minutes early") << date << httpDate(now.addSecs(360)) << 1305;
    QTest::newRow("four minutes late") << date << httpDate(now.addSecs(-240)) << 0;
    QTest::newRow("no nonce") << QByteArray("x-authing-signature-nonce") << QByteArray() << 1300;
}

void TestSandboxAuth::aBadSignatureIsRefused()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(int, apiCode);
    SignedRequest request;
    request.setHeader(header, value);
    const QJsonObject envelope = exchange(request);
    QCOMPARE(envelope.value("apiCode"_L1).toInt(), apiCode);
    QCOMPARE(envelope.value("statusCode"_L1).toInt(), apiCode == 0 ? 200 : 401);
}

/// As the client for C# sends it.
void TestSandboxAuth::aDateUnderTheNameOfTheServiceIsAccepted()
{
    SignedRequest request;
    request.setHeader("date", {});
    request.setHeader("x-authing-date", QByteArray::number(QDateTime::currentMSecsSinceEpoch()));
    QCOMPARE(exchange(request).value("statusCode"_L1).toInt(), 200);

    request.setHeader("x-authing-signature-nonce", newNonce());
    request.setHeader("x-authing-date", QByteArray::number(QDateTime::currentMSecsSinceEpoch() - 3'600'000));
    QCOMPARE(exchange(request).value("apiCode"_L1).toInt(), 1305);
}

void TestSandboxAuth::theOtherBrandIsAccepted()
{
    SignedRequest request;
    request.rename();
    QCOMPARE(exchange(request).value("message"_L1).toString(), u"Fetched successfully"_s);

    request.setHeader("x-genauth-signature-nonce", newNonce());
    request.setHeader("x-genauth-userpool-id", "62eaa95f0000000000000000");
    QCOMPARE(exchange(request).value("apiCode"_L1).toInt(), 2224);
}

void TestSandboxAuth::namesOfTwoBrandsAreRefused()
{
    SignedRequest request;
    request.brand = Brand::GenAuth;
    QCOMPARE(exchange(request).value("apiCode"_L1).toInt(), 1301);
}

void TestSandboxAuth::aNonceWorksOnce()
{
    const SignedRequest request;
    QCOMPARE(exchange(request).value("statusCode"_L1).toInt(), 200);
    const QJsonObject again = exchange(request);
    QCOMPARE(again.value("apiCode"_L1).toInt(), 1306);
    QCOMPARE(again.value("message"_L1).toString(), u"The signature has already been used"_s);
}

void TestSandboxAuth::aWrongSecretIsRefused()
{
    const SignedRequest request;
    const QJsonObject envelope = exchange(request.bytes(m_address, Secret("another secret")));
    QCOMPARE(envelope.value("apiCode"_L1).toInt(), 1300);
    // A refused signature does not use up its nonce.
    QCOMPARE(exchange(request).value("statusCode"_L1).toInt(), 200);
}

void TestSandboxAuth::aChangedBodyIsRefused()
{
    SignedRequest request;
    request.method = "POST";
    request.path = "/api/v3/list-users";
    request.body = R"({"keywords":"a"})";
    QByteArray bytes = request.bytes(m_address, m_address.secret);
    bytes.replace(R"({"keywords":"a"})", R"({"keywords":"b"})");
    QCOMPARE(exchange(bytes).value("apiCode"_L1).toInt(), 1300);
}

void TestSandboxAuth::aSkewedServerSaysSo()
{
    m_sandbox->setFaults({u"clock-skew"_s});
    QCOMPARE(exchange(SignedRequest()).value("apiCode"_L1).toInt(), 1305);
    SandboxClient client(m_address);
    const QByteArray date = client.get(u"get-security-settings"_s).header("Date");
    SignedRequest corrected;
    corrected.setHeader("date", date);
    QCOMPARE(exchange(corrected).value("statusCode"_L1).toInt(), 200);
}

QTEST_GUILESS_MAIN(TestSandboxAuth)
#include "tst_sandboxauth.moc"

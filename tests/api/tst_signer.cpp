// SPDX-License-Identifier: Apache-2.0
#include "api/sign/canonicaljson.h"
#include "api/sign/signer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject vectorFile()
{
    QFile file(QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/signature.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

NameValueList headersOf(const QJsonObject &vector)
{
    NameValueList headers;
    const QJsonObject object = vector.value("headers"_L1).toObject();
    for (auto header = object.begin(); header != object.end(); ++header)
        headers.append({.name = header.key().toUtf8(), .value = header.value().toString().toUtf8()});
    return headers;
}

/// Parameters of a GET as the vector states them: scalars and compact arrays.
NameValueList queryOf(const QJsonObject &vector)
{
    NameValueList parameters;
    const QJsonObject object = vector.value("params"_L1).toObject();
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return object.isEmpty() ? parameters : Signer::canonicalParameters(json);
}

} // namespace

class TestSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!vectorFile().value("vectors"_L1).toArray().isEmpty()); }

    void signsLikeTheOfficialSdk_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        int count = 0;
        const QJsonArray vectors = vectorFile().value("vectors"_L1).toArray();
        for (const auto vector : vectors) {
            // Vectors marked as quirks document faults of the SDK.
            if (vector.toObject().value("sdkQuirk"_L1).toBool())
                continue;
            QTest::newRow(qPrintable(vector.toObject().value("id"_L1).toString())) << vector.toObject();
            ++count;
        }
        QCOMPARE(count, 25);
    }

    void signsLikeTheOfficialSdk()
    {
        QFETCH(QJsonObject, vector);
        const QJsonObject file = vectorFile();
        const Secret secret(file.value("accessKeySecret"_L1).toString().toUtf8());
        const QByteArray keyId = file.value("accessKeyId"_L1).toString().toUtf8();
        const QByteArray method = vector.value("method"_L1).toString().toUtf8();
        const NameValueList parameters =
            method == "GET" ? queryOf(vector)
                            : Signer::canonicalParameters(vector.value("wireBody"_L1).toString().toUtf8());

        const QByteArray text =
            Signer::stringToSign(Brand::Authing, method, vector.value("path"_L1).toString().toUtf8(),
                                 headersOf(vector), parameters);
        QCOMPARE(QString::fromUtf8(text), vector.value("stringToSign"_L1).toString());
        QCOMPARE(QString::fromLatin1(Signer::signature(secret, text)),
                 vector.value("signature"_L1).toString());
        QCOMPARE(QString::fromLatin1(Signer::authorization(Brand::Authing, keyId, secret, text)),
                 vector.value("authorization"_L1).toString());
    }

    void signsUnderTheOtherBrandLikeItsSdk()
    {
        const QByteArray nonce = "4f1c2d3e5a6b7c8d9e0f1a2b3c4d5e6f";
        const NameValueList headers{
            {.name = "x-genauth-signature-version", .value = "1.0"},
            {.name = "x-genauth-lang", .value = "en-US"},
            {.name = "x-genauth-signature-nonce", .value = nonce},
            {.name = "x-genauth-signature-method", .value = "HMAC-SHA1"},
            {.name = "date", .value = "Tue, 24 Nov 2026 08:00:00 GMT"},
            {.name = "x-authing-app-id", .value = "not signed"},
        };
        const QByteArray body =
            R"({"appIds":["62188e71c1a2b3075289c580"],"userId":"6319a1504f3c0f214dd5b7aa"})";
        const QByteArray text = Signer::stringToSign(Brand::GenAuth, "POST", "/api/v3/kick-users", headers,
                                                     Signer::canonicalParameters(body));
        QCOMPARE(text, "POST\ndate:Tue, 24 Nov 2026 08:00:00 GMT\nx-genauth-lang:en-US\n"
                       "x-genauth-signature-method:HMAC-SHA1\nx-genauth-signature-nonce:" +
                           nonce +
                           "\nx-genauth-signature-version:1.0\n/api/v3/kick-users?appIds="
                           "[\"62188e71c1a2b3075289c580\"]&userId=6319a1504f3c0f214dd5b7aa");
        // By OpenSSL: openssl dgst -sha1 -hmac SECRET -binary | base64
        QCOMPARE(Signer::authorization(Brand::GenAuth, "62eaa95f00000000000000ab",
                                       Secret("0123456789abcdef0123456789abcdef"), text),
                 "GenAuth 62eaa95f00000000000000ab:SdgMHs2vOmy/uhUHl+xznsnZavA=");
    }

    void canonicalFormIgnoresSpaceOnly_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("value");

        QTest::newRow("spaces") << QByteArray("{ \"a\" : [ 1 , { \"z\" : 1, \"b\": null } ] }")
                                << QByteArray("[1,{\"z\":1,\"b\":null}]");
        QTest::newRow("escaped slash")
            << QByteArray("{\"a\":[\"\\/\\u00e9\"]}") << QByteArray("[\"/\xC3\xA9\"]");
        QTest::newRow("quote in string") << QByteArray("{\"a\":\"x\\\"},{\"}") << QByteArray("x\"},{");
        QTest::newRow("brackets in nested string")
            << QByteArray("{\"a\":{\"k\":\"]}[{\"}}") << QByteArray("{\"k\":\"]}[{\"}");
        QTest::newRow("boolean") << QByteArray("{\"a\":true}") << QByteArray("true");
        QTest::newRow("negative") << QByteArray("{\"a\":-1.5}") << QByteArray("-1.5");
        QTest::newRow("empty array") << QByteArray("{\"a\":[ ]}") << QByteArray("[]");
    }

    void canonicalFormIgnoresSpaceOnly()
    {
        QFETCH(QByteArray, json);
        const NameValueList parameters = Signer::canonicalParameters(json);
        QCOMPARE(parameters.size(), 1);
        QTEST(parameters.first().value, "value");
    }

    void whatIsNoObjectHasNoParameters_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("cut off") << QByteArray("{\"a\":");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"a\":1}");
        QTest::newRow("trailing") << QByteArray("{\"a\":1}x");
        QTest::newRow("too deep") << QByteArray("{\"a\":") + QByteArray(70, '[') + QByteArray(70, ']') + '}';
    }

    void whatIsNoObjectHasNoParameters()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!CanonicalJson::topLevelMembers(json));
        QVERIFY(Signer::canonicalParameters(json).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSigner)
#include "tst_signer.moc"

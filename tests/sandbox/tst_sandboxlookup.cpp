// SPDX-License-Identifier: Apache-2.0
#include "sandbox/userfixture.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const QJsonObject &user, QLatin1StringView name)
{
    return user.value(name).toString();
}

} // namespace

/// Looking one user up, and several at once.
class TestSandboxLookUp : public UserFixture
{
    Q_OBJECT

private Q_SLOTS:
    void everyIdTypeFindsTheUser_data();
    void everyIdTypeFindsTheUser();
    void identitiesFindTheUser();
    void emailIsComparedWithoutCase();
    void badLookUpsAreRefused_data();
    void badLookUpsAreRefused();
    void batchesComeInEveryForm();
    void unknownUsersAreLeftOutOfABatch();
    void badBatchesAreRefused();
    void existenceIsToldByAnyIdentifier();
    void usersHaveWhatTheTypesRequire();
};

void TestSandboxLookUp::everyIdTypeFindsTheUser_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("member");
    QTest::newRow("default") << QString() << u"userId"_s;
    QTest::newRow("user_id") << u"user_id"_s << u"userId"_s;
    QTest::newRow("phone") << u"phone"_s << u"phone"_s;
    QTest::newRow("email") << u"email"_s << u"email"_s;
    QTest::newRow("username") << u"username"_s << u"username"_s;
    QTest::newRow("external_id") << u"external_id"_s << u"externalId"_s;
}

void TestSandboxLookUp::everyIdTypeFindsTheUser()
{
    QFETCH(QString, type);
    QFETCH(QString, member);
    for (const int index : {0, 3, 6, 9, 12}) {
        const QJsonObject user = m_first.at(index).toObject();
        SandboxClient::Parameters parameters{{u"userId"_s, user.value(member).toString()}};
        if (!type.isEmpty())
            parameters.emplaceBack(u"userIdType"_s, type);
        const SandboxReply reply = m_client->get(u"get-user"_s, parameters);
        QCOMPARE(reply.statusCode(), 200);
        QCOMPARE(reply.data().value("userId"_L1), user.value("userId"_L1));
        QVERIFY(!reply.data().contains("identities"_L1));
    }
}

void TestSandboxLookUp::identitiesFindTheUser()
{
    QSet<QString> providers;
    for (const int index : {0, 3, 6, 9}) {
        const QJsonObject user = m_first.at(index).toObject();
        const QJsonArray identities = user.value("identities"_L1).toArray();
        QVERIFY(!identities.isEmpty());
        for (const auto value : identities) {
            const QJsonObject identity = value.toObject();
            const QString provider = text(identity, "provider"_L1);
            const QString id = text(identity, "userIdInIdp"_L1);
            providers.insert(provider);
            const SandboxReply byIdentity =
                m_client->get(u"get-user"_s, {{u"userId"_s, text(identity, "extIdpId"_L1) + u':' + id},
                                              {u"userIdType"_s, u"identity"_s}});
            QCOMPARE(byIdentity.data().value("userId"_L1), user.value("userId"_L1));
            const SandboxReply byRelation = m_client->get(
                u"get-user"_s, {{u"userId"_s, provider + u':' + id}, {u"userIdType"_s, u"sync_relation"_s}});
            QCOMPARE(byRelation.data().value("userId"_L1), user.value("userId"_L1));
        }
    }
    QCOMPARE(providers.size(), 4);
}

void TestSandboxLookUp::emailIsComparedWithoutCase()
{
    const QJsonObject user = m_first.at(0).toObject();
    const SandboxReply reply = m_client->get(
        u"get-user"_s, {{u"userId"_s, text(user, "email"_L1).toUpper()}, {u"userIdType"_s, u"email"_s}});
    QCOMPARE(reply.data().value("userId"_L1), user.value("userId"_L1));
}

void TestSandboxLookUp::badLookUpsAreRefused_data()
{
    QTest::addColumn<QString>("userId");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<QString>("chinese");
    QTest::addColumn<QString>("english");
    const QString malformed = u"参数 userId 格式错误"_s;
    const QString malformedEnglish = u"Parameter userId is malformed"_s;
    const QString missing = u"用户不存在"_s;
    const QString missingEnglish = u"User does not exist"_s;
    QTest::newRow("empty") << QString() << u"user_id"_s << 400 << malformed << malformedEnglish;
    QTest::newRow("no e-mail") << u"zhangsan"_s << u"email"_s << 400 << malformed << malformedEnglish;
    QTest::newRow("phone with #") << u"138#"_s << u"phone"_s << 400 << malformed << malformedEnglish;
    QTest::newRow("unknown ID") << u"6319a1504f3c0f214dd5b7aa"_s << u"user_id"_s << 404 << missing
                                << missingEnglish;
    QTest::newRow("unknown phone") << u"13800138000"_s << u"phone"_s << 404 << missing << missingEnglish;
    QTest::newRow("unknown e-mail") << u"a@b"_s << u"email"_s << 404 << missing << missingEnglish;
    QTest::newRow("unknown name") << u"nobody1"_s << u"username"_s << 404 << missing << missingEnglish;
    QTest::newRow("unknown identity") << u"x:y"_s << u"identity"_s << 404 << missing << missingEnglish;
    QTest::newRow("no colon") << u"xy"_s << u"sync_relation"_s << 404 << missing << missingEnglish;
    QTest::newRow("unknown type") << u"x"_s << u"shoe_size"_s << 400 << u"参数 userIdType 格式错误"_s
                                  << u"Parameter userIdType is malformed"_s;
}

void TestSandboxLookUp::badLookUpsAreRefused()
{
    QFETCH(QString, userId);
    QFETCH(QString, type);
    QFETCH(int, statusCode);
    QFETCH(QString, chinese);
    QFETCH(QString, english);
    const SandboxClient::Parameters parameters{{u"userId"_s, userId}, {u"userIdType"_s, type}};
    const SandboxReply reply = m_client->get(u"get-user"_s, parameters);
    QCOMPARE(reply.httpStatus, 200);
    QCOMPARE(reply.statusCode(), statusCode);
    QCOMPARE(reply.apiCode(), statusCode == 404 ? 2004 : 0);
    QCOMPARE(reply.message(), chinese);
    m_client->setLanguage("en-US");
    QCOMPARE(m_client->get(u"get-user"_s, parameters).message(), english);
}

/// The official clients write a list in a query in four ways.
void TestSandboxLookUp::batchesComeInEveryForm()
{
    const QString one = text(m_first.at(1).toObject(), "userId"_L1);
    const QString two = text(m_first.at(2).toObject(), "userId"_L1);
    const SandboxReply joined = m_client->get(u"get-user-batch"_s, {{u"userIds"_s, one + u',' + two}});
    const QString three = text(m_first.at(3).toObject(), "userId"_L1);
    QCOMPARE(joined.envelope.value("data"_L1).toArray().size(), 2);
    for (const QString &name : {u"userIds[]"_s, u"userIds"_s}) {
        const SandboxReply repeated = m_client->get(u"get-user-batch"_s, {{name, one}, {name, two}});
        QCOMPARE(repeated.envelope.value("data"_L1), joined.envelope.value("data"_L1));
    }
    const SandboxReply both =
        m_client->get(u"get-user-batch"_s, {{u"userIds"_s, one + u',' + two}, {u"userIds"_s, three}});
    QCOMPARE(both.envelope.value("data"_L1).toArray().size(), 3);
    QCOMPARE(text(joined.envelope.value("data"_L1).toArray().at(1).toObject(), "userId"_L1), two);
}

void TestSandboxLookUp::unknownUsersAreLeftOutOfABatch()
{
    const QString known = text(m_first.at(1).toObject(), "userId"_L1);
    const SandboxReply reply =
        m_client->get(u"get-user-batch"_s, {{u"userIds"_s, known + u",6319a1504f3c0f214dd5b7aa"_s}});
    QCOMPARE(reply.envelope.value("data"_L1).toArray().size(), 1);
}

void TestSandboxLookUp::badBatchesAreRefused()
{
    QStringList many;
    for (int i = 0; i < 51; ++i)
        many.append(u"x"_s);
    for (const QString &ids : {QString(), many.join(u',')}) {
        const SandboxReply reply = m_client->get(u"get-user-batch"_s, {{u"userIds"_s, ids}});
        QCOMPARE(reply.statusCode(), 400);
        QCOMPARE(reply.message(), u"参数 userIds 格式错误"_s);
    }
}

void TestSandboxLookUp::existenceIsToldByAnyIdentifier()
{
    const QJsonObject user = m_first.at(0).toObject();
    for (const auto &name : {"username"_L1, "email"_L1, "phone"_L1, "externalId"_L1}) {
        const SandboxReply known = m_client->post(u"is-user-exists"_s, {{name, user.value(name)}});
        QVERIFY2(known.data().value("exists"_L1).toBool(), name.data());
        const SandboxReply unknown = m_client->post(u"is-user-exists"_s, {{name, u"nobody@example.com"_s}});
        QCOMPARE(unknown.statusCode(), 200);
        QCOMPARE(unknown.data().value("exists"_L1), QJsonValue(false));
    }
    const SandboxReply nothing = m_client->post(u"is-user-exists"_s);
    QCOMPARE(nothing.statusCode(), 400);
    QCOMPARE(nothing.message(), u"参数 username, email, phone, externalId 格式错误"_s);
}

void TestSandboxLookUp::usersHaveWhatTheTypesRequire()
{
    for (const auto value : std::as_const(m_first)) {
        const QJsonObject user = value.toObject();
        for (const auto &name : {"userId"_L1, "createdAt"_L1, "updatedAt"_L1, "status"_L1, "workStatus"_L1,
                                 "gender"_L1, "userSourceType"_L1})
            QVERIFY2(!text(user, name).isEmpty(), name.data());
        for (const auto &name : {"emailVerified"_L1, "phoneVerified"_L1})
            QVERIFY2(user.value(name).isBool(), name.data());
    }
}

QTEST_GUILESS_MAIN(TestSandboxLookUp)
#include "tst_sandboxlookup.moc"

// SPDX-License-Identifier: Apache-2.0
#include "support/sandboxsession.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QString> checkPool(const SandboxSession &on, const QString &expected, AuthScheme auth)
{
    Profile profile = on.profile(auth);
    profile.poolId = expected;
    Session session(profile, on.address.secret, &on.journal);
    QObject context;
    return *answerOf<Result<QString>>([&](auto handler) { session.checkPool(&context, handler); });
}

} // namespace

Q_DECLARE_METATYPE(AuthScheme)

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poolIsProved_data()
    {
        QTest::addColumn<AuthScheme>("auth");
        QTest::addColumn<QStringList>("faults");
        QTest::newRow("by the token") << AuthScheme::Token << QStringList();
        QTest::newRow("by a token for signatures") << AuthScheme::Signature << QStringList();
        QTest::newRow("by an application")
            << AuthScheme::Signature << QStringList{u"code-403@get-management-token"_s};
    }

    void poolIsProved()
    {
        QFETCH(AuthScheme, auth);
        QFETCH(QStringList, faults);
        const SandboxSession on(faults);
        const Result<QString> poolId = checkPool(on, on.address.poolId, auth);
        QVERIFY2(poolId.hasValue(), poolId ? "" : qPrintable(errorText(poolId.error())));
        QCOMPARE(*poolId, on.address.poolId);
    }

    void anotherPoolIsRefused()
    {
        const SandboxSession on;
        const Result<QString> poolId = checkPool(on, u"000000000000000000000000"_s, AuthScheme::Token);
        QVERIFY(!poolId.hasValue());
        QCOMPARE(poolId.error().code, ErrorCode::PoolMismatch);
        QCOMPARE(poolId.error().kind, ErrorKind::Halted);
    }

    void swappedPoolIsRefused()
    {
        const SandboxSession on({u"pool-mismatch"_s});
        QCOMPARE(checkPool(on, on.address.poolId, AuthScheme::Token).error().code, ErrorCode::PoolMismatch);
    }

    void unprovablePoolIsRefusedOnlyWhereOneIsExpected()
    {
        const SandboxSession on({u"code-403@get-management-token"_s, u"code-403@list-applications"_s});
        QCOMPARE(checkPool(on, QString(), AuthScheme::Signature).value(), QString());
        QCOMPARE(checkPool(on, on.address.poolId, AuthScheme::Signature).error().code,
                 ErrorCode::PoolMismatch);
    }

    void applicationsAreListedInFull()
    {
        const SandboxSession on({}, AuthScheme::Token, {.users = 50, .applications = 120});
        QObject context;
        const auto apps = answerOf<Result<QList<Application>>>(
            [&](auto handler) { on.session->applicationLister()->list(&context, handler); });
        QCOMPARE((*apps)->size(), 120);
        QCOMPARE(on.sandbox->requestCount("list-application-simple-info"), 3);
    }

    void applicationsFallBackToTheHeavyList()
    {
        const SandboxSession on({u"code-403@list-application-simple-info"_s});
        QObject context;
        const auto apps = answerOf<Result<QList<Application>>>(
            [&](auto handler) { on.session->applicationLister()->list(&context, handler); });
        QCOMPARE((*apps)->size(), 24);
    }

    void tenantIsNamedInEveryRequest_data()
    {
        QTest::addColumn<AuthScheme>("auth");
        QTest::newRow("token") << AuthScheme::Token;
        QTest::newRow("signature") << AuthScheme::Signature;
    }

    void tenantIsNamedInEveryRequest()
    {
        QFETCH(AuthScheme, auth);
        SandboxSession on;
        Profile profile = on.profile(auth);
        profile.tenantHeader = "x-authing-tenant-id";
        profile.tenant = "tenant-7";
        on.open(profile, on.address.secret);
        QObject context;
        const auto users = answerOf<Result<Page<User>>>(
            [&](auto handler) { on.client()->listUsers({}, &context, handler); });
        QVERIFY2(users->hasValue(), users->hasValue() ? "" : qPrintable(errorText(users->error())));
        const QList<SandboxRequest> requests = on.sandbox->requests();
        QCOMPARE(requests.size(), auth == AuthScheme::Token ? 2 : 1);
        for (const SandboxRequest &request : requests)
            QVERIFY(request.headers.contains({"x-authing-tenant-id", "tenant-7"}));
    }

    void fileWithoutCertificateIsNoRoot()
    {
        const SandboxSession on;
        Profile profile = on.profile();
        profile.caFile = QStringLiteral(KICKDESK_SOURCE_DIR "/LICENSE");
        QVERIFY(!Session(profile, on.address.secret, &on.journal).hasUsableCaFile());
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"

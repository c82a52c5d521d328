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

/// How many users the first page of a search has.
qsizetype usersOf(const SandboxSession &on)
{
    QObject context;
    const auto users =
        answerOf<Result<Page<User>>>([&](auto handler) { on.client()->listUsers({}, &context, handler); });
    return *users ? (*users)->list.size() : -1;
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

    /// Signed out of some of them is not signed out everywhere.
    void incompleteApplicationsAreAnError_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"empty-pages", "shrinking-pages", "repeated-pages", "short-pages"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
        QTest::newRow("in the heavy list")
            << u"code-403@list-application-simple-info empty-pages@list-applications"_s;
    }

    void incompleteApplicationsAreAnError()
    {
        QFETCH(QString, fault);
        const SandboxSession on(fault.split(u' '), AuthScheme::Token, {.users = 50, .applications = 120});
        QObject context;
        const auto apps = answerOf<Result<QList<Application>>>(
            [&](auto handler) { on.session->applicationLister()->list(&context, handler); });
        QVERIFY(!apps->hasValue());
        QCOMPARE(apps->error().code, ErrorCode::PagesIncomplete);
    }

    void applicationsFallBackToTheHeavyList_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"code-402", "code-403", "code-404"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void applicationsFallBackToTheHeavyList()
    {
        QFETCH(QString, fault);
        const SandboxSession on({fault + u"@list-application-simple-info"_s});
        QObject context;
        const auto apps = answerOf<Result<QList<Application>>>(
            [&](auto handler) { on.session->applicationLister()->list(&context, handler); });
        QVERIFY2(apps->hasValue(), *apps ? "" : qPrintable(errorText(apps->error())));
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

    void poolOfTheConnectionIsNamed_data()
    {
        QTest::addColumn<AuthScheme>("auth");
        QTest::addColumn<ApiNames>("names");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("token") << AuthScheme::Token << ApiNames::ByHost
                               << QByteArray("x-authing-userpool-id");
        QTest::newRow("signature") << AuthScheme::Signature << ApiNames::ByHost
                                   << QByteArray("x-authing-userpool-id");
        QTest::newRow("GenAuth, token")
            << AuthScheme::Token << ApiNames::GenAuth << QByteArray("x-genauth-userpool-id");
        QTest::newRow("GenAuth, signature")
            << AuthScheme::Signature << ApiNames::GenAuth << QByteArray("x-genauth-userpool-id");
    }

    /// Also in the request for a token, and also where no token proves the pool.
    void poolOfTheConnectionIsNamed()
    {
        QFETCH(AuthScheme, auth);
        QFETCH(ApiNames, names);
        QFETCH(QByteArray, header);
        SandboxSession on;
        Profile profile = on.profile(auth);
        profile.apiNames = names;
        profile.poolId = on.address.poolId;
        on.open(profile, on.address.secret);
        QCOMPARE(usersOf(on), 50);
        const QList<SandboxRequest> requests = on.sandbox->requests();
        QCOMPARE(requests.size(), auth == AuthScheme::Token ? 2 : 1);
        for (const SandboxRequest &request : requests)
            QVERIFY2(request.headers.contains({header, on.address.poolId.toLatin1()}),
                     request.endpoint.constData());
    }

    void hostHasTheNamesOfItsBrand_data()
    {
        QTest::addColumn<AuthScheme>("auth");
        QTest::addColumn<ApiNames>("names");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("credentials");
        QTest::newRow("token") << AuthScheme::Token << ApiNames::ByHost << QByteArray("x-authing-")
                               << QByteArray("Bearer ");
        QTest::newRow("signature") << AuthScheme::Signature << ApiNames::Authing << QByteArray("x-authing-")
                                   << QByteArray("authing ");
        QTest::newRow("GenAuth, token")
            << AuthScheme::Token << ApiNames::GenAuth << QByteArray("x-genauth-") << QByteArray("Bearer ");
        QTest::newRow("GenAuth, signature") << AuthScheme::Signature << ApiNames::GenAuth
                                            << QByteArray("x-genauth-") << QByteArray("GenAuth ");
    }

    void hostHasTheNamesOfItsBrand()
    {
        QFETCH(AuthScheme, auth);
        QFETCH(ApiNames, names);
        QFETCH(QByteArray, prefix);
        QFETCH(QByteArray, credentials);
        SandboxSession on;
        Profile profile = on.profile(auth);
        profile.apiNames = names;
        on.open(profile, on.address.secret);
        QCOMPARE(usersOf(on), 50);
        const SandboxRequest request = on.sandbox->requests().constLast();
        int own = 0;
        for (const auto &[name, value] : request.headers) {
            if (name.toLower() == "authorization")
                QVERIFY2(value.startsWith(credentials), value.constData());
            // A gateway's name, not the API's.
            if (!name.toLower().startsWith("x-") || name.toLower() == "x-request-id")
                continue;
            QVERIFY2(name.toLower().startsWith(prefix), name.constData());
            ++own;
        }
        // Language, and either the pool that the token names or what belongs to a signature.
        QCOMPARE(own, auth == AuthScheme::Token ? 2 : 4);
    }

    void brandIsKnownByItsHost()
    {
        QCOMPARE(Profile{.host = QUrl(u"https://api.genauth.ai"_s)}.brand(), Brand::GenAuth);
        QCOMPARE(Profile{.host = QUrl(u"https://api.authing.cn"_s)}.brand(), Brand::Authing);
        QCOMPARE(Profile{.host = QUrl(u"https://api.genauth.ai.example"_s)}.brand(), Brand::Authing);
        QCOMPARE((Profile{.host = QUrl(u"https://api.genauth.ai"_s), .apiNames = ApiNames::Authing}.brand()),
                 Brand::Authing);
        QCOMPARE((Profile{.host = QUrl(u"https://id.example"_s), .apiNames = ApiNames::GenAuth}.brand()),
                 Brand::GenAuth);
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

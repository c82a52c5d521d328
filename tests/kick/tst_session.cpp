// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/signins.h"
#include "support/sandboxsession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

/// Has @p totalCount items, as many on each page as are asked for, and every one of them different. The first
/// page of all lacks @p missing.
class LongList : public Transport
{
public:
    explicit LongList(qint64 totalCount, int missing = 0)
        : m_totalCount(totalCount)
        , m_missing(missing)
    {
    }

    PendingCall *send(const HttpRequest &, QObject *context, Handler handler) override
    {
        QJsonArray list;
        for (int item = m_pages == 0 ? m_missing : 0; item < Client::maximumLimit; ++item) {
            const QString id = u"a%1-%2"_s.arg(QString::number(m_pages), QString::number(item));
            list.append(QJsonObject{{u"appId"_s, id}, {u"time"_s, u"2026-11-24T08:00:00.000Z"_s}});
        }
        ++m_pages;
        const QJsonObject data{{u"totalCount"_s, m_totalCount}, {u"list"_s, list}};
        const QJsonDocument answer(QJsonObject{{u"statusCode"_s, 200}, {u"data"_s, data}});
        auto *call = new PendingAnswer<HttpAnswer>(context, std::move(handler));
        call->finishLater({.status = 200, .headers = {}, .body = answer.toJson()});
        return call;
    }

private:
    qint64 m_totalCount;
    int m_missing;
    int m_pages = 0;
};

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

    /// It moved while it was read. What the first reading found is not counted twice.
    void incompleteListIsReadAgain()
    {
        LongList list(100, 1);
        Authenticator authenticator({.auth = AuthScheme::Signature}, Secret("secret"), &list);
        Client client(QUrl(u"https://api.example.com"_s), &list, &authenticator);
        ApplicationLister lister(&client);
        QObject context;
        const auto apps =
            answerOf<Result<QList<Application>>>([&](auto handler) { lister.list(&context, handler); });
        QVERIFY(apps && apps->hasValue());
        QCOMPARE((*apps)->size(), 100);
    }

    /// What is cut at the most that is read is no whole list.
    void longerListThanIsReadIsAnError_data()
    {
        QTest::addColumn<qint64>("applications");
        QTest::addColumn<qint64>("signIns");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("as many as are read") << qint64(100'000) << qint64(1000) << true;
        QTest::newRow("a page more") << qint64(100'050) << qint64(1050) << false;
        QTest::newRow("far more") << qint64(10'000'000) << qint64(10'000'000) << false;
    }

    void longerListThanIsReadIsAnError()
    {
        QFETCH(qint64, applications);
        QFETCH(qint64, signIns);
        QFETCH(bool, isWhole);
        constexpr int longestWaitMs = 60'000;
        QObject context;
        {
            LongList list(applications);
            Authenticator authenticator({.auth = AuthScheme::Signature}, Secret("secret"), &list);
            Client client(QUrl(u"https://api.example.com"_s), &list, &authenticator);
            ApplicationLister lister(&client);
            std::optional<Result<QList<Application>>> apps;
            lister.list(&context, [&](const Result<QList<Application>> &found) { apps = found; });
            QTRY_VERIFY_WITH_TIMEOUT(apps, longestWaitMs);
            QCOMPARE(apps->hasValue(), isWhole);
            QCOMPARE(isWhole ? (*apps)->size() : 0, isWhole ? applications : 0);
            if (!isWhole)
                QCOMPARE(apps->error().code, ErrorCode::PagesIncomplete);
        }
        LongList list(signIns);
        Authenticator authenticator({.auth = AuthScheme::Signature}, Secret("secret"), &list);
        Client client(QUrl(u"https://api.example.com"_s), &list, &authenticator);
        std::optional<SignIns> found;
        SignInLists::ask({.client = &client, .userId = u"user"_s, .since = {}}, &context,
                         [&](const SignIns &answer) { found = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(found, longestWaitMs);
        QCOMPARE(found->areKnown, isWhole);
        QCOMPARE(found->records.size(), isWhole ? signIns : 0);
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

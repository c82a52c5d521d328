// SPDX-License-Identifier: Apache-2.0
#include "kick/pace/readgate.h"
#include "support/resolvedlist.h"

#include <QTest>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

/// A list is looked up on a server that forbids, refuses, limits and fails.
class TestListResolverFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const SandboxSession on;
        m_users = everyone(on);
        QCOMPARE(m_users.size(), 200);
    }

    void phonesAreLookedUpWithoutSearch();
    void searchThatIgnoresTheFilterIsNotBelieved();
    void withoutPermissionRowsAreSentAsTyped();
    void withoutPermissionAnyTypeIsRefused();
    void eachLookUpCanBeForbidden_data();
    void eachLookUpCanBeForbidden();
    void nothingIsLostUnderFaults_data();
    void nothingIsLostUnderFaults();
    void refusedKeyEndsIt();
    void deadServerEndsIt();
    void abortedLookUpIsSilent();

private:
    QList<User> m_users;
};

void TestListResolverFaults::phonesAreLookedUpWithoutSearch()
{
    const SandboxSession on({u"search-forbidden@list-users"_s});
    const Result<ListResolution> resolution = resolve(
        on, {m_users.at(0).phone.verbatim(), u"+44 "_s + m_users.at(3).phone.verbatim()}, IdType::Phone);
    QVERIFY2(resolution.hasValue(), resolution ? "" : qPrintable(errorText(resolution.error())));
    QCOMPARE(buckets(*resolution), QList({ListBucket::Found, ListBucket::NotFound}));
    QVERIFY(resolution->isUniquenessUnproved);
    QCOMPARE(on.sandbox->requestCount("get-user-batch"), 1);
}

void TestListResolverFaults::searchThatIgnoresTheFilterIsNotBelieved()
{
    // "nothing found" for all of them: each is asked for once more alone.
    const SandboxSession on;
    const Result<ListResolution> resolution =
        resolve(on, {u"10000000000"_s, u"10000000001"_s, u"10000000002"_s}, IdType::Phone);
    QVERIFY(resolution.hasValue());
    QCOMPARE(buckets(*resolution).count(ListBucket::NotFound), 3);
    QCOMPARE(on.sandbox->requestCount("list-users"), 4);
}

void TestListResolverFaults::withoutPermissionRowsAreSentAsTyped()
{
    SandboxSession on({u"search-forbidden"_s});
    Profile profile = on.profile();
    profile.protectedUsers = {{.userId = u"x"_s, .identifiers = {u"13900139000"_s}}};
    on.open(profile, on.address.secret);
    const Result<ListResolution> resolution = resolve(
        on, {u"13800138000"_s, u"13900139000"_s, {}, u"+44 7911123456"_s, u"138 0013 8000"_s}, IdType::Phone);
    QVERIFY2(resolution.hasValue(), resolution ? "" : qPrintable(errorText(resolution.error())));
    QCOMPARE(buckets(*resolution), QList({ListBucket::Found, ListBucket::Protected, ListBucket::Blank,
                                          ListBucket::Failed, ListBucket::Duplicate}));
    QVERIFY(!resolution->rows.at(0).isLookedUp);
    QVERIFY(resolution->rows.at(0).matches.isEmpty());
    QCOMPARE(resolution->rows.at(3).failure, ErrorCode::Forbidden);
}

void TestListResolverFaults::withoutPermissionAnyTypeIsRefused()
{
    const SandboxSession on({u"search-forbidden"_s});
    const Result<ListResolution> resolution = resolve(on, {u"13800138000"_s}, {});
    QVERIFY(!resolution.hasValue());
    QCOMPARE(resolution.error().code, ErrorCode::Forbidden);
}

void TestListResolverFaults::eachLookUpCanBeForbidden_data()
{
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<IdType>("type");
    QTest::newRow("no batch") << QStringList(u"search-forbidden@get-user-batch"_s) << IdType::Username;
    QTest::newRow("refused batch") << QStringList(u"code-400@get-user-batch"_s) << IdType::Email;
    QTest::newRow("batch not there") << QStringList(u"code-404@get-user-batch"_s) << IdType::ExternalId;
    QTest::newRow("no search, no batch")
        << QStringList({u"search-forbidden@list-users"_s, u"search-forbidden@get-user-batch"_s})
        << IdType::Phone;
    QTest::newRow("refused search") << QStringList(u"code-400@list-users:50"_s) << IdType::Phone;
}

void TestListResolverFaults::eachLookUpCanBeForbidden()
{
    QFETCH(const QStringList, faults);
    QFETCH(const IdType, type);
    const SandboxSession on(faults);
    const QString text = Users::identifier(m_users.at(0), type).verbatim();
    const Result<ListResolution> resolution = resolve(on, {text, text + u"9"_s}, type);
    QVERIFY2(resolution.hasValue(), resolution ? "" : qPrintable(errorText(resolution.error())));
    const QList<ListBucket> found = buckets(*resolution);
    // A search that is refused now and then may fail for good; it never finds anybody else.
    QVERIFY(found.at(0) == ListBucket::Found || found.at(0) == ListBucket::Failed);
    QVERIFY(found.at(1) == ListBucket::NotFound || found.at(1) == ListBucket::Failed);
    if (type != IdType::Phone || faults.size() > 1)
        QCOMPARE(found, QList({ListBucket::Found, ListBucket::NotFound}));
}

void TestListResolverFaults::nothingIsLostUnderFaults_data()
{
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<int>("ratePerSecond");
    const auto everywhere = [](const QString &fault) {
        return QStringList{fault.arg(u"get-user-batch"_s), fault.arg(u"get-user"_s),
                           fault.arg(u"list-users"_s)};
    };
    QTest::newRow("5 % server faults") << everywhere(u"code-500@%1:5"_s) << 0;
    QTest::newRow("5 % lost answers") << everywhere(u"close-no-answer@%1:5"_s) << 0;
    QTest::newRow("20 % too many requests") << everywhere(u"429@%1:20"_s) << 0;
    QTest::newRow("20 % not now") << everywhere(u"503@%1:20"_s) << 0;
    QTest::newRow("limited server") << QStringList() << 20;
}

void TestListResolverFaults::nothingIsLostUnderFaults()
{
    QFETCH(const QStringList, faults);
    QFETCH(const int, ratePerSecond);
    const SandboxSession on(faults, AuthScheme::Token, {.users = 200, .ratePerSecond = ratePerSecond});
    QStringList texts;
    for (const User &user : std::as_const(m_users))
        texts << user.userId << user.userId + u"x"_s;
    const Result<ListResolution> resolution = resolve(on, texts, IdType::UserId);
    QVERIFY2(resolution.hasValue(), resolution ? "" : qPrintable(errorText(resolution.error())));
    QCOMPARE(resolution->rows.size(), texts.size());
    for (qsizetype row = 0; row < texts.size(); ++row) {
        const ListRow &each = resolution->rows.at(row);
        if (each.bucket == ListBucket::Failed)
            continue;
        if (row % 2 == 0)
            QCOMPARE(each.matches.constFirst().userId, texts.at(row));
        else
            QCOMPARE(each.bucket, ListBucket::NotFound);
    }
    const auto counts = ListResolutions::counts(*resolution);
    QVERIFY(counts.value(ListBucket::Failed) <= 100);
    QCOMPARE(std::accumulate(counts.cbegin(), counts.cend(), qsizetype{0}), texts.size());
}

void TestListResolverFaults::refusedKeyEndsIt()
{
    const SandboxSession on({u"key-revoked@get-user-batch"_s});
    const Result<ListResolution> resolution = resolve(on, {m_users.at(0).userId}, IdType::UserId);
    QVERIFY(!resolution.hasValue());
    QCOMPARE(resolution.error().kind, ErrorKind::Halted);
}

void TestListResolverFaults::deadServerEndsIt()
{
    const SandboxSession on({u"code-500@get-user"_s});
    QStringList texts;
    for (int number = 0; number < 100; ++number)
        texts << u"lark:ou_%1"_s.arg(number);
    const Result<ListResolution> resolution = resolve(on, texts, IdType::SyncRelation);
    QVERIFY(!resolution.hasValue());
    QCOMPARE(resolution.error().code, ErrorCode::ServerFault);
    QVERIFY(on.sandbox->requestCount("get-user") < ReadGate::maximumFailures + ReadGate::maximumInFlight);
}

void TestListResolverFaults::abortedLookUpIsSilent()
{
    IdList list{.idType = IdType::UserId};
    for (const User &user : std::as_const(m_users))
        list.rows.append(
            {.number = list.rows.size() + 1, .text = ServerText(user.userId), .value = user.userId});
    const SandboxSession on({}, AuthScheme::Token, {.users = 200, .latencyMs = 20});
    ListResolver resolver(on.session.get());
    QObject context;
    int answers = 0;
    int steps = 0;
    QPointer<PendingCall> call;
    call = resolver.resolve(
        list, &context,
        [&](const ListProgress &progress) {
            ++steps;
            QCOMPARE(progress.total, 200);
            call->abort();
        },
        [&](const Result<ListResolution> &) { ++answers; });
    QTRY_COMPARE(steps, 1);
    QVERIFY(!call);
    // Whatever was on the wire has been answered when this is.
    (void)everyone(on);
    QCOMPARE(answers, 0);
    QCOMPARE(steps, 1);
}

QTEST_GUILESS_MAIN(TestListResolverFaults)
#include "tst_listresolverfaults.moc"

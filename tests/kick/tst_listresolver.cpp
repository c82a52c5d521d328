// SPDX-License-Identifier: Apache-2.0
#include "kick/plan/listresolver.h"
#include "support/resolvedlist.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

/// Rows of a list become users, over real HTTP.
class TestListResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_on = std::make_unique<SandboxSession>();
        m_users = everyone(*m_on);
        QCOMPARE(m_users.size(), 200);
    }
    void cleanupTestCase() { m_on.reset(); }

    void everyRowFindsItsUser_data();
    void everyRowFindsItsUser();
    void eachRowHasOneBucket();
    void identityIsLookedUpAlone_data();
    void identityIsLookedUpAlone();
    void identityThatIsNotShownIsNotPlanned();
    void valueWithACommaIsLookedUpAlone();
    void anyTypeFindsTheUserOnce();
    void inactiveAccountIsToldApart();
    void protectedUserIsLeftOutUnlessThereIsAReason();
    void equalNumbersNeedAChoice();
    void typedCountryCodeDecides();
    void otherCountryIsNotFound();
    void removedRowIsNotPlanned();
    void usersOfASearchAreAList();
    void usersOfAStatusAreAList_data();
    void usersOfAStatusAreAList();
    void usersOfADepartmentAreAList();
    void usersOfThePoolAreAllOrNone_data();
    void usersOfThePoolAreAllOrNone();

private:
    /// Two users with one number in two countries.
    std::pair<User, User> twins() const
    {
        for (const User &one : m_users) {
            for (const User &other : m_users) {
                if (!one.phone.isEmpty() && one.phone == other.phone && one.userId < other.userId)
                    return {one, other};
            }
        }
        qFatal("no equal numbers in the sandbox");
    }

    std::unique_ptr<SandboxSession> m_on;
    QList<User> m_users;
};

void TestListResolver::everyRowFindsItsUser_data()
{
    QTest::addColumn<IdType>("type");
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<QString>("nobody");
    QTest::newRow("user_id") << IdType::UserId << "get-user-batch"_ba << u"000000000000000000000000"_s;
    QTest::newRow("external_id") << IdType::ExternalId << "get-user-batch"_ba << u"nobody"_s;
    QTest::newRow("email") << IdType::Email << "get-user-batch"_ba << u"nobody@example.com"_s;
    QTest::newRow("username") << IdType::Username << "get-user-batch"_ba << u"nobody"_s;
    QTest::newRow("phone") << IdType::Phone << "list-users"_ba << u"10000000000"_s;
}

void TestListResolver::everyRowFindsItsUser()
{
    QFETCH(const IdType, type);
    QFETCH(const QByteArray, endpoint);
    QFETCH(const QString, nobody);
    QStringList texts;
    QStringList userIds;
    for (const User &user : std::as_const(m_users)) {
        const QString text = Users::identifier(user, type).verbatim();
        if (text.isEmpty() || texts.contains(text))
            continue;
        texts << text;
        userIds << user.userId;
    }
    QVERIFY(texts.size() > 50);
    // One who is not there, so that an answer has fewer users than it was asked for.
    const qsizetype missing = texts.size() - 2;
    texts.insert(missing, nobody);
    userIds.insert(missing, QString());
    const qint64 before = m_on->sandbox->requestCount(endpoint);
    const Result<ListResolution> resolution = resolve(*m_on, texts, type);
    QVERIFY2(resolution.hasValue(), resolution ? "" : qPrintable(errorText(resolution.error())));
    qsizetype found = 0;
    for (qsizetype at = 0; at < texts.size(); ++at) {
        const ListRow &row = resolution->rows.at(at);
        if (at == missing) {
            QCOMPARE(row.bucket, ListBucket::NotFound);
        } else if (isReachable(row.bucket)) {
            QCOMPARE(row.matches.constFirst().userId, userIds.at(at));
            ++found;
        } else {
            QCOMPARE(row.bucket, ListBucket::Several);
        }
    }
    QVERIFY(found >= userIds.size() - 3);
    QVERIFY(m_on->sandbox->requestCount(endpoint) - before <= 8);
}

void TestListResolver::eachRowHasOneBucket()
{
    const QString first = m_users.at(0).username.verbatim();
    const Result<ListResolution> resolution =
        resolve(*m_on, {first, u"nobody-of-that-name"_s, {}, first, u"*"_s}, IdType::Username);
    QVERIFY(resolution.hasValue());
    QVERIFY(isReachable(resolution->rows.at(0).bucket));
    QCOMPARE(buckets(*resolution).sliced(1),
             QList({ListBucket::NotFound, ListBucket::Blank, ListBucket::Duplicate, ListBucket::Malformed}));
    QCOMPARE(resolution->rows.at(3).duplicateOf, 1);
}

void TestListResolver::identityIsLookedUpAlone_data()
{
    QTest::addColumn<IdType>("type");
    QTest::newRow("identity") << IdType::Identity;
    QTest::newRow("sync_relation") << IdType::SyncRelation;
}

void TestListResolver::identityIsLookedUpAlone()
{
    QFETCH(const IdType, type);
    QStringList texts{u"lark:nobody"_s};
    for (qsizetype at = 0; at < 20; ++at) {
        QObject context;
        const auto user = answerOf<Result<User>>([&](auto handler) {
            m_on->client()->getUser(m_users.at(at).userId, IdType::UserId, &context, handler);
        });
        const QString text = Users::identifier(**user, type).verbatim();
        if (!text.isEmpty())
            texts << text;
    }
    QVERIFY2(texts.size() > 2, "no users with identities in the sandbox");
    const Result<ListResolution> resolution = resolve(*m_on, texts, type);
    QVERIFY(resolution.hasValue());
    QCOMPARE(resolution->rows.constFirst().bucket, ListBucket::NotFound);
    for (qsizetype row = 1; row < texts.size(); ++row)
        QVERIFY(isReachable(resolution->rows.at(row).bucket));
}

void TestListResolver::identityThatIsNotShownIsNotPlanned()
{
    const SandboxSession hiding({u"identities-hidden"_s});
    QString identity;
    for (qsizetype at = 0; identity.isEmpty(); ++at) {
        QObject context;
        const auto user = answerOf<Result<User>>([&](auto handler) {
            m_on->client()->getUser(m_users.at(at).userId, IdType::UserId, &context, handler);
        });
        identity = Users::identifier(**user, IdType::Identity).verbatim();
    }
    const Result<ListResolution> refused = resolve(hiding, {identity}, IdType::Identity);
    QCOMPARE(buckets(*refused), QList({ListBucket::Failed}));
    QCOMPARE(refused->rows.first().failure, ErrorCode::IdentityNotCompared);

    ListResolver resolver(hiding.session.get());
    IdList list{.idType = IdType::Identity, .rows = {}};
    list.rows.append({.number = 1, .text = ServerText(identity), .value = identity});
    QObject context;
    const auto accepted = answerOf<Result<ListResolution>>(
        [&](auto handler) { resolver.resolve(list, &context, {}, handler, Uncompared::Accept); });
    QCOMPARE((*accepted)->rows.first().matches.size(), 1);
    QVERIFY((*accepted)->rows.first().matches.first().isIdentityUnverified);
    QVERIFY(isReachable((*accepted)->rows.first().bucket));
}

void TestListResolver::valueWithACommaIsLookedUpAlone()
{
    const SandboxSession on;
    const QString known = m_users.at(0).externalId.verbatim();
    const Result<ListResolution> resolution =
        resolve(on, {known + u",x"_s, known, u"a,b"_s}, IdType::ExternalId);
    QVERIFY(resolution.hasValue());
    QCOMPARE(buckets(*resolution), QList({ListBucket::NotFound, ListBucket::Found, ListBucket::NotFound}));
    QCOMPARE(on.sandbox->requestCount("get-user"), 2);
}

void TestListResolver::anyTypeFindsTheUserOnce()
{
    const User &user = m_users.at(0);
    QStringList texts;
    for (const IdType type : {IdType::UserId, IdType::Email, IdType::Phone, IdType::Username})
        texts << Users::identifier(user, type).verbatim();
    const Result<ListResolution> resolution = resolve(*m_on, texts + QStringList{u"nobody"_s}, {});
    QVERIFY(resolution.hasValue());
    QCOMPARE(buckets(*resolution), QList({ListBucket::Found, ListBucket::Duplicate, ListBucket::Duplicate,
                                          ListBucket::Duplicate, ListBucket::NotFound}));
    QCOMPARE(resolution->rows.constFirst().matches.constFirst().userId, user.userId);
}

void TestListResolver::inactiveAccountIsToldApart()
{
    const auto inactive = std::ranges::find(std::as_const(m_users), UserStatus::Suspended, &User::status);
    QVERIFY(inactive != m_users.cend());
    const Result<ListResolution> resolution = resolve(*m_on, {inactive->userId}, IdType::UserId);
    QCOMPARE(resolution->rows.constFirst().bucket, ListBucket::Suspended);
    QVERIFY(ListResolutions::isPlanned(resolution->rows.constFirst()));
}

void TestListResolver::protectedUserIsLeftOutUnlessThereIsAReason()
{
    SandboxSession on;
    Profile profile = on.profile();
    profile.ownUserId = m_users.at(0).userId;
    profile.protectedUsers = {{.userId = u"elsewhere"_s, .identifiers = {m_users.at(3).email.verbatim()}}};
    on.open(profile, on.address.secret);
    Result<ListResolution> resolution =
        resolve(on, {m_users.at(0).username.verbatim(), m_users.at(3).username.verbatim()}, IdType::Username);
    QVERIFY(resolution.hasValue());
    ListResolution list = *resolution;
    QCOMPARE(buckets(list), QList({ListBucket::Protected, ListBucket::Protected}));
    QCOMPARE(list.rows.at(0).matches.constFirst().protection, Protection::Self);
    QVERIFY(!ListResolutions::isPlanned(list.rows.at(0)));
    ListResolutions::setOverrideReason(list, 0, u" stolen laptop "_s);
    QVERIFY(ListResolutions::isPlanned(list.rows.at(0)));
    QCOMPARE(list.rows.at(0).overrideReason, u"stolen laptop"_s);
    QVERIFY(!ListResolutions::isPlanned(list.rows.at(1)));
}

void TestListResolver::equalNumbersNeedAChoice()
{
    const auto [one, other] = twins();
    const Result<ListResolution> resolution =
        resolve(*m_on, {one.phone.verbatim(), other.userId}, IdType::Phone);
    QVERIFY(resolution.hasValue());
    ListResolution list = *resolution;
    QCOMPARE(list.rows.at(0).bucket, ListBucket::Several);
    QCOMPARE(list.rows.at(0).matches.size(), 2);
    QVERIFY(!ListResolutions::isPlanned(list.rows.at(0)));
    ListResolutions::choose(list, 0, u"somebody-else"_s);
    QCOMPARE(list.rows.at(0).bucket, ListBucket::Several);
    ListResolutions::choose(list, 0, other.userId);
    QVERIFY(isReachable(list.rows.at(0).bucket));
    QCOMPARE(list.rows.at(0).matches.constFirst().userId, other.userId);
}

void TestListResolver::typedCountryCodeDecides()
{
    const auto [one, other] = twins();
    const User &foreign = other.phoneCountryCode.verbatim() == "+86"_L1 ? one : other;
    const QString text = foreign.phoneCountryCode.verbatim() + u' ' + foreign.phone.verbatim();
    for (const std::optional<IdType> type : {std::optional(IdType::Phone), std::optional<IdType>()}) {
        const Result<ListResolution> resolution = resolve(*m_on, {text}, type);
        QVERIFY(resolution.hasValue());
        QVERIFY(isReachable(resolution->rows.at(0).bucket));
        QCOMPARE(resolution->rows.at(0).matches.constFirst().userId, foreign.userId);
        QVERIFY(!resolution->rows.at(0).fault);
    }
}

void TestListResolver::otherCountryIsNotFound()
{
    const QString text = u"+44 "_s + m_users.at(0).phone.verbatim();
    const Result<ListResolution> resolution = resolve(*m_on, {text}, IdType::Phone);
    QVERIFY(resolution.hasValue());
    QCOMPARE(resolution->rows.at(0).bucket, ListBucket::NotFound);
    QCOMPARE(resolution->rows.at(0).fault, IdFault::ForeignCountryCode);
}

void TestListResolver::removedRowIsNotPlanned()
{
    ListResolution list = *resolve(*m_on, {m_users.at(0).userId, m_users.at(3).userId}, IdType::UserId);
    ListResolutions::setRemoved(list, 0, true);
    QVERIFY(!ListResolutions::isPlanned(list.rows.at(0)));
    QVERIFY(ListResolutions::isPlanned(list.rows.at(1)));
    QCOMPARE(ListResolutions::counts(list).value(ListBucket::Found), 1);
    ListResolutions::setRemoved(list, 0, false);
    QVERIFY(ListResolutions::isPlanned(list.rows.at(0)));
}

void TestListResolver::usersOfASearchAreAList()
{
    const Profile profile = m_on->profile();
    QList<ListUser> users;
    for (const qsizetype at : {0, 3, 0})
        users << ListUsers::of(profile, m_users.at(at));
    const ListResolution list = ListResolutions::ofUsers(users);
    QCOMPARE(buckets(list), QList({ListBucket::Found, ListBucket::Found, ListBucket::Duplicate}));
    QCOMPARE(list.rows.at(2).duplicateOf, 1);
}

namespace {

Result<ListResolution> collected(const SandboxSession &on, const PoolSelection &selection)
{
    ListResolver resolver(on.session.get());
    QObject context;
    return *answerOf<Result<ListResolution>>(
        [&](auto handler) { resolver.resolvePool(selection, &context, {}, handler); });
}

QSet<QString> userIdsOf(const ListResolution &resolution)
{
    QSet<QString> result;
    for (const ListRow &row : resolution.rows)
        result.insert(row.matches.constFirst().userId);
    return result;
}

/// The departments right below @p parent.
QList<Department> below(const SandboxSession &on, const Department &parent)
{
    QObject context;
    const auto page = answerOf<Result<Page<Department>>>(
        [&](auto handler) { on.client()->listChildrenDepartments(parent, &context, handler); });
    return (*page)->list;
}

} // namespace

void TestListResolver::usersOfAStatusAreAList_data()
{
    QTest::addColumn<UserStatus>("status");
    for (const UserStatus status : Users::statuses())
        QTest::newRow(qPrintable(Users::wireName(status))) << status;
}

void TestListResolver::usersOfAStatusAreAList()
{
    QFETCH(const UserStatus, status);
    QSet<QString> expected;
    for (const User &user : m_users) {
        if (user.status == status)
            expected.insert(user.userId);
    }
    const auto resolution = collected(*m_on, {.status = status});
    QVERIFY(resolution);
    QCOMPARE(userIdsOf(*resolution), expected);
}

/// A department takes those below it along, and two departments beside each other share no user.
void TestListResolver::usersOfADepartmentAreAList()
{
    QObject context;
    const auto organizations = answerOf<Result<Page<Department>>>(
        [&](auto handler) { m_on->client()->listOrganizations(1, 50, &context, handler); });
    const Department root = (*organizations)->list.constFirst();
    const auto all = collected(*m_on, {.department = root});
    QVERIFY(all);
    QCOMPARE(all->rows.size(), m_users.size());
    const QList<Department> departments = below(*m_on, root);
    QVERIFY(departments.constFirst().hasChildren);
    const QSet<QString> whole = userIdsOf(*collected(*m_on, {.department = departments.constFirst()}));
    QVERIFY(whole.size() > 10 && whole.size() < m_users.size());
    QVERIFY(!whole.intersects(userIdsOf(*collected(*m_on, {.department = departments.constLast()}))));
    for (const Department &part : below(*m_on, departments.constFirst())) {
        const QSet<QString> some = userIdsOf(*collected(*m_on, {.department = part}));
        QVERIFY(!some.isEmpty() && whole.contains(some));
    }
}

void TestListResolver::usersOfThePoolAreAllOrNone_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("pages do not agree") << u"empty-pages@list-users"_s << ErrorCode::PagesIncomplete;
    QTest::newRow("the key is not allowed to") << u"search-forbidden"_s << ErrorCode::Forbidden;
}

void TestListResolver::usersOfThePoolAreAllOrNone()
{
    QFETCH(const QString, fault);
    QFETCH(const ErrorCode, code);
    const SandboxSession on({fault});
    const auto resolution = collected(on, {.status = UserStatus::Activated});
    QVERIFY(!resolution);
    QCOMPARE(resolution.error().code, code);
}

QTEST_GUILESS_MAIN(TestListResolver)
#include "tst_listresolver.moc"

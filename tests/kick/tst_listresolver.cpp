// SPDX-License-Identifier: Apache-2.0
#include "kick/listresolver.h"
#include "support/sandboxsession.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<ListResolution> resolve(const SandboxSession &on, const QStringList &texts, std::optional<IdType> type)
{
    const Result<ListTable> table = ListTables::read({.utf8 = texts.join(u'\n').toUtf8()}, '\t');
    if (!table)
        return table.error();
    const Result<IdList> list = IdLists::read(*table, 0, false, type);
    if (!list)
        return list.error();
    ListResolver resolver(on.session.get());
    QObject context;
    return *answerOf<Result<ListResolution>>(
        [&](auto handler) { resolver.resolve(*list, &context, {}, handler); });
}

QList<User> everyone(const SandboxSession &on)
{
    QList<User> users;
    QObject context;
    for (int page = 1; page <= 4; ++page) {
        const auto answer = answerOf<Result<Page<User>>>(
            [&](auto handler) { on.client()->listUsers({.page = page}, &context, handler); });
        users += (*answer)->list;
    }
    return users;
}

QList<ListBucket> buckets(const ListResolution &resolution)
{
    QList<ListBucket> result;
    for (const ListRow &row : resolution.rows)
        result << row.bucket;
    return result;
}

bool isReachable(ListBucket bucket)
{
    return bucket == ListBucket::Found || bucket == ListBucket::Suspended;
}

} // namespace

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

private:
    std::unique_ptr<SandboxSession> m_on;
    QList<User> m_users;
};

void TestListResolver::everyRowFindsItsUser_data()
{
    QTest::addColumn<IdType>("type");
    QTest::addColumn<QByteArray>("endpoint");
    QTest::newRow("user_id") << IdType::UserId << "get-user-batch"_ba;
    QTest::newRow("external_id") << IdType::ExternalId << "get-user-batch"_ba;
    QTest::newRow("email") << IdType::Email << "get-user-batch"_ba;
    QTest::newRow("username") << IdType::Username << "get-user-batch"_ba;
    QTest::newRow("phone") << IdType::Phone << "list-users"_ba;
}

void TestListResolver::everyRowFindsItsUser()
{
    QFETCH(const IdType, type);
    QFETCH(const QByteArray, endpoint);
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
    const qint64 before = m_on->sandbox->requestCount(endpoint);
    const Result<ListResolution> resolution = resolve(*m_on, texts, type);
    QVERIFY2(resolution.hasValue(), resolution ? "" : qPrintable(errorText(resolution.error())));
    QStringList found;
    for (const ListRow &row : resolution->rows) {
        if (isReachable(row.bucket))
            found << row.matches.constFirst().userId;
        else
            QCOMPARE(row.bucket, ListBucket::Several);
    }
    QVERIFY(found.size() >= userIds.size() - 2);
    QVERIFY(std::ranges::all_of(found, [&](const QString &id) { return userIds.contains(id); }));
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

QTEST_GUILESS_MAIN(TestListResolver)
#include "tst_listresolver.moc"

// SPDX-License-Identifier: Apache-2.0
#include "support/sandboxsession.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

using UsersResult = Result<QList<User>>;

UsersResult find(const SandboxSession &on, IdType type, const QString &text)
{
    QObject context;
    return *answerOf<UsersResult>(
        [&](auto handler) { on.session->resolver()->find(type, text, &context, handler); });
}

Result<User> resolveAny(const SandboxSession &on, const QString &text)
{
    QObject context;
    return *answerOf<Result<User>>(
        [&](auto handler) { on.session->resolver()->resolveAny(text, &context, handler); });
}

/// A user of the sandbox who can be identified in every simple way.
User wholeUser(const SandboxSession &on)
{
    QObject context;
    const auto page =
        answerOf<Result<Page<User>>>([&](auto handler) { on.client()->listUsers({}, &context, handler); });
    const QList<User> users = (*page)->list;
    const auto found = std::ranges::find_if(users, [](const User &user) {
        return !user.email.isEmpty() && !user.phone.isEmpty() && !user.username.isEmpty() &&
               !user.externalId.isEmpty();
    });
    return found == users.end() ? User{} : *found;
}

} // namespace

class TestResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_on = std::make_unique<SandboxSession>();
        m_user = wholeUser(*m_on);
        QVERIFY(!m_user.userId.isEmpty());
    }

    void cleanupTestCase() { m_on.reset(); }

    void findsByEachType_data()
    {
        QTest::addColumn<IdType>("type");
        QTest::newRow("user_id") << IdType::UserId;
        QTest::newRow("external_id") << IdType::ExternalId;
        QTest::newRow("phone") << IdType::Phone;
        QTest::newRow("email") << IdType::Email;
        QTest::newRow("username") << IdType::Username;
    }

    void findsByEachType()
    {
        QFETCH(IdType, type);
        const UsersResult users = find(*m_on, type, Users::identifier(m_user, type).verbatim());
        QVERIFY2(users.hasValue(), users ? "" : qPrintable(errorText(users.error())));
        QCOMPARE(users->size(), 1);
        QCOMPARE(users->first().userId, m_user.userId);
        const Result<User> any = resolveAny(*m_on, Users::identifier(m_user, type).verbatim());
        QVERIFY2(any.hasValue(), any ? "" : qPrintable(errorText(any.error())));
        QCOMPARE(any->userId, m_user.userId);
    }

    void findsByIdentity_data()
    {
        QTest::addColumn<IdType>("type");
        QTest::newRow("identity") << IdType::Identity;
        QTest::newRow("sync_relation") << IdType::SyncRelation;
    }

    void findsByIdentity()
    {
        QFETCH(IdType, type);
        QObject context;
        const auto page = answerOf<Result<Page<User>>>(
            [&](auto handler) { m_on->client()->listUsers({}, &context, handler); });
        QString value;
        for (qsizetype at = 0; value.isEmpty() && at < (*page)->list.size(); ++at) {
            const UsersResult users = find(*m_on, IdType::UserId, (*page)->list.at(at).userId);
            value = Users::identifier(users->first(), type).verbatim();
        }
        QVERIFY2(!value.isEmpty(), "no user with an identity in the sandbox");
        QCOMPARE(find(*m_on, type, value)->size(), 1);
    }

    void emailIgnoresCase()
    {
        QCOMPARE(find(*m_on, IdType::Email, m_user.email.verbatim().toUpper())->size(), 1);
    }

    void phoneIgnoresItsOwnCountryCode()
    {
        QCOMPARE(find(*m_on, IdType::Phone, u"+86 "_s + m_user.phone.verbatim())->size(), 1);
    }

    void phoneOfAnotherCountryIsNotTaken()
    {
        const UsersResult users = find(*m_on, IdType::Phone, u"+44 "_s + m_user.phone.verbatim());
        QVERIFY(!users.hasValue());
        QCOMPARE(users.error().idFault, IdFault::ForeignCountryCode);
    }

    void nobodyIsAnEmptyList()
    {
        QVERIFY(find(*m_on, IdType::Username, u"nobody-of-that-name"_s)->isEmpty());
        const Result<User> none = resolveAny(*m_on, u"nobody-of-that-name"_s);
        QCOMPARE(none.error().code, ErrorCode::UserNotFound);
    }

    void blankNeverBecomesAQuery()
    {
        const SandboxSession on;
        QVERIFY(!find(on, IdType::Username, u"  "_s).hasValue());
        QVERIFY(!resolveAny(on, u"%"_s).hasValue());
        QVERIFY(on.sandbox->requests().isEmpty());
    }

    void phoneIsLookedUpWithoutSearchWhereSearchIsForbidden()
    {
        const SandboxSession on({u"code-403@list-users"_s});
        const UsersResult users = find(on, IdType::Phone, m_user.phone.verbatim());
        QVERIFY2(users.hasValue(), users ? "" : qPrintable(errorText(users.error())));
        QCOMPARE(users->size(), 1);
    }

    void forbiddenLookUpIsAnError()
    {
        const SandboxSession on({u"search-forbidden"_s});
        const UsersResult users = find(on, IdType::Username, u"zhangsan"_s);
        QVERIFY(!users.hasValue());
        QCOMPARE(users.error().code, ErrorCode::Forbidden);
    }

private:
    std::unique_ptr<SandboxSession> m_on;
    User m_user;
};

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"

// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/usermatch.h"
#include "support/sandboxsession.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

using UsersResult = Result<FoundUsers>;

UsersResult find(const SandboxSession &on, IdType type, const QString &text)
{
    QObject context;
    return *answerOf<UsersResult>(
        [&](auto handler) { on.session->resolver()->find(type, text, &context, handler); });
}

Result<User> resolveAny(const SandboxSession &on, const QString &text)
{
    QObject context;
    const auto found = answerOf<UsersResult>(
        [&](auto handler) { on.session->resolver()->findAny(text, &context, handler); });
    return Resolver::only(*found, text);
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
    /// The server says that two users have the number, and shows one.
    void phoneOfAnIncompleteListIsNotExactlyOne()
    {
        const SandboxSession on;
        const User user = wholeUser(on);
        on.sandbox->setFaults({u"short-pages@list-users"_s});
        const auto found = answerOf<UsersResult>([&](auto handler) {
            on.session->resolver()->find(IdType::Phone, user.phone.verbatim(), &on.journal, handler);
        });
        QVERIFY(!found->hasValue());
        QCOMPARE(found->error().code, ErrorCode::PagesIncomplete);
    }

    void onlyAsciiLettersHaveTwoCases_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("same") << u"kim@example.com"_s << u"kim@example.com"_s << true;
        QTest::newRow("other case") << u"Kim@Example.COM"_s << u"kIM@example.com"_s << true;
        QTest::newRow("Kelvin sign") << u"\u212Aim@example.com"_s << u"kim@example.com"_s << false;
        QTest::newRow("long s") << u"\u017Fam@example.com"_s << u"sam@example.com"_s << false;
        QTest::newRow("dotless i") << u"k\u0131m@example.com"_s << u"kim@example.com"_s << false;
        QTest::newRow("Greek letters") << u"\u0391@example.com"_s << u"\u03B1@example.com"_s << false;
        QTest::newRow("beyond the first plane")
            << u"\U00010400@example.com"_s << u"\U00010428@example.com"_s << false;
    }

    void onlyAsciiLettersHaveTwoCases()
    {
        QFETCH(QString, email);
        QFETCH(QString, asked);
        QFETCH(bool, isSame);
        const User user{.userId = u"id"_s, .email = ServerText(email)};
        QCOMPARE(UserMatches::carries(user, IdType::Email, asked), isSame);
    }

    void otherTypesAreComparedToTheLetter_data()
    {
        QTest::addColumn<IdType>("type");
        QTest::newRow("user_id") << IdType::UserId;
        QTest::newRow("external_id") << IdType::ExternalId;
        QTest::newRow("username") << IdType::Username;
        QTest::newRow("identity") << IdType::Identity;
        QTest::newRow("sync_relation") << IdType::SyncRelation;
    }

    /// Two users may differ by the case of a letter only.
    void otherTypesAreComparedToTheLetter()
    {
        QFETCH(IdType, type);
        const ServerText kim(u"x:kim"_s);
        User user{.userId = kim.verbatim(), .username = kim, .externalId = kim};
        user.identities = {{.extIdpId = u"x"_s, .provider = u"x"_s, .userIdInIdp = ServerText(u"kim"_s)}};
        QVERIFY(UserMatches::carries(user, type, u"x:kim"_s));
        QVERIFY(!UserMatches::carries(user, type, u"x:Kim"_s));
        QVERIFY(!UserMatches::carries(user, type, u"X:kim"_s));
        QVERIFY(!UserMatches::carries(user, type, u"x:\u212Aim"_s));
    }

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
        QCOMPARE(users->users.size(), 1);
        QCOMPARE(users->users.first().userId, m_user.userId);
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
        const QString value = identityOf(type);
        QVERIFY2(!value.isEmpty(), "no user with an identity in the sandbox");
        QCOMPARE(find(*m_on, type, value)->users.size(), 1);
    }

    void identityThatIsNotShownIsNotCompared_data() { findsByIdentity_data(); }

    void identityThatIsNotShownIsNotCompared()
    {
        QFETCH(IdType, type);
        const QString value = identityOf(type);
        const SandboxSession hiding({u"identities-hidden"_s});
        const UsersResult found = find(hiding, type, value);
        QVERIFY2(found.hasValue(), found ? "" : qPrintable(errorText(found.error())));
        QCOMPARE(found->users.size(), 1);
        QVERIFY(!found->isCompared);
        const Result<User> refused = Resolver::only(found, value);
        QVERIFY(!refused.hasValue());
        QCOMPARE(refused.error().code, ErrorCode::IdentityNotCompared);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        const Result<User> accepted = Resolver::only(found, value, Uncompared::Accept);
        QVERIFY(accepted.hasValue());
        QCOMPARE(accepted->userId, found->users.first().userId);
    }

    void anythingElseIsComparedWithoutIdentities()
    {
        const SandboxSession hiding({u"identities-hidden"_s});
        const UsersResult found = find(hiding, IdType::Username, m_user.username.verbatim());
        QVERIFY2(found.hasValue(), found ? "" : qPrintable(errorText(found.error())));
        QVERIFY(found->isCompared);
        QVERIFY(resolveAny(hiding, m_user.username.verbatim()).hasValue());
    }

    void matchTellsOtherFromNotCompared_data()
    {
        using Identities = std::optional<QList<Identity>>;
        QTest::addColumn<Identities>("identities");
        QTest::addColumn<UserMatch>("match");
        const auto identity = [](const char *source, const char *id) {
            return Identity{.extIdpId = QString::fromLatin1(source),
                            .provider = {},
                            .userIdInIdp = ServerText(QString::fromLatin1(id))};
        };
        QTest::newRow("no member") << Identities() << UserMatch::NotCompared;
        QTest::newRow("none") << Identities(QList<Identity>()) << UserMatch::Other;
        QTest::newRow("the same") << Identities({identity("x", "9"), identity("src", "1")})
                                  << UserMatch::Same;
        QTest::newRow("another") << Identities({identity("src", "2")}) << UserMatch::Other;
        QTest::newRow("of another source") << Identities({identity("other", "1")}) << UserMatch::Other;
        QTest::newRow("without its source") << Identities({identity("", "1")}) << UserMatch::NotCompared;
        QTest::newRow("without its ID") << Identities({identity("src", "")}) << UserMatch::NotCompared;
    }

    void matchTellsOtherFromNotCompared()
    {
        QFETCH(std::optional<QList<Identity>>, identities);
        QFETCH(UserMatch, match);
        User user = m_user;
        user.identities = identities;
        QCOMPARE(UserMatches::compare(user, IdType::Identity, u"src:1"_s), match);
    }

    void emailIgnoresCase()
    {
        QCOMPARE(find(*m_on, IdType::Email, m_user.email.verbatim().toUpper())->users.size(), 1);
    }

    void phoneIgnoresItsOwnCountryCode()
    {
        QCOMPARE(find(*m_on, IdType::Phone, u"+86 "_s + m_user.phone.verbatim())->users.size(), 1);
    }

    void phoneOfAnotherCountryIsNotTaken()
    {
        const UsersResult users = find(*m_on, IdType::Phone, u"+44 "_s + m_user.phone.verbatim());
        QVERIFY(!users.hasValue());
        QCOMPARE(users.error().idFault, IdFault::ForeignCountryCode);
    }

    void nobodyIsAnEmptyList()
    {
        QVERIFY(find(*m_on, IdType::Username, u"nobody-of-that-name"_s)->users.isEmpty());
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

    void phoneIsLookedUpWithoutSearchWhereSearchIsForbidden_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"code-402", "code-403"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void phoneIsLookedUpWithoutSearchWhereSearchIsForbidden()
    {
        QFETCH(QString, fault);
        const SandboxSession on({fault + u"@list-users"_s});
        const UsersResult users = find(on, IdType::Phone, m_user.phone.verbatim());
        QVERIFY2(users.hasValue(), users ? "" : qPrintable(errorText(users.error())));
        QCOMPARE(users->users.size(), 1);
    }

    void forbiddenLookUpIsAnError()
    {
        const SandboxSession on({u"search-forbidden"_s});
        const UsersResult users = find(on, IdType::Username, u"zhangsan"_s);
        QVERIFY(!users.hasValue());
        QCOMPARE(users.error().code, ErrorCode::Forbidden);
    }

    void textIsMeantForItsUser_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("countryCode");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isMeant");

        QTest::newRow("dashes") << u"430495173"_s << u"+61"_s << u"430-495-173"_s << true;
        QTest::newRow("country code") << u"430495173"_s << u"+61"_s << u"+61 430 495 173"_s << true;
        QTest::newRow("other country code") << u"430495173"_s << u"+61"_s << u"+44 430495173"_s << false;
        QTest::newRow("user without a country code")
            << u"430495173"_s << QString() << u"+61430495173"_s << true;
        QTest::newRow("stored with +86") << u"+8613623606799"_s << u"+86"_s << u"136 2360 6799"_s << true;
        QTest::newRow("float") << u"2097871380"_s << u"+86"_s << u"209787138.0"_s << false;
        QTest::newRow("two extensions") << u"2097871380"_s << u"+86"_s << u"20978/71380"_s << false;
    }

    void textIsMeantForItsUser()
    {
        QFETCH(const QString, phone);
        QFETCH(const QString, countryCode);
        QFETCH(const QString, text);
        User user;
        user.phone = ServerText(phone);
        user.phoneCountryCode = ServerText(countryCode);
        QTEST(UserMatches::isMeant(user, IdType::Phone, text), "isMeant");
    }

private:
    /// What a user of the sandbox is identified by as @p type; empty when there is none.
    QString identityOf(IdType type) const
    {
        QObject context;
        const auto page = answerOf<Result<Page<User>>>(
            [&](auto handler) { m_on->client()->listUsers({}, &context, handler); });
        QString value;
        for (qsizetype at = 0; value.isEmpty() && at < (*page)->list.size(); ++at) {
            const UsersResult users = find(*m_on, IdType::UserId, (*page)->list.at(at).userId);
            value = Users::identifier(users->users.first(), type).verbatim();
        }
        return value;
    }

    std::unique_ptr<SandboxSession> m_on;
    User m_user;
};

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"

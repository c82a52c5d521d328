// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "cli/io/candidates.h"

#include <QHash>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Whom or what a user of the command line may have meant.
class TestCliCandidates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalUsersAreNamed();
    void unknownApplicationLeadsToTheRightOne_data();
    void unknownApplicationLeadsToTheRightOne();
    void unknownApplicationIsNamed_data();
    void unknownApplicationIsNamed();
};

/// Two users with one number: each is named, with a masked contact, where scripts do not read.
void TestCliCandidates::severalUsersAreNamed()
{
    CliPool pool({.users = 200});
    const QString app = pool.appIds().constFirst();
    QHash<QString, QJsonArray> byPhone;
    QString phone;
    for (const QJsonObject &user : pool.runJson({u"search"_s, u"--limit"_s, u"200"_s}).objects()) {
        const QString number = user.value("phone"_L1).toString();
        byPhone[number].append(user);
        if (!number.isEmpty() && byPhone.value(number).size() == 2)
            phone = number;
    }
    QVERIFY(!phone.isEmpty());
    const QStringList asked{phone, u"--id-type"_s, u"phone"_s};
    for (const QStringList &command :
         {QStringList{u"kick"_s} + asked + QStringList{u"--apps"_s, app, u"--yes"_s},
          QStringList{u"user"_s} + asked, QStringList{u"sessions"_s} + asked}) {
        const CliRun run = pool.runJson(command);
        QCOMPARE(run.exitCode, 3);
        const QJsonArray twins = byPhone.value(phone);
        for (const auto &twin : twins)
            QVERIFY2(run.err.contains(twin.toObject().value("userId"_L1).toString().toUtf8()),
                     run.err.constData());
        QVERIFY2(!run.err.contains(phone.toUtf8()) && run.err.contains("****"), run.err.constData());
        QVERIFY(!run.out.contains("****"));
    }
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliCandidates::unknownApplicationLeadsToTheRightOne_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("known");
    QTest::addColumn<bool>("isSimilar");
    const QString id = u"62188e71c1a2b3075289c580"_s;
    QTest::newRow("a letter wrong") << u"62188e71c1a2b3075289c581"_s << id << true;
    QTest::newRow("a letter short") << u"62188e71c1a2b3075289c58"_s << id << true;
    QTest::newRow("two letters swapped") << u"gitlba"_s << u"GitLab"_s << true;
    QTest::newRow("another") << u"6319a1504f3c0f214dd5b7aa"_s << id << false;
    QTest::newRow("part of a name") << u"lab"_s << u"GitLab"_s << true;
    QTest::newRow("short") << u"CRM"_s << u"ERP"_s << false;
    QTest::newRow("no name") << u"CRM"_s << QString() << false;
}

void TestCliCandidates::unknownApplicationLeadsToTheRightOne()
{
    QFETCH(QString, typed);
    QFETCH(QString, known);
    QTEST(Candidates::isSimilar(typed, known), "isSimilar");
}

void TestCliCandidates::unknownApplicationIsNamed_data()
{
    QTest::addColumn<bool>("isSent");
    QTest::newRow("refused kick") << true;
    QTest::newRow("only shown") << false;
}

void TestCliCandidates::unknownApplicationIsNamed()
{
    QFETCH(const bool, isSent);
    CliPool pool;
    const QString app = pool.appIds().constFirst();
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QString typed = app.chopped(1) + (app.endsWith(u'0') ? u'1' : u'0');
    QVERIFY(!pool.appIds().contains(typed));
    const QStringList shown{u"kick"_s, userId, u"--apps"_s, typed, u"--verify"_s, u"0"_s};
    const CliRun run = pool.runJson(isSent ? shown + QStringList{u"--yes"_s} : shown);
    if (isSent) {
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.object().value("reason"_L1).toString(), u"application_not_found"_s);
    }
    for (const QString &part : {typed, app, u"kickdesk-cli apps"_s})
        QVERIFY2(run.err.contains(part.toUtf8()), run.err.constData());
}

QTEST_GUILESS_MAIN(TestCliCandidates)
#include "tst_clicandidates.moc"

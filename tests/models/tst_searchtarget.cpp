// SPDX-License-Identifier: Apache-2.0
#include "models/user/searchtarget.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using State = SearchTarget::State;

namespace {

User userOf(const QString &userId)
{
    User user;
    user.userId = userId;
    return user;
}

const User zhang = userOf(u"6319a1504f3c0f214dd5b7aa"_s);
const User wang = userOf(u"6319a1504f3c0f214dd5b7ab"_s);

/// A target with @p user open.
SearchTarget opened(const User &user)
{
    SearchTarget target;
    target.ask(false);
    target.takeAnswer(2);
    target.mark({user});
    target.open(user);
    return target;
}

} // namespace

class SearchTargetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void begins();
    void opensWhoIsHighlighted();
    void closesWithTheText();
    void hasNoneOfSeveral();
    void opensNobodyBeforeTheAnswer();
    void isDisarmedWithoutAnAnswer();
    void staysBehindAConfirmation();
    void goesOnByHand();
};

void SearchTargetTest::begins()
{
    const SearchTarget target;
    QCOMPARE(target.state(), State::Blank);
    QVERIFY(!target.user());
}

void SearchTargetTest::opensWhoIsHighlighted()
{
    SearchTarget target = opened(zhang);
    QCOMPARE(target.state(), State::Open);
    QCOMPARE(target.user()->userId, zhang.userId);
    target.mark({zhang});
    QCOMPARE(target.state(), State::Open);
    target.mark({wang});
    QCOMPARE(target.state(), State::Opening);
    QVERIFY(!target.user());
    target.open(wang);
    QCOMPARE(target.user()->userId, wang.userId);
    target.mark({});
    QCOMPARE(target.state(), State::Unchosen);
    QVERIFY(!target.user());
}

void SearchTargetTest::closesWithTheText()
{
    SearchTarget target = opened(zhang);
    target.ask(false);
    QCOMPARE(target.state(), State::Waiting);
    QVERIFY(!target.user());
    target = opened(zhang);
    target.ask(true);
    QCOMPARE(target.state(), State::Blank);
    QVERIFY(!target.user());
}

void SearchTargetTest::hasNoneOfSeveral()
{
    SearchTarget target = opened(zhang);
    target.mark({zhang, wang});
    QCOMPARE(target.state(), State::Several);
    QVERIFY(!target.user());
    target.mark({zhang});
    QCOMPARE(target.state(), State::Opening);
}

void SearchTargetTest::opensNobodyBeforeTheAnswer()
{
    SearchTarget target;
    target.open(zhang);
    QCOMPARE(target.state(), State::Blank);
    target.ask(false);
    target.mark({zhang});
    target.open(zhang);
    QCOMPARE(target.state(), State::Waiting);
    QVERIFY(!target.user());
}

void SearchTargetTest::isDisarmedWithoutAnAnswer()
{
    SearchTarget target = opened(zhang);
    target.ask(false);
    target.takeAnswer(0);
    QCOMPARE(target.state(), State::Unmatched);
    target.open(zhang);
    QVERIFY(!target.user());
    // A late answer to a former search opens no choice.
    target.takeAnswer(3);
    QCOMPARE(target.state(), State::Unmatched);
}

void SearchTargetTest::staysBehindAConfirmation()
{
    SearchTarget target = opened(zhang);
    target.setHeld(true);
    target.ask(false);
    target.takeAnswer(2);
    target.mark({wang});
    target.open(wang);
    target.openManual();
    QCOMPARE(target.state(), State::Open);
    QCOMPARE(target.user()->userId, zhang.userId);
    target.setHeld(false);
    target.ask(false);
    QVERIFY(!target.user());
}

void SearchTargetTest::goesOnByHand()
{
    SearchTarget target = opened(zhang);
    target.openManual();
    QCOMPARE(target.state(), State::Manual);
    QVERIFY(!target.user());
    target.mark({});
    QCOMPARE(target.state(), State::Manual);
    target.open(zhang);
    QCOMPARE(target.user()->userId, zhang.userId);
}

QTEST_APPLESS_MAIN(SearchTargetTest)
#include "tst_searchtarget.moc"

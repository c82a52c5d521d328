// SPDX-License-Identifier: Apache-2.0
#include "gui/tour/coachmark.h"
#include "gui/tour/spotlight.h"
#include "gui/tour/tour.h"
#include "gui/widgetchecks.h"
#include "gui/windowfixture.h"

#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int steps = 5;

CoachMark *mark(const WindowFixture &f)
{
    return f.window()->findChild<CoachMark *>();
}

/// "Step 2 of 5"; empty when there is no tour.
QString step(const WindowFixture &f)
{
    const CoachMark *found = mark(f);
    return found != nullptr && found->isVisible() ? f.text("coachStepLabel") : QString();
}

QString stepName(int number)
{
    return u"Step %1 of %2"_s.arg(QString::number(number), QString::number(steps));
}

QRect placeOf(const WindowFixture &f, const QWidget *widget)
{
    return {widget->mapTo(f.window(), QPoint()), widget->size()};
}

} // namespace

/// The guide that points at what comes next.
class TourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsAWholeSignOut();
    void goesOnAndBackOnDemand();
    void leadsToTheEndWithEveryUser_data();
    void leadsToTheEndWithEveryUser();
    void goesBackWhenTheSheetIsClosed();
    void isLeftWithEscapeOnly();
    void leavesTheKeyboardAlone();
    void makesWayForAnotherPage();
    void beginsWhereTheAgentIs();
    void fitsTheSmallestWindow_data();
    void fitsTheSmallestWindow();
    void changesItsLanguage();
    void isToldByAScreenReader();
};

void TourTest::followsAWholeSignOut()
{
    const WindowFixture f(Language::English);
    f.window()->startTour();
    QCOMPARE(step(f), stepName(1));
    QVERIFY(f.open(f.user()));
    QCOMPARE(step(f), stepName(2));
    auto *table = f.find<QAbstractItemView>("applicationTable");
    table->setFocus();
    f.press(Qt::Key_Space);
    QCOMPARE(step(f), stepName(3));
    f.press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(step(f), stepName(4));
    QTRY_VERIFY(f.find<QPushButton>("sendButton")->isEnabled());
    f.press(Qt::Key_Return);
    QTRY_COMPARE(step(f), stepName(5));
    QCOMPARE(f.text("coachTitleLabel"), u"Wait for the proof"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("closeResultButton")->isEnabled(), 60000);
    f.find<QPushButton>("closeResultButton")->click();
    QTRY_VERIFY(mark(f) == nullptr);
    QVERIFY(f.window()->findChild<Tour *>() == nullptr);
    QVERIFY(f.window()->findChild<Spotlight *>() == nullptr);
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 1);
}

void TourTest::goesOnAndBackOnDemand()
{
    const WindowFixture f(Language::English);
    f.window()->startTour();
    const auto *back = f.find<QPushButton>("coachBackButton");
    const auto *next = f.find<QPushButton>("coachNextButton");
    QVERIFY(!back->isEnabled());
    // No user is open yet.
    QVERIFY(!next->isEnabled());
    QVERIFY(f.open(f.user()));
    f.find<QAction>("tickAllAction")->trigger();
    QTRY_VERIFY(next->isEnabled());
    QCOMPARE(next->text(), u"&Next"_s);
    f.press(Qt::Key_N, Qt::AltModifier);
    // A shortcut presses the button for a moment.
    QTRY_COMPARE(step(f), stepName(3));
    QVERIFY(!next->isEnabled());
    f.press(Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(step(f), stepName(2));
    f.press(Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(step(f), stepName(1));
    f.press(Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(step(f), stepName(2));
    // Next shows and never acts.
    QVERIFY(!f.isShown("kickSheet"));
    QVERIFY(f.openSheet() && f.send());
    QTRY_COMPARE(step(f), stepName(steps));
    QVERIFY(!back->isEnabled());
    QTRY_COMPARE(next->text(), u"&Finish"_s);
    f.press(Qt::Key_F, Qt::AltModifier);
    QTRY_VERIFY(mark(f) == nullptr);
}

void TourTest::leadsToTheEndWithEveryUser_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<bool>("isProtected");
    for (int place = 0; place < 8; ++place)
        QTest::addRow("user %d", place) << place << false;
    QTest::newRow("protected") << 0 << true;
}

/// The button that a step points at can be pressed, whichever user is open.
void TourTest::leadsToTheEndWithEveryUser()
{
    QFETCH(int, place);
    QFETCH(bool, isProtected);
    const SandboxSession pool;
    Profile profile = pool.profile();
    const QString userId = Sandbox::userId({.users = 200}, place);
    if (isProtected)
        profile.protectedUsers = {{.userId = userId, .identifiers = {}}};
    const WindowFixture f(Language::English, profile, pool.address.secret);
    f.window()->startTour();
    User user;
    user.userId = userId;
    QVERIFY(f.open(user));
    QCOMPARE(step(f), stepName(2));
    const auto *next = f.find<QPushButton>("coachNextButton");
    const auto *kick = f.find<QPushButton>("kickButton");
    // As where the user is online nowhere.
    f.find<QAction>("tickNoneAction")->trigger();
    QTRY_VERIFY2(f.text("coachTextLabel").startsWith("Nothing is ticked"_L1),
                 qPrintable(f.text("coachTextLabel")));
    QVERIFY(!next->isEnabled());
    auto *table = f.find<QAbstractItemView>("applicationTable");
    table->setFocus();
    f.press(Qt::Key_Space);
    QTRY_COMPARE(step(f), stepName(3));
    QVERIFY(kick->isEnabled() && kick->isVisible());
    // Unticked again, the step goes, and comes back.
    f.press(Qt::Key_Space);
    QTRY_COMPARE(step(f), stepName(2));
    f.press(Qt::Key_Space);
    QTRY_COMPARE(step(f), stepName(3));
    f.find<QPushButton>("kickButton")->click();
    QCOMPARE(step(f), stepName(4));
    auto *send = f.find<QPushButton>("sendButton");
    if (isProtected) {
        QTRY_VERIFY2(f.text("coachTextLabel").endsWith(f.text("sheetMissingLabel")),
                     qPrintable(f.text("coachTextLabel")));
        f.find<QLineEdit>("overrideEdit")->setText(u"training"_s);
        f.find<QLineEdit>("confirmEdit")->setText(userId);
    }
    QTRY_VERIFY(send->isEnabled());
    QTRY_VERIFY(!f.text("coachTextLabel").contains("Before it can be sent"_L1));
    send->click();
    QTRY_COMPARE(step(f), stepName(5));
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("closeResultButton")->isEnabled(), 60000);
    QVERIFY(next->isEnabled());
}

void TourTest::goesBackWhenTheSheetIsClosed()
{
    const WindowFixture f(Language::English);
    f.window()->startTour();
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QCOMPARE(step(f), stepName(4));
    f.find<QPushButton>("cancelButton")->click();
    QCOMPARE(step(f), stepName(3));
}

void TourTest::isLeftWithEscapeOnly()
{
    const WindowFixture f(Language::English);
    f.window()->startTour();
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    f.press(Qt::Key_Escape);
    QTRY_VERIFY(mark(f) == nullptr);
    // The same key closes the sheet only when the tour is gone.
    QVERIFY(f.isShown("kickSheet"));
    f.press(Qt::Key_Escape);
    QVERIFY(!f.isShown("kickSheet"));
}

void TourTest::leavesTheKeyboardAlone()
{
    const WindowFixture f(Language::English);
    const QWidget *search = f.find<QWidget>("searchEdit");
    f.window()->startTour();
    QTRY_COMPARE(QApplication::focusWidget(), search);
    QTest::mouseClick(f.find<QPushButton>("coachNextButton"), Qt::LeftButton);
    QCOMPARE(step(f), stepName(1));
    QCOMPARE(QApplication::focusWidget(), search);
    // Clicks go through the frame to what it is around.
    QVERIFY(f.window()->findChild<Spotlight *>()->testAttribute(Qt::WA_TransparentForMouseEvents));
    // Where the keyboard is in the mark, it goes to what was pointed at.
    f.find<QPushButton>("coachLeaveButton")->setFocus();
    f.press(Qt::Key_Space);
    QCOMPARE(QApplication::focusWidget(), search);
}

void TourTest::makesWayForAnotherPage()
{
    const WindowFixture f(Language::English);
    f.window()->startTour();
    f.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(!mark(f)->isVisible());
    QVERIFY(!f.window()->findChild<Spotlight *>()->isVisible());
    f.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(step(f), stepName(1));
}

void TourTest::beginsWhereTheAgentIs()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    f.window()->startTour();
    QCOMPARE(step(f), stepName(4));
    // A second one takes the place of the first.
    f.window()->startTour();
    QTRY_COMPARE(f.window()->findChildren<CoachMark *>().size(), 1);
}

void TourTest::fitsTheSmallestWindow_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("zh-CN") << Language::Chinese;
    QTest::newRow("en-US") << Language::English;
}

void TourTest::fitsTheSmallestWindow()
{
    QFETCH(Language, language);
    const WindowFixture f(language);
    QCOMPARE(f.window()->size(), QSize(960, 600));
    f.window()->startTour();
    const auto check = [&f](const char *target) {
        QTRY_VERIFY2(placeOf(f, f.find<QWidget>(target)).intersected(mark(f)->geometry()).isEmpty(), target);
        QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
        QVERIFY(f.window()->rect().contains(mark(f)->geometry()));
    };
    // The list of those found is seen too.
    check("searchPanel");
    QVERIFY(f.open(f.user()));
    check("applicationTable");
    QCOMPARE(WidgetChecks::collidingMnemonics(f.window()).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::unnamedControls(f.window()).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::muteLabels(f.window()).join(u'\n'), QString());
    f.find<QAction>("tickNoneAction")->trigger();
    check("applicationTable");
    f.find<QAction>("tickAllAction")->trigger();
    QTRY_VERIFY(f.find<QPushButton>("coachNextButton")->isEnabled());
    f.find<QPushButton>("coachNextButton")->click();
    check("kickButton");
    QVERIFY(f.openSheet());
    check("kickSheet");
    QVERIFY(f.send());
    check("resultPanel");
    f.window()->resize(1300, 900);
    check("resultPanel");
}

void TourTest::changesItsLanguage()
{
    const WindowFixture f(Language::English);
    f.window()->startTour();
    f.find<QAction>("chineseAction")->trigger();
    QTRY_COMPARE(f.text("coachStepLabel"), u"第 1 步，共 5 步"_s);
    QCOMPARE(f.text("coachTitleLabel"), u"查找用户"_s);
    QCOMPARE(f.find<QPushButton>("coachNextButton")->text(), u"下一步(&N)"_s);
    f.find<QAction>("englishAction")->trigger();
    QTRY_COMPARE(f.text("coachTitleLabel"), u"Find the user"_s);
}

void TourTest::isToldByAScreenReader()
{
    const WindowFixture f(Language::English);
    f.window()->startTour();
    const QAccessibleInterface *text =
        QAccessible::queryAccessibleInterface(f.find<QWidget>("coachTextLabel"));
    QVERIFY(text != nullptr);
    const QString said = text->text(QAccessible::Name);
    QVERIFY2(said.startsWith(stepName(1)) && said.contains("Find the user"_L1) && said.contains("zhang"_L1),
             qPrintable(said));
    QVERIFY(!mark(f)->accessibleName().isEmpty());
}

QTEST_MAIN(TourTest)
#include "tst_tour.moc"

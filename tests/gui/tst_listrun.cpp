// SPDX-License-Identifier: Apache-2.0
#include "core/values/host.h"
#include "gui/listfixture.h"
#include "models/list/listrunmodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QString users(const ListFixture &f, WorstFact fact)
{
    return f.rolledUp("listOutcomeRollUp", static_cast<int>(fact));
}

} // namespace

/// The run of a list, in the window.
class ListRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAPastedListToItsEnd();
    void signedInAgainIsNotConfirmed();
    void pausesBehindTheFirstUsers();
    void stopsAndGoesOn();
    void offersToResumeInsteadOfASecondList();
    void asksBeforeTheWindowCloses();
    void offersAnInterruptedList();
    void offersAListOnItsOwnServerOnly();
    void haltsWhenTheKeyIsRefused();
    void retriesTheFailedOnesOnly();
    void asksBeforeARunIsLeftForAnotherList();
    void filtersByOutcome();
    void searchesInTheList();
    void sortsByAHeading();
};

void ListRunTest::takesAPastedListToItsEnd()
{
    const ListFixture f(Language::English);
    QVERIFY(!f.find<QPushButton>("listResolveButton")->isEnabled());
    const QStringList ids = ListFixture::userIds(12);
    f.paste(u"userId\tname\n"_s + ids.join(u"\tsomebody\n"_s));
    QVERIFY(f.isShown("listPreviewTable"));
    QCOMPARE(f.rows("listPreviewTable"), 12);
    f.click("listResolveButton");
    QTRY_VERIFY(f.find<QPushButton>("listPlanButton")->isEnabled());
    QCOMPARE(f.text("listPlannedLabel"), u"12 users will be planned."_s);
    QVERIFY(f.plan());
    QCOMPARE(f.text("listUsersLabel"), u"12"_s);
    QCOMPARE(f.text("listMissingLabel"), u"Type the number of users first: 12"_s);
    QVERIFY(!f.find<QPushButton>("listRunButton")->isEnabled());
    f.find<QLineEdit>("listArmEdit")->setText(u"11"_s);
    QVERIFY(!f.find<QPushButton>("listRunButton")->isEnabled());
    QVERIFY(f.run());
    const QAbstractItemModelTester tester(f.find<QTableView>("listRunTable")->model(), fatal);
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.text("listRunHeadline"), u"✔ Finished: everyone is confirmed offline"_s);
    QCOMPARE(users(f, WorstFact::Confirmed), u"✔ Confirmed offline  12"_s);
    QCOMPARE(f.rows("listRunTable"), 12);
    QVERIFY(f.sandbox()->requestCount("kick-users") >= 12);
    f.find<QAction>("listCopyBothAction")->trigger();
    const QString receipt = QGuiApplication::clipboard()->text();
    QVERIFY2(receipt.contains("Confirmed offline: 12"_L1) && receipt.contains(u"已确认离线: 12"_s),
             qPrintable(receipt));
}

void ListRunTest::signedInAgainIsNotConfirmed()
{
    const ListFixture f(Language::English);
    QVERIFY(f.resolve(ListFixture::userIds(3).join(u'\n')) && f.plan());
    f.sandbox()->setFaults({u"relogin-later"_s});
    QVERIFY(f.run() && f.waitForEnd());
    QCOMPARE(f.text("listRunHeadline"), u"⚠ Signed in again: 3 of 3 users – finished"_s);
    QCOMPARE(users(f, WorstFact::SignedInAgain), u"⚠ Signed in again  3"_s);
    QCOMPARE(users(f, WorstFact::Confirmed), QString());
    const auto again = u"listOutcomeRollUpButton%1"_s.arg(static_cast<int>(WorstFact::SignedInAgain));
    f.find<QAbstractButton>(again.toLatin1().constData())->click();
    QCOMPARE(f.rows("listRunTable"), 3);
    f.find<QAction>("listCopyEnglishAction")->trigger();
    const QString receipt = QGuiApplication::clipboard()->text();
    QVERIFY2(receipt.contains("Signed in again: 3"_L1) && !receipt.contains("Confirmed"_L1),
             qPrintable(receipt));
}

void ListRunTest::pausesBehindTheFirstUsers()
{
    const ListFixture f(Language::English);
    QVERIFY(f.resolve(ListFixture::userIds(101).join(u'\n')) && f.plan() && f.run());
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("listCanaryFrame"), 60000);
    QCOMPARE(f.text("listRunHeadline"), u"? Paused behind the first users"_s);
    QVERIFY(f.find<QPushButton>("listCanaryStopButton")->hasFocus());
    f.click("listCanaryGoButton");
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.text("listRunRateLabel"), u"101 of 101"_s);
}

void ListRunTest::stopsAndGoesOn()
{
    const ListFixture f(Language::English, {}, {.users = 200, .latencyMs = 60});
    QVERIFY(f.resolve(ListFixture::userIds(40).join(u'\n')) && f.plan() && f.run());
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("listPauseButton")->isEnabled(), 20000);
    f.click("listPauseButton");
    QTRY_COMPARE(f.text("listRunHeadline"), u"– Paused"_s);
    QCOMPARE(f.find<QPushButton>("listPauseButton")->text(), u"&Go on"_s);
    // What was on the wire is answered; the others wait, and do not read as being sent.
    const auto states = [&f] {
        const QAbstractItemModel *model = f.find<QAbstractItemView>("listRunTable")->model();
        QSet<QString> result;
        for (int row = 0; row < model->rowCount(); ++row)
            result.insert(model->index(row, ListRunModel::StateColumn).data().toString());
        return result;
    };
    QTRY_VERIFY_WITH_TIMEOUT(states().contains(u"– Paused"_s) && !states().contains(u"→ Being sent"_s),
                             20000);
    QVERIFY(!states().contains(u"· Waiting"_s));
    f.click("listStopButton");
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.text("listRunHeadline"), u"– Stopped before its end"_s);
    QVERIFY(f.isShown("listResumeButton") && !f.isShown("listRetryButton"));
    f.click("listResumeButton");
    QTRY_VERIFY(f.isShown("listPauseButton"));
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.text("listRunRateLabel"), u"40 of 40"_s);
    QTRY_COMPARE(f.rows("listRunTable"), 40);
}

/// The same users once more while their list is unfinished: that list is offered before anything is sent.
void ListRunTest::offersToResumeInsteadOfASecondList()
{
    const ListFixture f(Language::English, {}, {.users = 200, .latencyMs = 60});
    const QString list = ListFixture::userIds(40).join(u'\n');
    QVERIFY(f.resolve(list) && f.plan() && f.run());
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("listPauseButton")->isEnabled(), 20000);
    f.click("listStopButton");
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.text("listRunHeadline"), u"– Stopped before its end"_s);
    f.click("listNewButton");
    // Others may begin.
    QVERIFY(f.runAll(ListFixture::userIds(3)));
    f.click("listNewButton");
    QVERIFY(f.resolve(list) && f.plan());
    const auto sent = f.sandbox()->requestCount("kick-users");
    const auto button = [&f](const QString &text) {
        auto *box = f.window()->findChild<QMessageBox *>(u"listUnfinishedBox"_s);
        const QList<QAbstractButton *> buttons = box->buttons();
        return *std::ranges::find(buttons, text, &QAbstractButton::text);
    };
    f.find<QLineEdit>("listArmEdit")->setText(u"40"_s);
    f.click("listRunButton");
    QTRY_VERIFY(f.window()->findChild<QMessageBox *>(u"listUnfinishedBox"_s) != nullptr);
    const auto *box = f.find<QMessageBox>("listUnfinishedBox");
    QVERIFY2(box->text().startsWith("List 1 of "_L1) && box->text().contains("of 40 users are done"_L1),
             qPrintable(box->text()));
    QCOMPARE(box->defaultButton()->text(), u"&Cancel"_s);
    button(u"&Cancel"_s)->click();
    QTRY_VERIFY(f.window()->findChild<QMessageBox *>(u"listUnfinishedBox"_s) == nullptr);
    QVERIFY(f.isShown("listPlanPanel"));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), sent);
    f.click("listRunButton");
    QTRY_VERIFY(f.window()->findChild<QMessageBox *>(u"listUnfinishedBox"_s) != nullptr);
    button(u"&Resume that list"_s)->click();
    QTRY_VERIFY(f.isShown("listPauseButton"));
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.text("listRunRateLabel"), u"40 of 40"_s);
}

void ListRunTest::asksBeforeTheWindowCloses()
{
    const ListFixture f(Language::English, {}, {.users = 200, .latencyMs = 60});
    QVERIFY(f.resolve(ListFixture::userIds(40).join(u'\n')) && f.plan() && f.run());
    QSignalSpy closed(f.window(), &MainWindow::closed);
    f.window()->close();
    auto *box = f.find<QMessageBox>("leaveBox");
    QVERIFY(f.window()->isVisible() && f.window()->isKicking());
    box->buttons().constLast()->click();
    QVERIFY(f.window()->isVisible() && f.window()->isKicking());
    QTRY_VERIFY(f.window()->findChild<QMessageBox *>(u"leaveBox"_s) == nullptr);
    f.window()->close();
    f.find<QMessageBox>("leaveBox")->buttons().constFirst()->click();
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, 20000);
}

void ListRunTest::offersAnInterruptedList()
{
    SandboxSession pool({}, AuthScheme::Token, {.users = 200, .latencyMs = 60});
    {
        const WindowFixture unused(Language::English, pool.session.get());
        QVERIFY(!unused.isShown("listOffer"));
    }
    ListFixture::interrupt(pool, pool.journal.file(), 30);
    const WindowFixture f(Language::English, pool.profile(), pool.address.secret, pool.journal.file());
    QTRY_VERIFY(f.isShown("listOffer"));
    QVERIFY2(f.text("listOfferLabel").contains("with 30 users"_L1), qPrintable(f.text("listOfferLabel")));
    // Connection, host and pool.
    const QString place =
        u"sandbox · %1 · %2"_s.arg(Hosts::displayName(pool.address.host), pool.address.poolId);
    QVERIFY2(f.text("listOfferLabel").contains(place), qPrintable(f.text("listOfferLabel")));
    f.find<QPushButton>("listOfferGoButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("listNewButton"), 60000);
    QCOMPARE(f.text("listRunRateLabel"), u"30 of 30"_s);
    QTRY_COMPARE(f.rows("listRunTable"), 30);
    QVERIFY(!f.isShown("listOffer"));
    // As in the spreadsheet, whose first row has the headings.
    const QAbstractItemModel *model = f.find<QAbstractItemView>("listRunTable")->model();
    QCOMPARE(model->index(0, ListRunModel::RowColumn).data().toString(), u"2"_s);
    QCOMPARE(model->index(29, ListRunModel::RowColumn).data().toString(), u"31"_s);
}

/// Two servers whose pools have one ID: each list is offered on its own one, however old it is.
void ListRunTest::offersAListOnItsOwnServerOnly()
{
    const SandboxSession first({}, AuthScheme::Token, {.users = 200, .latencyMs = 60});
    const SandboxSession second({}, AuthScheme::Token, {.users = 200, .latencyMs = 60});
    const SandboxSession third;
    const QString file = first.journal.file();
    ListFixture::interrupt(first, file, 30);
    ListFixture::interrupt(second, file, 20);
    {
        const WindowFixture f(Language::English, first.profile(), first.address.secret, file);
        QTRY_VERIFY(f.isShown("listOffer"));
        QVERIFY2(f.text("listOfferLabel").contains("with 30 users"_L1), qPrintable(f.text("listOfferLabel")));
        QVERIFY(f.isShown("listOfferGoButton"));
    }
    const WindowFixture f(Language::English, third.profile(), third.address.secret, file);
    QVERIFY(f.open(f.user()));
    QVERIFY(!f.isShown("listOffer"));
}

void ListRunTest::haltsWhenTheKeyIsRefused()
{
    const ListFixture f(Language::English);
    QVERIFY(f.resolve(ListFixture::userIds(8).join(u'\n')) && f.plan());
    f.sandbox()->setFaults({u"key-revoked"_s});
    QVERIFY(f.run() && f.waitForEnd());
    QCOMPARE(f.text("listRunHeadline"), u"✖ Halted"_s);
    QVERIFY2(f.text("listRunErrorLabel").contains("does not accept this access key"_L1),
             qPrintable(f.text("listRunErrorLabel")));
    QVERIFY(f.isShown("listResumeButton"));
    f.sandbox()->setFaults({});
    f.click("listResumeButton");
    QTRY_COMPARE_WITH_TIMEOUT(users(f, WorstFact::Confirmed), u"✔ Confirmed offline  8"_s, 60000);
    QVERIFY(f.waitForEnd());
}

void ListRunTest::retriesTheFailedOnesOnly()
{
    const ListFixture f(Language::English, {u"code-400"_s});
    QVERIFY(f.runAll(ListFixture::userIds(4)));
    QCOMPARE(users(f, WorstFact::Rejected), u"✖ Rejected by Authing  4"_s);
    QVERIFY(f.isShown("listRetryButton") && !f.isShown("listResumeButton"));
    // The keys of the single receipt copy that of a list too.
    QGuiApplication::clipboard()->clear();
    QVERIFY(f.find<QAction>("copyResultAction")->isEnabled());
    f.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString receipt = QGuiApplication::clipboard()->text();
    const Profile &profile = f.session()->profile();
    for (const QString &part :
         QStringList{u"Rejected by Authing: 4"_s, Hosts::displayName(profile.host),
                     f.session()->authenticator()->poolId(), u"Users without a good result:"_s} +
             ListFixture::userIds(4))
        QVERIFY2(receipt.contains(part), qPrintable(part + u'\n' + receipt));
    f.sandbox()->setFaults({});
    const auto sent = f.sandbox()->requestCount("kick-users");
    f.click("listRetryButton");
    const auto *box = f.find<QMessageBox>("listRetryBox");
    QVERIFY2(box->text().contains("4 users without a good result"_L1) &&
                 box->text().contains(u"✖ Rejected by Authing: 4"_s),
             qPrintable(box->text()));
    QCOMPARE(box->defaultButton()->text(), u"&Cancel"_s);
    box->defaultButton()->click();
    QTRY_VERIFY(f.window()->findChild<QMessageBox *>(u"listRetryBox"_s) == nullptr);
    QVERIFY(f.isShown("listRetryButton"));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), sent);
    f.click("listRetryButton");
    f.find<QMessageBox>("listRetryBox")->buttons().constFirst()->click();
    QTRY_COMPARE_WITH_TIMEOUT(users(f, WorstFact::Confirmed), u"✔ Confirmed offline  4"_s, 60000);
    QVERIFY(f.waitForEnd());
}

void ListRunTest::asksBeforeARunIsLeftForAnotherList()
{
    const ListFixture f(Language::English, {}, {.users = 200, .latencyMs = 60});
    QVERIFY(f.resolve(ListFixture::userIds(40).join(u'\n')) && f.plan() && f.run());
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("listPauseButton")->isEnabled(), 20000);
    f.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    auto *box = f.find<QMessageBox>("listRunsBox");
    QVERIFY2(box->text().contains("of 40 users are done"_L1), qPrintable(box->text()));
    QVERIFY(f.isShown("listRunTable"));
    box->close();
    QVERIFY(f.waitForEnd());
    // No window manager does it here.
    f.window()->activateWindow();
    QTRY_VERIFY(f.window()->isActiveWindow());
    f.paste(ListFixture::userIds(2).join(u'\n'));
    QTRY_VERIFY(f.isShown("listPreviewTable"));
}

void ListRunTest::filtersByOutcome()
{
    const ListFixture f(Language::English);
    QVERIFY(f.runAll(ListFixture::userIds(4)));
    QCOMPARE(f.rolledUp("listOutcomeRollUp", -2), QString());
    const auto name = u"listOutcomeRollUpButton%1"_s.arg(static_cast<int>(WorstFact::Confirmed)).toLatin1();
    f.find<QToolButton>(name.constData())->click();
    QCOMPARE(f.rows("listRunTable"), 4);
    QVERIFY(f.find<QToolButton>(name.constData())->isChecked());
    f.find<QToolButton>(name.constData())->click();
    QVERIFY(f.find<QToolButton>("listOutcomeRollUpButton-1")->isChecked());
}

void ListRunTest::searchesInTheList()
{
    const ListFixture f(Language::English);
    const QStringList ids = ListFixture::userIds(4);
    QVERIFY(f.runAll(ids));
    auto *edit = f.find<QLineEdit>("listRunSearchEdit");
    QCOMPARE(edit->accessibleName(), u"Search in the list"_s);
    QVERIFY(!edit->placeholderText().isEmpty() && !edit->hasFocus());
    f.press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, ids.at(2).toUpper());
    QCOMPARE(f.rows("listRunTable"), 1);
    const auto *table = f.find<QTableView>("listRunTable");
    QCOMPARE(table->model()->index(0, ListRunModel::UserIdColumn).data().toString(), ids.at(2));
    // Both filters count.
    const auto done = u"listOutcomeRollUpButton%1"_s.arg(static_cast<int>(WorstFact::Confirmed)).toLatin1();
    f.find<QToolButton>(done.constData())->click();
    QCOMPARE(f.rows("listRunTable"), 1);
    edit->setText(u"nobody"_s);
    QCOMPARE(f.rows("listRunTable"), 0);
    edit->setFocus();
    f.press(Qt::Key_Escape);
    QCOMPARE(edit->text(), QString());
    QCOMPARE(f.rows("listRunTable"), 4);
    f.press(Qt::Key_Down);
    QVERIFY(table->hasFocus() && table->currentIndex().row() == 0);
    // Another list is shown whole.
    edit->setText(u"nobody"_s);
    f.click("listNewButton");
    QVERIFY(f.runAll(ids.first(2)));
    QCOMPARE(edit->text(), QString());
    QCOMPARE(f.rows("listRunTable"), 2);
}

void ListRunTest::sortsByAHeading()
{
    const ListFixture f(Language::English);
    QStringList ids = ListFixture::userIds(5);
    QVERIFY(f.runAll(ids));
    const auto *table = f.find<QTableView>("listRunTable");
    QHeaderView *header = table->horizontalHeader();
    QVERIFY(header->isSortIndicatorShown() && header->sortIndicatorSection() == ListRunModel::RowColumn);
    const QPoint heading(header->sectionViewportPosition(ListRunModel::UserIdColumn) + 10,
                         header->height() / 2);
    const auto shown = [table] {
        QStringList result;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            result << table->model()->index(row, ListRunModel::UserIdColumn).data().toString();
        return result;
    };
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, heading);
        QCOMPARE(header->sortIndicatorSection(), int(ListRunModel::UserIdColumn));
        QCOMPARE(header->sortIndicatorOrder(), order);
        std::ranges::sort(ids);
        if (order == Qt::DescendingOrder)
            std::ranges::reverse(ids);
        QTRY_COMPARE(shown(), ids);
    }
}

QTEST_MAIN(ListRunTest)
#include "tst_listrun.moc"

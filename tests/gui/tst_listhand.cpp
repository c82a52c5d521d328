// SPDX-License-Identifier: Apache-2.0
#include "gui/list/protectedusersdialog.h"
#include "gui/listfixture.h"
#include "models/list/listrowmodel.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace {

/// No window manager does it here when a box has closed.
void activate(const ListFixture &f)
{
    f.window()->activateWindow();
    QTRY_VERIFY(f.window()->isActiveWindow());
}

} // namespace

/// The list in hand: its own application, its own fields, those that it leaves out, and the question before
/// another one takes its place.
class ListHandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansTheApplicationThatWasAskedFor();
    void namesWhoIsLeftOut();
    void beginsEachListAnew();
    void asksBeforeAListIsReplaced_data();
    void asksBeforeAListIsReplaced();
};

/// Everyone online in one application leaves that one, not all where they are online too.
void ListHandTest::plansTheApplicationThatWasAskedFor()
{
    const ListFixture f(Language::English);
    QTRY_VERIFY(f.find<QPushButton>("listOnlineButton")->isEnabled());
    auto *combo = f.find<QComboBox>("listOnlineCombo");
    combo->setCurrentIndex(1);
    f.click("listOnlineButton");
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("listPlanButton")->isEnabled(), 60000);
    f.click("listPlanButton");
    QVERIFY(f.find<QRadioButton>("listGivenRadio")->isChecked());
    f.click("listPlanMakeButton");
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("listPlanTable"), 60000);
    QCOMPARE(f.text("listAppsLabel"), u"1"_s);
    // The next list is asked anew.
    f.click("listPlanBackButton");
    f.press(Qt::Key_Escape);
    f.press(Qt::Key_Escape);
    QTRY_VERIFY(f.isShown("listSourcePanel"));
    QVERIFY(f.resolve(ListFixture::userIds(2).join(u'\n')));
    f.click("listPlanButton");
    QVERIFY(f.find<QRadioButton>("listOnlineRadio")->isChecked());
}

void ListHandTest::namesWhoIsLeftOut()
{
    const ListFixture f(Language::English);
    QVERIFY(
        f.resolve(u"userId\n"_s + ListFixture::userIds(30).join(u'\n') + u"\n0123456789abcdef01234567\n"_s));
    QVERIFY(f.plan("listOnlineRadio"));
    const int planned = f.rows("listPlanTable");
    QVERIFY(planned > 0 && planned < 30);
    QCOMPARE(f.text("listLeftOutLabel"), u"%1 online nowhere · 1 Not found"_s.arg(30 - planned));
    f.click("listLeftOutButton");
    const auto *dialog = f.find<QDialog>("LeftOutDialog");
    const auto *table = dialog->findChild<QTableView *>(u"leftOutTable"_s);
    QCOMPARE(table->model()->rowCount(), 31 - planned);
    QCOMPARE(table->model()->index(0, ListRowModel::NoteColumn).data().toString(),
             u"Left out: online nowhere"_s);
    QVERIFY(!table->model()->index(0, ListRowModel::NameColumn).data().toString().isEmpty());
    const QTemporaryDir folder;
    dialog->findChild<QPushButton *>(u"leftOutExportButton"_s)->click();
    auto *chooser = dialog->findChild<QFileDialog *>(u"leftOutFileDialog"_s);
    Q_EMIT chooser->fileSelected(folder.filePath(u"left.csv"_s));
    chooser->close();
    QFile file(folder.filePath(u"left.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count("\"offline\""), 30 - planned);
    QCOMPARE(text.count("\"not_found\""), 1);
}

/// What belongs to one list never gets into the audit trail of the next.
void ListHandTest::beginsEachListAnew()
{
    const SandboxSession pool;
    Profile profile = pool.profile();
    const QStringList ids = ListFixture::userIds(3);
    profile.protectedUsers.append({.userId = ids.at(0), .identifiers = {}});
    const ListFixture f(Language::English, profile, pool.address.secret);
    QVERIFY(f.resolve(ids.join(u'\n')));
    f.choose("listRowTable", 0);
    f.click("listOverrideButton");
    auto *dialog = f.find<ProtectedUsersDialog>("ProtectedUsersDialog");
    dialog->findChild<QLineEdit *>(u"listOverrideEdit"_s)->setText(u"CISO"_s);
    dialog->accept();
    activate(f);
    QVERIFY(f.plan());
    QCOMPARE(f.text("listUsersLabel"), u"3 · 1 of them protected"_s);
    f.find<QLineEdit>("listTicketEdit")->setText(u"INC-7"_s);
    f.find<QLineEdit>("listReasonEdit")->setText(u"left"_s);
    // Back to the wish and to the plan again it is the same list.
    f.click("listPlanBackButton");
    QCOMPARE(f.text("listUsersLabel"), u"3"_s);
    QVERIFY(f.plan());
    QCOMPARE(f.find<QLineEdit>("listTicketEdit")->text(), u"INC-7"_s);
    QVERIFY(f.run() && f.waitForEnd());
    f.click("listNewButton");
    QVERIFY(f.resolve(ids.last(2).join(u'\n')));
    QVERIFY(f.plan());
    QCOMPARE(f.find<QLineEdit>("listTicketEdit")->text(), QString());
    QCOMPARE(f.find<QLineEdit>("listReasonEdit")->text(), QString());
    QCOMPARE(f.text("listUsersLabel"), u"2"_s);
}

void ListHandTest::asksBeforeAListIsReplaced_data()
{
    QTest::addColumn<bool>("isPasted");
    QTest::addColumn<bool>("isPlanned");
    QTest::newRow("marked users, at the users") << false << false;
    QTest::newRow("marked users, at the plan") << false << true;
    QTest::newRow("pasted, at the users") << true << false;
    QTest::newRow("pasted, at the plan") << true << true;
}

void ListHandTest::asksBeforeAListIsReplaced()
{
    QFETCH(const bool, isPasted);
    QFETCH(const bool, isPlanned);
    const ListFixture f(Language::English);
    QVERIFY(f.resolve(ListFixture::userIds(3).join(u'\n')));
    QVERIFY(!isPlanned || f.plan());
    const auto takeAnother = [&f, isPasted] {
        activate(f);
        if (isPasted) {
            f.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
            return;
        }
        f.find<QAction>("kickPageAction")->trigger();
        if (f.rows("resultList") == 0)
            f.type(u"1"_s);
        QTRY_VERIFY(f.rows("resultList") > 3);
        f.find<QAbstractItemView>("resultList")->selectAll();
        f.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    };
    takeAnother();
    QTRY_VERIFY(f.window()->findChild<QMessageBox *>(u"listReplaceBox"_s) != nullptr);
    auto *box = f.find<QMessageBox>("listReplaceBox");
    QVERIFY2(box->text().contains("a list with 3 users"_L1), qPrintable(box->text()));
    box->defaultButton()->click();
    QTRY_VERIFY(f.window()->findChild<QMessageBox *>(u"listReplaceBox"_s) == nullptr);
    QVERIFY(f.isShown(isPlanned ? "listPlanTable" : "listRowTable"));
    QCOMPARE(f.rows("listRowTable"), 3);
    takeAnother();
    QTRY_VERIFY(f.window()->findChild<QMessageBox *>(u"listReplaceBox"_s) != nullptr);
    f.find<QMessageBox>("listReplaceBox")->buttons().constFirst()->click();
    QTRY_VERIFY(f.isShown(isPasted ? "listPreviewTable" : "listRowTable"));
    QVERIFY(isPasted || f.rows("listRowTable") > 3);
}

QTEST_MAIN(ListHandTest)
#include "tst_listhand.moc"

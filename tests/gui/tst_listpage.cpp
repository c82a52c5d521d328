// SPDX-License-Identifier: Apache-2.0
#include "gui/list/protectedusersdialog.h"
#include "gui/listfixture.h"
#include "kick/plan/listresolution.h"
#include "kick/single/headline.h"
#include "models/list/listrowmodel.h"

#include <QAbstractItemModelTester>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QString bucket(const ListFixture &f, ListBucket key)
{
    return f.rolledUp("listBucketRollUp", static_cast<int>(key));
}

QString users(const ListFixture &f, WorstFact fact)
{
    return f.rolledUp("listOutcomeRollUp", static_cast<int>(fact));
}

} // namespace

/// From a spreadsheet to a plan, in the window.
class ListPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
    void putsEveryRowIntoItsBucket();
    void searchesAndSortsRows();
    void takesTheProtectedUserThatWasMeant();
    void leavesRowsOut();
    void givesUpALookUp();
    void holdsToTheCapAndTheTicket();
    void opensTheDialogOfATwin();
    void savesAPlanAndOpensIt();
#ifdef Q_OS_UNIX
    void waitsForAFileWithoutStandingStill_data();
    void waitsForAFileWithoutStandingStill();
#endif
    void takesMarkedUsers();
};

void ListPageTest::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << u"list-empty"_s;
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04rest") << u"list-refused · damaged-workbook"_s;
    QTest::newRow("a binary file") << QByteArray("\x7f"
                                                 "ELF\0\0\1\2",
                                                 8)
                                   << u"list-refused · not-text"_s;
    QTest::newRow("an open quotation mark") << QByteArray("a,\"b\nc,d\n") << u"list-quote-open"_s;
}

void ListPageTest::refusesWhatIsNoList()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    f.click("listFileButton");
    auto *dialog = f.find<QFileDialog>("listFileDialog");
    Q_EMIT dialog->filesSelected({file.fileName()});
    dialog->close();
    const auto *state = f.find<QWidget>("listSourceState");
    QTRY_COMPARE(state->findChild<QLabel *>(u"stateDetailLabel"_s)->text(), u"list.csv · "_s + code);
    QVERIFY(state->isVisible());
    QVERIFY(!f.find<QPushButton>("listResolveButton")->isEnabled());
}

void ListPageTest::putsEveryRowIntoItsBucket()
{
    const ListFixture f(Language::English);
    const QStringList ids = ListFixture::userIds(2);
    QVERIFY(
        f.resolve(u"userId\n%1\n%2\n\n%1\n0123456789abcdef01234567\n1.38E+10\n"_s.arg(ids.at(0), ids.at(1))));
    const QAbstractItemModelTester tester(f.find<QTableView>("listRowTable")->model(), fatal);
    QCOMPARE(bucket(f, ListBucket::Found), u"✔ Found  2"_s);
    QCOMPARE(bucket(f, ListBucket::Duplicate), u"– Duplicate, merged  1"_s);
    QCOMPARE(bucket(f, ListBucket::NotFound), u"✖ Not found  1"_s);
    QCOMPARE(bucket(f, ListBucket::Blank), u"– Blank, skipped  1"_s);
    QCOMPARE(bucket(f, ListBucket::Malformed), u"✖ Malformed  1"_s);
    QCOMPARE(f.rows("listRowTable"), 6);
    const auto name = u"listBucketRollUpButton%1"_s.arg(static_cast<int>(ListBucket::NotFound)).toLatin1();
    f.find<QToolButton>(name.constData())->click();
    QCOMPARE(f.rows("listRowTable"), 1);
}

void ListPageTest::searchesAndSortsRows()
{
    const ListFixture f(Language::English);
    const QStringList ids = ListFixture::userIds(3);
    QVERIFY(f.resolve(u"userId\n%1\n%2\n1.38E+10\n%3\n"_s.arg(ids.at(0), ids.at(1), ids.at(2))));
    auto *table = f.find<QTableView>("listRowTable");
    const QAbstractItemModelTester tester(table->model(), fatal);
    auto *edit = f.find<QLineEdit>("listRowSearchEdit");
    QCOMPARE(edit->accessibleName(), u"Search in the list"_s);
    f.press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"e+1"_s);
    QCOMPARE(f.rows("listRowTable"), 1);
    QTest::keyClicks(edit, u"nothing"_s);
    QVERIFY(!f.isShown("listRowTable") && f.isShown("listRowState"));
    f.press(Qt::Key_Escape);
    QVERIFY(f.isShown("listRowTable"));
    QCOMPARE(f.rows("listRowTable"), 4);
    f.press(Qt::Key_Return);
    QVERIFY(table->hasFocus());
    table->sortByColumn(ListRowModel::NumberColumn, Qt::DescendingOrder);
    QTRY_COMPARE(table->model()->index(0, ListRowModel::TextColumn).data().toString(), ids.at(2));
    // The row that stands there is the one that is taken out.
    f.choose("listRowTable", 0);
    f.press(Qt::Key_Delete);
    QCOMPARE(f.text("listPlannedLabel"), u"2 users will be planned."_s);
    QCOMPARE(table->model()->index(0, ListRowModel::NoteColumn).data().toString(), u"Removed"_s);
    // Esc goes back where nothing is searched.
    edit->setFocus();
    f.press(Qt::Key_Escape);
    QTRY_VERIFY(f.isShown("listSourcePanel"));
}

void ListPageTest::takesTheProtectedUserThatWasMeant()
{
    const SandboxSession pool;
    Profile profile = pool.profile();
    const QStringList ids = ListFixture::userIds(3);
    for (const qsizetype at : {0, 2})
        profile.protectedUsers.append({.userId = ids.at(at), .identifiers = {}});
    const ListFixture f(Language::English, profile, pool.address.secret);
    QVERIFY(f.resolve(ids.join(u'\n')));
    auto *table = f.find<QTableView>("listRowTable");
    f.choose("listRowTable", 0);
    f.click("listOverrideButton");
    auto *dialog = f.find<ProtectedUsersDialog>("ProtectedUsersDialog");
    // A sort ends while the question is open.
    table->sortByColumn(ListRowModel::NumberColumn, Qt::DescendingOrder);
    QTRY_COMPARE(table->model()->index(0, ListRowModel::TextColumn).data().toString(), ids.at(2));
    dialog->findChild<QLineEdit *>(u"listOverrideEdit"_s)->setText(u"CISO"_s);
    dialog->accept();
    QCOMPARE(table->model()->index(2, ListRowModel::NoteColumn).data().toString(),
             u"Taken all the same: CISO"_s);
    QVERIFY(table->model()->index(0, ListRowModel::NoteColumn).data().toString().startsWith(u"Left out"_s));
}

void ListPageTest::leavesRowsOut()
{
    const ListFixture f(Language::English);
    QVERIFY(f.resolve(ListFixture::userIds(3).join(u'\n')));
    QCOMPARE(f.text("listPlannedLabel"), u"3 users will be planned."_s);
    f.choose("listRowTable", 1);
    f.press(Qt::Key_Delete);
    QCOMPARE(f.text("listPlannedLabel"), u"2 users will be planned."_s);
    QCOMPARE(f.find<QPushButton>("listRemoveButton")->text(), u"Put bac&k into the list"_s);
    const QTemporaryDir folder;
    f.click("listRestButton");
    auto *dialog = f.find<QFileDialog>("listRestDialog");
    Q_EMIT dialog->fileSelected(folder.filePath(u"rest.csv"_s));
    dialog->close();
    QFile rest(folder.filePath(u"rest.csv"_s));
    QVERIFY(rest.open(QIODevice::ReadOnly));
    const QByteArray text = rest.readAll();
    QVERIFY2(text.startsWith("\xEF\xBB\xBF") && text.count("\r\n") == 2 && text.contains("removed"),
             text.constData());
    f.press(Qt::Key_Delete);
    QCOMPARE(f.text("listPlannedLabel"), u"3 users will be planned."_s);
}

void ListPageTest::givesUpALookUp()
{
    const ListFixture f(Language::English, {u"never@get-user-batch"_s});
    f.paste(ListFixture::userIds(3).join(u'\n'));
    f.click("listResolveButton");
    QTRY_VERIFY(f.isShown("listResolveCancelButton"));
    f.press(Qt::Key_Escape);
    QTRY_VERIFY(f.isShown("listPreviewTable"));
}

void ListPageTest::holdsToTheCapAndTheTicket()
{
    const SandboxSession pool;
    Profile profile = pool.profile();
    profile.bulkCap = 2;
    profile.isTicketRequired = true;
    const ListFixture f(Language::English, profile, pool.address.secret);
    QVERIFY(f.resolve(ListFixture::userIds(3).join(u'\n')));
    f.click("listPlanButton");
    QVERIFY(f.text("listMissingLabel").startsWith("The list has 3 users, and one list may have 2 here."_L1));
    QVERIFY(!f.find<QPushButton>("listPlanMakeButton")->isEnabled());
    f.press(Qt::Key_Escape);
    QTRY_VERIFY(f.isShown("listRowTable"));
    f.choose("listRowTable", 0);
    f.click("listRemoveButton");
    QVERIFY(f.plan());
    QCOMPARE(f.text("listMissingLabel"), u"Enter the ticket number first."_s);
    f.find<QLineEdit>("listTicketEdit")->setText(u"INC-7"_s);
    QVERIFY(f.find<QPushButton>("listRunButton")->isEnabled());
}

void ListPageTest::opensTheDialogOfATwin()
{
    const ListFixture f(Language::English);
    const auto page = answerOf<Result<Page<User>>>(
        [&f](const auto &handler) { f.session()->client()->listUsers({}, f.session(), handler); });
    QVERIFY(page && *page);
    QString twin;
    QHash<QString, int> phones;
    for (int number = 1; twin.isEmpty() && number <= 4; ++number) {
        const auto users = answerOf<Result<Page<User>>>([&f, number](const auto &handler) {
            f.session()->client()->listUsers({.page = number}, f.session(), handler);
        });
        for (const User &user : users->value().list) {
            if (!user.phone.isEmpty() && ++phones[user.phone.plain()] == 2)
                twin = user.phone.plain();
        }
    }
    QVERIFY(!twin.isEmpty());
    QVERIFY(f.resolve(twin));
    QCOMPARE(bucket(f, ListBucket::Several), u"? Several matches  1"_s);
    QVERIFY(!f.find<QPushButton>("listPlanButton")->isEnabled());
    f.choose("listRowTable", 0);
    f.find<QTableView>("listRowTable")->setFocus();
    f.press(Qt::Key_Return);
    auto *dialog = f.find<QDialog>("UserChooserDialog");
    auto *table = dialog->findChild<QTableView *>();
    const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(table->selectionModel()->selectedRows().isEmpty() && !ok->isEnabled());
    const QAbstractItemModelTester tester(table->model(), fatal);
    QCOMPARE(table->model()->rowCount(), 2);
    table->selectRow(1);
    QVERIFY(ok->isEnabled());
    dialog->accept();
    QTRY_COMPARE(f.text("listPlannedLabel"), u"1 user will be planned."_s);
}

void ListPageTest::savesAPlanAndOpensIt()
{
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"plan.json"_s);
    QVERIFY(f.resolve(ListFixture::userIds(3).join(u'\n')) && f.plan());
    const QAbstractItemModelTester tester(f.find<QTableView>("listPlanTable")->model(), fatal);
    f.find<QTableView>("listPlanTable")->sortByColumn(1, Qt::DescendingOrder);
    f.click("listPlanSaveButton");
    auto *save = f.find<QFileDialog>("listPlanSaveDialog");
    Q_EMIT save->fileSelected(file);
    save->close();
    QTRY_VERIFY(f.text("listPlanNoticeLabel").endsWith("plan.json"_L1));
    // No window manager does it here.
    f.window()->activateWindow();
    QTRY_VERIFY(f.window()->isActiveWindow());
    f.click("listPlanBackButton");
    f.press(Qt::Key_Escape);
    f.press(Qt::Key_Escape);
    QTRY_VERIFY(f.isShown("listSourcePanel"));
    f.click("listPlanOpenButton");
    auto *open = f.find<QFileDialog>("listPlanOpenDialog");
    Q_EMIT open->fileSelected(file);
    open->close();
    QTRY_VERIFY(f.isShown("listPlanTable"));
    QCOMPARE(f.rows("listPlanTable"), 3);
    QVERIFY(f.run() && f.waitForEnd());
    QCOMPARE(users(f, WorstFact::Confirmed), u"✔ Confirmed offline  3"_s);

    const SandboxSession pool;
    Profile profile = pool.profile();
    profile.environment = Environment::Production;
    const ListFixture other(Language::English, profile, pool.address.secret);
    other.click("listPlanOpenButton");
    auto *foreign = other.find<QFileDialog>("listPlanOpenDialog");
    Q_EMIT foreign->fileSelected(file);
    foreign->close();
    const auto *detail = other.find<QWidget>("listSourceState")->findChild<QLabel *>(u"stateDetailLabel"_s);
    QTRY_VERIFY2(detail->text().contains("pool"_L1), qPrintable(detail->text()));
}

#ifdef Q_OS_UNIX
void ListPageTest::waitsForAFileWithoutStandingStill_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::newRow("given up by mouse") << QByteArray("stateButton");
    QTest::newRow("given up by keyboard") << QByteArray();
    QTest::newRow("left for those online") << QByteArray("listOnlineButton");
}

void ListPageTest::waitsForAFileWithoutStandingStill()
{
    QFETCH(const QByteArray, button);
    const ListFixture f(Language::English);
    f.paste(ListFixture::userIds(3).join(u'\n'));
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"list.csv"_s);
    QCOMPARE(mkfifo(QFile::encodeName(file).constData(), S_IRUSR | S_IWUSR), 0);
    f.click("listFileButton");
    auto *dialog = f.find<QFileDialog>("listFileDialog");
    Q_EMIT dialog->filesSelected({file});
    dialog->close();
    // No program writes to it, as on a share that sleeps.
    const auto *state = f.find<QWidget>("listSourceState");
    QTRY_VERIFY(state->isVisible());
    QCOMPARE(state->findChild<QLabel *>(u"stateLabel"_s)->text(), u"Reading…"_s);
    QVERIFY(!f.find<QPushButton>("listResolveButton")->isEnabled());
    if (button.isEmpty()) {
        // No window manager does it here.
        f.window()->activateWindow();
        QTRY_VERIFY(f.window()->isActiveWindow());
        f.press(Qt::Key_Escape);
    } else {
        auto *pressed =
            f.find<QWidget>("listSourcePanel")->findChild<QPushButton *>(QLatin1StringView(button));
        QTRY_VERIFY(pressed->isEnabled());
        pressed->click();
    }
    QVERIFY(f.find<QWidget>("listSourcePanel")->findChild<PendingCall *>() == nullptr);
    // What was there before is there again.
    if (f.isShown("listSourcePanel")) {
        QVERIFY(f.isShown("listPreviewTable"));
        QVERIFY(f.find<QPushButton>("listResolveButton")->isEnabled());
    }
    QCOMPARE(f.isShown("listSourcePanel"), button != "listOnlineButton");
    QFile awake(file);
    QVERIFY(awake.open(QIODevice::WriteOnly));
}
#endif

void ListPageTest::takesMarkedUsers()
{
    const ListFixture f(Language::English);
    f.find<QAction>("kickPageAction")->trigger();
    f.type(u"1"_s);
    QTRY_VERIFY(f.rows("resultList") > 3);
    auto *list = f.find<QAbstractItemView>("resultList");
    list->selectAll();
    const auto chosen = static_cast<int>(list->selectionModel()->selectedIndexes().size());
    f.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.isShown("listRowTable"));
    QCOMPARE(f.rows("listRowTable"), chosen);
}

QTEST_MAIN(ListPageTest)
#include "tst_listpage.moc"

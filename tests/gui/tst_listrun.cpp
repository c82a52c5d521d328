// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdraft.h"
#include "core/values/host.h"
#include "gui/listfixture.h"
#include "models/list/listrunmodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QString outcome(const ListFixture &f, KickOutcome key)
{
    return f.rolledUp("listOutcomeRollUp", static_cast<int>(key));
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Exports the list that is shown in the way with the number @p filter; false when it is not saved.
bool exportResult(const WindowFixture &f, const QString &file, int filter = 0)
{
    f.find<QPushButton>("listExportButton")->click();
    auto *dialog = f.find<QFileDialog>("listExportDialog");
    dialog->selectNameFilter(dialog->nameFilters().at(filter));
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    return QTest::qWaitFor([&f, &file] {
        return f.find<QLabel>("listRunNoticeLabel")->text().endsWith(QFileInfo(file).fileName());
    });
}

/// Begins a list of @p users on @p pool, in the journal @p file, and stops it.
void interruptList(const SandboxSession &pool, const QString &file, int users,
                   const std::function<QByteArray()> &source = {})
{
    ListRunThread host({.profile = pool.profile(), .credentials = pool.address.secret, .journalFile = file});
    QSignalSpy finished(&host, &ListRunThread::finished);
    ListPlan plan{.createdAt = QDateTime::currentDateTimeUtc(),
                  .host = pool.profile().host.toString(),
                  .keyId = pool.profile().keyId,
                  .poolId = pool.address.poolId};
    const QStringList ids = ListFixture::userIds(users);
    for (int row = 0; row < ids.size(); ++row)
        plan.items << ListPlanItem{.row = row + 2,
                                   .target = {.identifier = ids.at(row),
                                              .userId = ids.at(row),
                                              .name = ServerText(u"user %1"_s.arg(row)),
                                              .appIds = {u"62188e71c1a2b3075289c580"_s}}};
    host.start({.plan = plan, .source = source});
    QTRY_VERIFY_WITH_TIMEOUT(host.board()->summary().state == RunState::Running, 20000);
    host.stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
}

} // namespace

/// The run of a list, in the window.
class ListRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAPastedListToItsEnd();
    void pausesBehindTheFirstUsers();
    void stopsAndGoesOn();
    void asksBeforeTheWindowCloses();
    void offersAnInterruptedList();
    void offersAListOnItsOwnServerOnly();
    void haltsWhenTheKeyIsRefused();
    void retriesTheFailedOnesOnly();
    void opensWhatBecameOfAUser();
    void asksBeforeARunIsLeftForAnotherList();
    void filtersByOutcome();
    void searchesInTheList();
    void sortsByAHeading();
    void exportsTheResult();
    void writesTheResultsBesideTheSource();
    void keepsTheSourceOfAnInterruptedList();
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
    QCOMPARE(outcome(f, KickOutcome::Verified), u"✔ Confirmed offline  12"_s);
    QCOMPARE(f.rows("listRunTable"), 12);
    QVERIFY(f.sandbox()->requestCount("kick-users") >= 12);
    f.find<QAction>("listCopyBothAction")->trigger();
    const QString receipt = QGuiApplication::clipboard()->text();
    QVERIFY2(receipt.contains("Confirmed offline: 12"_L1) && receipt.contains(u"已确认离线: 12"_s),
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
    interruptList(pool, pool.journal.file(), 30);
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
    interruptList(first, file, 30);
    interruptList(second, file, 20);
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
    QTRY_COMPARE_WITH_TIMEOUT(outcome(f, KickOutcome::Verified), u"✔ Confirmed offline  8"_s, 60000);
    QVERIFY(f.waitForEnd());
}

void ListRunTest::retriesTheFailedOnesOnly()
{
    const ListFixture f(Language::English, {u"code-400"_s});
    QVERIFY(f.runAll(ListFixture::userIds(4)));
    QCOMPARE(outcome(f, KickOutcome::Rejected), u"✖ Rejected by Authing  4"_s);
    QVERIFY(f.isShown("listRetryButton") && !f.isShown("listResumeButton"));
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
    QTRY_COMPARE_WITH_TIMEOUT(outcome(f, KickOutcome::Verified), u"✔ Confirmed offline  4"_s, 60000);
    QVERIFY(f.waitForEnd());
}

void ListRunTest::opensWhatBecameOfAUser()
{
    const ListFixture f(Language::English, {u"session-stays"_s});
    QVERIFY(f.resolve(u"userId\n"_s + ListFixture::userIds(8).join(u'\n')) && f.plan("listOnlineRadio"));
    QVERIFY(f.run() && f.waitForEnd());
    auto *table = f.find<QTableView>("listRunTable");
    QVERIFY(!f.find<QPushButton>("listDetailsButton")->isEnabled());
    table->setCurrentIndex(table->model()->index(1, 0));
    QTRY_VERIFY(f.find<QPushButton>("listDetailsButton")->isEnabled());
    f.click("listDetailsButton");
    const auto *dialog = f.find<QDialog>("ListUserDialog");
    const auto *text = dialog->findChild<QPlainTextEdit *>(u"listUserText"_s);
    const QString name = table->model()->index(1, ListRunModel::NameColumn).data().toString();
    const QString row = table->model()->index(1, ListRunModel::RowColumn).data().toString();
    QTRY_VERIFY2(text->toPlainText().contains(name), qPrintable(text->toPlainText()));
    QVERIFY2(text->toPlainText().contains(u"Row %1 of the list"_s.arg(row)), qPrintable(text->toPlainText()));
    QVERIFY2(text->toPlainText().contains("Still online in"_L1), qPrintable(text->toPlainText()));
    // By its name, before and after.
    static const QRegularExpression line(u"\\n[^\\n]+: ● online → ● online"_s);
    QVERIFY2(text->toPlainText().contains(line), qPrintable(text->toPlainText()));
    // Enter and a double click do the same.
    Q_EMIT table->activated(table->model()->index(0, 0));
    QTRY_COMPARE(f.window()->findChildren<QDialog *>(u"ListUserDialog"_s).size(), 2);
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
    // Without a window manager nobody does it.
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
    const auto name = u"listOutcomeRollUpButton%1"_s.arg(static_cast<int>(KickOutcome::Verified)).toLatin1();
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
    const auto done = u"listOutcomeRollUpButton%1"_s.arg(static_cast<int>(KickOutcome::Verified)).toLatin1();
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

void ListRunTest::exportsTheResult()
{
    const ListFixture f(Language::English);
    QVERIFY(f.runAll(ListFixture::userIds(3)));
    const QTemporaryDir folder;
    for (const auto &name : {u"result.csv"_s, u"result.jsonl"_s}) {
        f.click("listExportButton");
        auto *dialog = f.find<QFileDialog>("listExportDialog");
        Q_EMIT dialog->fileSelected(folder.filePath(name));
        dialog->close();
        QTRY_VERIFY(f.text("listRunNoticeLabel").endsWith(name));
        QTRY_VERIFY(f.window()->findChild<QFileDialog *>(u"listExportDialog"_s) == nullptr);
    }
    const QByteArray text = contentOf(folder.filePath(u"result.csv"_s));
    QVERIFY(text.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(text.count("\"verified\""), 3);
}

/// The spreadsheet comes back: its rows, its order, its columns, and what became of each user.
void ListRunTest::writesTheResultsBesideTheSource()
{
    const ListFixture f(Language::English);
    const QStringList ids = ListFixture::userIds(3);
    const QTemporaryDir folder;
    QFile list(folder.filePath(u"leavers.csv"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write(
        (u"Leavers of November\nname,userId,phone\n"
         "a,%1,0123\n\nb,%2,=1+1\na again,%1,\nc,0123456789abcdef01234567,x\nd,1.38E+10,y\ne,%3\n"_s.arg(
             ids.at(0), ids.at(1), ids.at(2)))
            .toUtf8());
    list.close();
    f.click("listFileButton");
    auto *open = f.find<QFileDialog>("listFileDialog");
    Q_EMIT open->filesSelected({list.fileName()});
    open->close();
    QTRY_VERIFY(f.find<QPushButton>("listResolveButton")->isEnabled());
    f.click("listResolveButton");
    QTRY_VERIFY_WITH_TIMEOUT(f.rows("listRowTable") == 7 && !f.isShown("listResolveProgress"), 60000);
    f.choose("listRowTable", 6);
    f.click("listRemoveButton");
    QVERIFY(f.plan() && f.run() && f.waitForEnd());
    QVERIFY(exportResult(f, folder.filePath(u"result.csv"_s)));
    const QList<QByteArray> lines = contentOf(folder.filePath(u"result.csv"_s)).split('\n');
    QCOMPARE(lines.size(), 10);
    const auto begins = [&lines](int line, const QString &text) {
        return lines.at(line).startsWith(text.toUtf8());
    };
    QVERIFY2(begins(0, u"\uFEFF\"Leavers of November\",\"\",\"\",\"\",\"\",\"\"\r"_s),
             lines.at(0).constData());
    QVERIFY(begins(1, u"\"name\",\"userId\",\"phone\",\"outcome\",\"time\",\"detail\"\r"_s));
    QVERIFY2(begins(2, u"\"a\",\"%1\",\"'0123\",\"verified\",\"20"_s.arg(ids.at(0))),
             lines.at(2).constData());
    QVERIFY2(begins(3, u"\"\",\"\",\"\",\"\",\"\",\"\"\r"_s), lines.at(3).constData());
    QVERIFY2(begins(4, u"\"b\",\"%1\",\"'=1+1\",\"verified\","_s.arg(ids.at(1))), lines.at(4).constData());
    QVERIFY2(begins(5, u"\"a again\",\"%1\",\"\",\"verified\","_s.arg(ids.at(0))) &&
                 lines.at(5).contains("The same user as in row 3"),
             lines.at(5).constData());
    QVERIFY2(begins(6, u"\"c\",\"0123456789abcdef01234567\",\"x\",\"not_found\",\"\",\"Not found\""_s),
             lines.at(6).constData());
    QVERIFY2(lines.at(7).contains("\"malformed\",\"\",\"Malformed: "), lines.at(7).constData());
    QVERIFY2(begins(8, u"\"e\",\"%1\",\"\",\"removed\",\"\",\"Removed\""_s.arg(ids.at(2))),
             lines.at(8).constData());
    // It is a list that can be taken up again.
    const ListDraft again = ListDrafts::ofFile(folder.filePath(u"result.csv"_s));
    QVERIFY(!again.error && again.guess.column == 1);
    QCOMPARE(again.sum,
             (ListSum{.lines = 9, .users = 4, .headings = 2, .blank = 1, .merged = 1, .refused = 1}));
    // Everything on record is there too, with the rows of the list.
    QVERIFY(exportResult(f, folder.filePath(u"record.csv"_s), 1));
    const QByteArray record = contentOf(folder.filePath(u"record.csv"_s));
    QVERIFY2(record.contains("\"listId\",\"row\"") && record.contains("\"1\",\"3\",\"verified\"") &&
                 record.contains("\"1\",\"5\",\"verified\""),
             record.constData());
}

/// The run is killed: the next one finds the rows of the spreadsheet beside the journal.
void ListRunTest::keepsTheSourceOfAnInterruptedList()
{
    const SandboxSession pool({}, AuthScheme::Token, {.users = 200, .latencyMs = 60});
    QByteArray lines = R"({"cells":["who"],"heading":true,"row":1})"
                       "\n";
    for (int row = 0; row < 30; ++row)
        lines += u"{\"cells\":[\"mine %1\"],\"row\":%2,\"at\":%1}\n"_s.arg(row).arg(row + 2).toUtf8();
    interruptList(pool, pool.journal.file(), 30, [lines] { return lines; });
    QVERIFY(QFile::exists(pool.journal.file() + u".list-1.rows"_s));
    const WindowFixture f(Language::English, pool.profile(), pool.address.secret, pool.journal.file());
    QTRY_VERIFY(f.isShown("listOffer"));
    f.find<QPushButton>("listOfferGoButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("listNewButton"), 60000);
    const QTemporaryDir folder;
    QVERIFY(exportResult(f, folder.filePath(u"result.csv"_s)));
    const QByteArray text = contentOf(folder.filePath(u"result.csv"_s));
    QCOMPARE(text.count("\r\n"), 31);
    for (int row = 0; row < 30; ++row)
        QVERIFY2(text.contains(u"\"mine %1\",\"rejected\""_s.arg(row).toUtf8()), text.constData());
}

QTEST_MAIN(ListRunTest)
#include "tst_listrun.moc"

// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdraft.h"
#include "gui/list/listreceipt.h"
#include "gui/listfixture.h"
#include "models/list/listrunmodel.h"

#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace {

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
        return f.find<QLabel>("listRunNoticeLabel")->text().endsWith(QFileInfo(file).fileName()) &&
               f.window()->findChild<QFileDialog *>(u"listExportDialog"_s) == nullptr;
    });
}

} // namespace

/// The results of the users of a list: one by one, and as files.
class ListResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatBecameOfAUser();
    void exportsTheResult();
    void namesTheFailedUpToABound();
    void writesTheResultsBesideTheSource();
    void keepsTheSourceOfAnInterruptedList();
};

void ListResultsTest::opensWhatBecameOfAUser()
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

void ListResultsTest::exportsTheResult()
{
    const ListFixture f(Language::English);
    QVERIFY(f.runAll(ListFixture::userIds(3)));
    const QTemporaryDir folder;
    for (const auto &name : {u"result.csv"_s, u"result.jsonl"_s})
        QVERIFY(exportResult(f, folder.filePath(name)));
    const QByteArray text = contentOf(folder.filePath(u"result.csv"_s));
    QVERIFY(text.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(text.count("\"verified\""), 3);
}

/// A ticket has no room for thousands of names: the worst come first, the others are counted.
void ListResultsTest::namesTheFailedUpToABound()
{
    Translation translation;
    translation.setLanguage(Language::English);
    constexpr qint64 failed = ListReceipts::mostNamed + 7;
    ListRunTargets targets;
    ListRunBoard board;
    board.begin(1, failed + 2);
    for (qint64 at = 0; at < failed + 2; ++at) {
        targets.append({.row = at + 1,
                        .target = {.identifier = u"id%1"_s.arg(at),
                                   .userId = u"id%1"_s.arg(at),
                                   .name = ServerText(u"Name"_s)}});
        board.setCell(at, at + 1, {.phase = ListRunPhase::Done, .outcome = KickOutcome::NotSent});
    }
    board.setCell(3, 4, {.phase = ListRunPhase::Done, .outcome = KickOutcome::Verified});
    board.setCell(4, 5, {.phase = ListRunPhase::Sending});
    board.setCell(5, 6, {.phase = ListRunPhase::Done, .outcome = KickOutcome::StillOnline});
    const ListReceipts::BadEnds badEnds = ListReceipts::badEnds(targets, board);
    QCOMPARE(badEnds.lines.size(), ListReceipts::mostNamed);
    QCOMPARE(badEnds.lines.first(), u"✖ Still online: Name · id5"_s);
    QCOMPARE(badEnds.lines.at(1), u"– Not sent: Name · id0"_s);
    QCOMPARE(badEnds.others, 7);
    QCOMPARE(ListReceipts::trouble(board.summary(), {}), QString());
    board.setSourceLost();
    QVERIFY(ListReceipts::trouble(board.summary(), {}).startsWith("Couldn't keep the rows of your list"_L1));
    const QString text = ListReceipts::text({}, board.summary(), {}, badEnds);
    QVERIFY2(text.contains(u"… and 7 more users."_s), qPrintable(text));
}

/// The spreadsheet comes back: its rows, its order, its columns, and what became of each user.
void ListResultsTest::writesTheResultsBesideTheSource()
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
    QVERIFY2(record.contains("\"listId\",\"row\",\"file\"") &&
                 record.contains("\"1\",\"3\",\"\",\"verified\"") &&
                 record.contains("\"1\",\"5\",\"\",\"verified\""),
             record.constData());
}

/// The run is killed: the next one finds the rows of the spreadsheet beside the journal.
void ListResultsTest::keepsTheSourceOfAnInterruptedList()
{
    const SandboxSession pool({}, AuthScheme::Token, {.users = 200, .latencyMs = 60});
    QByteArray lines = R"({"cells":["who"],"heading":true,"row":1})"
                       "\n";
    for (int row = 0; row < 30; ++row)
        lines += u"{\"cells\":[\"mine %1\"],\"row\":%2,\"at\":%1}\n"_s.arg(row).arg(row + 2).toUtf8();
    ListFixture::interrupt(pool, pool.journal.file(), 30, [lines] { return lines; });
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

QTEST_MAIN(ListResultsTest)
#include "tst_listresults.moc"

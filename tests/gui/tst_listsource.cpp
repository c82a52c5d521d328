// SPDX-License-Identifier: Apache-2.0
#include "gui/listfixture.h"
#include "models/list/listpreviewmodel.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longTime = 20000;

bool isRead(const ListFixture &f)
{
    const auto *panel = f.find<QWidget>("listSourcePanel");
    return QTest::qWaitFor([panel] { return panel->findChild<PendingCall *>() == nullptr; }, longTime);
}

/// Opens the files of that content, as the file dialog does; true when they are read.
bool open(const ListFixture &f, const QTemporaryDir &folder,
          const QList<std::pair<QString, QByteArray>> &contents)
{
    QStringList names;
    for (const auto &[name, bytes] : contents) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
        names << file.fileName();
    }
    f.click("listFileButton");
    auto *dialog = f.find<QFileDialog>("listFileDialog");
    Q_EMIT dialog->filesSelected(names);
    dialog->close();
    return isRead(f);
}

/// Chooses the entry of a box, as mouse and keyboard do.
void choose(const ListFixture &f, const char *name, int index)
{
    auto *combo = f.find<QComboBox>(name);
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
    QVERIFY(isRead(f));
}

bool canGoOn(const ListFixture &f)
{
    return f.find<QPushButton>("listResolveButton")->isEnabled();
}

QString heading(const ListFixture &f, int column)
{
    return f.find<QTableView>("listPreviewTable")
        ->model()
        ->headerData(column, Qt::Horizontal, Qt::DisplayRole)
        .toString();
}

QByteArray workbook(const QString &name)
{
    QFile file(QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/workbooks/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The first step of a list: what was read, what is guessed, and what the agent decides.
class ListSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheColumnWhereNoneFits();
    void takesTheHeadersAsTheAgentSays();
    void readsTheSheetThatIsChosen();
    void joinsSeveralFiles();
    void joinsDroppedFilesOfDifferentKinds();
    void saysWhenFilesAreTooLongTogether();
    void leadsToTheFileThatIsUnclear();
};

void ListSourceTest::asksForTheColumnWhereNoneFits()
{
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    const QStringList ids = ListFixture::userIds(2);
    // Two columns of IDs, and no heading tells them apart.
    QVERIFY(open(f, folder, {{u"plain.csv"_s, u"%1,%2\n%2,%1\n"_s.arg(ids.at(0), ids.at(1)).toUtf8()}}));
    QVERIFY(f.isShown("listPreviewTable"));
    QVERIFY(!canGoOn(f));
    auto *combo = f.find<QComboBox>("listColumnCombo");
    QCOMPARE(combo->currentIndex(), -1);
    QCOMPARE(combo->placeholderText(), u"Choose the column"_s);
    QVERIFY2(f.text("listSourceHintLabel").contains("column"_L1), qPrintable(f.text("listSourceHintLabel")));
    choose(f, "listColumnCombo", 1);
    QVERIFY(canGoOn(f));
    QCOMPARE(f.text("listSourceHintLabel"), u"2 lines = 2 users"_s);
    QVERIFY2(heading(f, 1).startsWith(u'✔') && !heading(f, 0).startsWith(u'✔'), qPrintable(heading(f, 1)));
}

void ListSourceTest::takesTheHeadersAsTheAgentSays()
{
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    QVERIFY(open(f, folder, {{u"list.csv"_s, "alice\nbob\ncarol\n"}}));
    QCOMPARE(f.text("listSourceHintLabel"), u"3 lines = 3 users"_s);
    choose(f, "listHeaderCombo", 1);
    QCOMPARE(f.text("listSourceHintLabel"), u"3 lines = 2 users + 1 heading"_s);
    QVERIFY2(heading(f, 0).contains("alice"_L1), qPrintable(heading(f, 0)));
    choose(f, "listHeaderCombo", 2);
    QCOMPARE(f.text("listSourceHintLabel"), u"3 lines = 3 users"_s);
    // Known headings are found, and can be overruled.
    QVERIFY(open(f, folder, {{u"known.csv"_s, "username\nalice\nbob\n"}}));
    QCOMPARE(f.find<QComboBox>("listHeaderCombo")->currentIndex(), 0);
    QCOMPARE(f.text("listSourceHintLabel"), u"3 lines = 2 users + 1 heading"_s);
    choose(f, "listHeaderCombo", 2);
    QCOMPARE(f.text("listSourceHintLabel"), u"3 lines = 3 users"_s);
}

void ListSourceTest::readsTheSheetThatIsChosen()
{
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    QVERIFY(open(f, folder, {{u"two-sheets.xlsx"_s, workbook(u"two-sheets.xlsx"_s)}}));
    const auto *combo = f.find<QComboBox>("listSheetCombo");
    QVERIFY(combo->isVisible() && !f.find<QComboBox>("listDelimiterCombo")->isVisible());
    QCOMPARE(combo->count(), 2);
    QCOMPARE(combo->currentText(), u"October"_s);
    QCOMPARE(f.text("listSourceHintLabel"), u"2 lines = 1 user + 1 heading"_s);
    choose(f, "listSheetCombo", 1);
    QTRY_COMPARE(f.text("listSourceHintLabel"), u"3 lines = 2 users + 1 heading"_s);
    QCOMPARE(combo->currentText(), u"November"_s);
    QCOMPARE(heading(f, 1), u"✔ email · E-mail"_s);
    QVERIFY(canGoOn(f));
    // A workbook has sheets; a text has none.
    QVERIFY(open(f, folder, {{u"list.csv"_s, "email\na@corp.example\n"}}));
    QVERIFY(!combo->isVisible() && f.find<QComboBox>("listDelimiterCombo")->isVisible());
}

void ListSourceTest::joinsSeveralFiles()
{
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    const QStringList ids = ListFixture::userIds(3);
    QVERIFY(open(f, folder,
                 {{u"a.csv"_s, u"userId\n%1\n%2\n"_s.arg(ids.at(0), ids.at(1)).toUtf8()},
                  {u"b.csv"_s, u"%1\n\n%2\n"_s.arg(ids.at(2), ids.at(0)).toUtf8()}}));
    const auto *combo = f.find<QComboBox>("listFileCombo");
    QVERIFY(combo->isVisible());
    QCOMPARE(combo->count(), 2);
    // The sum is that of all of them, and a user in both counts once.
    const QString sum = u"6 lines = 3 users + 1 heading + 1 blank + 1 merged"_s;
    QCOMPARE(f.text("listSourceHintLabel"), sum);
    choose(f, "listFileCombo", 1);
    QCOMPARE(f.rows("listPreviewTable"), 3);
    QCOMPARE(f.text("listSourceHintLabel"), sum);
    f.click("listResolveButton");
    QTRY_COMPARE_WITH_TIMEOUT(f.text("listPlannedLabel"), u"3 users will be planned."_s, 60000);
    QCOMPARE(f.rows("listRowTable"), 5);
    // Rows of the same number are told apart in plan, run and record.
    QVERIFY(f.plan());
    const auto firstCells = [&f](const char *table) {
        const QAbstractItemModel *model = f.find<QAbstractItemView>(table)->model();
        QStringList cells;
        for (int row = 0; row < model->rowCount(); ++row)
            cells << model->index(row, 0).data().toString();
        return cells;
    };
    const QStringList places{u"a.csv · 2"_s, u"a.csv · 3"_s, u"b.csv · 1"_s};
    QCOMPARE(firstCells("listPlanTable"), places);
    QVERIFY(f.run() && f.waitForEnd());
    QTRY_COMPARE(firstCells("listRunTable"), places);
}

void ListSourceTest::joinsDroppedFilesOfDifferentKinds()
{
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    const QList<std::pair<QString, QByteArray>> contents{
        {u"a.csv"_s, "name,email\nx,of.a@corp.example\n"},
        {u"b.xlsx"_s, workbook(u"openpyxl.xlsx"_s)},
        {u"c.txt"_s, "of.c@corp.example\n\nof.a@corp.example\n"}};
    QList<QUrl> urls;
    for (const auto &[name, bytes] : contents) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        urls << QUrl::fromLocalFile(file.fileName());
    }
    QMimeData data;
    data.setUrls(urls);
    QWidget *target = f.find<QWidget>("listSourcePanel");
    while (target != nullptr && !target->acceptDrops())
        target = target->parentWidget();
    QVERIFY(target != nullptr);
    const QPoint middle = target->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(target, &drop);
    QVERIFY(isRead(f));
    const auto *combo = f.find<QComboBox>("listFileCombo");
    QCOMPARE(combo->count(), 3);
    QCOMPARE(f.text("listSourceHintLabel").section(u" · "_s, 0, 0),
             u"206 lines = 202 users + 2 headings + 1 blank + 1 merged"_s);
    QVERIFY(canGoOn(f));
}

/// Each file is short enough, so it is no other file that has to be looked at.
void ListSourceTest::saysWhenFilesAreTooLongTogether()
{
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    QByteArray half;
    for (qsizetype user = 0; user <= ListTable::maximumRows / 2; ++user)
        half += "user" + QByteArray::number(user) + "@example.com\n";
    QVERIFY(open(f, folder, {{u"a.txt"_s, half}, {u"b.txt"_s, half}}));
    QVERIFY(!canGoOn(f));
    QCOMPARE(f.text("listSourceHintLabel"),
             errorText({.code = ErrorCode::ListTooLong,
                        .detail = ServerText(QString::number(ListTable::maximumRows))}));
}

/// One file of several cannot be used as it is: it is the one that is shown, and nothing goes on without it.
void ListSourceTest::leadsToTheFileThatIsUnclear()
{
    const ListFixture f(Language::English);
    const QTemporaryDir folder;
    const QStringList ids = ListFixture::userIds(2);
    QVERIFY(open(f, folder,
                 {{u"a.csv"_s, "userId\n" + ids.at(0).toUtf8() + '\n'},
                  {u"b.csv"_s, u"%1,%2\n%2,%1\n"_s.arg(ids.at(0), ids.at(1)).toUtf8()}}));
    QCOMPARE(f.find<QComboBox>("listFileCombo")->currentText(), u"b.csv"_s);
    QVERIFY(!canGoOn(f));
    choose(f, "listFileCombo", 0);
    QVERIFY2(f.text("listSourceHintLabel").contains("Another of the files"_L1),
             qPrintable(f.text("listSourceHintLabel")));
    choose(f, "listFileCombo", 1);
    choose(f, "listColumnCombo", 0);
    QVERIFY(canGoOn(f));
    QCOMPARE(f.text("listSourceHintLabel"), u"4 lines = 2 users + 1 heading + 1 merged"_s);
}

QTEST_MAIN(ListSourceTest)
#include "tst_listsource.moc"

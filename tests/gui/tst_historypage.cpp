// SPDX-License-Identifier: Apache-2.0
#include "gui/widgetchecks.h"
#include "gui/windowfixture.h"
#include "models/history/historymodel.h"
#include "support/journalsample.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The window with the history page in front.
class HistoryFixture : public WindowFixture
{
public:
    explicit HistoryFixture(int kicks = 0, Language language = Language::English)
        : WindowFixture(language)
    {
        for (int i = 0; i < kicks; ++i) {
            if (write({.name = u"name%1"_s.arg(i + 1)}) == 0)
                qFatal("The sample was not written");
        }
        press(Qt::Key_2, Qt::ControlModifier);
    }

    QString file() const { return session()->journal()->file(); }
    qint64 write(const SampleKick &kick) const { return JournalSamples::write(session()->journal(), kick); }
    int count() const { return rows("historyTable"); }
    QString stateText() const
    {
        return find<QWidget>("historyState")->findChild<QLabel *>(u"stateLabel"_s)->text();
    }
    bool isDetailThere() const { return find<QPushButton>("copyDetailButton")->isEnabled(); }

    QString cell(int row, int column) const
    {
        return find<QAbstractItemView>("historyTable")->model()->index(row, column).data().toString();
    }

    QString details() const
    {
        find<QPushButton>("copyDetailButton")->click();
        return QGuiApplication::clipboard()->text();
    }
};

} // namespace

class HistoryPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsThereAndBackByKeyboard();
    void emptyHistorySaysSo();
    void listsWhatWasKickedInTheWindow();
    void readsAgainOnF5AndWhenShown();
    void filtersWhileTyping();
    void filtersByTimeAndResult();
    void nothingFoundLeadsBack();
    void showsEveryFact();
    void keepsTheChosenRow();
    void translatesEverything();
    void verifies();
    void exportsAndKeepsTheOldFile();
    void tellsWhyItCannotRead();
    void hostileTextIsPlain();
    void cutsNothing_data();
    void cutsNothing();
    void namesEveryControl();
    void readsEveryFactAloud();
    void walksByTab();
};

void HistoryPageTest::leadsThereAndBackByKeyboard()
{
    const HistoryFixture f;
    QVERIFY(f.isShown("historyPage") && !f.isShown("kickPage"));
    QVERIFY(f.find<QLineEdit>("historyTextEdit")->hasFocus());
    QVERIFY(!f.find<QAction>("kickAction")->isEnabled() && !f.find<QAction>("findAction")->isEnabled());
    QCOMPARE(f.find<QTabBar>("pageTabs")->currentIndex(), 1);
    f.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(f.isShown("kickPage") && !f.isShown("historyPage"));
    QVERIFY(f.find<QLineEdit>("searchEdit")->hasFocus());
    QVERIFY(f.find<QAction>("findAction")->isEnabled());
    f.find<QTabBar>("pageTabs")->setCurrentIndex(1);
    QVERIFY(f.isShown("historyPage"));
    QVERIFY(f.find<QAction>("historyPageAction")->isChecked());
}

void HistoryPageTest::emptyHistorySaysSo()
{
    const HistoryFixture f;
    QTRY_VERIFY(f.stateText().startsWith("No sign-outs yet."_L1));
    QVERIFY(!f.isShown("historyTable") && !f.isShown("historyDetail"));
    QVERIFY(!f.find<QPushButton>("exportHistoryButton")->isEnabled());
}

void HistoryPageTest::listsWhatWasKickedInTheWindow()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(f.open(user));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    f.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(f.rows("historyTable"), 1);
    const QModelIndex row =
        f.find<QAbstractItemView>("historyTable")->model()->index(0, HistoryModel::UserColumn);
    QVERIFY(row.data().toString().startsWith(Users::displayName(user).plain()));
}

void HistoryPageTest::readsAgainOnF5AndWhenShown()
{
    const HistoryFixture f(1);
    QTRY_COMPARE(f.count(), 1);
    QVERIFY(f.write({}) > 0);
    f.press(Qt::Key_F5);
    QTRY_COMPARE(f.count(), 2);
    f.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(f.write({}) > 0);
    f.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(f.count(), 3);
}

void HistoryPageTest::filtersWhileTyping()
{
    const HistoryFixture f(3);
    QTRY_COMPARE(f.count(), 3);
    QTest::keyClicks(f.find<QLineEdit>("historyTextEdit"), u"NAME2"_s);
    QTRY_COMPARE(f.count(), 1);
    QVERIFY(f.cell(0, HistoryModel::UserColumn).startsWith("name2"_L1));
    QTRY_COMPARE(f.text("historyCountLabel").left(1), u"1"_s);
}

void HistoryPageTest::filtersByTimeAndResult()
{
    const HistoryFixture f(1);
    QVERIFY(f.write({.name = u"refused"_s, .outcome = KickOutcome::Rejected}) > 0);
    QVERIFY(JournalSamples::execute(f.file(), u"UPDATE items SET created_at = created_at - 864000000 "
                                              "WHERE target_name = 'name1'"_s));
    auto *range = f.find<QComboBox>("rangeCombo");
    auto *outcome = f.find<QComboBox>("outcomeCombo");
    f.press(Qt::Key_F5);
    QTRY_COMPARE(f.count(), 2);
    range->setCurrentIndex(1);
    QTRY_COMPARE(f.count(), 1);
    range->setCurrentIndex(2);
    QTRY_COMPARE(f.count(), 1);
    range->setCurrentIndex(3);
    QTRY_COMPARE(f.count(), 2);
    range->setCurrentIndex(4);
    QVERIFY(f.isShown("sinceEdit") && f.isShown("untilEdit"));
    QTRY_COMPARE(f.count(), 2);
    f.find<QDateEdit>("untilEdit")->setDate(QDate::currentDate().addDays(-1));
    QTRY_COMPARE(f.count(), 1);
    QVERIFY(f.cell(0, HistoryModel::UserColumn).startsWith("name1"_L1));
    range->setCurrentIndex(0);
    QVERIFY(!f.isShown("sinceEdit"));
    QTRY_COMPARE(f.count(), 2);
    outcome->setCurrentIndex(outcome->findData(static_cast<int>(KickOutcome::Rejected)));
    QTRY_COMPARE(f.count(), 1);
    QCOMPARE(f.cell(0, HistoryModel::OutcomeColumn), u"✖ Rejected by Authing"_s);
}

void HistoryPageTest::nothingFoundLeadsBack()
{
    const HistoryFixture f(1);
    f.find<QLineEdit>("historyTextEdit")->setText(u"nobody"_s);
    QTRY_COMPARE(f.stateText(), u"Nothing in the history matches."_s);
    QTRY_VERIFY(f.isShown("historyState"));
    f.find<QWidget>("historyState")->findChild<QPushButton *>(u"stateButton"_s)->click();
    QTRY_COMPARE(f.count(), 1);
    QVERIFY(f.find<QLineEdit>("historyTextEdit")->text().isEmpty());
}

void HistoryPageTest::showsEveryFact()
{
    const HistoryFixture f;
    QVERIFY(f.write({.identifier = u"13800138000"_s,
                     .identifierType = IdType::Phone,
                     .errorCode = errorCodeName(ErrorCode::Deadline),
                     .outcome = KickOutcome::Unknown}) > 0);
    f.press(Qt::Key_F5);
    // The page may have been read while the kick was still being written down.
    QTRY_VERIFY(f.isDetailThere() && f.details().contains("Result unknown"_L1));
    const QString details = f.details();
    for (const auto &fact : {u"? Result unknown"_s,
                             u"张三"_s,
                             u"138****8000"_s,
                             u"6319a1504f3c0f214dd5b7aa"_s,
                             u"Phone"_s,
                             u"app1  ● online → ○ offline  after 1.3 s"_s,
                             u"app2  ? unknown → ? unknown"_s,
                             u"api.authing.cn took too long to answer"_s,
                             u"deadline"_s,
                             u"操作成功"_s,
                             u"HTTP 200 · statusCode 200"_s,
                             u"apiCode 20001"_s,
                             u"8e5cb0d1-request"_s,
                             u"INC-1042"_s,
                             u"phone lost"_s,
                             u"helpdesk1"_s,
                             u"alice"_s,
                             u"prod"_s,
                             u"pool1"_s,
                             u"key1"_s,
                             u"nonce nonce1"_s})
        QVERIFY2(details.contains(fact), qPrintable(fact + u" in "_s + details));
    QVERIFY(!details.contains("13800138000"_L1));
}

void HistoryPageTest::keepsTheChosenRow()
{
    const HistoryFixture f(3);
    QTRY_VERIFY(f.isDetailThere());
    f.find<QAbstractItemView>("historyTable")->setFocus();
    f.press(Qt::Key_Down);
    QTRY_VERIFY(f.details().contains("name2"_L1));
    QVERIFY(f.write({.name = u"newest"_s}) > 0);
    f.press(Qt::Key_F5);
    QTRY_COMPARE(f.count(), 4);
    QCOMPARE(f.find<QAbstractItemView>("historyTable")->currentIndex().row(), 2);
    QTRY_VERIFY(f.details().contains("name2"_L1));
}

void HistoryPageTest::translatesEverything()
{
    const HistoryFixture f(1);
    QTRY_VERIFY(f.isDetailThere());
    f.find<QPushButton>("verifyHistoryButton")->click();
    QTRY_VERIFY(f.text("historyNoticeLabel").startsWith(u"✔"_s));
    const QString notice = f.text("historyNoticeLabel");
    f.find<QAction>("chineseAction")->trigger();
    QTRY_COMPARE(f.cell(0, HistoryModel::OutcomeColumn), u"✔ 已确认离线"_s);
    QTRY_VERIFY(f.details().contains(u"已确认离线"_s));
    QTRY_VERIFY(f.find<QComboBox>("outcomeCombo")->itemText(1).contains(u"已确认离线"_s));
    f.find<QAction>("englishAction")->trigger();
    QTRY_COMPARE(f.cell(0, HistoryModel::OutcomeColumn), u"✔ Confirmed offline"_s);
    QTRY_COMPARE(f.text("historyNoticeLabel"), notice);
}

void HistoryPageTest::verifies()
{
    const HistoryFixture f(2);
    QTRY_COMPARE(f.count(), 2);
    auto *button = f.find<QPushButton>("verifyHistoryButton");
    button->click();
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY(f.text("historyNoticeLabel").startsWith(u"✔ Unaltered: 8 events"_s));
    QVERIFY(button->isEnabled());
    QVERIFY(JournalSamples::execute(f.file(), u"UPDATE attempts SET nonce = 'other' WHERE id = 2"_s));
    button->click();
    QTRY_VERIFY(f.text("historyNoticeLabel").startsWith(u"✖ ALTERED: row 2 of the table attempts"_s));
    QVERIFY(JournalSamples::execute(f.file(), u"DELETE FROM events WHERE seq = 3"_s));
    button->click();
    QTRY_VERIFY(f.text("historyNoticeLabel").startsWith(u"✖ ALTERED: event 4 "_s));
}

void HistoryPageTest::exportsAndKeepsTheOldFile()
{
    const HistoryFixture f(2);
    QTRY_COMPARE(f.count(), 2);
    const QTemporaryDir folder;
    const auto exportTo = [&f](const QString &file) {
        f.find<QPushButton>("exportHistoryButton")->click();
        auto *dialog = f.window()->findChild<QFileDialog *>(u"exportDialog"_s);
        Q_EMIT dialog->fileSelected(file);
        delete dialog;
    };
    exportTo(folder.filePath(u"out.csv"_s));
    QTRY_VERIFY(f.text("historyNoticeLabel").startsWith(u"✔ 2 written"_s));
    QFile file(folder.filePath(u"out.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 4);
    exportTo(folder.filePath(u"missing/out.csv"_s));
    QTRY_VERIFY(f.text("historyNoticeLabel").startsWith(u"✖ "_s));
    QVERIFY(f.find<QPushButton>("exportHistoryButton")->isEnabled());
}

void HistoryPageTest::tellsWhyItCannotRead()
{
    const HistoryFixture f(1);
    QTRY_COMPARE(f.count(), 1);
    QVERIFY(JournalSamples::execute(f.file(), u"PRAGMA user_version = 999"_s));
    f.press(Qt::Key_F5);
    QTRY_VERIFY(f.stateText().contains("newer version"_L1));
    QVERIFY(f.isShown("historyState"));
    f.find<QPushButton>("verifyHistoryButton")->click();
    QTRY_VERIFY(f.text("historyNoticeLabel").startsWith(u"✖ "_s));
    QVERIFY(JournalSamples::execute(f.file(), u"PRAGMA user_version = 1"_s));
    f.find<QWidget>("historyState")->findChild<QPushButton *>(u"stateButton"_s)->click();
    QTRY_COMPARE(f.count(), 1);
}

void HistoryPageTest::hostileTextIsPlain()
{
    const HistoryFixture f;
    const QString hostile = u"<h1>%1 %n</h1>\u202eabc"_s + QString(3000, u'x');
    QVERIFY(f.write({.name = hostile, .ticket = hostile, .reason = hostile, .requestId = hostile}) > 0);
    f.press(Qt::Key_F5);
    QTRY_VERIFY(f.isDetailThere());
    auto *area = f.find<QScrollArea>("historyDetail");
    for (const QLabel *label : area->findChildren<QLabel *>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->text().contains(QChar(0x202e)));
    }
    QVERIFY(f.details().contains("<h1>%1 %n</h1>[U+202E]abc"_L1));
    QVERIFY(area->widget()->width() <= area->viewport()->width());
}

void HistoryPageTest::cutsNothing_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("zh-CN") << Language::Chinese;
    QTest::newRow("en-US") << Language::English;
}

void HistoryPageTest::cutsNothing()
{
    QFETCH(Language, language);
    const HistoryFixture f(3, language);
    f.find<QComboBox>("rangeCombo")->setCurrentIndex(4);
    f.find<QPushButton>("verifyHistoryButton")->click();
    QTRY_VERIFY(f.isDetailThere() && f.text("historyNoticeLabel").startsWith(u"✔"_s));
    QCOMPARE(f.window()->size(), QSize(960, 600));
    for (const auto *name : {"historyTextEdit", "rangeCombo", "sinceEdit", "untilEdit", "outcomeCombo",
                             "refreshHistoryButton", "copyDetailButton", "exportHistoryButton",
                             "verifyHistoryButton", "historyNoticeLabel", "pageTabs"}) {
        const auto *widget = f.find<QWidget>(name);
        const QRect place(widget->mapTo(f.window(), QPoint()), widget->size());
        QVERIFY2(widget->isVisible() && f.window()->rect().contains(place), name);
        QVERIFY2(widget->height() >= (widget->hasHeightForWidth() ? widget->heightForWidth(widget->width())
                                                                  : widget->minimumSizeHint().height()),
                 name);
        QVERIFY2(widget->width() >= widget->minimumSizeHint().width(), name);
    }
    for (const QLabel *label : f.find<QScrollArea>("historyDetail")->findChildren<QLabel *>()) {
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= needed, qPrintable(label->text()));
        QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    }
}

void HistoryPageTest::namesEveryControl()
{
    HistoryFixture f(1);
    QTRY_VERIFY(f.isDetailThere());
    QCOMPARE(WidgetChecks::unnamedControls(f.window()) + WidgetChecks::muteLabels(f.window()), QStringList());
    QCOMPARE(WidgetChecks::collidingMnemonics(f.window()).join(u'\n'), QString());
    f.translation()->setLanguage(Language::Chinese);
    QCOMPARE(WidgetChecks::collidingMnemonics(f.window()).join(u'\n'), QString());
}

void HistoryPageTest::readsEveryFactAloud()
{
    const HistoryFixture f(1);
    QTRY_VERIFY(f.isDetailThere());
    QStringList said;
    for (QLabel *label : f.find<QScrollArea>("historyDetail")->findChildren<QLabel *>())
        said << QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name).replace(u'\n', u"; "_s);
    const QStringList facts = f.details().split(u'\n');
    QVERIFY(facts.size() > 10);
    for (const QString &fact : facts)
        QVERIFY2(said.contains(fact), qPrintable(fact + u" in "_s + said.join(u" | "_s)));
}

void HistoryPageTest::walksByTab()
{
    const HistoryFixture f(1);
    QTRY_VERIFY(f.isDetailThere());
    QStringList visited;
    for (int i = 0; i < 12; ++i) {
        f.press(Qt::Key_Tab);
        visited << QApplication::focusWidget()->objectName();
    }
    qsizetype last = -1;
    for (const auto &name : {u"rangeCombo"_s, u"outcomeCombo"_s, u"historyTable"_s, u"historyDetail"_s,
                             u"refreshHistoryButton"_s, u"copyDetailButton"_s, u"exportHistoryButton"_s,
                             u"verifyHistoryButton"_s}) {
        const qsizetype at = visited.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + u" in "_s + visited.join(u' ')));
        last = at;
    }
}

QTEST_MAIN(HistoryPageTest)
#include "tst_historypage.moc"

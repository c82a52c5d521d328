// SPDX-License-Identifier: Apache-2.0
#include "gui/listfixture.h"
#include "gui/widgetchecks.h"
#include "gui/widgettexts.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

/// The page of lists at the smallest window size, in every state and both languages.
class ListLooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsNothing_data();
    void cutsNothing();
    void speaksOneLanguageOnly_data();
    void speaksOneLanguageOnly();
    void walksByKeyboard();

private:
    static void check(const ListFixture &f, Language language);
};

void ListLooksTest::check(const ListFixture &f, Language language)
{
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::unnamedControls(f.window()).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::muteLabels(f.window()).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::collidingMnemonics(f.window()).join(u'\n'), QString());
    QCOMPARE(WidgetTexts::foreign(f.window(), language).join(u'\n'), QString());
    QCOMPARE(f.window()->size(), QSize(960, 600));
}

void ListLooksTest::cutsNothing_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("zh-CN") << Language::Chinese;
    QTest::newRow("en-US") << Language::English;
}

void ListLooksTest::cutsNothing()
{
    QFETCH(Language, language);
    const ListFixture f(language);
    check(f, language);
    const QStringList ids = ListFixture::userIds(102);
    f.paste(u"userId,name\n%1,x\n%1,x\n,\n1.38E+10,x\n%2,x\n"_s.arg(ids.constFirst(), ids.join(u",x\n"_s)));
    check(f, language);
    f.click("listResolveButton");
    check(f, language);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("listPlanButton")->isEnabled(), 60000);
    check(f, language);
    f.click("listPlanButton");
    check(f, language);
    f.click("listPlanBackButton");
    QVERIFY(f.plan());
    check(f, language);
    QVERIFY(f.run());
    check(f, language);
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("listCanaryFrame"), 60000);
    check(f, language);
    f.sandbox()->setFaults({u"key-revoked"_s});
    f.click("listCanaryGoButton");
    QVERIFY(f.waitForEnd());
    check(f, language);
}

void ListLooksTest::speaksOneLanguageOnly_data()
{
    QTest::addColumn<Language>("before");
    QTest::addColumn<Language>("after");
    QTest::newRow("to zh-CN") << Language::English << Language::Chinese;
    QTest::newRow("to en-US") << Language::Chinese << Language::English;
}

void ListLooksTest::speaksOneLanguageOnly()
{
    QFETCH(Language, before);
    QFETCH(Language, after);
    const ListFixture f(before);
    QVERIFY(f.runAll(ListFixture::userIds(3)));
    f.find<QAction>(after == Language::Chinese ? "chineseAction" : "englishAction")->trigger();
    QTRY_COMPARE(WidgetTexts::foreign(f.window(), after).join(u'\n'), QString());
    const QAbstractItemModel *table = f.find<QTableView>("listRunTable")->model();
    QCOMPARE(table->index(0, 5).data().toString(),
             after == Language::Chinese ? u"✔ 已确认离线"_s : u"✔ Confirmed offline"_s);
}

void ListLooksTest::walksByKeyboard()
{
    const ListFixture f(Language::English);
    f.paste(ListFixture::userIds(3).join(u'\n'));
    QVERIFY(f.find<QPushButton>("listResolveButton")->hasFocus());
    f.press(Qt::Key_Space);
    QTRY_VERIFY(f.find<QWidget>("listRowTable")->hasFocus());
    QStringList visited;
    for (int i = 0; i < 12; ++i) {
        f.press(Qt::Key_Tab);
        visited << QApplication::focusWidget()->objectName();
    }
    qsizetype last = -1;
    for (const auto &name : {u"listRemoveButton"_s, u"listResolveBackButton"_s, u"listPlanButton"_s}) {
        const qsizetype at = visited.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + u" in "_s + visited.join(u' ')));
        last = at;
    }
}

QTEST_MAIN(ListLooksTest)
#include "tst_listlooks.moc"

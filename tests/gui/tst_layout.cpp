// SPDX-License-Identifier: Apache-2.0
#include "gui/widgetchecks.h"
#include "gui/windowfixture.h"

#include <QAccessible>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

class LayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsNothingAtTheSmallestSize_data();
    void cutsNothingAtTheSmallestSize();
    void keepsTheSentenceWholeBehindASheet_data() { cutsNothingAtTheSmallestSize_data(); }
    void keepsTheSentenceWholeBehindASheet();
    void namesEveryControl_data() { cutsNothingAtTheSmallestSize_data(); }
    void namesEveryControl();
    void hasOneMeaningAShortcut();
    void walksFromTheSearchToTheKick();
    void walksFromWhatIsTypedToTheKick();
};

void LayoutTest::cutsNothingAtTheSmallestSize_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("zh-CN") << Language::Chinese;
    QTest::newRow("en-US") << Language::English;
}

void LayoutTest::cutsNothingAtTheSmallestSize()
{
    QFETCH(Language, language);
    const WindowFixture f(language);
    QCOMPARE(f.window()->size(), QSize(960, 600));
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QVERIFY(f.open(f.user()));
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::collidingMnemonics(f.window()).join(u'\n'), QString());
    QVERIFY(f.openSheet());
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QVERIFY(f.send());
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QCOMPARE(f.window()->size(), QSize(960, 600));
    f.sandbox()->setFaults({u"captive-portal@list-users"_s, u"check-unavailable"_s});
    f.find<QAction>("recheckAction")->trigger();
    QTRY_VERIFY(f.isShown("failedLabel"));
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    f.type(u"zhang@"_s);
    QTRY_VERIFY(f.isShown("searchState") && f.isShown("emptyState"));
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QCOMPARE(f.window()->size(), QSize(960, 600));
}

void LayoutTest::keepsTheSentenceWholeBehindASheet()
{
    QFETCH(Language, language);
    const WindowFixture f(language, {u"search-forbidden"_s});
    f.type(u"13800138000"_s);
    auto *button = f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_VERIFY(button->isVisible());
    button->click();
    f.find<QPlainTextEdit>("manualAppsEdit")->setPlainText(u"62188e71c1a2b3075289c580"_s);
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.isShown("kickSheet"));
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QCOMPARE(f.window()->size(), QSize(960, 600));
}

void LayoutTest::namesEveryControl()
{
    QFETCH(Language, language);
    const WindowFixture f(language);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QCOMPARE(WidgetChecks::unnamedControls(f.window()).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::muteLabels(f.window()).join(u'\n'), QString());
    const QAccessibleInterface *table =
        QAccessible::queryAccessibleInterface(f.find<QWidget>("applicationTable"));
    QVERIFY(table != nullptr);
    const QModelIndex row = f.find<QTreeView>("applicationTable")->model()->index(0, 0);
    const QString sentence = row.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.startsWith(row.data().toString() + u", "_s), qPrintable(sentence));
}

void LayoutTest::hasOneMeaningAShortcut()
{
    const WindowFixture f(Language::English);
    QSet<QKeySequence> seen;
    for (const QAction *action : f.window()->findChildren<QAction *>()) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!seen.contains(action->shortcut()), qPrintable(action->objectName()));
        QVERIFY2(!action->autoRepeat(), qPrintable(action->objectName()));
        seen.insert(action->shortcut());
    }
    QVERIFY(seen.size() >= 9);
}

void LayoutTest::walksFromTheSearchToTheKick()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    f.find<QAction>("tickAllAction")->trigger();
    f.find<QWidget>("typeCombo")->setFocus();
    QStringList visited;
    for (int i = 0; i < 30; ++i) {
        f.press(Qt::Key_Tab);
        visited << QApplication::focusWidget()->objectName();
    }
    qsizetype last = -1;
    for (const auto &name :
         {u"searchEdit"_s, u"searchButton"_s, u"resultList"_s, u"copyIdButton"_s, u"allCheck"_s,
          u"filterEdit"_s, u"onlineButton"_s, u"allButton"_s, u"noneButton"_s, u"applicationTable"_s,
          u"signInTable"_s, u"everywhereButton"_s, u"kickButton"_s}) {
        const qsizetype at = visited.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + u" in "_s + visited.join(u' ')));
        last = at;
    }
}

void LayoutTest::walksFromWhatIsTypedToTheKick()
{
    const WindowFixture f(Language::English, {u"search-forbidden"_s});
    f.type(u"13800138000"_s);
    auto *button = f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_VERIFY(button->isVisible());
    button->click();
    QVERIFY(f.isShown("manualPanel"));
    const auto *panel = f.find<QWidget>("manualPanel");
    QTRY_COMPARE(QApplication::focusWidget(), panel->findChild<QWidget *>(u"applicationTable"_s));
    f.find<QWidget>("manualIdEdit")->setFocus();
    f.find<QPlainTextEdit>("manualAppsEdit")->setPlainText(u"62188e71c1a2b3075289c580"_s);
    for (const auto &name :
         {u"allCheck"_s, u"filterEdit"_s, u"allButton"_s, u"noneButton"_s, u"applicationTable"_s,
          u"manualAppsEdit"_s, u"everywhereButton"_s, u"kickButton"_s}) {
        f.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), name);
    }
}

QTEST_MAIN(LayoutTest)
#include "tst_layout.moc"

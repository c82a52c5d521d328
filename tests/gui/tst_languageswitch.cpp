// SPDX-License-Identifier: Apache-2.0
#include "gui/widgettexts.h"
#include "gui/windowfixture.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

class LanguageSwitchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksOneLanguageOnly_data();
    void speaksOneLanguageOnly();
    void translatesAResultOnScreen();
    void translatesAnErrorOnScreen();
    void translatesARejectionOnScreen();
    void translatesTheStandardButtons();
    void asksTheServerForMessagesInTheLanguage();
};

void LanguageSwitchTest::speaksOneLanguageOnly_data()
{
    QTest::addColumn<Language>("before");
    QTest::addColumn<Language>("after");
    QTest::newRow("zh-CN from the start") << Language::Chinese << Language::Chinese;
    QTest::newRow("en-US from the start") << Language::English << Language::English;
    QTest::newRow("to zh-CN") << Language::English << Language::Chinese;
    QTest::newRow("to en-US") << Language::Chinese << Language::English;
}

void LanguageSwitchTest::speaksOneLanguageOnly()
{
    QFETCH(Language, before);
    QFETCH(Language, after);
    WindowFixture f(before);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    f.find<QAction>(after == Language::Chinese ? "chineseAction" : "englishAction")->trigger();
    QCOMPARE(f.translation()->language(), after);
    QVERIFY(WidgetTexts::ofProgram(f.window()).size() > 80);
    QTRY_COMPARE(WidgetTexts::foreign(f.window(), after).join(u'\n'), QString());
}

void LanguageSwitchTest::translatesAResultOnScreen()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
    const QAbstractItemModel *lines = f.find<QAbstractItemView>("resultAppsList")->model();
    QTRY_VERIFY(lines->index(0, 0).data().toString().endsWith("Confirmed offline"_L1));
    const QString reply = f.text("replyLabel");
    f.find<QAction>("chineseAction")->trigger();
    QTRY_COMPARE(f.text("headlineLabel"), u"操作成功 · 已确认离线"_s);
    QVERIFY(lines->index(0, 0).data().toString().endsWith(u"已确认离线"_s));
    QCOMPARE(f.text("replyLabel"), reply);
    f.find<QAction>("englishAction")->trigger();
    QTRY_COMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
}

void LanguageSwitchTest::translatesAnErrorOnScreen()
{
    const WindowFixture f(Language::Chinese, {u"captive-portal@list-users"_s});
    f.type(u"zhang"_s);
    auto *state = f.find<QWidget>("searchState");
    const auto *label = state->findChild<QLabel *>(u"stateLabel"_s);
    const auto *detail = state->findChild<QLabel *>(u"stateDetailLabel"_s);
    QTRY_VERIFY(detail->text().contains("sign-in-page"_L1));
    QTRY_COMPARE(WidgetTexts::foreign(f.window(), Language::Chinese).join(u'\n'), QString());
    const QString chinese = label->text();
    f.find<QAction>("englishAction")->trigger();
    QTRY_VERIFY(label->text() != chinese);
    QTRY_COMPARE(WidgetTexts::foreign(f.window(), Language::English).join(u'\n'), QString());
    QVERIFY(detail->text().contains("sign-in-page"_L1));
}

void LanguageSwitchTest::translatesARejectionOnScreen()
{
    const WindowFixture f(Language::English, {u"success-false"_s});
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Rejected by Authing"_s);
    f.find<QAction>("chineseAction")->trigger();
    QTRY_COMPARE(f.text("headlineLabel"), u"被 Authing 拒绝"_s);
    QTRY_COMPARE(WidgetTexts::foreign(f.window(), Language::Chinese).join(u'\n'), QString());
}

void LanguageSwitchTest::translatesTheStandardButtons()
{
    const WindowFixture f(Language::Chinese);
    f.find<QAction>("aboutAction")->trigger();
    auto *dialog = f.find<QDialog>("AboutDialog");
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<QLabel *>(u"aboutPurposeLabel"_s)->text(),
             u"在 Authing 中强制用户下线，并加以核实。"_s);
    const auto *buttons = dialog->findChild<QDialogButtonBox *>();
    QCOMPARE(buttons->button(QDialogButtonBox::Close)->text(), u"关闭"_s);
    dialog->close();
}

void LanguageSwitchTest::asksTheServerForMessagesInTheLanguage()
{
    const WindowFixture f(Language::English);
    f.find<QAction>("chineseAction")->trigger();
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QCOMPARE(f.text("serverMessageLabel"), u"Authing：操作成功 · 200 / 20001"_s);
}

QTEST_MAIN(LanguageSwitchTest)
#include "tst_languageswitch.moc"

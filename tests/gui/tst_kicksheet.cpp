// SPDX-License-Identifier: Apache-2.0
#include "gui/sheetparts.h"
#include "gui/widgetchecks.h"
#include "gui/windowfixture.h"
#include "models/user/applicationmodel.h"

#include <QAccessible>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Goes to the panel of a key that may not look users up.
void goOnWithoutLookingUp(const WindowFixture &f, const QString &identifier)
{
    f.type(identifier);
    auto *button = f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_COMPARE(button->text(), u"Go on without looking up"_s);
    button->click();
    QTRY_VERIFY(f.isShown("manualPanel"));
}

} // namespace

/// The question before a kick: nothing of it is hidden, nothing of it is answered by accident.
class KickSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryApplication_data();
    void showsEveryApplication();
    void readsTheApplicationsAloud();
    void closesByEscWhereverTheKeyboardIs();
    void keepsTheKeyboardInside();
    void ignoresTheSecondClickOfTwo();
    void wantsTheIdentifierOfAnUnknownUserTwice();
    void takesApplicationsFromTheListOfTheKey();
    void readsTheListAgain();
    void keepsTodaysFiguresInTheirPlace();
};

void KickSheetTest::showsEveryApplication_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<bool>("isProtected");
    QTest::newRow("zh-CN") << Language::Chinese << false;
    QTest::newRow("en-US") << Language::English << false;
    QTest::newRow("zh-CN protected") << Language::Chinese << true;
    QTest::newRow("en-US protected") << Language::English << true;
}

void KickSheetTest::showsEveryApplication()
{
    QFETCH(const Language, language);
    QFETCH(const bool, isProtected);
    const SandboxSession pool;
    User user;
    user.userId = Sandbox::userId({.users = 200}, 3);
    const auto session = SheetParts::sessionWith(pool, [&](Profile *profile) {
        if (isProtected)
            profile->protectedUsers = {{.userId = user.userId, .identifiers = {}}};
    });
    const WindowFixture f(language, session.get());
    QCOMPARE(f.window()->size(), QSize(960, 600));
    QVERIFY(f.open(user));
    f.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!f.isShown("lookupLabel"));
    QCOMPARE(SheetParts::listed(f).size(), 24);
    QCOMPARE(f.isShown("overrideEdit"), isProtected);
    const auto *apps = f.find<QPlainTextEdit>("sheetAppsText");
    QVERIFY(apps->focusPolicy() & Qt::TabFocus);
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    f.find<QToolButton>("requestButton")->click();
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QVERIFY(apps->height() > 2 * apps->fontMetrics().height());
    QVERIFY(f.find<QWidget>("requestText")->height() > 2 * apps->fontMetrics().height());
    QCOMPARE(f.window()->size(), QSize(960, 600));
}

void KickSheetTest::readsTheApplicationsAloud()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    f.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QAccessibleInterface *apps = QAccessible::queryAccessibleInterface(f.find<QWidget>("sheetAppsText"));
    QVERIFY(apps != nullptr);
    QCOMPARE(apps->text(QAccessible::Name), u"24 applications"_s);
    QVERIFY(apps->textInterface() != nullptr);
    const QString spoken = apps->textInterface()->text(0, apps->textInterface()->characterCount());
    for (const QString &name :
         SheetParts::namesIn(f, SessionState::Online) + SheetParts::namesIn(f, SessionState::Offline))
        QVERIFY2(spoken.contains(name), qPrintable(name));
    QCOMPARE(WidgetChecks::muteLabels(f.window()).join(u'\n'), QString());
}

void KickSheetTest::closesByEscWhereverTheKeyboardIs()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    for (const char *name : {"pageTabs", "sheetAppsText", "ticketEdit", "requestButton", "cancelButton"}) {
        QVERIFY(f.openSheet());
        f.find<QWidget>(name)->setFocus();
        QCOMPARE(QApplication::focusWidget(), f.find<QWidget>(name));
        f.press(Qt::Key_Escape);
        QVERIFY2(!f.isShown("kickSheet"), name);
    }
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
}

void KickSheetTest::keepsTheKeyboardInside()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()) && f.openSheet());
    f.find<QToolButton>("requestButton")->click();
    const auto *sheet = f.find<QWidget>("kickSheet");
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        QSet<QString> seen;
        for (int i = 0; i < 20; ++i) {
            f.press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            QVERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
            seen.insert(QApplication::focusWidget()->objectName());
        }
        for (const auto &name : {u"identifyCombo"_s, u"sheetAppsText"_s, u"ticketEdit"_s, u"reasonEdit"_s,
                                 u"requestButton"_s, u"cancelButton"_s, u"sendButton"_s})
            QVERIFY2(seen.contains(name), qPrintable(name));
    }
}

void KickSheetTest::ignoresTheSecondClickOfTwo()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    f.press(Qt::Key_Escape);
    // The look-up is quick enough that the button is enabled within the time of a double click.
    f.press(Qt::Key_K, Qt::ControlModifier);
    auto *send = f.find<QPushButton>("sendButton");
    QTRY_VERIFY(send->isEnabled());
    QTest::mouseClick(send, Qt::LeftButton);
    QVERIFY(f.isShown("kickSheet"));
    const QDeadlineTimer quiet(500);
    QTRY_VERIFY(quiet.hasExpired());
    QTest::mouseClick(send, Qt::LeftButton);
    QVERIFY(!f.isShown("kickSheet"));
    QTRY_COMPARE(f.sandbox()->requestCount("kick-users"), 1);
}

void KickSheetTest::wantsTheIdentifierOfAnUnknownUserTwice()
{
    const SandboxSession pool({u"search-forbidden"_s});
    const auto session = SheetParts::sessionWith(
        pool, [](Profile *profile) { profile->environment = Environment::Production; });
    const WindowFixture f(Language::English, session.get());
    goOnWithoutLookingUp(f, u"13800138000"_s);
    f.find<QPlainTextEdit>("manualAppsEdit")->setPlainText(u"62188e71c1a2b3075289c580"_s);
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.isShown("kickSheet"));
    QCOMPARE(QApplication::focusWidget(), f.find<QWidget>("cancelButton"));
    const auto *send = f.find<QPushButton>("sendButton");
    QVERIFY(!send->isEnabled());
    QCOMPARE(f.text("sheetMissingLabel"), u"Type the identifier again to confirm it."_s);
    auto *confirm = f.find<QLineEdit>("confirmEdit");
    QTest::keyClicks(confirm, u"13800138001"_s);
    QVERIFY(!send->isEnabled());
    confirm->setFocus();
    f.press(Qt::Key_Return);
    QVERIFY(f.isShown("kickSheet"));
    confirm->clear();
    QTest::keyClicks(confirm, u"13800138000"_s);
    QVERIFY(send->isEnabled());
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
}

void KickSheetTest::takesApplicationsFromTheListOfTheKey()
{
    const WindowFixture f(Language::English, {u"search-forbidden"_s});
    goOnWithoutLookingUp(f, u"13800138000"_s);
    auto *table = f.find<QWidget>("manualPanel")->findChild<QAbstractItemView *>(u"applicationTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 24);
    QVERIFY(table->isVisible());
    QTRY_COMPARE(WidgetChecks::cutWidgets(f.window()).join(u'\n'), QString());
    QVERIFY(!f.find<QPushButton>("kickButton")->isEnabled());
    table->setFocus();
    table->setCurrentIndex(table->model()->index(2, 0));
    f.press(Qt::Key_Space);
    const QString name = table->model()->index(2, 0).data().toString();
    const QString appId = table->model()->index(2, 0).data(ApplicationModel::AppIdRole).toString();
    // Typed as well, it is still one application.
    f.find<QPlainTextEdit>("manualAppsEdit")->setPlainText(appId);
    f.press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(SheetParts::listed(f), QStringList{name});
}

void KickSheetTest::readsTheListAgain()
{
    const WindowFixture f(Language::English,
                          {u"code-403@list-application-simple-info"_s, u"code-403@list-applications"_s});
    QVERIFY(f.open(f.user()));
    const int few = f.rows("applicationTable");
    QVERIFY(few < 24);
    f.find<QAction>("tickNoneAction")->trigger();
    const auto signIns = f.sandbox()->requestCount("get-user-login-history");
    f.sandbox()->setFaults({});
    f.press(Qt::Key_F5);
    QTRY_COMPARE(f.rows("applicationTable"), 24);
    QTRY_COMPARE(f.sandbox()->requestCount("get-user-login-history"), signIns + 1);
    QTRY_VERIFY(SheetParts::isChecked(f));
    // The agent had ticked none of those that were there before.
    const QAbstractItemModel *model = f.find<QAbstractItemView>("applicationTable")->model();
    for (int row = 0; row < few; ++row)
        QCOMPARE(model->index(row, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(!f.isShown("poolHiddenLabel"));
}

void KickSheetTest::keepsTodaysFiguresInTheirPlace()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    const auto *label = f.find<QLabel>("todayLabel");
    const auto begin = [&f, label] {
        const QRect text = label->alignment() & Qt::AlignLeft ? label->contentsRect() : QRect();
        return label->mapTo(f.window(), text.topLeft()).x();
    };
    const int before = begin();
    QVERIFY(before < f.window()->width() / 2);
    QVERIFY(f.openSheet());
    QTRY_COMPARE(begin(), before);
}

QTEST_MAIN(KickSheetTest)
#include "tst_kicksheet.moc"

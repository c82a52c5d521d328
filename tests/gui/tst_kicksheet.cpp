// SPDX-License-Identifier: Apache-2.0
#include "gui/checksbar.h"
#include "gui/widgetchecks.h"
#include "gui/windowfixture.h"
#include "models/applicationmodel.h"

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

std::unique_ptr<Session> sessionWith(const SandboxSession &pool, const std::function<void(Profile *)> &change)
{
    Profile profile = pool.profile();
    change(&profile);
    return std::make_unique<Session>(profile, pool.address.secret, &pool.journal);
}

/// The names of the rows of the checklist that are in @p state.
QStringList namesIn(const WindowFixture &f, SessionState state)
{
    QStringList result;
    const QAbstractItemModel *model = f.find<QAbstractItemView>("applicationTable")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(ApplicationModel::StateRole).toInt() == static_cast<int>(state))
            result << index.data().toString();
    }
    return result;
}

bool isChecked(const WindowFixture &f)
{
    const QAbstractItemModel *model = f.find<QAbstractItemView>("applicationTable")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(ApplicationModel::IsCheckingRole).toBool())
            return false;
    }
    return model->rowCount() > 0;
}

QStringList listed(const WindowFixture &f)
{
    return f.find<QPlainTextEdit>("sheetAppsText")->toPlainText().split(u" · "_s);
}

/// A user who is online in at least @p least applications.
User userOnlineIn(const SandboxSession &pool, int least)
{
    const auto page = answerOf<Result<Page<User>>>(
        [&pool](const auto &handler) { pool.client()->listUsers({}, pool.session.get(), handler); });
    const auto apps = answerOf<Result<QList<Application>>>([&pool](const auto &handler) {
        pool.session->applicationLister()->list(pool.session.get(), handler);
    });
    for (const User &user : page->value().list) {
        int online = 0;
        for (const Application &app : apps->value()) {
            const auto state = answerOf<Result<SessionState>>([&](const auto &handler) {
                pool.client()->checkSessionStatus(app.appId, user.userId, pool.session.get(), handler);
            });
            online += state->value() == SessionState::Online ? 1 : 0;
        }
        if (online >= least)
            return user;
    }
    qFatal("No user is online in that many applications");
    return {};
}

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
    void neverLeavesOutWhatWasBeingChecked();
    void owesEveryOpenCheck();
    void takesInWhatIsNotCheckedYet();
    void waitsForNothingThatTheAgentDecided();
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
    const auto session = sessionWith(pool, [&](Profile *profile) {
        if (isProtected)
            profile->protectedUsers = {{.userId = user.userId, .identifiers = {}}};
    });
    const WindowFixture f(language, session.get());
    QCOMPARE(f.window()->size(), QSize(960, 600));
    QVERIFY(f.open(user));
    f.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!f.isShown("lookupLabel"));
    QCOMPARE(listed(f).size(), 24);
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
    for (const QString &name : namesIn(f, SessionState::Online) + namesIn(f, SessionState::Offline))
        QVERIFY2(spoken.contains(name), qPrintable(name));
    QCOMPARE(WidgetChecks::muteLabels(f.window()).join(u'\n'), QString());
}

void KickSheetTest::neverLeavesOutWhatWasBeingChecked()
{
    const SandboxSession fast;
    const User user = userOnlineIn(fast, 6);
    const WindowFixture f(Language::English, {}, {.users = 200, .latencyMs = 300});
    f.type(user.userId);
    f.press(Qt::Key_Return);
    auto *kick = f.find<QAction>("kickAction");
    QTRY_VERIFY_WITH_TIMEOUT(kick->isEnabled(), 20000);
    QVERIFY(!isChecked(f));
    f.press(Qt::Key_K, Qt::ControlModifier);
    const QStringList first = listed(f);
    QVERIFY(f.isShown("checksBar"));
    QVERIFY2(f.text("checksLabel").contains(" of 24 applications not checked yet."_L1),
             qPrintable(f.text("checksLabel")));
    const auto *send = f.find<QPushButton>("sendButton");
    QVERIFY(!send->isEnabled());
    // Somebody in a hurry presses Enter: nothing is sent, and the sheet stays, also once the user is looked
    // up.
    f.press(Qt::Key_Return);
    QTRY_VERIFY(!f.isShown("lookupLabel"));
    QVERIFY(!isChecked(f));
    QVERIFY(!send->isEnabled());
    QVERIFY(!f.text("sheetMissingLabel").isEmpty());
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
    QTRY_VERIFY_WITH_TIMEOUT(isChecked(f), 20000);
    QCOMPARE(listed(f), first);
    const QStringList online = namesIn(f, SessionState::Online);
    QVERIFY(online.size() > first.size());
    auto *include = f.find<QPushButton>("includeFoundButton");
    QCOMPARE(include->text(), u"Include %1 more"_s.arg(online.size() - first.size()));
    QVERIFY(!send->isEnabled());
    QCOMPARE(f.text("sheetMissingLabel"), u"Include what is online, or cancel and untick it."_s);
    QTRY_VERIFY(!f.isShown("lookupLabel"));
    QTRY_COMPARE(QApplication::focusWidget(), include);
    f.press(Qt::Key_Return);
    QStringList included = listed(f);
    included.sort();
    QStringList expected = online;
    expected.sort();
    QCOMPARE(included, expected);
    QVERIFY(!f.isShown("checksBar"));
    QVERIFY(send->isEnabled());
    QVERIFY(f.send());
    const QList<SandboxRequest> requests = f.sandbox()->requests();
    const auto sent = std::ranges::find(requests, QByteArray("kick-users"), &SandboxRequest::endpoint);
    QVERIFY(sent != requests.end());
    QCOMPARE(QJsonDocument::fromJson(sent->body).object().value("appIds"_L1).toArray().size(), online.size());
}

void KickSheetTest::owesEveryOpenCheck()
{
    ChecksBar bar;
    QVERIFY(bar.missing().isEmpty());
    const Application application{
        .appId = u"a"_s, .appIdentifier = {}, .appName = ServerText(u"Wiki"_s), .userPoolId = {}};
    bar.setState({.waiting = {application}, .found = {}, .total = 2, .states = {}});
    QVERIFY(bar.isWaiting() && !bar.missing().isEmpty());
    QVERIFY(bar.nextButton() == nullptr);
    bar.setState({.waiting = {}, .found = {application}, .total = 2, .states = {}});
    QVERIFY(!bar.isWaiting() && !bar.missing().isEmpty());
    QCOMPARE(bar.nextButton()->objectName(), u"includeFoundButton"_s);
    bar.setState({});
    QVERIFY(bar.missing().isEmpty() && bar.nextButton() == nullptr);
}

void KickSheetTest::takesInWhatIsNotCheckedYet()
{
    const SandboxSession fast;
    const User user = userOnlineIn(fast, 1);
    const WindowFixture f(Language::English, {}, {.users = 200, .latencyMs = 300});
    f.type(user.userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QAction>("kickAction")->isEnabled(), 20000);
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.isShown("includeAllButton"));
    f.find<QPushButton>("includeAllButton")->click();
    QVERIFY(!f.isShown("checksBar"));
    QVERIFY(f.find<QPushButton>("sendButton")->text().contains(QString::number(listed(f).size())));
    const QStringList all = listed(f);
    QTRY_VERIFY_WITH_TIMEOUT(isChecked(f), 20000);
    for (const QString &name : namesIn(f, SessionState::Online))
        QVERIFY2(all.contains(name), qPrintable(name));
    QTRY_VERIFY(f.find<QPushButton>("sendButton")->isEnabled());
}

void KickSheetTest::waitsForNothingThatTheAgentDecided()
{
    const WindowFixture f(Language::English, {}, {.users = 200, .latencyMs = 200});
    f.type(f.user().userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.rows("applicationTable") == 24, 20000);
    QVERIFY(!isChecked(f));
    QVERIFY(f.openSheet());
    QVERIFY(!f.isShown("checksBar"));
    QCOMPARE(listed(f).size(), 1);
}

void KickSheetTest::closesByEscWhereverTheKeyboardIs()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    for (const char *name : {"pageTabs", "sheetAppsText", "ticketEdit", "identifyCombo", "cancelButton"}) {
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
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
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
    const auto session =
        sessionWith(pool, [](Profile *profile) { profile->environment = Environment::Production; });
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
    QCOMPARE(listed(f), QStringList{name});
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
    QTRY_VERIFY(isChecked(f));
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
    const auto end = [&f, label] {
        const QRect text = label->alignment() & Qt::AlignRight ? label->contentsRect() : QRect();
        return label->mapTo(f.window(), text.topRight()).x();
    };
    const int before = end();
    QVERIFY(before > f.window()->width() / 2);
    QVERIFY(f.openSheet());
    QTRY_COMPARE(end(), before);
}

QTEST_MAIN(KickSheetTest)
#include "tst_kicksheet.moc"

// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Body of the only kick-users request that the sandbox received.
QJsonObject onlyKick(const WindowFixture &f)
{
    QJsonObject body;
    int count = 0;
    for (const SandboxRequest &request : f.sandbox()->requests()) {
        if (request.endpoint != "kick-users")
            continue;
        body = QJsonDocument::fromJson(request.body).object();
        ++count;
    }
    return count == 1 ? body : QJsonObject();
}

} // namespace

/// Finding a user and choosing applications.
class SearchFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksWithTheHeaderBox();
    void filtersTheApplications();
    void opensAnExactHitByItself();
    void opensNobodyWhoseIdentityIsNotShown();
    void opensNobodyOfSeveral();
    void suggestsTheTypeOfTheText();
    void tellsTheDomainInTheWay();
    void goesOnWithoutPermissionToSearch();
    void fetchesMoreWhenScrolled();
    void clearsTheTextWithTheMouse();
};

void SearchFlowTest::ticksWithTheHeaderBox()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    auto *box = f.find<QCheckBox>("allCheck");
    f.find<QAction>("tickNoneAction")->trigger();
    QCOMPARE(box->checkState(), Qt::Unchecked);
    QCOMPARE(box->text(), u"0 of 24 ticked"_s);
    QVERIFY(!f.find<QPushButton>("kickButton")->isEnabled());
    box->click();
    QCOMPARE(box->checkState(), Qt::Checked);
    QVERIFY(f.find<QPushButton>("kickButton")->text().contains("24 applications"_L1));
    f.find<QAbstractItemView>("applicationTable")->setFocus();
    f.press(Qt::Key_Space);
    QCOMPARE(box->checkState(), Qt::PartiallyChecked);
    box->click();
    QCOMPARE(box->checkState(), Qt::Checked);
    box->click();
    QCOMPARE(box->checkState(), Qt::Unchecked);
}

void SearchFlowTest::filtersTheApplications()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    f.find<QAction>("tickNoneAction")->trigger();
    const QString name =
        f.find<QAbstractItemView>("applicationTable")->model()->index(3, 0).data().toString();
    f.find<QLineEdit>("filterEdit")->setText(name);
    const int shown = f.rows("applicationTable");
    QVERIFY(shown >= 1 && shown < 24);
    f.find<QPushButton>("allButton")->click();
    QCOMPARE(f.find<QCheckBox>("allCheck")->text(), u"%1 of 24 ticked"_s.arg(shown));
    f.find<QLineEdit>("filterEdit")->setText(u"no such application"_s);
    QVERIFY(f.isShown("applicationState"));
    f.find<QWidget>("applicationState")->findChild<QPushButton *>(u"stateButton"_s)->click();
    QCOMPARE(f.rows("applicationTable"), 24);
}

void SearchFlowTest::opensAnExactHitByItself()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    auto *combo = f.find<QComboBox>("typeCombo");
    combo->setCurrentIndex(combo->findData(static_cast<int>(IdType::Phone)));
    f.type(u"+86 "_s + user.phone.plain());
    QCOMPARE(f.rows("resultList"), 0);
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.text("userIdLabel"), user.userId);
}

void SearchFlowTest::opensNobodyWhoseIdentityIsNotShown()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QObject context;
    const auto whole = answerOf<Result<User>>([&](auto handler) {
        f.session()->client()->getUser(user.userId, IdType::UserId, &context, handler);
    });
    const QString identity = Users::identifier(**whole, IdType::Identity).verbatim();
    QVERIFY(!identity.isEmpty());
    f.sandbox()->setFaults({u"identities-hidden"_s});
    auto *combo = f.find<QComboBox>("typeCombo");
    combo->setCurrentIndex(combo->findData(static_cast<int>(IdType::Identity)));
    f.type(identity);
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.rows("resultList"), 1);
    QTRY_VERIFY(f.isShown("searchHintLabel"));
    QVERIFY(f.text("searchHintLabel").contains("does not show the identities"_L1));
    QVERIFY(!f.isShown("userPanel"));
    // A person decides.
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.text("userIdLabel"), user.userId);
}

void SearchFlowTest::opensNobodyOfSeveral()
{
    const WindowFixture f(Language::English);
    f.type(u"1"_s);
    QTRY_VERIFY(f.rows("resultList") > 1);
    f.press(Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), f.find<QWidget>("resultList"));
    f.press(Qt::Key_Return);
    QVERIFY(!f.isShown("userPanel"));
    QVERIFY(f.find<QAbstractItemView>("resultList")->selectionModel()->selectedIndexes().isEmpty());
}

void SearchFlowTest::suggestsTheTypeOfTheText()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    f.type(u"zhang"_s);
    QVERIFY(!f.isShown("suggestButton"));
    f.type(user.email.plain());
    QTRY_VERIFY(f.isShown("suggestButton"));
    QVERIFY(f.find<QPushButton>("suggestButton")->text().contains("E-mail"_L1));
    f.find<QPushButton>("suggestButton")->click();
    QTRY_COMPARE(f.text("userIdLabel"), user.userId);
}

void SearchFlowTest::tellsTheDomainInTheWay()
{
    const WindowFixture f(Language::English);
    const auto *detail = f.find<QWidget>("searchState")->findChild<QLabel *>(u"stateDetailLabel"_s);
    f.type(uR"(CORP\tingting.luo12)"_s);
    QTRY_VERIFY2(detail->text().contains(u"Search for “tingting.luo12” alone."_s),
                 qPrintable(detail->text()));
    QVERIFY(detail->isVisible());
    f.type(u"nobody-has-this"_s);
    QTRY_VERIFY(f.find<QWidget>("searchState")
                    ->findChild<QLabel *>(u"stateLabel"_s)
                    ->text()
                    .startsWith("No user of this pool"_L1));
    QVERIFY2(!detail->text().contains("domain"_L1) && detail->text().startsWith("Authing itself searches"_L1),
             qPrintable(detail->text()));
}

void SearchFlowTest::goesOnWithoutPermissionToSearch()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    f.sandbox()->setFaults({u"search-forbidden"_s});
    f.type(user.email.plain());
    auto *state = f.find<QWidget>("searchState");
    QTRY_VERIFY(state->isVisible() &&
                state->findChild<QLabel *>(u"stateDetailLabel"_s)->text().contains("forbidden"_L1));
    state->findChild<QPushButton *>(u"stateButton"_s)->click();
    QVERIFY(f.isShown("manualPanel"));
    QVERIFY(f.text("manualNote").contains("can't look up users"_L1));
    QCOMPARE(f.find<QLineEdit>("manualIdEdit")->text(), user.email.plain());
    QVERIFY(!f.find<QPushButton>("kickButton")->isEnabled());
    auto *apps = f.find<QPlainTextEdit>("manualAppsEdit");
    apps->setPlainText(u"not an id!"_s);
    QVERIFY(!f.text("manualProblemLabel").isEmpty());
    const auto list = answerOf<Result<QList<Application>>>(
        [&f](const auto &handler) { f.session()->applicationLister()->list(f.session(), handler); });
    QVERIFY(list && list->hasValue());
    const QString appId = list->value().constFirst().appId;
    apps->setPlainText(appId + u"\n"_s + appId);
    QVERIFY(f.text("manualProblemLabel").isEmpty());
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.isShown("kickSheet"));
    f.find<QWidget>("confirmEdit")->setFocus();
    QTest::keyClicks(f.find<QLineEdit>("confirmEdit"), user.email.plain());
    QVERIFY(f.send());
    // Without a user ID nothing can be checked.
    QCOMPARE(f.text("headlineLabel"), u"Accepted, not confirmed"_s);
    const QJsonObject body = onlyKick(f);
    QCOMPARE(body.value("userId"_L1).toString(), user.email.plain());
    QCOMPARE(body.value("appIds"_L1).toArray(), QJsonArray{appId});
}

void SearchFlowTest::fetchesMoreWhenScrolled()
{
    const WindowFixture f(Language::English);
    f.type(u"1"_s);
    QTRY_VERIFY(f.rows("resultList") == 50);
    QTRY_VERIFY(f.text("countLabel").startsWith("50 of "_L1));
    f.find<QAbstractItemView>("resultList")->scrollToBottom();
    QTRY_VERIFY(f.rows("resultList") > 50);
}

void SearchFlowTest::clearsTheTextWithTheMouse()
{
    const WindowFixture f(Language::English);
    const auto *edit = f.find<QLineEdit>("searchEdit");
    // The button is made once the window is painted.
    QTRY_VERIFY(edit->isClearButtonEnabled());
    f.type(u"wang"_s);
    const auto buttons = edit->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 1);
    QTRY_VERIFY(buttons.first()->isVisible());
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QVERIFY(edit->text().isEmpty());
}

QTEST_MAIN(SearchFlowTest)
#include "tst_searchflow.moc"

// SPDX-License-Identifier: Apache-2.0
#include "gui/search/searchpanel.h"
#include "gui/searchpage.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

QString stateText(const SearchPage &page, const char *pane)
{
    return page.window().find<QWidget>(pane)->findChild<QLabel *>(u"stateLabel"_s)->text();
}

/// @p phone with a dash in the places where people write it.
QString dashed(const QString &phone, QChar dash)
{
    return phone.left(3) + dash + phone.mid(3, 4) + dash + phone.mid(7);
}

QString fullWidth(const QString &text)
{
    QString result;
    for (const QChar character : text)
        result += QChar(static_cast<char16_t>(character.unicode() + 0xFEE0));
    return result;
}

} // namespace

/// What a kick would hit is who stands in the search box, whichever way the agent came there.
class SearchDriftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondPasteOpensItsUser_data();
    void secondPasteOpensItsUser();
    void pasteOfAnUnknownTextClosesTheUser();
    void typedExactHitOpens();
    void enterTakesWhoIsFound();
    void nobodyIsArmedBeforeTheAnswer();
    void lateAnswerStaysBehindTheSheet();
    void arrowKeysTakeTheTargetAlong();
    void arrowKeysDoNotFloodTheServer();
    void failedSearchDisarms();
    void severalMarkedUsersAreNoTarget();
    void uncleanTextOpensItsUser_data();
    void uncleanTextOpensItsUser();
    void phoneOfAnotherCountryOpensNobody();
    void exactLookUpIsForOneTextOnly();
    void enterLooksUpWhatTheSearchDoesNotKnow();
    void shortenedNumberIsRefused();
    void userKnownFromElsewhereIsSearchedToo();
    void heldCtrlKeepsTheMark();
    void emptyBoxClosesTheUser();
    void otherTypeClosesTheUser();
};

void SearchDriftTest::secondPasteOpensItsUser_data()
{
    QTest::addColumn<bool>("isFirstPhone");
    QTest::addColumn<bool>("isSecondPhone");
    QTest::newRow("equal length") << true << true;
    QTest::newRow("shorter") << false << true;
    QTest::newRow("longer") << true << false;
}

void SearchDriftTest::secondPasteOpensItsUser()
{
    QFETCH(const bool, isFirstPhone);
    QFETCH(const bool, isSecondPhone);
    const SearchPage page;
    const auto text = [](const User &user, bool isPhone) {
        return isPhone ? user.phone.plain() : user.email.plain();
    };
    page.paste(text(page.user(0), isFirstPhone));
    QVERIFY(page.isReady(page.user(0)));
    page.paste(text(page.user(1), isSecondPhone));
    QVERIFY(!page.isArmed());
    page.pressKick();
    QCOMPARE(page.sheetUserId(), QString());
    QVERIFY(page.isReady(page.user(1)));
    page.pressKick();
    QCOMPARE(page.sheetUserId(), page.user(1).userId);
}

void SearchDriftTest::pasteOfAnUnknownTextClosesTheUser()
{
    const SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    page.paste(page.user(1).phone.plain());
    QVERIFY(page.isReady(page.user(1)));
    page.paste(u"nobody has this"_s);
    QTRY_COMPARE(stateText(page, "searchState"), u"No user of this pool matches."_s);
    QCOMPARE(page.openUserId(), QString());
    QVERIFY(!page.isArmed());
    page.pressKick();
    QCOMPARE(page.sheetUserId(), QString());
    QCOMPARE(stateText(page, "emptyState"), u"No user is open."_s);
    QCOMPARE(page.window().text("actionHintLabel"), u"Open a user first."_s);
}

void SearchDriftTest::typedExactHitOpens()
{
    const SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    page.window().type(page.user(1).phone.plain());
    QVERIFY(page.isReady(page.user(1)));
    // The agent may go on typing.
    QCOMPARE(QApplication::focusWidget(), page.window().find<QWidget>("searchEdit"));
}

void SearchDriftTest::enterTakesWhoIsFound()
{
    const SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    page.window().type(page.user(1).email.plain().section(u'@', 0, 0) + u'@');
    page.window().press(Qt::Key_Return);
    page.pressKick();
    QCOMPARE(page.sheetUserId(), QString());
    QVERIFY(page.isReady(page.user(1)));
    page.pressKick();
    QCOMPARE(page.sheetUserId(), page.user(1).userId);
}

void SearchDriftTest::nobodyIsArmedBeforeTheAnswer()
{
    SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    page.server().hold({"list-users"});
    page.paste(page.user(1).phone.plain());
    QTRY_COMPARE(page.server().waiting(), 1);
    page.pressKick();
    QCOMPARE(page.sheetUserId(), QString());
    QCOMPARE(page.openUserId(), QString());
    QCOMPARE(stateText(page, "emptyState"), u"No user is open yet."_s);
    page.server().releaseAll();
    QVERIFY(page.isReady(page.user(1)));
}

void SearchDriftTest::lateAnswerStaysBehindTheSheet()
{
    SearchPage page;
    page.server().hold({"get-user-loggedin-apps"});
    page.paste(page.user(0).phone.plain());
    QTRY_COMPARE(page.openUserId(), page.user(0).userId);
    QTRY_COMPARE(page.server().waiting(), 1);
    page.window().press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(page.sheetUserId(), page.user(0).userId);
    page.server().hold({});
    page.server().releaseAll();
    // The look-up of the sheet is asked later, and answered.
    QTRY_VERIFY(!page.window().isShown("lookupLabel"));
    QCOMPARE(page.window().rows("applicationTable"), 0);
    QCOMPARE(page.openUserId(), page.user(0).userId);
    page.window().press(Qt::Key_Escape);
    QTRY_COMPARE(page.window().rows("applicationTable"), 2);
    QCOMPARE(page.openUserId(), page.user(0).userId);
}

void SearchDriftTest::arrowKeysTakeTheTargetAlong()
{
    const SearchPage page;
    page.window().type(u"1"_s);
    QTRY_VERIFY(page.window().rows("resultList") > 2);
    page.window().press(Qt::Key_Down);
    QTRY_COMPARE(QApplication::focusWidget(), page.window().find<QWidget>("resultList"));
    QTRY_VERIFY(!page.openUserId().isEmpty());
    const QString first = page.openUserId();
    QCOMPARE(page.markedUserIds(), QStringList(first));
    QTRY_COMPARE(page.window().rows("applicationTable"), 2);
    page.window().find<QAction>("tickAllAction")->trigger();
    QVERIFY(page.isArmed());
    page.window().press(Qt::Key_Down);
    QVERIFY(!page.isArmed());
    page.pressKick();
    QCOMPARE(page.sheetUserId(), QString());
    QTRY_VERIFY(!page.openUserId().isEmpty());
    QVERIFY(page.openUserId() != first);
    QCOMPARE(page.markedUserIds(), QStringList(page.openUserId()));
    // The keyboard stays in the list.
    QCOMPARE(QApplication::focusWidget(), page.window().find<QWidget>("resultList"));
}

void SearchDriftTest::arrowKeysDoNotFloodTheServer()
{
    SearchPage page;
    page.window().type(u"1"_s);
    QTRY_VERIFY(page.window().rows("resultList") > 10);
    page.server().hold({"get-user-loggedin-apps"});
    for (int row = 0; row < 10; ++row)
        page.window().press(Qt::Key_Down);
    QTRY_COMPARE(page.openUserId(), page.markedUserIds().value(0));
    QTRY_COMPARE(page.server().waiting(), 1);
}

void SearchDriftTest::failedSearchDisarms()
{
    SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    page.server().hold({"list-users"});
    page.window().type(u"zhang"_s);
    QTRY_COMPARE(page.server().waiting(), 1);
    page.server().fail(0);
    auto *state = page.window().find<QWidget>("searchState");
    const auto *button = state->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Try again"_s);
    QVERIFY(!page.isArmed());
    page.pressKick();
    QCOMPARE(page.sheetUserId(), QString());
    QCOMPARE(page.openUserId(), QString());
}

void SearchDriftTest::severalMarkedUsersAreNoTarget()
{
    const SearchPage page;
    page.window().type(u"1"_s);
    QTRY_VERIFY(page.window().rows("resultList") > 2);
    page.window().press(Qt::Key_Down);
    QTRY_VERIFY(!page.openUserId().isEmpty());
    QTRY_COMPARE(page.window().rows("applicationTable"), 2);
    page.window().find<QAction>("tickAllAction")->trigger();
    page.window().press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(page.markedUserIds().size(), 2);
    QVERIFY(!page.isArmed());
    page.pressKick();
    QCOMPARE(page.sheetUserId(), QString());
    QCOMPARE(stateText(page, "emptyState"), u"2 users are marked."_s);
    auto *button = page.window().find<QWidget>("emptyState")->findChild<QPushButton *>(u"stateButton"_s);
    QCOMPARE(button->text(), u"Make a list of them"_s);
    button->click();
    QTRY_VERIFY(page.window().window()->findChild<QWidget *>(u"listPage"_s) != nullptr);
    QTRY_COMPARE(page.window().rows("listRowTable"), 2);
}

void SearchDriftTest::uncleanTextOpensItsUser_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("behind");
    QTest::addColumn<int>("form");
    QTest::newRow("U+202A to U+202C") << u"\u202A"_s << u"\u202C"_s << 0;
    QTest::newRow("U+202B to U+202C") << u"\u202B"_s << u"\u202C"_s << 0;
    QTest::newRow("U+2068 to U+2069") << u"\u2068"_s << u"\u2069"_s << 0;
    QTest::newRow("U+200B") << u"\u200B"_s << u"\u200B"_s << 0;
    QTest::newRow("+86 and spaces") << u"+86 "_s << QString() << 1;
    QTest::newRow("dashes") << QString() << QString() << 2;
    QTest::newRow("full width") << QString() << QString() << 3;
    QTest::newRow("line end") << QString() << u"\r\n"_s << 0;
    QTest::newRow("86-") << u"86-"_s << QString() << 0;
    QTest::newRow("non-breaking hyphens") << u"\u202D"_s << u"\u202C"_s << 4;
    QTest::newRow("tel:") << u"tel:+86"_s << QString() << 0;
}

void SearchDriftTest::uncleanTextOpensItsUser()
{
    QFETCH(const QString, before);
    QFETCH(const QString, behind);
    QFETCH(const int, form);
    const SearchPage page;
    page.paste(page.user(0).email.plain());
    QVERIFY(page.isReady(page.user(0)));
    const QString phone = page.user(1).phone.plain();
    const QStringList forms{phone, dashed(phone, u' '), dashed(phone, u'-'), fullWidth(phone),
                            dashed(phone, u'\u2011')};
    page.paste(before + forms.at(form) + behind);
    QVERIFY(!page.isArmed());
    QVERIFY(page.isReady(page.user(1)));
    page.pressKick();
    QCOMPARE(page.sheetUserId(), page.user(1).userId);
}

void SearchDriftTest::phoneOfAnotherCountryOpensNobody()
{
    const SearchPage page;
    page.paste(u"+44 "_s + page.user(0).phone.plain());
    QTRY_COMPARE(page.window().rows("resultList"), 1);
    QCOMPARE(page.openUserId(), QString());
    QVERIFY(!page.isArmed());
}

void SearchDriftTest::exactLookUpIsForOneTextOnly()
{
    const SearchPage page;
    page.window().type(u"nobody@example.com"_s);
    auto *button = page.window().find<QPushButton>("suggestButton");
    QTRY_VERIFY(button->isVisible());
    button->click();
    QTRY_COMPARE(stateText(page, "searchState"), u"No user of this pool has this as E-mail."_s);
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    QCOMPARE(page.window().find<QComboBox>("typeCombo")->currentIndex(), 0);
}

void SearchDriftTest::enterLooksUpWhatTheSearchDoesNotKnow()
{
    const SearchPage page;
    const User &user = page.user(0);
    const auto answer = answerOf<Result<User>>([&](const auto &handler) {
        page.session()->client()->getUser(user.userId, IdType::UserId, page.session(), handler);
    });
    QVERIFY(answer && *answer && answer->value().identities && !answer->value().identities->isEmpty());
    // No field that is searched has an identity.
    const Identity identity = answer->value().identities->constFirst();
    page.window().type(identity.extIdpId + u':' + identity.userIdInIdp.plain());
    QTRY_COMPARE(stateText(page, "searchState"), u"No user of this pool matches."_s);
    QCOMPARE(page.openUserId(), QString());
    page.window().press(Qt::Key_Return);
    QVERIFY(page.isReady(user));
    page.window().find<QLineEdit>("searchEdit")->clear();
    page.paste(identity.extIdpId + u':' + identity.userIdInIdp.plain());
    QVERIFY(page.isReady(user));
}

void SearchDriftTest::shortenedNumberIsRefused()
{
    const SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    page.paste(u"1.38E+10"_s);
    QVERIFY(stateText(page, "searchState").startsWith(u"A spreadsheet has shortened this number"_s));
    QVERIFY(!page.isArmed());
    page.paste(u"13623606799.0"_s);
    QVERIFY(stateText(page, "searchState").startsWith(u"A program has turned this number"_s));
    QVERIFY(!page.isArmed());
}

/// As the notice of a return does, whose user is not the one who is open.
void SearchDriftTest::userKnownFromElsewhereIsSearchedToo()
{
    SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    page.server().hold({"list-users"});
    page.window().type(u"zhang"_s);
    page.window().find<SearchPanel>("searchPanel")->show(page.user(1));
    QVERIFY(page.isReady(page.user(1)));
    QCOMPARE(page.window().find<QLineEdit>("searchEdit")->text(), page.user(1).userId);
    QCOMPARE(page.markedUserIds(), QStringList(page.user(1).userId));
    // The answer to what was typed before comes to nothing.
    page.server().hold({});
    page.server().releaseAll();
    page.pressKick();
    QTRY_VERIFY(page.window().find<QPushButton>("sendButton")->isEnabled());
    QCOMPARE(page.sheetUserId(), page.user(1).userId);
    QCOMPARE(page.openUserId(), page.user(1).userId);
}

void SearchDriftTest::heldCtrlKeepsTheMark()
{
    const SearchPage page;
    page.window().type(u"1"_s);
    QTRY_VERIFY(page.window().rows("resultList") > 2);
    page.window().press(Qt::Key_Down);
    QTest::keyPress(page.window().find<QWidget>("resultList"), Qt::Key_Control, Qt::ControlModifier);
    QTRY_VERIFY(!page.openUserId().isEmpty());
    QCOMPARE(page.markedUserIds(), QStringList(page.openUserId()));
    QTest::keyRelease(page.window().find<QWidget>("resultList"), Qt::Key_Control);
}

void SearchDriftTest::emptyBoxClosesTheUser()
{
    const SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    page.window().find<QLineEdit>("searchEdit")->setFocus();
    page.window().press(Qt::Key_Escape);
    QCOMPARE(page.openUserId(), QString());
    QVERIFY(!page.isArmed());
    QCOMPARE(stateText(page, "emptyState"), u"Find the user who is to be forced offline."_s);
}

void SearchDriftTest::otherTypeClosesTheUser()
{
    const SearchPage page;
    page.paste(page.user(0).phone.plain());
    QVERIFY(page.isReady(page.user(0)));
    auto *combo = page.window().find<QComboBox>("typeCombo");
    combo->setCurrentIndex(combo->findData(static_cast<int>(IdType::Email)));
    QCOMPARE(page.openUserId(), QString());
    QVERIFY(!page.isArmed());
    page.paste(page.user(1).email.plain());
    QVERIFY(page.isReady(page.user(1)));
}

QTEST_MAIN(SearchDriftTest)
#include "tst_searchdrift.moc"

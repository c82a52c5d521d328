// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogscreenshots.h"
#include "gui/listscreenshots.h"
#include "gui/receiptscreenshots.h"
#include "gui/sheetscreenshots.h"
#include "gui/sourcescreenshots.h"
#include "gui/startscreenshots.h"
#include "gui/style/theme.h"
#include "gui/windowfixture.h"
#include "store/files/storenotice.h"
#include "support/journalsample.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QTabWidget>
#include <QToolButton>
#include <QUuid>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Saves pictures of one window in one look.
class Photographer
{
public:
    Photographer(const WindowFixture &fixture, QString prefix)
        : m_fixture(fixture)
        , m_prefix(std::move(prefix))
    {
    }

    void take(const QString &name) const { photograph(m_fixture.window(), m_prefix + name + u".png"_s); }

private:
    const WindowFixture &m_fixture;
    QString m_prefix;
};

void photographTheWay(const Look &look, const QString &prefix)
{
    const WindowFixture f(look.language);
    f.window()->resize(look.size);
    const Photographer photographer(f, prefix);
    photographer.take(u"01-start"_s);
    f.find<QLineEdit>("searchEdit")->setText(u"王"_s);
    isReady(QTest::qWaitFor([&f] { return f.rows("resultList") > 1; }), "the search");
    photographer.take(u"02-results"_s);
    if (!isReady(f.open(f.user()), "opening"))
        return;
    photographer.take(u"03-user"_s);
    if (!isReady(f.openSheet(), "the sheet"))
        return;
    photographer.take(u"04-sheet"_s);
    f.find<QToolButton>("requestButton")->click();
    photographer.take(u"05-request"_s);
    f.find<QPushButton>("sendButton")->setFocus();
    isReady(f.send(), "sending");
    isReady(QTest::qWaitFor([&f] {
                return f.find<QAbstractItemView>("resultAppsList")
                    ->model()
                    ->index(0, 0)
                    .data()
                    .toString()
                    .contains(u'→');
            }),
            "the proof");
    photographer.take(u"06-result"_s);
    f.find<QPushButton>("closeResultButton")->click();
    f.find<QTabWidget>("historyTabs")->setCurrentWidget(f.find<QWidget>("userHistoryPanel"));
    f.window()->showNotice(
        {.kind = StoreNotice::Kind::FolderRepaired, .path = u"/home/agent/.local/share/kickdesk"_s});
    isReady(QTest::qWaitFor([&f] { return f.rows("userHistoryTable") == 1; }), "the history of the user");
    photographer.take(u"07-this-tool"_s);
}

void photographTheProtected(const Look &look, const QString &prefix)
{
    const SandboxSession pool({u"session-slow"_s, u"relogin-later"_s});
    User user;
    {
        const auto page = answerOf<Result<Page<User>>>(
            [&pool](const auto &handler) { pool.client()->listUsers({}, pool.session.get(), handler); });
        if (!isReady(page && *page && page->value().list.size() > 6, "the list of users"))
            return;
        user = page->value().list.at(6);
    }
    Profile profile = pool.profile();
    profile.protectedUsers = {{.userId = user.userId, .identifiers = {}}};
    profile.isTicketRequired = true;
    profile.isReasonRequired = true;
    const WindowFixture f(look.language, profile, pool.address.secret);
    f.window()->resize(look.size);
    const Photographer photographer(f, prefix);
    if (!isReady(f.open(user), "opening"))
        return;
    photographer.take(u"30-protected"_s);
    f.find<QAction>("tickAllAction")->trigger();
    f.press(Qt::Key_K, Qt::ControlModifier);
    auto *send = f.find<QPushButton>("sendButton");
    QTest::qWait(300);
    photographer.take(u"31-protected-sheet"_s);
    f.find<QLineEdit>("ticketEdit")->setText(u"INC-20261"_s);
    const bool isChinese = look.language == Language::Chinese;
    f.find<QLineEdit>("reasonEdit")->setText(isChinese ? u"笔记本电脑丢失"_s : u"lost notebook"_s);
    f.find<QLineEdit>("overrideEdit")->setText(isChinese ? u"安全负责人电话确认"_s : u"CISO, by phone"_s);
    f.find<QLineEdit>("confirmEdit")->setText(user.userId);
    isReady(QTest::qWaitFor([send] { return send->isEnabled(); }), "the confirmation");
    photographer.take(u"32-protected-confirmed"_s);
    send->setFocus();
    f.press(Qt::Key_Return);
    isReady(QTest::qWaitFor([&f] { return !f.text("serverMessageLabel").isEmpty(); }), "the acceptance");
    QTest::qWait(300);
    photographer.take(u"33-proving"_s);
    const auto *copy = f.find<QPushButton>("copyResultButton");
    isReady(QTest::qWaitFor([copy] { return copy->isEnabled(); }, 40000), "the result");
    photographer.take(u"34-relogin"_s);
}

void photographTheStates(const Look &look, const QString &prefix)
{
    const WindowFixture f(look.language);
    f.window()->resize(look.size);
    const Photographer photographer(f, prefix);
    const auto *state = f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s);
    f.type(u"*"_s);
    photographer.take(u"10-refused"_s);
    f.find<QLineEdit>("searchEdit")->setText(u"1.38E+10"_s);
    photographer.take(u"16-shortened-number"_s);
    f.type(u"1"_s);
    isReady(QTest::qWaitFor([&f] { return f.rows("resultList") > 1; }), "the search");
    photographer.take(u"17-none-chosen"_s);
    f.press(Qt::Key_Down);
    photographer.take(u"18-opening"_s);
    f.press(Qt::Key_Down, Qt::ShiftModifier);
    photographer.take(u"19-several-marked"_s);
    f.type(u"nobody at all"_s);
    isReady(QTest::qWaitFor([state] { return state->isVisible(); }), "nothing found");
    photographer.take(u"11-nothing-found"_s);
    f.sandbox()->setFaults({u"captive-portal@list-users"_s});
    f.type(u"zhangsan@corp.cn"_s);
    isReady(QTest::qWaitFor([state] { return state->isVisible(); }), "the error");
    photographer.take(u"12-error"_s);
    f.sandbox()->setFaults({u"search-forbidden"_s});
    f.type(u"13800138000"_s);
    isReady(QTest::qWaitFor([state] { return state->isVisible(); }), "the refusal");
    photographer.take(u"13-forbidden"_s);
    f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s)->click();
    f.find<QPlainTextEdit>("manualAppsEdit")
        ->setPlainText(u"62188e71c1a2b3075289c580\n62eaa95fe0d41f9a5295bf7c"_s);
    photographer.take(u"14-manual"_s);
    f.press(Qt::Key_K, Qt::ControlModifier);
    photographer.take(u"15-manual-sheet"_s);
}

void photographTheTroubles(const Look &look, const QString &prefix)
{
    const WindowFixture f(look.language,
                          {u"check-unavailable"_s, u"half-body"_s, u"code-500@get-user-login-history"_s});
    f.window()->resize(look.size);
    const Photographer photographer(f, prefix);
    if (!isReady(f.open(f.user()), "opening"))
        return;
    photographer.take(u"20-could-not-check"_s);
    if (isReady(f.openSheet(), "the sheet") && isReady(f.send(), "sending"))
        photographer.take(u"21-could-not-confirm"_s);
}

SampleKick sampleKick(int number, Language language)
{
    static const std::array people{
        std::pair(u"张三"_s, u"138****8000"_s), std::pair(u"李娜"_s, u"159****2046"_s),
        std::pair(u"Zoë Garcia"_s, u"207****0395"_s), std::pair(u"王建华"_s, u"158****5614"_s)};
    static const QUuid space(u"5d8f0c7e-14f2-4a8e-9c43-2f1f4f6f0b90"_s);
    const auto &[name, contact] = people.at(static_cast<size_t>(number) % people.size());
    SampleKick kick{.name = name,
                    .contact = contact,
                    .ticket = u"INC-%1"_s.arg(1000 + number),
                    .reason = language == Language::Chinese ? u"手机丢失"_s : u"phone lost"_s,
                    .requestId =
                        QUuid::createUuidV5(space, QString::number(number)).toString(QUuid::WithoutBraces)};
    const QList<KickOutcome> outcomes{KickOutcome::Verified, KickOutcome::StillOnline, KickOutcome::Unknown,
                                      KickOutcome::Rejected, KickOutcome::Accepted,    KickOutcome::NotSent};
    kick.outcome = outcomes.at(number % outcomes.size());
    if (kick.outcome == KickOutcome::Rejected)
        kick.errorCode = errorCodeName(ErrorCode::Forbidden);
    if (kick.outcome == KickOutcome::Unknown)
        kick.errorCode = errorCodeName(ErrorCode::Deadline);
    return kick;
}

void photographTheHistory(const Look &look, const QString &prefix)
{
    const WindowFixture f(look.language);
    f.window()->resize(look.size);
    const Photographer photographer(f, prefix);
    f.press(Qt::Key_2, Qt::ControlModifier);
    const auto *state = f.find<QWidget>("historyState")->findChild<QLabel *>(u"stateIconLabel"_s);
    isReady(QTest::qWaitFor([state] { return state->isVisible(); }), "the empty history");
    photographer.take(u"30-history-empty"_s);
    for (int i = 0; i < 12; ++i)
        isReady(JournalSamples::write(f.session()->journal(), sampleKick(i, look.language)) > 0, "a kick");
    f.press(Qt::Key_F5);
    isReady(QTest::qWaitFor([&f] {
                return f.isShown("historyTable") && f.find<QPushButton>("copyDetailButton")->isEnabled();
            }),
            "the history");
    f.find<QPushButton>("verifyHistoryButton")->click();
    isReady(QTest::qWaitFor([&f] { return f.text("historyNoticeLabel").startsWith(u'✔'); }), "the check");
    photographer.take(u"31-history"_s);
    f.find<QComboBox>("rangeCombo")->setCurrentIndex(4);
    JournalSamples::execute(f.session()->journal()->file(),
                            u"UPDATE items SET outcome = 'verified' WHERE id = 2"_s);
    f.find<QAbstractItemView>("historyTable")->setFocus();
    f.press(Qt::Key_Down);
    f.find<QPushButton>("verifyHistoryButton")->click();
    isReady(QTest::qWaitFor([&f] { return f.text("historyNoticeLabel").startsWith(u'✖'); }),
            "the alteration");
    photographer.take(u"32-history-altered"_s);
    f.find<QLineEdit>("historyTextEdit")->setText(u"nobody"_s);
    isReady(QTest::qWaitFor([state] { return state->isVisible(); }), "nothing found");
    photographer.take(u"33-history-nothing-found"_s);
    JournalSamples::execute(f.session()->journal()->file(), u"PRAGMA user_version = 999"_s);
    f.press(Qt::Key_F5);
    const auto *detail = f.find<QWidget>("historyState")->findChild<QLabel *>(u"stateDetailLabel"_s);
    isReady(QTest::qWaitFor([detail] { return detail->isVisible(); }), "the newer file");
    photographer.take(u"34-history-newer"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        std::fputs("usage: kickdesk_screenshots FOLDER [LOOK...] (QT_SCALE_FACTOR=2 for 200 %)\n", stderr);
        return EXIT_FAILURE;
    }
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    constexpr QSize smallest(960, 600);
    constexpr QSize usual(1200, 800);
    for (const Look &look : {Look{u"zh-light"_s, Language::Chinese, false, smallest},
                             Look{u"en-light"_s, Language::English, false, smallest},
                             Look{u"zh-dark"_s, Language::Chinese, true, usual},
                             Look{u"en-dark"_s, Language::English, true, usual}}) {
        if (arguments.size() > 2 && !arguments.contains(look.name))
            continue;
        Themes::apply(look.isDark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString prefix = QDir(arguments.at(1)).filePath(look.name + u'-');
        photographTheStart(look, prefix);
        photographTheDialogs(look, prefix);
        photographTheWay(look, prefix);
        photographTheStates(look, prefix);
        photographTheTroubles(look, prefix);
        photographTheHistory(look, prefix);
        photographTheProtected(look, prefix);
        photographTheReceipts(look, prefix);
        photographTheSheets(look, prefix);
        photographTheLists(look, prefix);
        photographTheSources(look, prefix);
    }
    return EXIT_SUCCESS;
}

// SPDX-License-Identifier: Apache-2.0
#include "gui/sheetscreenshots.h"

#include "gui/windowfixture.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

void photographTheChecks(const Look &look, const QString &prefix)
{
    const SandboxSession pool({u"same-name"_s}, AuthScheme::Token, {.users = 200, .latencyMs = 300});
    Profile profile = pool.profile();
    profile.environment = Environment::Production;
    const WindowFixture f(look.language, profile, pool.address.secret);
    f.find<QLineEdit>("searchEdit")->setFocus();
    f.find<QLineEdit>("searchEdit")->setText(u"张伟"_s);
    auto *list = f.find<QAbstractItemView>("resultList");
    if (!isReady(QTest::qWaitFor([list] { return list->model()->rowCount() > 2; }, 20000), "the search"))
        return;
    const auto canKick = [&f] { return f.find<QAction>("kickAction")->isEnabled(); };
    // The first of them who is online anywhere.
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        list->setFocus();
        list->setCurrentIndex(list->model()->index(row, 0));
        f.press(Qt::Key_Return);
        if (QTest::qWaitFor(canKick, 4000))
            break;
    }
    if (!isReady(canKick(), "a session"))
        return;
    photograph(f.window(), prefix + u"40-same-name.png"_s);
    f.press(Qt::Key_K, Qt::ControlModifier);
    QTest::qWait(100);
    photograph(f.window(), prefix + u"41-sheet-checking.png"_s);
    auto *includeAll = f.find<QPushButton>("includeAllButton");
    isReady(QTest::qWaitFor([&] { return !includeAll->isVisible(); }, 20000), "the checks");
    QTest::qWait(400);
    photograph(f.window(), prefix + u"42-sheet-checked.png"_s);
}

void photographTheProtected(const Look &look, const QString &prefix)
{
    const SandboxSession pool;
    User user;
    user.userId = Sandbox::userId({.users = 200}, 3);
    Profile profile = pool.profile();
    profile.protectedUsers = {{.userId = user.userId, .identifiers = {}}};
    profile.isTicketRequired = true;
    const WindowFixture f(look.language, profile, pool.address.secret);
    isReady(f.open(user), "opening");
    f.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::qWait(300);
    photograph(f.window(), prefix + u"43-sheet-protected.png"_s);
    f.find<QToolButton>("requestButton")->click();
    QTest::qWait(100);
    photograph(f.window(), prefix + u"44-sheet-request.png"_s);
}

void photographTheUnknown(const Look &look, const QString &prefix)
{
    const SandboxSession pool({u"search-forbidden"_s});
    Profile profile = pool.profile();
    profile.environment = Environment::Production;
    const WindowFixture f(look.language, profile, pool.address.secret);
    f.type(u"13800138000"_s);
    auto *button = f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s);
    isReady(QTest::qWaitFor([button] { return button->isVisible(); }), "the refusal");
    button->click();
    QTest::qWait(300);
    f.find<QWidget>("manualPanel")->findChild<QPushButton *>(u"allButton"_s)->click();
    photograph(f.window(), prefix + u"45-restricted.png"_s);
    f.press(Qt::Key_K, Qt::ControlModifier);
    QTest::qWait(100);
    photograph(f.window(), prefix + u"46-restricted-sheet.png"_s);
}

} // namespace

void photographTheSheets(const Look &look, const QString &prefix)
{
    photographTheChecks(look, prefix);
    photographTheProtected(look, prefix);
    photographTheUnknown(look, prefix);
}

// SPDX-License-Identifier: Apache-2.0
#include "gui/receiptscreenshots.h"

#include "gui/windowfixture.h"

#include <QFile>
#include <QPushButton>
#include <QToolButton>

#include <array>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Ending
{
    const char *name;
    QStringList faults;
};

QList<Ending> endings()
{
    return {{"confirmed", {}},
            {"still-online", {u"session-stays"_s}},
            {"relogin", {u"relogin"_s}},
            {"signed-in-again", {u"relogin-later"_s}},
            {"not-confirmed", {u"check-unavailable"_s}},
            {"rejected", {u"code-403"_s}},
            {"unknown", {u"half-body"_s, u"code-500@check-session-status"_s}}};
}

/// Kicks the first user from two applications.
bool kick(const WindowFixture &f)
{
    if (!isReady(f.open(f.user()), "opening"))
        return false;
    f.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    f.find<QAbstractItemView>("applicationTable")->setFocus();
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Down, Qt::Key_Space})
        f.press(key);
    f.press(Qt::Key_K, Qt::ControlModifier);
    const auto *send = f.find<QPushButton>("sendButton");
    return isReady(QTest::qWaitFor([send] { return send->isEnabled(); }, 20000), "the sheet");
}

void photographAnEnding(const Look &look, const QString &prefix, const Ending &ending,
                        Environment environment)
{
    const SandboxSession pool;
    Profile profile = pool.profile();
    profile.environment = environment;
    const WindowFixture f(look.language, profile, pool.address.secret);
    f.session()->client()->setDeadline(std::chrono::seconds(2));
    f.window()->resize(look.size);
    if (!kick(f))
        return;
    pool.sandbox->setFaults(ending.faults);
    if (isReady(f.send(), ending.name))
        photograph(f.window(), prefix + QString::fromLatin1(ending.name) + u".png"_s);
    f.find<QToolButton>("detailsButton")->click();
    if (ending.faults.isEmpty())
        photograph(f.window(), prefix + u"details.png"_s);
}

/// A history that cannot be written, so that nothing is sent.
void photographNothingSent(const Look &look, const QString &prefix)
{
    const SandboxSession pool;
    QFile blocker(pool.folder.filePath(u"file"_s));
    if (!isReady(blocker.open(QFile::WriteOnly), "the file"))
        return;
    Journal journal(blocker.fileName() + u"/journal.db"_s);
    Session session(pool.profile(), pool.address.secret, &journal);
    const WindowFixture f(look.language, &session);
    f.window()->resize(look.size);
    if (kick(f) && isReady(f.send(), "not sending"))
        photograph(f.window(), prefix + u"not-sent.png"_s);
}

} // namespace

void photographTheReceipts(const Look &look, const QString &prefix)
{
    for (const Ending &ending : endings())
        photographAnEnding(look, prefix + u"80-receipt-"_s, ending, Environment::Sandbox);
    for (const Ending &ending : endings().first(4))
        photographAnEnding(look, prefix + u"81-production-"_s, ending, Environment::Production);
    photographNothingSent(look, prefix + u"80-receipt-"_s);
}

// SPDX-License-Identifier: Apache-2.0
#include "gui/listfixture.h"

#include "gui/widgets/countfilterbar.h"
#include "kick/run/listrunthread.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longTime = 60000;

} // namespace

ListFixture::ListFixture(Language language, const QStringList &faults, const SandboxOptions &options)
    : WindowFixture(language, faults, options)
{
    find<QAction>("listPageAction")->trigger();
}

ListFixture::ListFixture(Language language, const Profile &profile, const Secret &secret)
    : WindowFixture(language, profile, secret)
{
    find<QAction>("listPageAction")->trigger();
}

QStringList ListFixture::userIds(int count)
{
    QStringList ids;
    for (int place = 0; place < count; ++place)
        ids << Sandbox::userId({.users = 200}, place);
    return ids;
}

void ListFixture::click(const char *button) const
{
    find<QPushButton>(button)->click();
}

void ListFixture::choose(const char *table, int row) const
{
    auto *view = find<QAbstractItemView>(table);
    view->setCurrentIndex(view->model()->index(row, 0));
}

void ListFixture::paste(const QString &text) const
{
    QGuiApplication::clipboard()->setText(text);
    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    // It is read in another thread.
    const auto *panel = find<QWidget>("listSourcePanel");
    (void)QTest::qWaitFor([panel] { return panel->findChild<PendingCall *>() == nullptr; }, longTime);
}

bool ListFixture::resolve(const QString &text) const
{
    paste(text);
    click("listResolveButton");
    return QTest::qWaitFor([this] { return isShown("listRowTable") && !isShown("listResolveProgress"); },
                           longTime);
}

bool ListFixture::plan(const char *radio) const
{
    click("listPlanButton");
    find<QRadioButton>(radio)->setChecked(true);
    click("listPlanMakeButton");
    return QTest::qWaitFor([this] { return isShown("listPlanTable"); }, longTime);
}

bool ListFixture::run() const
{
    if (isShown("listArmEdit"))
        find<QLineEdit>("listArmEdit")->setText(QString::number(rows("listPlanTable")));
    auto *button = find<QPushButton>("listRunButton");
    if (!button->isEnabled())
        return false;
    button->click();
    // A short list may be done before anybody looks.
    return QTest::qWaitFor([this] { return isShown("listPauseButton") || isShown("listNewButton"); },
                           longTime);
}

bool ListFixture::waitForEnd() const
{
    return QTest::qWaitFor([this] { return isShown("listNewButton"); }, 2 * longTime);
}

bool ListFixture::runAll(const QStringList &userIds) const
{
    return resolve(userIds.join(u'\n')) && plan() && run() && waitForEnd();
}

QString ListFixture::rolledUp(const char *rollUp, int key) const
{
    const QToolButton *button = find<CountFilterBar>(rollUp)->button(key);
    return button == nullptr || !button->isVisible() ? QString() : button->text();
}

void ListFixture::interrupt(const SandboxSession &pool, const QString &file, int users,
                            const std::function<QByteArray()> &source)
{
    ListRunThread host({.profile = pool.profile(), .credentials = pool.address.secret, .journalFile = file});
    QSignalSpy finished(&host, &ListRunThread::finished);
    ListPlan plan{.createdAt = QDateTime::currentDateTimeUtc(),
                  .host = pool.profile().host.toString(),
                  .keyId = pool.profile().keyId,
                  .poolId = pool.address.poolId};
    const QStringList ids = ListFixture::userIds(users);
    for (int row = 0; row < ids.size(); ++row)
        plan.items << ListPlanItem{.row = row + 2,
                                   .target = {.identifier = ids.at(row),
                                              .userId = ids.at(row),
                                              .name = ServerText(u"user %1"_s.arg(row)),
                                              .appIds = {u"62188e71c1a2b3075289c580"_s}}};
    host.start({.plan = plan, .source = source});
    QTRY_VERIFY_WITH_TIMEOUT(host.board()->summary().state == RunState::Running, 20000);
    host.stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
}

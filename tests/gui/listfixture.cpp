// SPDX-License-Identifier: Apache-2.0
#include "gui/listfixture.h"

#include "gui/widgets/countfilterbar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
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
    const QToolButton *button = find<ListRollUp>(rollUp)->button(key);
    return button == nullptr || !button->isVisible() ? QString() : button->text();
}

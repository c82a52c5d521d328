// SPDX-License-Identifier: Apache-2.0
#include "gui/listscreenshots.h"

#include "core/program/translation.h"
#include "gui/list/protectedusersdialog.h"
#include "gui/list/userchooserdialog.h"
#include "gui/listfixture.h"
#include "kick/single/headline.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace {

ListUser sampleUser(const QString &id, const QString &name)
{
    return {.userId = id,
            .name = ServerText(name),
            .contact = u"188****8888"_s,
            .status = UserStatus::Activated,
            .lastLogin = QDateTime::currentDateTimeUtc().addDays(-2)};
}

ListRow sampleRow()
{
    return {.number = 17,
            .text = ServerText(u"13800138000"_s),
            .value = u"13800138000"_s,
            .bucket = ListBucket::Several,
            .matches = {sampleUser(u"6319a5d0c7e2b40f18a9d5b7"_s, u"张三"_s),
                        sampleUser(u"6319a5d0c7e2b40f18a9d5b8"_s, u"张珊"_s)}};
}

/// Rows for every bucket that needs no fault.
QString sampleList(int users)
{
    const QStringList ids = ListFixture::userIds(users);
    QStringList lines{u"userId,name,department"_s};
    for (const QString &id : ids)
        lines << id + u",张三,研发部"_s;
    lines.insert(4, u",,"_s);
    lines.insert(5, u"1.38E+10,李四,市场部"_s);
    lines.insert(6, ids.constFirst() + u",王五,市场部"_s);
    lines.insert(7, u"0123456789abcdef01234567,赵六,市场部"_s);
    return lines.join(u'\n');
}

void photographTheSteps(const Look &look, const QString &prefix)
{
    const ListFixture f(look.language);
    f.window()->resize(look.size);
    const auto take = [&](const QString &name) { photograph(f.window(), prefix + name + u".png"_s); };
    take(u"50-list-empty"_s);
    f.paste(u"a,\"b\nc"_s);
    take(u"51-list-wrong"_s);
    f.paste(sampleList(102));
    take(u"52-list-source"_s);
    f.sandbox()->setFaults({u"never@get-user-batch"_s});
    f.click("listResolveButton");
    take(u"53-list-resolving"_s);
    f.click("listResolveCancelButton");
    f.sandbox()->setFaults({});
    f.click("listResolveButton");
    isReady(QTest::qWaitFor([&f] { return f.find<QPushButton>("listPlanButton")->isEnabled(); }, 20000),
            "the look-up");
    take(u"54-list-resolved"_s);
    f.click("listPlanButton");
    f.find<QRadioButton>("listGivenRadio")->setChecked(true);
    take(u"55-list-wish"_s);
    f.click("listPlanBackButton");
    isReady(f.plan(), "the plan");
    take(u"56-list-plan"_s);
    f.find<QLineEdit>("listTicketEdit")->setText(u"INC-20262"_s);
    f.find<QLineEdit>("listReasonEdit")
        ->setText(look.language == Language::Chinese ? u"十一月离职"_s : u"leavers of November"_s);
    f.find<QLineEdit>("listArmEdit")->setText(QString::number(f.rows("listPlanTable")));
    take(u"57-list-armed"_s);
    isReady(f.run(), "the run");
    isReady(QTest::qWaitFor([&f] { return f.isShown("listCanaryFrame"); }, 60000), "the first users");
    take(u"58-list-canary"_s);
    f.sandbox()->setFaults({u"code-400:10"_s, u"session-stays:10"_s});
    f.click("listCanaryGoButton");
    isReady(QTest::qWaitFor([&f] { return f.isShown("listNewButton"); }, 120000), "the end");
    take(u"61-list-finished"_s);
}

void photographTheRun(const Look &look, const QString &prefix)
{
    const ListFixture f(look.language, {}, {.users = 200, .latencyMs = 20});
    f.window()->resize(look.size);
    const auto take = [&](const QString &name) { photograph(f.window(), prefix + name + u".png"_s); };
    if (!isReady(f.resolve(ListFixture::userIds(200).join(u'\n')) && f.plan(), "the plan"))
        return;
    if (!isReady(f.run() && QTest::qWaitFor([&f] { return f.isShown("listCanaryFrame"); }, 60000), "the run"))
        return;
    // Sessions that stay keep the list from its end before it is paused and halted.
    f.sandbox()->setFaults({u"session-slow"_s, u"session-stays:3"_s});
    f.click("listCanaryGoButton");
    const auto verified = [&f] {
        return f.rolledUp("listOutcomeRollUp", static_cast<int>(WorstFact::Confirmed))
            .section(u' ', -1)
            .toInt();
    };
    isReady(QTest::qWaitFor([&verified] { return verified() >= 20; }, 60000), "some users");
    take(u"59-list-running"_s);
    f.window()->close();
    auto *box = f.find<QMessageBox>("leaveBox");
    photograph(box, prefix + u"65-list-leave.png"_s);
    box->reject();
    f.click("listPauseButton");
    QTest::qWait(1500);
    take(u"60-list-paused"_s);
}

void photographTheHalt(const Look &look, const QString &prefix)
{
    const ListFixture f(look.language, {}, {.users = 200, .latencyMs = 20});
    f.window()->resize(look.size);
    if (!isReady(f.resolve(ListFixture::userIds(200).join(u'\n')) && f.plan() && f.run() &&
                     QTest::qWaitFor([&f] { return f.isShown("listCanaryFrame"); }, 60000),
                 "the first users"))
        return;
    f.sandbox()->setFaults({u"key-revoked"_s});
    f.click("listCanaryGoButton");
    isReady(QTest::qWaitFor([&f] { return f.isShown("listNewButton"); }, 60000), "the halt");
    photograph(f.window(), prefix + u"62-list-halted.png"_s);
    f.sandbox()->setFaults({});
    const WindowFixture again(look.language, f.session()->profile(), {}, f.session()->journal()->file());
    again.window()->resize(look.size);
    isReady(QTest::qWaitFor([&again] { return again.isShown("listOffer"); }), "the offer");
    photograph(again.window(), prefix + u"63-list-interrupted.png"_s);
}

} // namespace

void photographTheLists(const Look &look, const QString &prefix)
{
    photographTheSteps(look, prefix);
    photographTheRun(look, prefix);
    photographTheHalt(look, prefix);
    // The windows have taken theirs with them.
    Translation translation;
    translation.setLanguage(look.language);
    UserChooserDialog chooser(sampleRow());
    chooser.show();
    photograph(&chooser, prefix + u"64-list-chooser.png"_s);
    ListRow row = sampleRow();
    row.matches.resize(1);
    ProtectedUsersDialog question({row});
    question.show();
    photograph(&question, prefix + u"66-list-override.png"_s);
}

// SPDX-License-Identifier: Apache-2.0
#include "models/user/applicationmodel.h"
#include "models/user/poolapplications.h"
#include "models/user/sessionchecker.h"
#include "support/sandboxsession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

Application application(const QString &appId, const QString &name)
{
    return {.appId = appId, .appIdentifier = {}, .appName = ServerText(name), .userPoolId = {}};
}

const QList<Application> &threeApplications()
{
    static const QList<Application> list{application(u"w"_s, u"Wiki"_s), application(u"c"_s, u"CRM"_s),
                                         application(u"o"_s, u"OA"_s)};
    return list;
}

QStringList names(const ApplicationModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row, ApplicationModel::NameColumn).data().toString();
    return result;
}

QString cell(const ApplicationModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

bool isTicked(const ApplicationModel &model, int row)
{
    return model.index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

bool setTicked(ApplicationModel *model, int row, bool ticked)
{
    return model->setData(model->index(row, 0), ticked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

Error lost()
{
    return {};
}

} // namespace

class ApplicationModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsThoseEverUsedFirst();
    void keepsTheOrderWhileAnswersArrive();
    void ticksWhatIsOnlineOrCouldNotBeChecked();
    void neverOverwritesATickOfTheAgent();
    void ticksOnlineAgainOnRequest();
    void neverShowsUnknownAsOffline();
    void showsTheNewestSignIn();
    void usesTheEverUsedOnesWherePoolCannotBeListed();
    void saysARowInOneSentence();
    void checksEverySessionAFewAtATime();
    void asksNoMoreWhenTheKeyMayNotCheck();
    void checksThoseOnScreenFirst();
    void listsThePoolOnce();
    void keepsTicksAndStatesWhenLoadedAgain();
};

void ApplicationModelTest::putsThoseEverUsedFirst()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(threeApplications(), {application(u"w"_s, u"Wiki"_s)});
    QCOMPARE(names(model), QStringList({u"Wiki"_s, u"CRM"_s, u"OA"_s}));
    QVERIFY(model.index(0, 0).data(ApplicationModel::EverUsedRole).toBool());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void ApplicationModelTest::keepsTheOrderWhileAnswersArrive()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const QSignalSpy reset(&model, &ApplicationModel::modelReset);
    model.load(threeApplications(), {});
    for (const QString &appId : {u"o"_s, u"w"_s, u"c"_s, u"not in the list"_s}) {
        model.setChecking(appId);
        model.setState(appId, SessionState::Online);
        QCOMPARE(names(model), QStringList({u"CRM"_s, u"OA"_s, u"Wiki"_s}));
    }
    QCOMPARE(reset.count(), 1);
}

void ApplicationModelTest::ticksWhatIsOnlineOrCouldNotBeChecked()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(threeApplications(), {});
    const QSignalSpy ticks(&model, &ApplicationModel::ticksChanged);
    model.setState(u"c"_s, SessionState::Online);
    model.setError(u"o"_s, lost());
    model.setState(u"w"_s, SessionState::Offline);
    QCOMPARE(model.tickedCount(), 2);
    QCOMPARE(ticks.count(), 2);
    QVERIFY(isTicked(model, 0) && isTicked(model, 1) && !isTicked(model, 2));
    QCOMPARE(model.failedAppIds(), QStringList(u"o"_s));
    QCOMPARE(model.tickedApplications().constFirst().appId, u"c"_s);
}

void ApplicationModelTest::neverOverwritesATickOfTheAgent()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(threeApplications(), {});
    QVERIFY(setTicked(&model, 0, false));
    QVERIFY(setTicked(&model, 2, true));
    model.setState(u"c"_s, SessionState::Online);
    model.setState(u"w"_s, SessionState::Offline);
    QVERIFY(!isTicked(model, 0));
    QVERIFY(isTicked(model, 2));
    model.setTicked({u"c"_s, u"w"_s}, true);
    model.setState(u"c"_s, SessionState::Offline);
    QVERIFY(isTicked(model, 0));
}

void ApplicationModelTest::ticksOnlineAgainOnRequest()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(threeApplications(), {});
    model.setState(u"c"_s, SessionState::Online);
    model.setTicked(model.appIds(), true);
    model.tickOnline();
    QCOMPARE(model.tickedCount(), 1);
    QVERIFY(isTicked(model, 0));
    // An answer that comes later is still followed.
    model.setState(u"w"_s, SessionState::Online);
    QVERIFY(isTicked(model, 2));
}

void ApplicationModelTest::neverShowsUnknownAsOffline()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(threeApplications(), {});
    QCOMPARE(cell(model, 0, ApplicationModel::StateColumn), QString());
    model.setChecking(u"c"_s);
    QCOMPARE(cell(model, 0, ApplicationModel::StateColumn), u"checking…"_s);
    model.setError(u"c"_s, lost());
    QCOMPARE(cell(model, 0, ApplicationModel::StateColumn), u"? unknown"_s);
    QVERIFY(model.index(0, 0).data(ApplicationModel::HasFailedRole).toBool());
    model.setState(u"c"_s, SessionState::Offline);
    QCOMPARE(cell(model, 0, ApplicationModel::StateColumn), u"○ offline"_s);
    model.setState(u"c"_s, SessionState::Online);
    QCOMPARE(cell(model, 0, ApplicationModel::StateColumn), u"● online"_s);
}

void ApplicationModelTest::showsTheNewestSignIn()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(threeApplications(), {});
    const QDateTime newest(QDate(2026, 11, 23), QTime(3, 20), Qt::UTC);
    const auto record = [](const QDateTime &time, const QString &ip) {
        return LoginRecord{.appId = u"c"_s,
                           .appName = {},
                           .clientIp = ServerText(ip),
                           .userAgent = ServerText(u"Firefox/127.0 (Windows NT 10.0)"_s),
                           .time = time};
    };
    model.addLogins({record(newest, u"203.0.113.7"_s), record(newest.addDays(-1), u"203.0.113.8"_s)});
    QCOMPARE(cell(model, 0, ApplicationModel::DeviceColumn), u"Firefox 127 · Windows · 203.0.113.7"_s);
    QVERIFY(!cell(model, 0, ApplicationModel::LastLoginColumn).isEmpty());
    model.addLogins({record(QDateTime(), u"203.0.113.9"_s)});
    QVERIFY(cell(model, 0, ApplicationModel::DeviceColumn).endsWith("203.0.113.7"_L1));
}

void ApplicationModelTest::usesTheEverUsedOnesWherePoolCannotBeListed()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load({}, {application(u"w"_s, u"Wiki"_s)});
    QCOMPARE(model.appIds(), QStringList(u"w"_s));
    model.load(threeApplications(), {application(u"gone"_s, u"Gone"_s)});
    QVERIFY(!model.appIds().contains(u"gone"_s));
}

void ApplicationModelTest::saysARowInOneSentence()
{
    ApplicationModel model;
    model.load(threeApplications(), {});
    model.setState(u"c"_s, SessionState::Online);
    QCOMPARE(cell(model, 0, ApplicationModel::NameColumn), u"CRM"_s);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"CRM, online, ticked"_s);
    model.setError(u"c"_s, lost());
    setTicked(&model, 0, false);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"CRM, unknown, not ticked"_s);
}

void ApplicationModelTest::checksEverySessionAFewAtATime()
{
    const SandboxSession pool;
    PoolApplications applications(pool.session->applicationLister());
    applications.load();
    QTRY_VERIFY(applications.applications());
    const auto users = answerOf<Result<Page<User>>>([&pool](const auto &handler) {
        pool.client()->listUsers({.keywords = {}, .filterField = {}, .filterValue = {}}, pool.session.get(),
                                 handler);
    });
    QVERIFY(users && users->hasValue());

    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(*applications.applications(), {});
    const QSignalSpy checked(&model, &ApplicationModel::checked);
    SessionChecker checker(pool.client(), &model);
    checker.check(users->value().list.constFirst().userId, model.appIds());
    QTRY_COMPARE(checked.count(), model.rowCount());
    QCOMPARE(pool.sandbox->requestCount("check-session-status"), qint64(model.rowCount()));
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        QVERIFY(!index.data(ApplicationModel::IsCheckingRole).toBool());
        QVERIFY(index.data(ApplicationModel::StateRole).toInt() != static_cast<int>(SessionState::Unknown));
    }
}

void ApplicationModelTest::asksNoMoreWhenTheKeyMayNotCheck()
{
    const SandboxSession pool({u"check-unavailable"_s});
    ApplicationModel model;
    QList<Application> many;
    for (int i = 0; i < 40; ++i)
        many << application(u"app%1"_s.arg(i), {});
    model.load(many, {});
    SessionChecker checker(pool.client(), &model);
    checker.check(u"6319a1504f3c0f214dd5b7aa"_s, model.appIds());
    QTRY_COMPARE(model.failedAppIds().size(), 40);
    QVERIFY(pool.sandbox->requestCount("check-session-status") <= SessionChecker::maximumInFlight);
    QCOMPARE(cell(model, 0, ApplicationModel::StateColumn), u"? unknown"_s);
}

void ApplicationModelTest::checksThoseOnScreenFirst()
{
    const SandboxSession pool;
    ApplicationModel model;
    QList<Application> many;
    for (int i = 0; i < 20; ++i)
        many << application(u"app%1"_s.arg(i, 2, 10, QChar(u'0')), {});
    model.load(many, {});
    QSignalSpy checked(&model, &ApplicationModel::checked);
    SessionChecker checker(pool.client(), &model);
    checker.setPreferred({u"app18"_s, u"app19"_s});
    checker.check(u"6319a1504f3c0f214dd5b7aa"_s, model.appIds());
    QTRY_COMPARE(checked.count(), 20);
    QStringList first;
    for (int i = 0; i < SessionChecker::maximumInFlight; ++i)
        first << checked.at(i).constFirst().toString();
    QVERIFY2(first.contains(u"app18"_s) && first.contains(u"app19"_s), qPrintable(first.join(u' ')));
}

void ApplicationModelTest::listsThePoolOnce()
{
    const SandboxSession pool;
    PoolApplications applications(pool.session->applicationLister());
    QSignalSpy changed(&applications, &PoolApplications::changed);
    applications.load();
    applications.load();
    QVERIFY(applications.isLoading());
    QTRY_VERIFY(applications.applications());
    QCOMPARE(applications.applications()->size(), 24);
    QCOMPARE(pool.sandbox->requestCount("list-application-simple-info"), 1);
}

void ApplicationModelTest::keepsTicksAndStatesWhenLoadedAgain()
{
    ApplicationModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.load(threeApplications(), {});
    model.setState(u"c"_s, SessionState::Online);
    model.setTicked({u"o"_s}, true);
    model.setTicked({u"w"_s}, false);
    model.load(threeApplications() + QList{application(u"n"_s, u"New"_s)}, {});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.tickedCount(), 2);
    QCOMPARE(model.state(u"c"_s), SessionState::Online);
    model.setState(u"w"_s, SessionState::Online);
    QCOMPARE(model.tickedCount(), 2);
    model.clear();
    model.load(threeApplications(), {});
    QCOMPARE(model.tickedCount(), 0);
}

QTEST_GUILESS_MAIN(ApplicationModelTest)
#include "tst_applicationmodel.moc"

// SPDX-License-Identifier: Apache-2.0
#include "core/plan/listplancheck.h"
#include "core/plan/listplanfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime made()
{
    return {QDate(2026, 11, 25), QTime(9, 30, 15, 120), Qt::UTC};
}

ListPlan samplePlan()
{
    ListPlan plan{.createdAt = made(),
                  .host = u"https://api.authing.cn"_s,
                  .keyId = u"63f0c1d2e3a4b5c6d7e8f901"_s,
                  .poolId = u"62f20932716fbcc10d966ee5"_s,
                  .scope = KickScope::Online};
    const QStringList apps{u"62188e71c1a2b3075289c580"_s, u"62188e71c1a2b3075289c581"_s};
    plan.items << ListPlanItem{.row = 2,
                               .target = {.identifier = u"6319a1504f3c0f214dd5b7aa"_s,
                                          .userId = u"6319a1504f3c0f214dd5b7aa"_s,
                                          .name = ServerText(u"张三 \u202E\"}],"_s),
                                          .contact = u"138****8000"_s,
                                          .appIds = apps,
                                          .before = {SessionState::Online, SessionState::Unknown}}}
               << ListPlanItem{.row = 7,
                               .target = {.identifier = u"6319a1504f3c0f214dd5b7ab"_s,
                                          .userId = u"6319a1504f3c0f214dd5b7ab"_s,
                                          .appIds = {apps.last()},
                                          .before = {SessionState::Offline},
                                          .overrideReason = u"stolen laptop"_s,
                                          .isIdentityUnverified = true},
                               .file = u"名单 \"b\".csv"_s}
               << ListPlanItem{.row = 9,
                               .target = {.identifier = u"13800138000"_s,
                                          .identifierType = IdType::Phone,
                                          .appIds = {apps.last(), apps.first()}}};
    return plan;
}

bool isSame(const ListPlan &a, const ListPlan &b)
{
    return a.createdAt == b.createdAt && a.host == b.host && a.keyId == b.keyId && a.poolId == b.poolId &&
           a.scope == b.scope && std::ranges::equal(a.items, b.items);
}

Result<ListPlan> read(const QByteArray &json)
{
    return ListPlanFiles::read(json, u"plan.json"_s);
}

Profile profileOf(const ListPlan &plan)
{
    return {.host = QUrl(plan.host), .keyId = plan.keyId};
}

} // namespace

/// A plan survives the way through a file, and nothing else passes for one.
class TestListPlanFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planComesBack_data();
    void planComesBack();
    void formattingDoesNotMatter_data();
    void formattingDoesNotMatter();
    void usersMayStandBeforeTheRest();
    void everyUserHasALine();
    void alteredPlanIsRefused_data();
    void alteredPlanIsRefused();
    void cutPlanIsRefused();
    void fileIsTheOwnersAlone();
    void unwritableFileIsTold();
    void missingFileIsRefused();
#ifdef Q_OS_UNIX
    void planComesThroughAPipe();
#endif
    void planIsBoundToItsPool_data();
    void planIsBoundToItsPool();
    void planOfTheSandboxIsGoodForEverySandbox();
    void planGrowsOld_data();
    void planGrowsOld();
    void summaryCounts();
    void expectedTimeIsOneForAll_data();
    void expectedTimeIsOneForAll();
};

void TestListPlanFile::planComesBack_data()
{
    QTest::addColumn<KickScope>("scope");
    QTest::addColumn<bool>("isProved");
    QTest::addColumn<qsizetype>("items");
    QTest::newRow("given") << KickScope::Given << true << qsizetype{3};
    QTest::newRow("ever used") << KickScope::EverUsed << false << qsizetype{2};
    QTest::newRow("online") << KickScope::Online << true << qsizetype{1};
    QTest::newRow("everywhere, nobody") << KickScope::Everywhere << false << qsizetype{0};
}

void TestListPlanFile::planComesBack()
{
    QFETCH(const KickScope, scope);
    QFETCH(const bool, isProved);
    QFETCH(const qsizetype, items);
    ListPlan plan = samplePlan();
    plan.scope = scope;
    plan.items = {};
    for (qsizetype at = 0; at < items; ++at)
        plan.items << samplePlan().items.at(at);
    if (!isProved)
        plan.poolId.clear();
    const Result<ListPlan> found = read(ListPlanFiles::write(plan));
    QVERIFY2(found.hasValue(), ListPlanFiles::write(plan).constData());
    QVERIFY(isSame(*found, plan));
}

void TestListPlanFile::formattingDoesNotMatter_data()
{
    QTest::addColumn<QJsonDocument::JsonFormat>("format");
    QTest::newRow("indented") << QJsonDocument::Indented;
    QTest::newRow("on one line") << QJsonDocument::Compact;
}

void TestListPlanFile::formattingDoesNotMatter()
{
    QFETCH(const QJsonDocument::JsonFormat, format);
    const QJsonDocument document = QJsonDocument::fromJson(ListPlanFiles::write(samplePlan()));
    const Result<ListPlan> found = read(document.toJson(format));
    QVERIFY(found.hasValue());
    QVERIFY(isSame(*found, samplePlan()));
}

void TestListPlanFile::usersMayStandBeforeTheRest()
{
    const QByteArray json = ListPlanFiles::write(samplePlan());
    const qsizetype items = json.indexOf("\"items\"");
    const QByteArray rest = json.mid(1, items - 2);
    const QByteArray list = json.mid(items, json.lastIndexOf('}') - items);
    const Result<ListPlan> found = read('{' + list + ',' + rest + '}');
    QVERIFY(found.hasValue());
    QVERIFY(isSame(*found, samplePlan()));
}

void TestListPlanFile::everyUserHasALine()
{
    const QByteArray json = ListPlanFiles::write(samplePlan());
    QCOMPARE(json.count('\n'), 3 + samplePlan().items.size() - 1);
    QVERIFY(json.contains(R"("before":"+?")"));
    QVERIFY2(!json.contains("\u202E"), "a direction mark steers a terminal");
}

void TestListPlanFile::alteredPlanIsRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("other format", "kickdesk-list-plan", "kickdesk-list-pl");
    row("newer version", R"("version":1)", R"("version":2)");
    row("version as text", R"("version":1)", R"("version":"1")");
    row("no time zone", "15.120Z", "15.120");
    row("no time", "2026-11-25T09:30:15.120Z", "yesterday");
    row("host with a path", "https://api.authing.cn", "https://api.authing.cn/x");
    row("host without encryption", "https://api.authing.cn", "http://api.authing.cn");
    row("strange scope", R"("scope":"online")", R"("scope":"all")");
    row("unknown member", R"("scope":)", R"("secret":"x","scope":)");
    row("unknown member of a user", R"("row":2)", R"("row":2,"note":"x")");
    row("row 0", R"("row":2)", R"("row":0)");
    row("row with a fraction", R"("row":2)", R"("row":2.5)");
    row("user twice", "6319a1504f3c0f214dd5b7ab\"", "6319a1504f3c0f214dd5b7aa\"");
    row("wildcard", R"("identifier":"6319a1504f3c0f214dd5b7ab")", R"("identifier":"*")");
    row("blank user", R"("identifier":"6319a1504f3c0f214dd5b7ab")", R"("identifier":"")");
    row("no user", R"("identifier":"6319a1504f3c0f214dd5b7ab")", R"("name":"x")");
    row("phone that needs cleaning", "\"13800138000\"", "\"138 0013 8000\"");
    row("strange type", R"("phone")", R"("custom_field")");
    row("strange target", R"("userId":"6319a1504f3c0f214dd5b7ab")", R"("userId":"a b")");
    row("app that is not there", R"("apps":[1])", R"("apps":[2])");
    row("app twice", R"("apps":[1,0])", R"("apps":[1,1])");
    row("no app", R"("apps":[1,0])", R"("apps":[])");
    row("apps as text", R"("apps":[1,0])", R"("apps":"1")");
    row("app with a space", "62188e71c1a2b3075289c581", "62188e71 c1a2b3075289c581");
    row("same app twice", "62188e71c1a2b3075289c581", "62188e71c1a2b3075289c580");
    row("state too many", R"("before":"+?")", R"("before":"+??")");
    row("strange state", R"("before":"+?")", R"("before":"+x")");
    row("users as object", R"("items":[)", R"("items":{"a":[)");
    row("user as text", R"("items":[)", R"("items":["x",)");
    row("user as list", R"("items":[)", R"("items":[[],)");
    row("comma too many", "}\n]}", "},\n]}");
    row("second list", R"("items":[)", R"("items":[],"items":[)");
    row("second list of another spelling", "\n]}", "\n],\"\\u0069tems\":[{}]}");
    row("something behind it", "}\n]}", "}\n]}{}");
}

void TestListPlanFile::alteredPlanIsRefused()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QByteArray json = ListPlanFiles::write(samplePlan());
    QVERIFY(json.contains(before));
    json.replace(before, after);
    const Result<ListPlan> plan = read(json);
    QVERIFY(!plan.hasValue());
    QCOMPARE(plan.error().code, ErrorCode::PlanUnreadable);
    QVERIFY(errorText(plan.error()).contains(u"plan.json"_s));
}

void TestListPlanFile::cutPlanIsRefused()
{
    const QByteArray json = ListPlanFiles::write(samplePlan()).trimmed();
    for (qsizetype size = 0; size < json.size(); ++size)
        QVERIFY2(!read(json.first(size)).hasValue(), qPrintable(QString::number(size)));
}

void TestListPlanFile::fileIsTheOwnersAlone()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"leavers.json"_s);
    QVERIFY(!ListPlanFiles::save(samplePlan(), file));
    const Result<ListPlan> plan = ListPlanFiles::load(file);
    QVERIFY(plan.hasValue());
    QVERIFY(isSame(*plan, samplePlan()));
#ifndef Q_OS_WIN
    // There the access list of the folder holds for it.
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFileInfo(file).permissions() & others));
#endif
}

void TestListPlanFile::unwritableFileIsTold()
{
    const QTemporaryDir folder;
    const auto error = ListPlanFiles::save(samplePlan(), folder.filePath(u"nowhere/plan.json"_s));
    QVERIFY(error.has_value());
    QCOMPARE(error->code, ErrorCode::FileUnwritable);
}

void TestListPlanFile::missingFileIsRefused()
{
    const QTemporaryDir folder;
    QCOMPARE(ListPlanFiles::load(folder.filePath(u"plan.json"_s)).error().code, ErrorCode::PlanUnreadable);
}

#ifdef Q_OS_UNIX
void TestListPlanFile::planComesThroughAPipe()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
    const std::unique_ptr<QThread> writer(QThread::create([pipe] {
        QFile file(pipe);
        if (file.open(QIODevice::WriteOnly))
            file.write(ListPlanFiles::write(samplePlan()));
    }));
    writer->start();
    const Result<ListPlan> found = ListPlanFiles::load(pipe);
    writer->wait();
    QVERIFY(found.hasValue());
    QVERIFY(isSame(*found, samplePlan()));
}
#endif

void TestListPlanFile::planIsBoundToItsPool_data()
{
    QTest::addColumn<QString>("planned");
    QTest::addColumn<QString>("proved");
    QTest::addColumn<bool>("isOtherKey");
    QTest::addColumn<bool>("isOtherHost");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("same") << u"a"_s << u"a"_s << false << false << false;
    QTest::newRow("key of a colleague") << u"a"_s << u"a"_s << true << false << false;
    QTest::newRow("other pool") << u"a"_s << u"b"_s << false << false << true;
    QTest::newRow("other host") << u"a"_s << u"a"_s << false << true << true;
    QTest::newRow("never proved") << QString() << QString() << false << false << false;
    QTest::newRow("never proved, other key") << QString() << QString() << true << false << true;
    QTest::newRow("not proved now") << u"a"_s << QString() << false << false << false;
    QTest::newRow("not proved now, other key") << u"a"_s << QString() << true << false << true;
    QTest::newRow("proved now only, other key") << QString() << u"a"_s << true << false << true;
}

void TestListPlanFile::planIsBoundToItsPool()
{
    QFETCH(const QString, planned);
    QFETCH(const QString, proved);
    QFETCH(const bool, isOtherKey);
    QFETCH(const bool, isOtherHost);
    ListPlan plan = samplePlan();
    plan.poolId = planned;
    Profile profile = profileOf(plan);
    if (isOtherKey)
        profile.keyId = u"another"_s;
    if (isOtherHost)
        profile.host = QUrl(u"https://api.example.com"_s);
    const auto problem = ListPlans::problem(plan, profile, proved, made());
    QTEST(problem.has_value(), "isRefused");
    if (problem)
        QCOMPARE(problem->code, ErrorCode::PlanOfOtherPool);
}

void TestListPlanFile::planOfTheSandboxIsGoodForEverySandbox()
{
    ListPlan plan = samplePlan();
    plan.host = u"http://127.0.0.1:40001"_s;
    Profile profile = profileOf(plan);
    profile.host = QUrl(u"http://127.0.0.1:40002"_s);
    QVERIFY(ListPlans::problem(plan, profile, plan.poolId, made()));
    profile.environment = Environment::Sandbox;
    QVERIFY(!ListPlans::problem(plan, profile, plan.poolId, made()));
    QVERIFY(ListPlans::problem(plan, profile, u"another"_s, made()));
    plan.host = u"https://api.example.com"_s;
    QVERIFY(ListPlans::problem(plan, profile, plan.poolId, made()));
}

void TestListPlanFile::planGrowsOld_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("new") << qint64{0} << false;
    QTest::newRow("a day") << qint64{24} * 3600 << false;
    QTest::newRow("a second more") << qint64{24} * 3600 + 1 << true;
    QTest::newRow("clock of another computer") << qint64{-300} << false;
    QTest::newRow("from tomorrow") << qint64{-86400} << true;
}

void TestListPlanFile::planGrowsOld()
{
    QFETCH(const qint64, age);
    const ListPlan plan = samplePlan();
    const auto problem = ListPlans::problem(plan, profileOf(plan), plan.poolId, made().addSecs(age));
    QTEST(problem.has_value(), "isRefused");
    if (problem) {
        QCOMPARE(problem->code, ErrorCode::PlanTooOld);
        QVERIFY(errorText(*problem).contains(u"2026-11-25 09:30 UTC"_s));
    }
}

void TestListPlanFile::summaryCounts()
{
    const ListPlanSummary summary = ListPlans::summary(samplePlan());
    QCOMPARE(summary.users, 3);
    QCOMPARE(summary.applications, 2);
    QCOMPARE(summary.liveSessions, 1);
    QCOMPARE(summary.uncheckedSessions, 3);
    QCOMPARE(summary.offlineUsers, 1);
    QCOMPARE(summary.kickRequests, 3);
    // The user who was not looked up cannot be checked.
    QCOMPARE(summary.proofRequests, 3);
    QCOMPARE(summary.requests(), 6);
    QCOMPARE(summary.protectedUsers, 1);
}

void TestListPlanFile::expectedTimeIsOneForAll_data()
{
    QTest::addColumn<qint64>("requests");
    QTest::addColumn<std::chrono::milliseconds>("latency");
    QTest::addColumn<std::optional<std::chrono::seconds>>("time");
    const auto row = [](const char *name, qint64 requests, std::chrono::milliseconds latency,
                        std::optional<std::chrono::seconds> time) {
        QTest::newRow(name) << requests << latency << time;
    };
    row("eight at once", 800, 100ms, 10s);
    row("a second that is not full counts", 801, 100ms, 11s);
    row("a second at least", 1, 1ms, 1s);
    row("latency not known", 800, 0ms, std::nullopt);
}

void TestListPlanFile::expectedTimeIsOneForAll()
{
    QFETCH(const qint64, requests);
    QFETCH(const std::chrono::milliseconds, latency);
    QFETCH(const std::optional<std::chrono::seconds>, time);
    const ListPlanSummary summary{.kickRequests = requests / 2, .proofRequests = requests - (requests / 2)};
    QCOMPARE(ListPlans::expectedTime(summary, latency), time);
}

QTEST_GUILESS_MAIN(TestListPlanFile)
#include "tst_listplanfile.moc"

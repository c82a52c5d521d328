// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faulttype.h"
#include "support/journalrows.h"
#include "support/listrunfixture.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int users = 600;
/// A server that asks for patience over and over would keep a list for minutes.
constexpr int longestRunMs = 15'000;
constexpr int longestEndMs = 60'000;

QByteArray header(const SandboxRequest &request, QByteArrayView name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.toLower() == name)
            return value;
    }
    return {};
}

/// Who is online in the application @p appId, without faults.
QSet<QString> onlineUsers(const SandboxSession &on, const QString &appId)
{
    Session clean(on.profile(), on.address.secret, &on.journal);
    QSet<QString> result;
    QObject context;
    for (int page = 1;; ++page) {
        const auto answer = answerOf<Result<Page<User>>>([&](auto handler) {
            clean.client()->listApplicationActiveUsers(appId, page, Client::maximumLimit, &context, handler);
        });
        for (const User &user : (*answer)->list)
            result.insert(user.userId);
        if (result.size() >= (*answer)->totalCount)
            return result;
    }
}

/// What was sent and is not in the plan or names another pool; empty when nothing was.
QStringList strayKicks(const SandboxSession &on, const ListPlan &plan)
{
    QSet<QString> planned;
    QSet<QString> appIds;
    for (const ListPlanItem &item : plan.items) {
        planned.insert(item.target.userId);
        appIds.unite(QSet<QString>(item.target.appIds.cbegin(), item.target.appIds.cend()));
    }
    QStringList result;
    for (const SandboxRequest &request : on.sandbox->requests()) {
        if (request.endpoint != "kick-users")
            continue;
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QByteArray pool = header(request, "x-authing-userpool-id");
        const QJsonArray apps = body.value("appIds"_L1).toArray();
        const bool isOfThePlan =
            planned.contains(body.value("userId"_L1).toString()) &&
            body.value("options"_L1).toObject().value("userIdType"_L1) == "user_id"_L1 &&
            std::ranges::all_of(apps, [&](const QJsonValue &app) { return appIds.contains(app.toString()); });
        if (!isOfThePlan || (!pool.isEmpty() && pool != on.address.poolId.toLatin1()))
            result << QString::fromUtf8(request.body) + u' ' + QString::fromLatin1(pool);
    }
    return result;
}

/// Requests beyond the attempts that the journal has for the same body.
qsizetype unrecorded(const SandboxSession &on, const JournalRows &rows)
{
    QHash<QByteArray, qsizetype> recorded;
    for (const JournalRows::Attempt &attempt : rows.attempts)
        ++recorded[attempt.bodyHash];
    qsizetype result = 0;
    for (const SandboxRequest &request : on.sandbox->requests()) {
        if (request.endpoint != "kick-users")
            continue;
        const QByteArray hash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
        if (--recorded[hash] < 0)
            ++result;
    }
    return result;
}

} // namespace

/// A list of 600 users over the transport of lists, under every fault of the sandbox: no user is confirmed
/// offline who is not, no other user is kicked, and everything that was sent is on record.
class TestListMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("KICKDESK_TEST_TRAFFIC", "many"); }
    void promisesHold_data();
    void promisesHold();
};

void TestListMatrix::promisesHold_data()
{
    QTest::addColumn<QString>("fault");
    for (const auto table : {Simulated::FaultTypes::wire(), Simulated::FaultTypes::envelope(),
                             Simulated::FaultTypes::lists(), Simulated::FaultTypes::domain()}) {
        for (const Simulated::FaultType &type : table) {
            const QString name = type.name;
            // A fault that every request meets halts the list at once, and little is seen of it.
            const QString some = name + u":30"_s;
            QTest::newRow(qPrintable(name)) << (Sandbox::faultProblem(some).isEmpty() ? some : name);
        }
    }
}

void TestListMatrix::promisesHold()
{
    QFETCH(QString, fault);
    const SandboxSession on({}, AuthScheme::Token, {.users = 2000, .applications = 1});
    const ListPlan plan = listPlan(on, users);
    on.sandbox->setFaults({fault});
    on.client()->setDeadline(1s);
    ListRunFixture run(on);
    run.start({.plan = plan, .options = {.proofLimit = 1s, .cap = users, .canary = Canary::None}});
    const bool hasEnded = QTest::qWaitFor([&run] { return run.end().has_value(); }, longestRunMs);
    if (!hasEnded)
        run.runner().stop();
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestEndMs);
    on.sandbox->setFaults({});

    const JournalRows rows = JournalRows::read(on.journal.file());
    QVERIFY(rows.isIntact);
    QCOMPARE(strayKicks(on, plan), QStringList());
    QCOMPARE(unrecorded(on, rows), 0);

    QHash<qint64, QString> userOf;
    for (const JournalRows::Item &item : rows.items)
        userOf.insert(item.id, item.userId);
    const QSet<QString> online = onlineUsers(on, plan.items.at(0).target.appIds.first());
    QStringList falselyConfirmed;
    for (const KickResult &result : run.items()) {
        const bool isBack = result.relogin || fault.startsWith("relogin"_L1);
        if (result.outcome == KickOutcome::Verified && !isBack &&
            online.contains(userOf.value(result.journalId)))
            falselyConfirmed << userOf.value(result.journalId);
    }
    QCOMPARE(falselyConfirmed, QStringList());
}

QTEST_GUILESS_MAIN(TestListMatrix)
#include "tst_listmatrix.moc"

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

#ifdef KICKDESK_SANITIZED
// The promises are for the other build; here it is memory that is looked at.
constexpr int users = 150;
constexpr int longestRunMs = 5'000;
#else
constexpr int users = 600;
/// A server that asks for patience over and over would keep a list for minutes.
constexpr int longestRunMs = 15'000;
#endif
constexpr int longestEndMs = 60'000;
const QString movingIdentifier = u"identifier-moves"_s;

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

/// The users of @p plan who have an identifier of @p type, to be sent by it.
ListPlan asTyped(const SandboxSession &on, const ListPlan &plan, IdType type)
{
    if (type == IdType::UserId)
        return plan;
    ListPlan result = plan;
    result.items = {};
    QObject context;
    for (const ListPlanItem &item : plan.items) {
        const auto user = answerOf<Result<User>>([&](auto handler) {
            on.client()->getUser(item.target.userId, IdType::UserId, &context, handler);
        });
        ListPlanItem typed = item;
        typed.target.identifier = Users::identifier(**user, type).verbatim();
        typed.target.identifierType = type;
        if (!typed.target.identifier.isEmpty())
            result.items.append(typed);
    }
    return result;
}

/// The user of @p plan whose identifier was sent first.
QString firstUserSent(const SandboxSession &on, const ListPlan &plan)
{
    for (const SandboxRequest &request : on.sandbox->requests()) {
        const QString sent = QJsonDocument::fromJson(request.body).object().value("userId"_L1).toString();
        if (request.endpoint != "kick-users")
            continue;
        for (const ListPlanItem &item : plan.items) {
            if (item.target.identifier == sent)
                return item.target.userId;
        }
    }
    return {};
}

/// What was sent and is not in the plan or names another pool; empty when nothing was.
QStringList strayKicks(const SandboxSession &on, const ListPlan &plan)
{
    QSet<QString> planned;
    QSet<QString> appIds;
    for (const ListPlanItem &item : plan.items) {
        planned.insert(IdTypes::wireName(item.target.identifierType) + u' ' + item.target.identifier);
        appIds.unite(QSet<QString>(item.target.appIds.cbegin(), item.target.appIds.cend()));
    }
    QStringList result;
    for (const SandboxRequest &request : on.sandbox->requests()) {
        if (request.endpoint != "kick-users")
            continue;
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QByteArray pool = header(request, "x-authing-userpool-id");
        const QJsonArray apps = body.value("appIds"_L1).toArray();
        const QString type = body.value("options"_L1).toObject().value("userIdType"_L1).toString();
        const bool isOfThePlan =
            planned.contains(type + u' ' + body.value("userId"_L1).toString()) &&
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
    QTest::addColumn<IdType>("sentAs");
    for (const auto table : {Simulated::FaultTypes::wire(), Simulated::FaultTypes::envelope(),
                             Simulated::FaultTypes::lists(), Simulated::FaultTypes::domain()}) {
        for (const Simulated::FaultType &type : table) {
            const QString name = type.name;
            // A fault that every request meets halts the list at once, and little is seen of it.
            const QString some = name + u":30"_s;
            QTest::newRow(qPrintable(name))
                << (Sandbox::faultProblem(some).isEmpty() ? some : name) << IdType::UserId;
        }
    }
    // Sent as typed, the identifier that leaves first is given to another user before it arrives.
    for (const IdType type : {IdType::Phone, IdType::Email}) {
        for (const char *others :
             {"", " close-no-answer:10", " session-stays:30", " code-500:30", " relogin:30"}) {
            const QString faults = movingIdentifier + QString::fromLatin1(others);
            QTest::addRow("%s as typed, %s", qPrintable(IdTypes::wireName(type)), qPrintable(faults))
                << faults << type;
        }
    }
}

void TestListMatrix::promisesHold()
{
    QFETCH(QString, fault);
    QFETCH(IdType, sentAs);
    const SandboxSession on({}, AuthScheme::Token, {.users = 2000, .applications = 1});
    const ListPlan plan = asTyped(on, listPlan(on, users), sentAs);
    QVERIFY(plan.items.size() > users / 2);
    on.sandbox->setFaults(fault.split(u' '));
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
        const bool isBack = result.relogin || fault.contains("relogin"_L1);
        if (result.outcome == KickOutcome::Verified && !isBack &&
            online.contains(userOf.value(result.journalId)))
            falselyConfirmed << userOf.value(result.journalId);
    }
    QCOMPARE(falselyConfirmed, QStringList());
    if (sentAs == IdType::UserId)
        return;
    const QString moved = firstUserSent(on, plan);
    const auto met = std::ranges::find_if(
        run.items(), [&](const KickResult &result) { return userOf.value(result.journalId) == moved; });
    QVERIFY(met != run.items().cend());
    QCOMPARE(met->outcome, KickOutcome::Unknown);
}

QTEST_GUILESS_MAIN(TestListMatrix)
#include "tst_listmatrix.moc"

// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faulttype.h"
#include "support/journalrows.h"
#include "support/listrunfixture.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <map>
#include <memory>

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
/// Most of a run is waiting, for answers that do not come and for repeats: several go on at the same time.
constexpr qsizetype runsAtOnce = 8;
const QString movingIdentifier = u"identifier-moves"_s;

struct Row
{
    QByteArray name;
    QString fault;
    IdType sentAs = IdType::UserId;
};

QList<Row> makeRows()
{
    QList<Row> result;
    for (const auto table : {Simulated::FaultTypes::wire(), Simulated::FaultTypes::envelope(),
                             Simulated::FaultTypes::lists(), Simulated::FaultTypes::domain()}) {
        for (const Simulated::FaultType &type : table) {
            const QString name = type.name;
            // A fault that every request meets halts the list at once, and little is seen of it.
            const QString some = name + u":30"_s;
            result.append(
                {.name = name.toUtf8(), .fault = Sandbox::faultProblem(some).isEmpty() ? some : name});
        }
    }
    // Sent as typed, the identifier that leaves first is given to another user before it arrives.
    for (const IdType type : {IdType::Phone, IdType::Email}) {
        for (const char *others :
             {"", " close-no-answer:10", " session-stays:30", " code-500:30", " relogin:30"}) {
            const QString faults = movingIdentifier + QString::fromLatin1(others);
            result.append({.name = (IdTypes::wireName(type) + u" as typed, "_s + faults).toUtf8(),
                           .fault = faults,
                           .sentAs = type});
        }
    }
    return result;
}

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
    // All are asked about at once: one after the other they would take longer than the run.
    QHash<QString, User> found;
    qsizetype open = plan.items.size();
    QObject context;
    for (const ListPlanItem &item : plan.items) {
        on.client()->getUser(item.target.userId, IdType::UserId, &context,
                             [&found, &open](const Result<User> &user) {
                                 found.insert(user->userId, *user);
                                 --open;
                             });
    }
    if (!QTest::qWaitFor([&open] { return open == 0; }, longestEndMs))
        qFatal("The users could not be looked up");
    ListPlan result = plan;
    result.items = {};
    for (const ListPlanItem &item : plan.items) {
        ListPlanItem typed = item;
        typed.target.identifier = Users::identifier(found.value(item.target.userId), type).verbatim();
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

/// A list on a sandbox of its own that has the faults of a row; it is on its way from the beginning.
class FaultyRun
{
public:
    explicit FaultyRun(const Row &row)
        : plan(asTyped(on, listPlan(on, users), row.sentAs))
        , list(on)
    {
        on.sandbox->setFaults(row.fault.split(u' '));
        const bool isTyped = row.sentAs != IdType::UserId;
        // How the first user ends is told where identifiers move, so such a run is neither cut short nor
        // halted by answers that a busy machine keeps waiting.
        on.client()->setDeadline(isTyped ? 10s : 1s);
        list.start({.plan = plan, .options = {.proofLimit = 1s, .cap = users, .canary = Canary::None}});
        QTimer::singleShot(isTyped ? longestEndMs : longestRunMs, &list.runner(),
                           [this] { list.runner().stop(); });
    }

    const SandboxSession on{{}, AuthScheme::Token, {.users = 2000, .applications = 1}};
    const ListPlan plan;
    ListRunFixture list;
};

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
    void cleanupTestCase() { m_runs.clear(); }

private:
    const QList<Row> m_rows = makeRows();
    /// By their places among the rows.
    std::map<qsizetype, std::unique_ptr<FaultyRun>> m_runs;
};

void TestListMatrix::promisesHold_data()
{
    QTest::addColumn<qsizetype>("place");
    for (qsizetype place = 0; place < m_rows.size(); ++place)
        QTest::newRow(m_rows.at(place).name.constData()) << place;
}

void TestListMatrix::promisesHold()
{
    QFETCH(qsizetype, place);
    const qsizetype last = std::min(place + runsAtOnce, m_rows.size());
    for (qsizetype next = place; next < last; ++next) {
        std::unique_ptr<FaultyRun> &begun = m_runs[next];
        if (!begun)
            begun = std::make_unique<FaultyRun>(m_rows.at(next));
    }
    const std::unique_ptr<FaultyRun> faulty = std::move(m_runs.extract(place).mapped());
    const SandboxSession &on = faulty->on;
    const ListPlan &plan = faulty->plan;
    const ListRunFixture &run = faulty->list;
    const Row &row = m_rows.at(place);
    QVERIFY(plan.items.size() > users / 2);
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), 2 * longestEndMs);
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
        const bool isBack = result.relogin || row.fault.contains("relogin"_L1);
        if (result.outcome == KickOutcome::Verified && !isBack &&
            online.contains(userOf.value(result.journalId)))
            falselyConfirmed << userOf.value(result.journalId);
    }
    QCOMPARE(falselyConfirmed, QStringList());
    if (row.sentAs == IdType::UserId)
        return;
    const QString moved = firstUserSent(on, plan);
    const auto met = std::ranges::find_if(
        run.items(), [&](const KickResult &result) { return userOf.value(result.journalId) == moved; });
    // A list that a busy machine has halted leaves the user open, who is then asked about again.
    if (met == run.items().cend())
        QVERIFY2(run.end()->error, "the list has ended without a result of the user");
    else
        QCOMPARE(met->outcome, KickOutcome::Unknown);
}

QTEST_GUILESS_MAIN(TestListMatrix)
#include "tst_listmatrix.moc"

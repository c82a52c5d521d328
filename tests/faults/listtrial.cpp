// SPDX-License-Identifier: Apache-2.0
#include "faults/listtrial.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestRunMs = 30'000;
constexpr int poolUsers = 3000;

bool isGood(const QString &outcome)
{
    return outcome == KickOutcomes::wireName(KickOutcome::Verified) ||
           outcome == KickOutcomes::wireName(KickOutcome::Accepted);
}

/// Whether the intent of @p request is among @p attempts.
bool isRecorded(const SandboxRequest &request, const QList<JournalRows::Attempt> &attempts)
{
    const QByteArray hash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
    return std::ranges::any_of(attempts, [&](const JournalRows::Attempt &attempt) {
        return attempt.bodyHash == hash &&
               request.headers.contains(std::pair(QByteArray("x-authing-signature-nonce"), attempt.nonce));
    });
}

} // namespace

void ListTrial::refill()
{
    m_on = std::make_unique<SandboxSession>(
        QStringList(), AuthScheme::Signature,
        SandboxOptions{.users = poolUsers, .applications = 1, .seed = ++m_seed});
    QObject context;
    const auto apps = answerOf<Result<QList<Application>>>(
        [&](auto handler) { m_on->session->applicationLister()->list(&context, handler); });
    m_appId = (*apps)->first().appId;
    m_unused.clear();
    for (int page = 1; m_unused.size() == qsizetype{page - 1} * Client::maximumLimit; ++page) {
        const auto users = answerOf<Result<Page<User>>>([&](auto handler) {
            m_on->client()->listApplicationActiveUsers(m_appId, page, Client::maximumLimit, &context,
                                                       handler);
        });
        for (const User &user : (*users)->list)
            m_unused << user.userId;
    }
}

ListRun ListTrial::run(const QString &journalFile, const std::function<void(ListRunner *)> &begin)
{
    const qsizetype before = m_on->sandbox->requests().size();
    ListRun result;
    {
        Journal journal(journalFile);
        Session session(m_on->profile(AuthScheme::Signature), m_on->address.secret, &journal);
        ListRunner runner(&session, std::make_shared<ListRunBoard>());
        QObject::connect(&runner, &ListRunner::finished, &runner,
                         [&result](const ListRunEnd &end) { result.end = end; });
        runner.setItemSink([&result](const ListItem &item, const KickResult &told) {
            result.told.insert(item.itemId, told.outcome);
        });
        begin(&runner);
        (void)QTest::qWaitFor([&result] { return result.end.has_value(); }, longestRunMs);
    }
    for (const SandboxRequest &request : m_on->sandbox->requests().sliced(before)) {
        if (request.endpoint == "kick-users")
            result.kicks << request;
    }
    return result;
}

ListRun ListTrial::start(const QString &journalFile, int users)
{
    if (m_unused.size() < users)
        refill();
    m_users = m_unused.first(users);
    m_unused.remove(0, users);
    ListPlan plan{.createdAt = QDateTime::currentDateTimeUtc(),
                  .host = m_on->address.host.toString(),
                  .keyId = m_on->address.keyId};
    for (const QString &userId : std::as_const(m_users)) {
        ListPlanItem item{.row = plan.items.size() + 1,
                          .target = {.identifier = userId, .appIds = {m_appId}}};
        item.target.userId = userId;
        item.target.before = {SessionState::Online};
        plan.items.append(item);
    }
    const ListRunWish wish{.plan = plan, .options = {.proofLimit = 5s}};
    return run(journalFile, [&wish](ListRunner *runner) { runner->start(wish); });
}

ListRun ListTrial::resume(const QString &journalFile)
{
    return run(journalFile, [](ListRunner *runner) { runner->resume(0); });
}

bool ListTrial::isOffline(const QString &userId) const
{
    QObject context;
    const auto state = answerOf<Result<SessionState>>(
        [&](auto handler) { m_on->client()->checkSessionStatus(m_appId, userId, &context, handler); });
    return state && *state && **state == SessionState::Offline;
}

QList<JournalRows::Item> ListTrial::itemsOf(const JournalRows &rows) const
{
    QList<JournalRows::Item> result;
    std::ranges::copy_if(rows.items, std::back_inserter(result),
                         [this](const JournalRows::Item &item) { return m_users.contains(item.userId); });
    return result;
}

QString ListTrial::problem(const ListRun &run, const JournalRows &rows) const
{
    if (!run.end)
        return u"no end"_s;
    for (const SandboxRequest &request : run.kicks) {
        if (!isRecorded(request, rows.attempts))
            return u"a request without its intent"_s;
    }
    QHash<qint64, QString> outcomes;
    for (const JournalRows::Item &item : itemsOf(rows)) {
        outcomes.insert(item.id, item.outcome);
        if (isGood(item.outcome) && !isOffline(item.userId))
            return u"a success on record that the server never gave"_s;
    }
    for (auto told = run.told.cbegin(); told != run.told.cend(); ++told) {
        if (outcomes.value(told.key()) != KickOutcomes::wireName(told.value()))
            return u"an outcome that was told and is not on record"_s;
    }
    if (!rows.items.isEmpty() && !rows.isIntact)
        return u"history altered"_s;
    return {};
}

QString ListTrial::problemOfGoingOn(const ListRun &run, const QString &journalFile)
{
    const JournalRows before = JournalRows::read(journalFile);
    const QList<JournalRows::Item> items = itemsOf(before);
    const auto mayBeSent = std::ranges::count_if(items, [](const JournalRows::Item &item) {
        return item.state != ItemStates::name(ItemState::Accepted) && !isGood(item.outcome);
    });
    const ListRun rest = resume(journalFile);
    if (!rest.end)
        return u"going on has no end"_s;
    const bool isNothingOpen = rest.end->error && rest.end->error->code == ErrorCode::ListNotFound;
    if (isNothingOpen && run.kicks.isEmpty() && run.told.isEmpty())
        return {};
    if (!isNothingOpen && !rest.end->isFinished)
        return u"going on ends with "_s +
               (rest.end->error ? errorCodeName(rest.end->error->code) : u"nothing"_s);
    if (rest.kicks.size() > mayBeSent)
        return u"sent again"_s;
    const JournalRows after = JournalRows::read(journalFile);
    const QList<JournalRows::Item> done = itemsOf(after);
    const bool areAllProved = std::ranges::all_of(done, [](const JournalRows::Item &item) {
        return item.outcome == KickOutcomes::wireName(KickOutcome::Verified);
    });
    if (done.size() != m_users.size() || !areAllProved)
        return u"not everybody is proved"_s;
    return problem(rest, after);
}

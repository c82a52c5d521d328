// SPDX-License-Identifier: Apache-2.0
#include "endurance/soakwork.h"

#include "kick/plan/listresolver.h"
#include "sandbox/service/sandbox.h"
#include "support/answerof.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestListMs = 900'000;
constexpr auto longestAnswer = 300s;
/// A question that faults hit so often in a row is hit by something else.
constexpr int mostQuestions = 20;
/// One single kick to so many users of the list, and one more.
constexpr int usersAKick = 200;
constexpr int readsAList = 6;
/// Users of a list whose session is asked for again.
constexpr int sample = 20;

} // namespace

SoakCounts &SoakCounts::operator+=(const SoakCounts &other)
{
    lists += other.lists;
    verified += other.verified;
    told += other.told;
    singleKicks += other.singleKicks;
    reads += other.reads;
    failedReads += other.failedReads;
    return *this;
}

SoakWork::SoakWork(const Profile &profile, const Secret &secret, Journal *journal, int poolUsers)
    : m_profile(profile)
    , m_secret(secret)
    , m_poolUsers(poolUsers)
    , m_journal(journal)
    , m_session(profile, secret, journal)
    , m_history(journal->file())
{
    const auto apps = answerOf<Result<QList<Application>>>(
        [&](auto handler) { m_session.applicationLister()->list(this, handler); });
    if (!apps || !*apps || (*apps)->isEmpty())
        qFatal("The sandbox tells no application");
    m_appId = (*apps)->first().appId;
}

QString SoakWork::nextUser()
{
    QString userId = Sandbox::userId({.users = m_poolUsers}, m_place);
    m_place = (m_place + 1) % m_poolUsers;
    return userId;
}

Result<PlannedList> SoakWork::plan(int users)
{
    QStringList texts;
    for (int user = 0; user < users; ++user)
        texts << nextUser();
    const Result<ListTable> table = ListTables::read({.utf8 = texts.join(u'\n').toUtf8()}, '\t');
    if (!table)
        return table.error();
    const Result<IdList> list = IdLists::read(*table, {.column = 0}, IdType::UserId);
    if (!list)
        return list.error();
    ListResolver resolver(&m_session);
    const auto resolution = answerOf<Result<ListResolution>>(
        [&](auto handler) { resolver.resolve(*list, this, {}, handler); }, longestAnswer);
    if (!resolution || !*resolution)
        return resolution ? resolution->error() : Error{.code = ErrorCode::Deadline};
    ListPlanner planner(&m_session);
    const auto planned = answerOf<Result<PlannedList>>(
        [&](auto handler) { planner.plan(**resolution, {.appIds = {m_appId}}, this, {}, handler); },
        longestAnswer);
    return planned.value_or(Error{.code = ErrorCode::Deadline});
}

QString SoakWork::runList(int users)
{
    const Result<PlannedList> planned = plan(users);
    if (!planned)
        return u"no plan: "_s + errorCodeName(planned.error().code);
    QStringList userIds;
    for (const ListPlanItem &item : planned->plan.items)
        userIds << item.target.identifier;
    if (userIds.isEmpty())
        return u"nobody was found"_s;

    ListRunThread host({.profile = m_profile, .credentials = m_secret, .journalFile = m_journal->file()});
    std::optional<ListRunEnd> end;
    connect(&host, &ListRunThread::finished, this, [&end](const ListRunEnd &given) { end = given; });
    host.start({.plan = planned->plan, .options = {.proofLimit = 60s, .cap = users}});
    if (!QTest::qWaitFor([&host] { return host.board()->summary().total > 0; }, longestListMs))
        return u"a list that does not begin"_s;
    if (QString problem = workMeanwhile(users); !problem.isEmpty())
        return problem;
    if (!QTest::qWaitFor([&end] { return end.has_value(); }, longestListMs))
        return u"a list without an end"_s;
    ++m_counts.lists;
    return check(host, *end, userIds);
}

QString SoakWork::workMeanwhile(int users)
{
    for (int read = 0; read < readsAList; ++read) {
        noteRead(answerOf<Result<FoundUsers>>(
            [&](auto handler) { m_session.resolver()->findAny(nextUser(), this, handler); }, longestAnswer));
        noteRead(answerOf<Result<Page<User>>>(
            [&](auto handler) {
                m_session.client()->listUsers({.keywords = u"李"_s, .page = read + 1}, this, handler);
            },
            longestAnswer));
        // The journal has no faults.
        const auto slice = answerOf<Result<HistorySlice>>(
            [&](auto handler) { m_history.page({}, 0, 50, this, handler); }, longestAnswer);
        if (!slice || !*slice || (*slice)->items.isEmpty())
            return u"the history cannot be read"_s;
        const auto detail = answerOf<Result<HistoryDetail>>(
            [&](auto handler) { m_history.detail((*slice)->items.last().itemId, this, handler); },
            longestAnswer);
        if (!detail || !*detail || (*detail)->item.itemId == 0)
            return u"a kick of the history cannot be read"_s;
    }
    const auto count = answerOf<Result<QList<HistoryTally>>>(
        [&](auto handler) {
            m_history.count({.since = QDateTime::currentDateTimeUtc().addSecs(-600),
                             .host = m_session.profile().host.toString(),
                             .keyId = m_session.profile().keyId,
                             .without = {}},
                            this, handler);
        },
        longestAnswer);
    if (!count || !*count)
        return u"the history cannot be counted"_s;
    for (int kick = 0; kick <= users / usersAKick; ++kick) {
        if (QString problem = kickOne(); !problem.isEmpty())
            return problem;
    }
    return {};
}

template <typename T>
void SoakWork::noteRead(const std::optional<Result<T>> &answer)
{
    ++m_counts.reads;
    m_counts.failedReads += answer && *answer ? 0 : 1;
}

QString SoakWork::kickOne()
{
    KickPlan target{.target = {.identifier = nextUser(), .appIds = {m_appId}}};
    target.target.userId = target.target.identifier;
    target.target.before = {stateOf(target.target.identifier)};
    const auto result = answerOf<KickResult>(
        [&](auto handler) { m_session.kicker()->start(target, this, {}, handler); }, longestAnswer);
    ++m_counts.singleKicks;
    if (!result)
        return u"a kick without an end"_s;
    if (result->journalError)
        return u"a kick that is not on record"_s;
    ListRunCell cell{.phase = ListRunPhase::Done, .outcome = result->outcome};
    if (result->error)
        cell.error = result->error->code;
    return checkUser(target.target.identifier, cell);
}

QString SoakWork::check(const ListRunThread &host, const ListRunEnd &end, const QStringList &userIds)
{
    if (end.error)
        return u"a list that ends with "_s + errorCodeName(end.error->code);
    if (!end.isFinished)
        return u"a list that is not finished"_s;
    const QList<ListRunCell> cells = host.board()->cells(0, userIds.size());
    if (cells.size() != userIds.size())
        return u"a list that has lost users"_s;
    const qsizetype step = std::max<qsizetype>(1, cells.size() / sample);
    qint64 verified = 0;
    for (qsizetype at = 0; at < cells.size(); ++at) {
        const bool isVerified = cells.at(at).outcome == KickOutcome::Verified;
        verified += isVerified ? 1 : 0;
        if (isVerified && at % step != 0)
            continue;
        if (QString problem = checkUser(userIds.at(at), cells.at(at)); !problem.isEmpty())
            return problem;
    }
    m_counts.verified += verified;
    m_counts.told += cells.size() - verified;
    // Faults hit a twentieth of the requests, and most are made good.
    if (verified * 10 < cells.size() * 9)
        return u"only %1 of %2 users are proved"_s.arg(QString::number(verified),
                                                       QString::number(cells.size()));
    return {};
}

QString SoakWork::checkUser(const QString &userId, const ListRunCell &cell)
{
    const QString name = KickOutcomes::wireName(cell.outcome);
    if (cell.phase != ListRunPhase::Done)
        return u"a user without an outcome"_s;
    switch (cell.outcome) {
    case KickOutcome::Verified:
        return stateOf(userId) == SessionState::Offline ? QString() : u"a proof that is not true"_s;
    case KickOutcome::StillOnline:
        return stateOf(userId) == SessionState::Online ? QString() : u"told as online without being so"_s;
    case KickOutcome::Unknown:
    case KickOutcome::Accepted:
        return cell.error ? QString() : u"%1 without a reason"_s.arg(name);
    case KickOutcome::Rejected:
    case KickOutcome::NotSent:
    case KickOutcome::Skipped:
    case KickOutcome::Planned:
        break;
    }
    return u"%1 (%2), which no fault asks for"_s.arg(name,
                                                     cell.error ? errorCodeName(*cell.error) : QString());
}

SessionState SoakWork::stateOf(const QString &userId)
{
    for (int question = 0; question < mostQuestions; ++question) {
        const auto state = answerOf<Result<SessionState>>(
            [&](auto handler) { m_session.client()->checkSessionStatus(m_appId, userId, this, handler); },
            longestAnswer);
        noteRead(state);
        if (state && *state)
            return **state;
    }
    return SessionState::Unknown;
}

bool SoakWork::isJournalIntact()
{
    const auto verdict = answerOf<Result<JournalVerdict>>(
        [&](auto handler) { m_history.verify(this, handler); }, std::chrono::milliseconds(longestListMs));
    return verdict && *verdict && (*verdict)->isIntact();
}

// SPDX-License-Identifier: Apache-2.0
#include "store/history/listqueries.h"

#include "store/history/historyrows.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

Error unreadable(const Database &database)
{
    return {.kind = ErrorKind::NotSent,
            .code = ErrorCode::JournalUnreadable,
            .detail = ServerText(database.file())};
}

ListRecord record(const SqlStatement &query)
{
    int at = 0;
    const auto text = [&] { return query.text(at++); };
    const auto number = [&] { return query.number(at++); };
    ListRecord result;
    result.jobId = number();
    result.createdAt = HistoryRows::time(query, at++);
    result.finishedAt = HistoryRows::time(query, at++);
    for (QString *column :
         {&result.job.profile, &result.job.host, &result.job.keyId, &result.job.poolId, &result.job.osUser,
          &result.job.operatorName, &result.job.ticket, &result.job.reason})
        *column = text();
    result.state = JobStates::fromName(text()).value_or(JobState::Halted);
    result.haltedBy = errorCodeFromName(text());
    result.total = number();
    result.options.scope = KickScopes::fromWireName(text()).value_or(KickScope::Given);
    result.options.proofLimit = std::chrono::seconds(number());
    result.options.proof = ProofModes::fromWireName(text()).value_or(ProofMode::Each);
    result.options.cap = number();
    result.options.ratePerSecond = static_cast<int>(number());
    result.options.maximumInFlight = static_cast<int>(number());
    result.options.canary = Canaries::fromName(text()).value_or(Canary::Ask);
    return result;
}

constexpr auto runColumns =
    "id, created_at, finished_at, profile, host, key_id, pool_id, os_user, operator, ticket, reason, state, "
    "error_code, total, scope, verify_seconds, proof, cap, rate, max_in_flight, canary"_L1;

/// The newest list, by @p order before that, for which @p condition holds, with its outcomes.
Result<ListRecord> newest(const Database &database, const QString &condition, const QList<SqlValue> &values,
                          const QString &order = {})
{
    SqlStatement jobs = database.connection().prepare(
        u"SELECT %1 FROM jobs WHERE kind = 'list' AND %2 ORDER BY %3id DESC LIMIT 1"_s.arg(runColumns,
                                                                                           condition, order));
    for (qsizetype at = 0; at < values.size(); ++at)
        jobs.bindAt(static_cast<int>(at) + 1, values.at(at));
    if (!jobs.next())
        return jobs.hasFailed() ? Result<ListRecord>(unreadable(database)) : ListRecord();
    ListRecord result = record(jobs);
    SqlStatement outcomes = database.connection().prepare(
        u"SELECT outcome, COUNT(*), SUM(relogin <> ''), SUM(relogin = '' AND %1) FROM items WHERE job_id = ? "
        "AND outcome <> '' GROUP BY outcome"_s.arg(HistoryRows::isPostponed()));
    outcomes.bind(result.jobId);
    while (outcomes.next()) {
        const KickOutcome outcome =
            KickOutcomes::fromWireName(outcomes.text(0)).value_or(KickOutcome::Unknown);
        result.outcomes[outcome] += outcomes.number(1);
        result.signedInAgain[outcome] += outcomes.number(2);
        if (outcome == KickOutcome::Rejected)
            result.postponed += outcomes.number(3);
    }
    if (outcomes.hasFailed())
        return unreadable(database);
    return result;
}

/// Adds what @p query tells about the requests of @p item.
void addAttempt(ListItem *item, const SqlStatement &query, qint64 retriedAt)
{
    const auto group = static_cast<qsizetype>(query.number(0));
    const ItemState state = ItemStates::fromName(query.text(1)).value_or(ItemState::Unknown);
    const qint64 startedAt = query.number(2);
    // What never left decides nothing, and leaves open what an earlier one has left open.
    if (state == ItemState::NotSent)
        return;
    item->hasLeft = true;
    const bool mayBeDone = state == ItemState::Accepted || state == ItemState::Unknown;
    if (mayBeDone && !item->firstAttempt.isValid())
        item->firstAttempt = QDateTime::fromMSecsSinceEpoch(startedAt, Qt::UTC);
    const bool isEarlier = startedAt < retriedAt;
    // What was accepted before somebody tried again is sent again, what is unknown is checked.
    if (isEarlier && (item->state != ItemState::Unknown || state != ItemState::Unknown))
        return;
    if (group >= item->groups.size())
        item->groups.resize(group + 1);
    item->groups[group].attempts += isEarlier ? 0 : 1;
    item->groups[group].state = state;
}

} // namespace

Result<ListRecord> ListQueries::job(const Database &database, qint64 jobId)
{
    return jobId == 0 ? newest(database, u"state <> ?"_s, {JobStates::name(JobState::Writing)})
                      : newest(database, u"id = ?"_s, {jobId});
}

Result<ListRecord> ListQueries::newestUnfinished(const Database &database, const QString &host,
                                                 const QString &keyId)
{
    return newest(database, u"state IN (?, ?)"_s,
                  {JobStates::name(JobState::Open), JobStates::name(JobState::Halted), host, keyId},
                  u"host = ? AND key_id = ? DESC, "_s);
}

Result<ListRecord> ListQueries::unfinishedWith(const Database &database, const QString &host,
                                               const QString &keyId, QStringList users)
{
    std::ranges::sort(users);
    SqlStatement jobs = database.connection().prepare(
        u"SELECT id FROM jobs WHERE kind = 'list' AND state IN (?, ?) AND host = ? AND key_id = ? AND "
        "total = ? ORDER BY id DESC"_s);
    jobs.bind(JobStates::name(JobState::Open), JobStates::name(JobState::Halted), host, keyId, users.size());
    SqlStatement items = database.connection().prepare(
        u"SELECT iif(target_user_id = '', user_id, target_user_id) FROM items WHERE job_id = ?"_s);
    while (jobs.next()) {
        const qint64 jobId = jobs.number(0);
        items.bind(jobId);
        QStringList found;
        while (items.next())
            found << items.text(0);
        if (items.hasFailed())
            return unreadable(database);
        std::ranges::sort(found);
        if (found == users)
            return job(database, jobId);
    }
    if (jobs.hasFailed())
        return unreadable(database);
    return ListRecord();
}

Result<QList<ListItem>> ListQueries::openItems(const Database &database, qint64 jobId, qint64 position,
                                               int limit)
{
    SqlStatement query = database.connection().prepare(
        u"SELECT id, position, source_row, user_id, user_id_type, target_user_id, target_name, "
        "target_contact, app_ids, override_reason, before, state, attempts, retried_at, source_file FROM items "
        "WHERE job_id = ? AND outcome = '' AND position > ? ORDER BY position LIMIT ?"_s);
    query.bind(jobId, position, limit);
    SqlStatement attempts = database.connection().prepare(
        u"SELECT group_index, state, started_at FROM attempts WHERE item_id = ? ORDER BY id"_s);
    QList<ListItem> result;
    while (query.next()) {
        ListItem item{.itemId = query.number(0)};
        item.item.position = query.number(1);
        item.item.sourceRow = query.number(2);
        item.item.sourceFile = query.text(14);
        item.item.target.identifier = query.text(3);
        item.item.target.identifierType = IdTypes::fromWireName(query.text(4)).value_or(IdType::UserId);
        item.item.target.userId = query.text(5);
        item.item.target.name = ServerText(query.text(6));
        item.item.target.contact = query.text(7);
        item.item.target.appIds = HistoryRows::appIds(query.text(8));
        item.item.target.overrideReason = query.text(9);
        for (const QString &word : query.text(10).split(u' ', Qt::SkipEmptyParts))
            item.item.target.before.append(SessionStates::fromWireName(word));
        item.state = ItemStates::fromName(query.text(11)).value_or(ItemState::Unknown);
        item.attempts = static_cast<int>(query.number(12));
        if (item.attempts > 0) {
            attempts.bind(item.itemId);
            while (attempts.next())
                addAttempt(&item, attempts, query.number(13));
            if (attempts.hasFailed())
                return unreadable(database);
        }
        result.append(item);
    }
    if (query.hasFailed())
        return unreadable(database);
    return result;
}

Result<QList<ListRunRow>> ListQueries::rows(const Database &database, qint64 jobId)
{
    SqlStatement query = database.connection().prepare(
        u"SELECT id, state, outcome, error_code, attempts, relogin <> '' FROM items WHERE job_id = ? "
        "ORDER BY position"_s);
    query.bind(jobId);
    QList<ListRunRow> result;
    while (query.next()) {
        result.append({.itemId = query.number(0),
                       .state = ItemStates::fromName(query.text(1)).value_or(ItemState::Unknown),
                       .outcome = KickOutcomes::fromWireName(query.text(2)),
                       .error = errorCodeFromName(query.text(3)),
                       .attempts = static_cast<int>(query.number(4)),
                       .hasSignedInAgain = query.number(5) != 0});
    }
    if (query.hasFailed())
        return unreadable(database);
    return result;
}

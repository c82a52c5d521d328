// SPDX-License-Identifier: Apache-2.0
#include "store/history/listqueries.h"

#include "store/history/historyrows.h"

#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

Error unreadable(const Database &database)
{
    return {.kind = ErrorKind::NotSent,
            .code = ErrorCode::JournalUnreadable,
            .detail = ServerText(database.file())};
}

QDateTime time(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

ListRecord record(const QSqlQuery &query)
{
    int at = 0;
    const auto text = [&] { return query.value(at++).toString(); };
    const auto number = [&] { return query.value(at++).toLongLong(); };
    ListRecord result;
    result.jobId = number();
    result.createdAt = time(query.value(at++));
    result.finishedAt = time(query.value(at++));
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
Result<ListRecord> newest(const Database &database, const QString &condition, const QVariantList &values,
                          const QString &order = {})
{
    QSqlQuery query(database.connection());
    query.prepare(u"SELECT %1 FROM jobs WHERE kind = 'list' AND %2 ORDER BY %3id DESC LIMIT 1"_s.arg(
        runColumns, condition, order));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return unreadable(database);
    if (!query.next())
        return ListRecord();
    ListRecord result = record(query);
    query.prepare(
        u"SELECT outcome, COUNT(*), SUM(relogin <> ''), SUM(relogin = '' AND %1) FROM items WHERE job_id = ? "
        "AND outcome <> '' GROUP BY outcome"_s.arg(HistoryRows::isPostponed()));
    query.addBindValue(result.jobId);
    if (!query.exec())
        return unreadable(database);
    while (query.next()) {
        const KickOutcome outcome =
            KickOutcomes::fromWireName(query.value(0).toString()).value_or(KickOutcome::Unknown);
        result.outcomes[outcome] += query.value(1).toLongLong();
        result.signedInAgain[outcome] += query.value(2).toLongLong();
        if (outcome == KickOutcome::Rejected)
            result.postponed += query.value(3).toLongLong();
    }
    return result;
}

/// Adds what @p query tells about the requests of @p item.
void addAttempt(ListItem *item, const QSqlQuery &query, qint64 retriedAt)
{
    const auto group = static_cast<qsizetype>(query.value(0).toLongLong());
    const ItemState state = ItemStates::fromName(query.value(1).toString()).value_or(ItemState::Unknown);
    const qint64 startedAt = query.value(2).toLongLong();
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
    QSqlQuery jobs(database.connection());
    jobs.prepare(
        u"SELECT id FROM jobs WHERE kind = 'list' AND state IN (?, ?) AND host = ? AND key_id = ? AND "
        "total = ? ORDER BY id DESC"_s);
    for (const QVariant &value : QVariantList{JobStates::name(JobState::Open),
                                              JobStates::name(JobState::Halted), host, keyId, users.size()})
        jobs.addBindValue(value);
    if (!jobs.exec())
        return unreadable(database);
    QSqlQuery items(database.connection());
    items.setForwardOnly(true);
    items.prepare(u"SELECT iif(target_user_id = '', user_id, target_user_id) FROM items WHERE job_id = ?"_s);
    while (jobs.next()) {
        items.bindValue(0, jobs.value(0));
        if (!items.exec())
            return unreadable(database);
        QStringList found;
        while (items.next())
            found << items.value(0).toString();
        std::ranges::sort(found);
        if (found == users)
            return job(database, jobs.value(0).toLongLong());
    }
    return ListRecord();
}

Result<QList<ListItem>> ListQueries::openItems(const Database &database, qint64 jobId, qint64 position,
                                               int limit)
{
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    query.prepare(
        u"SELECT id, position, source_row, user_id, user_id_type, target_user_id, target_name, "
        "target_contact, app_ids, override_reason, before, state, attempts, retried_at, source_file FROM items "
        "WHERE job_id = ? AND outcome = '' AND position > ? ORDER BY position LIMIT ?"_s);
    query.addBindValue(jobId);
    query.addBindValue(position);
    query.addBindValue(limit);
    if (!query.exec())
        return unreadable(database);
    QSqlQuery attempts(database.connection());
    attempts.setForwardOnly(true);
    attempts.prepare(u"SELECT group_index, state, started_at FROM attempts WHERE item_id = ? ORDER BY id"_s);
    QList<ListItem> result;
    while (query.next()) {
        ListItem item{.itemId = query.value(0).toLongLong()};
        item.item.position = query.value(1).toLongLong();
        item.item.sourceRow = query.value(2).toLongLong();
        item.item.sourceFile = query.value(14).toString();
        item.item.target.identifier = query.value(3).toString();
        item.item.target.identifierType =
            IdTypes::fromWireName(query.value(4).toString()).value_or(IdType::UserId);
        item.item.target.userId = query.value(5).toString();
        item.item.target.name = ServerText(query.value(6).toString());
        item.item.target.contact = query.value(7).toString();
        item.item.target.appIds = HistoryRows::appIds(query.value(8).toString());
        item.item.target.overrideReason = query.value(9).toString();
        for (const QString &word : query.value(10).toString().split(u' ', Qt::SkipEmptyParts))
            item.item.target.before.append(SessionStates::fromWireName(word));
        item.state = ItemStates::fromName(query.value(11).toString()).value_or(ItemState::Unknown);
        item.attempts = query.value(12).toInt();
        if (item.attempts > 0) {
            attempts.addBindValue(item.itemId);
            if (!attempts.exec())
                return unreadable(database);
            while (attempts.next())
                addAttempt(&item, attempts, query.value(13).toLongLong());
        }
        result.append(item);
    }
    return result;
}

Result<QList<ListRunRow>> ListQueries::rows(const Database &database, qint64 jobId)
{
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    query.prepare(
        u"SELECT id, state, outcome, error_code, attempts, relogin <> '' FROM items WHERE job_id = ? "
        "ORDER BY position"_s);
    query.addBindValue(jobId);
    if (!query.exec())
        return unreadable(database);
    QList<ListRunRow> result;
    while (query.next()) {
        result.append({.itemId = query.value(0).toLongLong(),
                       .state = ItemStates::fromName(query.value(1).toString()).value_or(ItemState::Unknown),
                       .outcome = KickOutcomes::fromWireName(query.value(2).toString()),
                       .error = errorCodeFromName(query.value(3).toString()),
                       .attempts = query.value(4).toInt(),
                       .hasSignedInAgain = query.value(5).toBool()});
    }
    return result;
}

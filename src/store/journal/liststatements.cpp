// SPDX-License-Identifier: Apache-2.0
#include "store/journal/liststatements.h"

#include "store/journal/journalchange.h"
#include "store/journal/kickstatements.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString stateNames(std::initializer_list<ItemState> states)
{
    QStringList names;
    for (const ItemState state : states)
        names << u'\'' + ItemStates::name(state) + u'\'';
    return names.join(u", "_s);
}

/// The texts of an event about one item of many.
JournalColumns changedTo(ItemState state)
{
    return {{"state"_L1, ItemStates::name(state)}, {"changed_at"_L1, JournalChange::now()}};
}

/// A user who is to be tried again.
struct Candidate
{
    qint64 itemId = 0;
    QString state;
    QString userId;
    bool hasSignedInAgain = false;
};

std::optional<QList<Candidate>> candidates(const Database &database, qint64 jobId, int limit)
{
    QStringList outcomes;
    for (const KickOutcome outcome : KickOutcomes::all()) {
        if (JournalText::isRetryable(outcome))
            outcomes << u'\'' + KickOutcomes::wireName(outcome) + u'\'';
    }
    SqlStatement *query = database.prepared(
        u"SELECT id, state, target_user_id, relogin FROM items WHERE job_id = ? AND outcome "
        "IN (%1) ORDER BY position LIMIT ?"_s.arg(outcomes.join(u", "_s)));
    if (query == nullptr)
        return {};
    query->bind(jobId, limit);
    QList<Candidate> result;
    while (query->next()) {
        result.append({.itemId = query->number(0),
                       .state = query->text(1),
                       .userId = query->text(2),
                       .hasSignedInAgain = !query->text(3).isEmpty()});
    }
    return query->hasFailed() ? std::nullopt : std::optional(result);
}

} // namespace

Result<JournalReceipt> ListStatements::begin(JournalTransaction &transaction, const JournalJob &job,
                                             const JobOptions &options, qint64 total)
{
    JournalChange change(transaction);
    JournalColumns columns = KickStatements::columns(job);
    columns.insert("kind"_L1, u"list"_s);
    columns.insert("state"_L1, JobStates::name(JobState::Writing));
    columns.insert("scope"_L1, KickScopes::wireName(options.scope));
    columns.insert("total"_L1, total);
    columns.insert("verify_seconds"_L1, qint64(options.proofLimit.count()));
    columns.insert("proof"_L1, ProofModes::wireName(options.proof));
    columns.insert("cap"_L1, options.cap);
    columns.insert("rate"_L1, options.ratePerSecond);
    columns.insert("max_in_flight"_L1, options.maximumInFlight);
    columns.insert("canary"_L1, Canaries::name(options.canary));
    change.job(columns);
    return change.finish(u"list"_s);
}

Result<JournalReceipt> ListStatements::addItems(JournalTransaction &transaction, qint64 jobId,
                                                const QList<JournalItem> &items)
{
    JournalChange change(transaction, {.jobId = jobId});
    for (const JournalItem &item : items) {
        const JournalColumns told = KickStatements::columns(jobId, item);
        JournalColumns columns = told;
        // What is sent later, perhaps by another process, is what was agreed to.
        columns.insert("user_id"_L1, item.target.identifier);
        change.nextItem(columns, told);
    }
    return change.finish(u"items"_s);
}

Result<JournalReceipt> ListStatements::recordJob(JournalTransaction &transaction,
                                                 const JournalJobChange &jobChange)
{
    JournalChange change(transaction, {.jobId = jobChange.jobId});
    JournalColumns columns{{"state"_L1, JobStates::name(jobChange.state)},
                           {"canary"_L1, Canaries::name(jobChange.canary)},
                           {"error_code"_L1, jobChange.errorCode}};
    columns.insert("finished_at"_L1, jobChange.state == JobState::Finished
                                         ? JournalColumns::Value(JournalChange::now())
                                         : JournalColumns::Value());
    change.job(columns);
    return change.finish(u"list-state"_s);
}

Result<JournalReceipt> ListStatements::recordLost(JournalTransaction &transaction, qint64 jobId)
{
    SqlStatement *query = transaction.database().prepared(
        u"SELECT a.id, i.id FROM items i JOIN attempts a ON a.item_id = i.id WHERE i.job_id = ? AND "
        "i.outcome = '' AND a.state = %1 ORDER BY i.position, a.id"_s.arg(stateNames({ItemState::Intent})));
    if (query == nullptr)
        return JournalChange::unavailable(transaction.database());
    query->bind(jobId);
    QList<JournalKey> lost;
    while (query->next())
        lost.append({.jobId = jobId, .itemId = query->number(1), .attemptId = query->number(0)});
    if (query->hasFailed())
        return JournalChange::unavailable(transaction.database());
    Result<JournalReceipt> receipt = JournalReceipt{.key = {.jobId = jobId}};
    for (const JournalKey &key : std::as_const(lost)) {
        JournalChange change(transaction, key);
        change.attempt({{"state"_L1, ItemStates::name(ItemState::Unknown)}});
        change.item(changedTo(ItemState::Unknown));
        receipt = change.finish(u"lost"_s);
        if (!receipt)
            return receipt;
    }
    return JournalReceipt{.key = receipt->key, .head = receipt->head, .count = lost.size()};
}

Result<JournalReceipt> ListStatements::recordReturn(JournalTransaction &transaction, const JournalKey &key,
                                                    ItemState state)
{
    JournalChange change(transaction, {.jobId = key.jobId, .itemId = key.itemId});
    change.item(changedTo(state));
    return change.finish(u"return"_s);
}

Result<JournalReceipt> ListStatements::reopen(JournalTransaction &transaction, qint64 jobId, int limit)
{
    const auto found = candidates(transaction.database(), jobId, limit);
    if (!found)
        return JournalChange::unavailable(transaction.database());
    Result<JournalReceipt> receipt = JournalReceipt{.key = {.jobId = jobId}};
    for (const Candidate &candidate : *found) {
        // A user who tries again after a new sign-in has decided about it; otherwise unknown results are
        // checked first.
        const bool isUnknown = candidate.state == ItemStates::name(ItemState::Unknown) ||
                               candidate.state == ItemStates::name(ItemState::GivenUp);
        JournalColumns columns =
            changedTo(isUnknown && !candidate.hasSignedInAgain ? ItemState::Unknown : ItemState::Pending);
        columns.insert("outcome"_L1, QString());
        columns.insert("relogin"_L1, QString());
        columns.insert("error_code"_L1, QString());
        columns.insert("retried_at"_L1, JournalChange::now());
        if (!candidate.userId.isEmpty()) {
            // The identifier has been masked with the outcome.
            columns.insert("user_id"_L1, candidate.userId);
            columns.insert("user_id_type"_L1, IdTypes::wireName(IdType::UserId));
        }
        JournalChange change(transaction, {.jobId = jobId, .itemId = candidate.itemId});
        change.item(columns);
        receipt = change.finish(u"retry"_s);
        if (!receipt)
            return receipt;
    }
    return JournalReceipt{.key = receipt->key, .head = receipt->head, .count = found->size()};
}

// SPDX-License-Identifier: Apache-2.0
#include "store/journal/kickstatements.h"

#include "store/journal/journalchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray appsArray(const QList<AppProof> &apps)
{
    QJsonArray array;
    for (const AppProof &app : apps) {
        QJsonObject object{{"appId"_L1, app.appId},
                           {"before"_L1, SessionStates::wireName(app.before)},
                           {"after"_L1, SessionStates::wireName(app.after)}};
        if (app.confirmedAfter)
            object.insert("confirmedAfterMs"_L1, qint64(app.confirmedAfter->count()));
        if (app.isByList)
            object.insert("proof"_L1, ProofModes::wireName(ProofMode::List));
        array.append(object);
    }
    return array;
}

QString reloginText(const std::optional<LoginRecord> &relogin)
{
    if (!relogin)
        return {};
    return QString::fromUtf8(
        JournalChange::compact({{"time"_L1, relogin->time.toUTC().toString(Qt::ISODateWithMs)},
                                {"clientIp"_L1, relogin->clientIp.plain()},
                                {"userAgent"_L1, relogin->userAgent.plain()}}));
}

/// Longest part of the server's message that is kept.
constexpr qsizetype maximumMessage = 500;

JournalColumns replyColumns(const ServerReply &reply, const QString &errorCode)
{
    return {{"http_status"_L1, reply.httpStatus}, {"status_code"_L1, reply.statusCode},
            {"api_code"_L1, reply.apiCode},       {"message"_L1, reply.message.plain(maximumMessage)},
            {"request_id"_L1, reply.requestId},   {"error_code"_L1, errorCode}};
}

} // namespace

JournalColumns KickStatements::columns(const JournalJob &job)
{
    return {{"created_at"_L1, JournalChange::now()},
            {"profile"_L1, job.profile},
            {"host"_L1, job.host},
            {"key_id"_L1, job.keyId},
            {"pool_id"_L1, job.poolId},
            {"os_user"_L1, job.osUser},
            {"operator"_L1, job.operatorName},
            {"ticket"_L1, job.ticket},
            {"reason"_L1, job.reason}};
}

JournalColumns KickStatements::columns(qint64 jobId, const JournalItem &item)
{
    QStringList before;
    for (const SessionState state : item.target.before)
        before << SessionStates::wireName(state);
    return {{"job_id"_L1, jobId},
            {"created_at"_L1, JournalChange::now()},
            {"user_id"_L1, JournalText::masked(item.target.identifierType, item.target.identifier)},
            {"user_id_type"_L1, IdTypes::wireName(item.target.identifierType)},
            {"target_user_id"_L1, item.target.userId},
            {"target_name"_L1, item.target.name.verbatim()},
            {"target_contact"_L1, item.target.contact},
            {"app_ids"_L1, JournalChange::text(QJsonArray::fromStringList(item.target.appIds))},
            {"override_reason"_L1, item.target.overrideReason},
            {"identity_unverified"_L1, qint64{item.target.isIdentityUnverified}},
            {"position"_L1, item.position},
            {"source_row"_L1, item.sourceRow},
            {"source_file"_L1, item.sourceFile},
            {"before"_L1, before.join(u' ')},
            {"state"_L1, ItemStates::name(ItemState::Pending)},
            {"changed_at"_L1, JournalChange::now()}};
}

Result<JournalReceipt> KickStatements::begin(JournalTransaction &transaction, const JournalJob &job,
                                             const JournalItem &item)
{
    JournalChange change(transaction);
    change.job(columns(job));
    const JournalColumns told = columns(change.key().jobId, item);
    JournalColumns columns = told;
    // Without a look-up nothing else tells who is meant, should the program end before the outcome is known.
    if (item.target.userId.isEmpty())
        columns.insert("user_id"_L1, item.target.identifier);
    change.item(columns, told);
    return change.finish(u"begin"_s);
}

Result<JournalReceipt> KickStatements::recordIntent(JournalTransaction &transaction,
                                                    const JournalIntent &intent)
{
    JournalChange change(transaction, {.jobId = intent.key.jobId, .itemId = intent.key.itemId});
    const QString state = ItemStates::name(ItemState::Intent);
    change.attempt({{"item_id"_L1, intent.key.itemId},
                    {"group_index"_L1, intent.group},
                    {"nonce"_L1, QString::fromLatin1(intent.nonce)},
                    {"body_hash"_L1, QString::fromLatin1(intent.bodyHash)},
                    {"state"_L1, state},
                    {"started_at"_L1, JournalChange::now()}});
    change.item(
        {{"state"_L1, state}, {"attempts"_L1, intent.number}, {"changed_at"_L1, JournalChange::now()}});
    return change.finish(u"intent"_s);
}

Result<JournalReceipt> KickStatements::recordAnswer(JournalTransaction &transaction,
                                                    const JournalAnswer &answer)
{
    JournalChange change(transaction, answer.key);
    const QString state = ItemStates::name(answer.state);
    JournalColumns attempt = replyColumns(answer.reply, answer.errorCode);
    attempt.insert("state"_L1, state);
    if (answer.sentAt.isValid())
        attempt.insert("started_at"_L1, answer.sentAt.toMSecsSinceEpoch());
    attempt.insert("answered_at"_L1, JournalChange::now());
    change.attempt(attempt);
    change.item({{"state"_L1, state},
                 {"request_id"_L1, answer.reply.requestId},
                 {"changed_at"_L1, JournalChange::now()}});
    return change.finish(u"answer"_s);
}

Result<JournalReceipt> KickStatements::recordOutcome(JournalTransaction &transaction,
                                                     const JournalOutcome &outcome)
{
    JournalChange change(transaction, {.jobId = outcome.key.jobId, .itemId = outcome.key.itemId});
    JournalColumns item = replyColumns(outcome.reply, outcome.errorCode);
    const QString masked = JournalText::masked(outcome.identifierType, outcome.identifier);
    item.insert("user_id"_L1, masked);
    item.insert("state"_L1, ItemStates::name(outcome.state));
    item.insert("outcome"_L1, KickOutcomes::wireName(outcome.outcome));
    item.insert("apps"_L1, JournalChange::text(appsArray(outcome.apps)));
    item.insert("relogin"_L1, reloginText(outcome.relogin));
    item.insert("changed_at"_L1, JournalChange::now());
    JournalColumns columns = item;
    // Somebody may try again, and nothing else tells who is meant.
    if (outcome.isOfList && !outcome.isResolved && JournalText::isRetryable(outcome.outcome))
        columns.insert("user_id"_L1, outcome.identifier);
    change.item(columns, item);
    if (!outcome.isOfList)
        change.job({{"finished_at"_L1, JournalChange::now()}});
    return change.finish(u"outcome"_s);
}

// SPDX-License-Identifier: Apache-2.0
#include "support/journalsample.h"

#include "core/files/files.h"
#include "store/journal/database.h"
#include "support/answerof.h"

#include <QDateTime>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Waits for what @p start asks of the journal.
Result<JournalReceipt> receiptOf(const std::function<void(QObject *, ResultHandler<JournalReceipt>)> &start)
{
    QObject context;
    const auto receipt = answerOf<Result<JournalReceipt>>(
        [&](const ResultHandler<JournalReceipt> &handler) { start(&context, handler); });
    if (!receipt)
        qFatal("The journal did not answer");
    return *receipt;
}

ServerReply reply(const SampleKick &kick)
{
    return {.httpStatus = 200,
            .statusCode = 200,
            .apiCode = 20001,
            .message = ServerText(u"操作成功"_s),
            .requestId = kick.requestId};
}

ItemState stateOf(KickOutcome outcome)
{
    return ItemStates::fromName(KickOutcomes::wireName(outcome)).value_or(ItemState::NotSent);
}

} // namespace

Result<JournalReceipt> JournalSamples::begin(Journal *journal, const SampleKick &kick)
{
    const JournalJob job{.profile = u"prod"_s,
                         .host = u"https://api.authing.cn"_s,
                         .keyId = u"key1"_s,
                         .poolId = u"pool1"_s,
                         .osUser = u"alice"_s,
                         .operatorName = kick.operatorName,
                         .ticket = kick.ticket,
                         .reason = kick.reason};
    const JournalItem item{.target = {.identifier = kick.identifier,
                                      .identifierType = kick.identifierType,
                                      .userId = kick.userId,
                                      .name = ServerText(kick.name),
                                      .contact = kick.contact,
                                      .appIds = {u"app1"_s, u"app2"_s},
                                      .overrideReason = {}}};
    return receiptOf(
        [&](QObject *context, const auto &handler) { journal->begin(job, item, context, handler); });
}

Result<JournalReceipt> JournalSamples::intend(Journal *journal, const JournalKey &key)
{
    const JournalIntent intent{.key = key, .nonce = "nonce1", .bodyHash = "b0d1"};
    return receiptOf(
        [&](QObject *context, const auto &handler) { journal->recordIntent(intent, context, handler); });
}

Result<JournalReceipt> JournalSamples::answer(Journal *journal, const JournalKey &key, const SampleKick &kick)
{
    const JournalAnswer answer{
        .key = key, .state = ItemState::Accepted, .reply = reply(kick), .errorCode = kick.errorCode};
    return receiptOf(
        [&](QObject *context, const auto &handler) { journal->recordAnswer(answer, context, handler); });
}

Result<JournalReceipt> JournalSamples::conclude(Journal *journal, const JournalKey &key,
                                                const SampleKick &kick)
{
    const JournalOutcome outcome{
        .key = key,
        .identifier = kick.identifier,
        .identifierType = kick.identifierType,
        .state = stateOf(kick.outcome),
        .outcome = kick.outcome,
        .reply = reply(kick),
        .errorCode = kick.errorCode,
        .apps = {{.appId = u"app1"_s,
                  .before = SessionState::Online,
                  .after = SessionState::Offline,
                  .confirmedAfter = std::chrono::milliseconds(1250)},
                 {.appId = u"app2"_s,
                  .before = SessionState::Unknown,
                  .after =
                      kick.outcome == KickOutcome::Verified ? SessionState::Offline : SessionState::Unknown,
                  .confirmedAfter = {}}},
        .relogin = {}};
    return receiptOf(
        [&](QObject *context, const auto &handler) { journal->recordOutcome(outcome, context, handler); });
}

qint64 JournalSamples::write(Journal *journal, const SampleKick &kick)
{
    const auto begun = begin(journal, kick);
    const auto intended = begun ? intend(journal, begun->key) : begun;
    const auto answered = intended ? answer(journal, intended->key, kick) : intended;
    const auto concluded = answered ? conclude(journal, answered->key, kick) : answered;
    return concluded ? concluded->key.itemId : 0;
}

bool JournalSamples::writeList(Journal *journal, const QList<int> &parts)
{
    const auto begun = receiptOf([&](QObject *context, const auto &handler) {
        journal->beginList({.profile = u"prod"_s}, {}, std::accumulate(parts.begin(), parts.end(), 0),
                           context, handler);
    });
    qint64 position = 0;
    qint64 firstItem = 0;
    for (const int part : parts) {
        QList<JournalItem> items;
        for (int i = 0; i < part; ++i, ++position) {
            const QString userId = u"6319a1504f3c0f214dd5%1"_s.arg(position, 4, 16, QLatin1Char('0'));
            items.append({.target = {.identifier = userId,
                                     .userId = userId,
                                     .name = ServerText(u"张%1"_s.arg(position)),
                                     .appIds = {u"app1"_s}},
                          .position = position,
                          .sourceRow = position + 1});
        }
        const auto added = receiptOf([&](QObject *context, const auto &handler) {
            journal->addItems(begun->key.jobId, items, context, handler);
        });
        if (!added)
            return false;
        if (firstItem == 0)
            firstItem = added->key.itemId;
    }
    return intend(journal, {.jobId = begun->key.jobId, .itemId = firstItem + 1}).hasValue();
}

bool JournalSamples::execute(const QString &file, const QString &statement)
{
    if (!QFile::exists(file))
        Files::makeOwn(file);
    SqlConnection connection;
    const bool isDone =
        connection.open(file, SqlConnection::Access::ReadWrite) && connection.execute(statement);
    if (!isDone)
        qWarning("SQLite refuses with %d: %s", connection.errorCode(), qPrintable(statement));
    return isDone;
}

bool JournalSamples::fill(const QString &file, qint64 kicks)
{
    const auto database = Database::open(file, Database::Access::ReadWrite);
    if (!database)
        return false;
    const QString numbers =
        u"WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %1) "_s.arg(
            kicks);
    // The last one was now.
    const QString time = u"%1 - (%2 - n) * 1000"_s.arg(QString::number(QDateTime::currentMSecsSinceEpoch()),
                                                       QString::number(kicks));
    const QStringList statements{
        u"BEGIN IMMEDIATE"_s,
        u"INSERT INTO jobs (id, created_at, finished_at, profile, host, key_id, pool_id, os_user, operator, "
        "ticket, reason) "_s +
            numbers +
            u"SELECT n, %1, %1, 'prod', 'https://api.authing.cn', 'key1', 'pool1', 'alice', 'helpdesk' || "
            "(n % 7), 'INC-' || n, 'list of leavers' FROM numbers"_s.replace(u"%1"_s, time),
        u"INSERT INTO items (id, job_id, created_at, user_id, user_id_type, target_user_id, target_name, "
        "target_contact, app_ids, override_reason, state, outcome, apps, attempts, request_id, status_code, "
        "api_code, message, changed_at) "_s +
            numbers +
            u"SELECT n, n, %1, printf('%024x', n), 'user_id', printf('%024x', n), '用户' || n, '138****8000', "
            "'[\"app1\"]', '', CASE WHEN n % 1000 THEN 'verified' ELSE 'unknown' END, "
            "CASE WHEN n % 1000 THEN 'verified' ELSE 'unknown' END, "
            "'[{\"after\":\"offline\",\"appId\":\"app1\",\"before\":\"online\"}]', 1, 'request-' || n, 200, "
            "20001, '操作成功', %1 FROM numbers"_s.replace(u"%1"_s, time),
        u"INSERT INTO attempts (id, item_id, group_index, nonce, body_hash, state, started_at, answered_at, "
        "request_id, status_code, api_code, message) "_s +
            numbers +
            u"SELECT n, n, 0, 'nonce-' || n, 'hash', 'accepted', %1, %1, 'request-' || n, 200, 20001, "
            "'操作成功' FROM numbers"_s.replace(u"%1"_s, time),
        u"COMMIT"_s,
    };
    for (const QString &statement : statements) {
        if (!(*database)->execute(statement))
            return false;
    }
    return true;
}

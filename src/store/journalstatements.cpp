// SPDX-License-Identifier: Apache-2.0
#include "store/journalstatements.h"

#include "store/eventchain.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString compactText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// @p text without what SQLite would give back otherwise than it got it: halves of surrogate pairs and the
/// two code points that are no characters. A row that differs from its event would look altered.
QString storable(QString text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text.at(at);
        const bool isPair =
            unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (isPair)
            ++at;
        else if (unit.isSurrogate() || unit == u'\uFFFE' || unit == u'\uFFFF')
            text[at] = QChar::ReplacementCharacter;
    }
    return text;
}

QJsonObject storable(QJsonObject columns)
{
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        if (column.value().isString())
            column.value() = storable(column.value().toString());
    }
    return columns;
}

/// Inserts a row of @p columns, or changes them in the row @p id. The row's number; nothing when it failed.
std::optional<qint64> write(const Database &database, const QString &table, qint64 id,
                            const QJsonObject &columns)
{
    QSqlQuery query(database.connection());
    const QStringList names = columns.keys();
    const QStringList marks(names.size(), u"?"_s);
    const bool isPrepared =
        id == 0 ? query.prepare(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, names.join(u", "_s),
                                                                         marks.join(u", "_s)))
                : query.prepare(u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(table, names.join(u" = ?, "_s)));
    if (!isPrepared)
        return {};
    for (const QString &name : names)
        query.addBindValue(columns.value(name).toVariant());
    if (id != 0)
        query.addBindValue(id);
    if (!query.exec())
        return {};
    return id == 0 ? query.lastInsertId().toLongLong() : id;
}

Error unavailable(const Database &database)
{
    return {.kind = ErrorKind::NotSent,
            .code = ErrorCode::JournalUnavailable,
            .detail = ServerText(database.file())};
}

/// What one call changes: the rows are written, and the event tells every value that was.
class Change
{
public:
    explicit Change(const Database &database, const JournalKey &key = {})
        : m_database(database)
        , m_key(key)
    {
    }

    const JournalKey &key() const { return m_key; }

    void job(const QJsonObject &columns) { set(u"jobs"_s, &m_key.jobId, columns, columns); }
    void attempt(const QJsonObject &columns) { set(u"attempts"_s, &m_key.attemptId, columns, columns); }
    void item(const QJsonObject &columns) { item(columns, columns); }
    /// The event may tell less than the row: it stays for ever.
    void item(const QJsonObject &columns, const QJsonObject &told)
    {
        set(u"items"_s, &m_key.itemId, columns, told);
    }

    /// Appends the event. JournalUnavailable when that or anything before it failed.
    Result<JournalReceipt> finish(const QString &kind)
    {
        const auto head = m_isGood ? EventChain::append(m_database, {.at = now(),
                                                                     .kind = kind,
                                                                     .jobId = m_key.jobId,
                                                                     .itemId = m_key.itemId,
                                                                     .attemptId = m_key.attemptId,
                                                                     .data = compact(m_told)})
                                   : std::nullopt;
        if (!head)
            return unavailable(m_database);
        return JournalReceipt{.key = m_key, .head = *head};
    }

private:
    void set(const QString &table, qint64 *id, const QJsonObject &columns, const QJsonObject &told)
    {
        const auto written = m_isGood ? write(m_database, table, *id, storable(columns)) : std::nullopt;
        m_isGood = written.has_value();
        *id = written.value_or(0);
        m_told.insert(table, storable(told));
    }

    const Database &m_database;
    JournalKey m_key;
    QJsonObject m_told;
    bool m_isGood = true;
};

QJsonArray appsArray(const QList<AppProof> &apps)
{
    QJsonArray array;
    for (const AppProof &app : apps) {
        QJsonObject object{{"appId"_L1, app.appId},
                           {"before"_L1, SessionStates::wireName(app.before)},
                           {"after"_L1, SessionStates::wireName(app.after)}};
        if (app.confirmedAfter)
            object.insert("confirmedAfterMs"_L1, qint64(app.confirmedAfter->count()));
        array.append(object);
    }
    return array;
}

QString reloginText(const std::optional<LoginRecord> &relogin)
{
    if (!relogin)
        return {};
    return QString::fromUtf8(compact({{"time"_L1, relogin->time.toUTC().toString(Qt::ISODateWithMs)},
                                      {"clientIp"_L1, relogin->clientIp.plain()},
                                      {"userAgent"_L1, relogin->userAgent.plain()}}));
}

/// Longest part of the server's message that is kept.
constexpr qsizetype maximumMessage = 500;

QJsonObject replyColumns(const ServerReply &reply, const QString &errorCode)
{
    return {{"status_code"_L1, reply.statusCode},
            {"api_code"_L1, reply.apiCode},
            {"message"_L1, reply.message.plain(maximumMessage)},
            {"request_id"_L1, reply.requestId},
            {"error_code"_L1, errorCode}};
}

QJsonObject jobColumns(const JournalJob &job)
{
    return {{"created_at"_L1, now()},          {"profile"_L1, job.profile}, {"host"_L1, job.host},
            {"key_id"_L1, job.keyId},          {"pool_id"_L1, job.poolId},  {"os_user"_L1, job.osUser},
            {"operator"_L1, job.operatorName}, {"ticket"_L1, job.ticket},   {"reason"_L1, job.reason}};
}

} // namespace

Result<JournalReceipt> JournalStatements::begin(const Database &database, const JournalJob &job,
                                                const JournalItem &item)
{
    Change change(database);
    change.job(jobColumns(job));
    const QString masked = JournalText::masked(item.userIdType, item.userId);
    QJsonObject told{{"job_id"_L1, change.key().jobId},
                     {"created_at"_L1, now()},
                     {"user_id"_L1, masked},
                     {"user_id_type"_L1, IdTypes::wireName(item.userIdType)},
                     {"target_user_id"_L1, item.targetUserId},
                     {"target_name"_L1, item.targetName.verbatim()},
                     {"target_contact"_L1, item.targetContact},
                     {"app_ids"_L1, compactText(QJsonArray::fromStringList(item.appIds))},
                     {"override_reason"_L1, item.overrideReason},
                     {"state"_L1, ItemStates::name(ItemState::Pending)},
                     {"changed_at"_L1, now()}};
    QJsonObject columns = told;
    // Without a look-up nothing else tells who is meant, should the program end before the outcome is known.
    if (item.targetUserId.isEmpty())
        columns.insert("user_id"_L1, item.userId);
    change.item(columns, told);
    return change.finish(u"begin"_s);
}

Result<JournalReceipt> JournalStatements::recordIntent(const Database &database, const JournalIntent &intent)
{
    Change change(database, {.jobId = intent.key.jobId, .itemId = intent.key.itemId});
    const QString state = ItemStates::name(ItemState::Intent);
    change.attempt({{"item_id"_L1, intent.key.itemId},
                    {"group_index"_L1, intent.group},
                    {"nonce"_L1, QString::fromLatin1(intent.nonce)},
                    {"body_hash"_L1, QString::fromLatin1(intent.bodyHash)},
                    {"state"_L1, state},
                    {"started_at"_L1, now()}});
    change.item({{"state"_L1, state}, {"attempts"_L1, intent.number}, {"changed_at"_L1, now()}});
    return change.finish(u"intent"_s);
}

Result<JournalReceipt> JournalStatements::recordAnswer(const Database &database, const JournalAnswer &answer)
{
    Change change(database, answer.key);
    const QString state = ItemStates::name(answer.state);
    QJsonObject attempt = replyColumns(answer.reply, answer.errorCode);
    attempt.insert("state"_L1, state);
    attempt.insert("answered_at"_L1, now());
    change.attempt(attempt);
    change.item({{"state"_L1, state}, {"request_id"_L1, answer.reply.requestId}, {"changed_at"_L1, now()}});
    return change.finish(u"answer"_s);
}

Result<JournalReceipt> JournalStatements::recordOutcome(const Database &database,
                                                        const JournalOutcome &outcome)
{
    Change change(database, {.jobId = outcome.key.jobId, .itemId = outcome.key.itemId});
    QJsonObject item = replyColumns(outcome.reply, outcome.errorCode);
    item.insert("user_id"_L1, JournalText::masked(outcome.userIdType, outcome.userId));
    item.insert("state"_L1, ItemStates::name(outcome.state));
    item.insert("outcome"_L1, KickOutcomes::wireName(outcome.outcome));
    item.insert("apps"_L1, compactText(appsArray(outcome.apps)));
    item.insert("relogin"_L1, reloginText(outcome.relogin));
    item.insert("changed_at"_L1, now());
    change.item(item);
    change.job({{"finished_at"_L1, now()}});
    return change.finish(u"outcome"_s);
}

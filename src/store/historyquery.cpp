// SPDX-License-Identifier: Apache-2.0
#include "store/historyquery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Numbers looked through at a time where no index helps, so that a search nobody waits for any more soon
/// ends.
constexpr qint64 sliceLength = 50'000;

constexpr auto itemColumns =
    "items.id, items.created_at, profile, host, key_id, pool_id, os_user, operator, ticket, reason, user_id, "
    "user_id_type, target_user_id, target_name, target_contact, app_ids, override_reason, state, outcome, apps, "
    "relogin, status_code, api_code, message, request_id, error_code, attempts"_L1;

Error unavailable(const Database &database)
{
    return {.kind = ErrorKind::Rejected,
            .code = ErrorCode::JournalUnreadable,
            .detail = ServerText(database.connection().databaseName())};
}

QJsonDocument json(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8());
}

QDateTime time(const QVariant &milliseconds)
{
    return milliseconds.isNull() ? QDateTime()
                                 : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

/// A LIKE pattern for texts that contain @p text; the escape character is a backslash.
QString containing(QString text)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        text.replace(special, u'\\' + QString(special));
    return u'%' + text + u'%';
}

QList<AppProof> proofs(const QJsonArray &array)
{
    QList<AppProof> result;
    for (const QJsonValueConstRef value : array) {
        const QJsonObject object = value.toObject();
        AppProof proof{.appId = object.value("appId"_L1).toString(),
                       .before = SessionStates::fromWireName(object.value("before"_L1).toString()),
                       .after = SessionStates::fromWireName(object.value("after"_L1).toString())};
        const QJsonValue confirmed = object.value("confirmedAfterMs"_L1);
        if (confirmed.isDouble())
            proof.confirmedAfter = std::chrono::milliseconds(confirmed.toInteger());
        result.append(proof);
    }
    return result;
}

std::optional<LoginRecord> relogin(const QJsonObject &object)
{
    if (object.isEmpty())
        return {};
    return LoginRecord{.clientIp = ServerText(object.value("clientIp"_L1).toString()),
                       .userAgent = ServerText(object.value("userAgent"_L1).toString()),
                       .time = QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs)};
}

KickOutcome outcome(const QString &word, const QString &state)
{
    if (const auto known = KickOutcomes::fromWireName(word))
        return *known;
    // The program ended before it knew. Whatever was not pending may have left.
    return state == ItemStates::name(ItemState::Pending) ? KickOutcome::NotSent : KickOutcome::Unknown;
}

HistoryItem item(const QSqlQuery &query)
{
    int at = 0;
    const auto next = [&] { return query.value(at++); };
    HistoryItem result;
    result.id = next().toLongLong();
    result.createdAt = time(next());
    for (QString *member :
         {&result.job.profile, &result.job.host, &result.job.keyId, &result.job.poolId, &result.job.osUser,
          &result.job.operatorName, &result.job.ticket, &result.job.reason, &result.item.userId})
        *member = next().toString();
    result.item.userIdType = IdTypes::fromWireName(next().toString()).value_or(IdType::UserId);
    result.item.targetUserId = next().toString();
    result.item.targetName = ServerText(next().toString());
    result.item.targetContact = next().toString();
    for (const QJsonValueConstRef appId : json(next()).array())
        result.item.appIds.append(appId.toString());
    result.item.overrideReason = next().toString();
    const QString state = next().toString();
    result.outcome = outcome(next().toString(), state);
    result.apps = proofs(json(next()).array());
    result.relogin = relogin(json(next()).object());
    result.reply.statusCode = next().toInt();
    result.reply.apiCode = next().toInt();
    result.reply.message = ServerText(next().toString());
    result.reply.requestId = next().toString();
    result.errorCode = next().toString();
    result.attempts = next().toInt();
    // Masked by now in the journal, unless the program ended before the outcome.
    result.item.userId = JournalText::masked(result.item.userIdType, result.item.userId);
    return result;
}

/// The conditions of a filter and their values.
class Conditions
{
public:
    explicit Conditions(const HistoryFilter &filter)
    {
        if (!filter.targetUserId.isEmpty())
            add(u"target_user_id = ?"_s, {filter.targetUserId});
        if (filter.since.isValid())
            add(u"items.created_at >= ?"_s, {filter.since.toMSecsSinceEpoch()});
        if (filter.until.isValid())
            add(u"items.created_at < ?"_s, {filter.until.toMSecsSinceEpoch()});
        if (filter.outcome)
            addOutcome(*filter.outcome);
        if (!filter.user.isEmpty())
            addUser(filter.user);
        if (!filter.text.isEmpty())
            addText(filter.text);
    }

    QString text() const { return m_texts.isEmpty() ? u"1"_s : m_texts.join(u" AND "_s); }
    const QVariantList &values() const { return m_values; }

private:
    void add(const QString &text, const QVariantList &values)
    {
        m_texts.append(text);
        m_values += values;
    }

    void addOutcome(KickOutcome outcome)
    {
        const QString word = KickOutcomes::wireName(outcome);
        if (outcome == KickOutcome::Unknown)
            add(u"(outcome = ? OR (outcome = '' AND state <> 'pending'))"_s, {word});
        else if (outcome == KickOutcome::NotSent)
            add(u"(outcome = ? OR (outcome = '' AND state = 'pending'))"_s, {word});
        else
            add(u"outcome = ?"_s, {word});
    }

    void addUser(const QString &user)
    {
        const QString phone = Users::maskedPhone(ServerText(user));
        add(u"(target_user_id = ? OR user_id IN (?, ?) OR target_name = ? OR target_contact IN (?, ?))"_s,
            {user, user, JournalText::masked(IdType::Username, user), user, phone,
             Users::maskedEmail(ServerText(user))});
    }

    void addText(const QString &text)
    {
        QStringList parts;
        for (const auto &column : {u"target_name"_s, u"user_id"_s, u"target_user_id"_s, u"target_contact"_s,
                                   u"request_id"_s, u"ticket"_s, u"reason"_s, u"operator"_s, u"os_user"_s}) {
            parts.append(column + uR"( LIKE ? ESCAPE '\')"_s);
            m_values.append(containing(text));
        }
        m_texts.append(u'(' + parts.join(u" OR "_s) + u')');
    }

    QStringList m_texts;
    QVariantList m_values;
};

/// The number of the newest item, 0 when there is none.
std::optional<qint64> newestId(const Database &database)
{
    QSqlQuery query(database.connection());
    if (!query.exec(u"SELECT max(id) FROM items"_s) || !query.next())
        return {};
    return query.value(0).toLongLong();
}

} // namespace

Result<HistoryPage> HistoryQueries::page(const Database &database, const HistoryFilter &filter, qint64 before,
                                         int limit, const std::function<bool()> &isStale)
{
    const Conditions conditions(filter);
    const auto newest = newestId(database);
    if (!newest)
        return unavailable(database);
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    const QString statement =
        u"SELECT %1 FROM items JOIN jobs ON jobs.id = items.job_id WHERE items.id < ? AND items.id >= ? AND %2 "
        "ORDER BY items.id DESC LIMIT ?"_s.arg(itemColumns, conditions.text());
    if (!query.prepare(statement))
        return unavailable(database);

    HistoryPage result;
    qint64 end = before > 0 ? before : *newest + 1;
    // One item more tells whether there is another page.
    while (end > 0 && result.items.size() <= limit && !isStale()) {
        const qint64 start = std::max<qint64>(end - sliceLength, 0);
        query.addBindValue(end);
        query.addBindValue(start);
        for (const QVariant &value : conditions.values())
            query.addBindValue(value);
        query.addBindValue(limit + 1 - result.items.size());
        if (!query.exec())
            return unavailable(database);
        while (query.next())
            result.items.append(item(query));
        query.finish();
        end = start;
    }
    result.isLast = result.items.size() <= limit;
    if (!result.isLast)
        result.items.removeLast();
    return result;
}

Result<QList<HistoryAttempt>> HistoryQueries::attempts(const Database &database, qint64 itemId)
{
    QSqlQuery query(database.connection());
    query.prepare(
        u"SELECT id, group_index, nonce, body_hash, state, started_at, answered_at, request_id, error_code "
        "FROM attempts WHERE item_id = ? ORDER BY id"_s);
    query.addBindValue(itemId);
    if (!query.exec())
        return unavailable(database);
    QList<HistoryAttempt> result;
    while (query.next()) {
        result.append({.id = query.value(0).toLongLong(),
                       .group = query.value(1).toInt(),
                       .nonce = query.value(2).toString(),
                       .bodyHash = query.value(3).toString(),
                       .state = ItemStates::fromName(query.value(4).toString()).value_or(ItemState::Unknown),
                       .startedAt = time(query.value(5)),
                       .answeredAt = time(query.value(6)),
                       .requestId = query.value(7).toString(),
                       .errorCode = query.value(8).toString()});
    }
    return result;
}

Result<HistorySummary> HistoryQueries::summary(const Database &database, const QDateTime &since)
{
    QSqlQuery query(database.connection());
    query.prepare(
        u"SELECT outcome, state, count(*) FROM items WHERE created_at >= ? GROUP BY outcome, state"_s);
    query.addBindValue(since.toMSecsSinceEpoch());
    if (!query.exec())
        return unavailable(database);
    HistorySummary result;
    while (query.next())
        result[outcome(query.value(0).toString(), query.value(1).toString())] += query.value(2).toInt();
    return result;
}

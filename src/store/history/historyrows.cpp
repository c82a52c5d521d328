// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct OpenState
{
    ItemState state;
    KickOutcome outcome;
};

/// How a kick reads that the program did not live to conclude.
constexpr std::array openStateTable{
    OpenState{ItemState::Pending, KickOutcome::NotSent},
    OpenState{ItemState::Intent, KickOutcome::Unknown},
    OpenState{ItemState::Accepted, KickOutcome::Accepted},
    OpenState{ItemState::Rejected, KickOutcome::Rejected},
    OpenState{ItemState::RetryAt, KickOutcome::Rejected},
    OpenState{ItemState::NotSent, KickOutcome::NotSent},
    OpenState{ItemState::Unknown, KickOutcome::Unknown},
    OpenState{ItemState::Verified, KickOutcome::Verified},
    OpenState{ItemState::StillOnline, KickOutcome::StillOnline},
    OpenState{ItemState::GivenUp, KickOutcome::Unknown},
};

/// Reads one column after the other.
class Cells
{
public:
    explicit Cells(const SqlStatement &query)
        : m_query(query)
    {
    }

    QString text() { return m_query.text(m_at++); }
    qint64 number() { return m_query.number(m_at++); }
    int code() { return static_cast<int>(number()); }
    QDateTime time() { return HistoryRows::time(m_query, m_at++); }

private:
    const SqlStatement &m_query;
    int m_at = 0;
};

QJsonDocument json(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8());
}

QList<AppProof> apps(const QString &text)
{
    QList<AppProof> result;
    const QJsonArray array = json(text).array();
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        AppProof app{.appId = object.value("appId"_L1).toString(),
                     .before = SessionStates::fromWireName(object.value("before"_L1).toString()),
                     .after = SessionStates::fromWireName(object.value("after"_L1).toString())};
        if (const QJsonValue confirmed = object.value("confirmedAfterMs"_L1); confirmed.isDouble())
            app.confirmedAfter = std::chrono::milliseconds(confirmed.toInteger());
        app.isByList = ProofModes::fromWireName(object.value("proof"_L1).toString()) == ProofMode::List;
        result.append(app);
    }
    return result;
}

std::optional<LoginRecord> relogin(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QJsonObject object = json(text).object();
    return LoginRecord{.appId = {},
                       .appName = {},
                       .clientIp = ServerText(object.value("clientIp"_L1).toString()),
                       .userAgent = ServerText(object.value("userAgent"_L1).toString()),
                       .time = QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs)};
}

/// http_status, status_code, api_code, message, request_id.
ServerReply reply(Cells *cells)
{
    ServerReply result;
    result.httpStatus = cells->code();
    result.statusCode = cells->code();
    result.apiCode = cells->code();
    result.message = ServerText(cells->text());
    result.requestId = cells->text();
    return result;
}

} // namespace

QString HistoryRows::itemColumns()
{
    return u"i.id, i.job_id, i.created_at, j.profile, j.host, j.key_id, j.pool_id, j.os_user, j.operator, "
           "j.ticket, j.reason, i.user_id, i.user_id_type, i.target_user_id, i.target_name, i.target_contact, "
           "i.app_ids, i.override_reason, i.identity_unverified, i.state, i.outcome, i.http_status, i.status_code, i.api_code, "
           "i.message, i.request_id, i.error_code, i.apps, i.attempts, i.relogin, i.position, i.source_row, i.source_file, i.changed_at"_s;
}

QString HistoryRows::attemptColumns()
{
    return u"id, group_index, nonce, body_hash, state, started_at, answered_at, http_status, status_code, "
           "api_code, message, request_id, error_code"_s;
}

QStringList HistoryRows::appIds(const QString &text)
{
    QStringList result;
    const QJsonArray array = json(text).array();
    for (const auto &appId : array)
        result.append(appId.toString());
    return result;
}

QDateTime HistoryRows::time(const SqlStatement &query, int column)
{
    return query.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(query.number(column), Qt::UTC);
}

HistoryItem HistoryRows::item(const SqlStatement &query)
{
    Cells cells(query);
    HistoryItem item;
    item.itemId = cells.number();
    item.jobId = cells.number();
    item.time = cells.time();
    for (QString *text : {&item.job.profile, &item.job.host, &item.job.keyId, &item.job.poolId,
                          &item.job.osUser, &item.job.operatorName, &item.job.ticket, &item.job.reason})
        *text = cells.text();
    item.target.identifier = cells.text();
    item.target.identifierType = IdTypes::fromWireName(cells.text()).value_or(IdType::UserId);
    item.target.identifier = JournalText::masked(item.target.identifierType, item.target.identifier);
    item.target.userId = cells.text();
    item.target.name = ServerText(cells.text());
    item.target.contact = cells.text();
    item.target.appIds = appIds(cells.text());
    item.target.overrideReason = cells.text();
    item.target.isIdentityUnverified = cells.code() != 0;
    const QString state = cells.text();
    item.state = ItemStates::fromName(state).value_or(ItemState::Unknown);
    item.outcome = outcome(cells.text(), state);
    item.reply = reply(&cells);
    item.errorCode = cells.text();
    item.apps = apps(cells.text());
    item.attempts = cells.code();
    item.relogin = relogin(cells.text());
    item.position = cells.number();
    item.sourceRow = cells.number();
    item.sourceFile = cells.text();
    item.changedAt = cells.time();
    return item;
}

HistoryAttempt HistoryRows::attempt(const SqlStatement &query)
{
    Cells cells(query);
    HistoryAttempt attempt;
    attempt.attemptId = cells.number();
    attempt.group = cells.code();
    attempt.nonce = cells.text();
    attempt.bodyHash = cells.text();
    attempt.state = ItemStates::fromName(cells.text()).value_or(ItemState::Unknown);
    attempt.startedAt = cells.time();
    attempt.answeredAt = cells.time();
    attempt.reply = reply(&cells);
    attempt.errorCode = cells.text();
    return attempt;
}

KickOutcome HistoryRows::outcome(const QString &outcome, const QString &state)
{
    if (const auto known = KickOutcomes::fromWireName(outcome))
        return *known;
    const auto found = ItemStates::fromName(state);
    const auto *const row = found ? std::ranges::find(openStateTable, *found, &OpenState::state) : nullptr;
    return row != nullptr && row != openStateTable.end() ? row->outcome : KickOutcome::Unknown;
}

QString HistoryRows::isPostponed()
{
    QStringList names;
    for (const ErrorCode code : postponingCodes)
        names << u"'%1'"_s.arg(errorCodeName(code));
    return u"error_code IN (%1)"_s.arg(names.join(u", "_s));
}

QStringList HistoryRows::openStates(KickOutcome outcome)
{
    QStringList result;
    for (const OpenState &row : openStateTable) {
        if (row.outcome == outcome)
            result.append(ItemStates::name(row.state));
    }
    return result;
}

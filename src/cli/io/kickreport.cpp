// SPDX-License-Identifier: Apache-2.0
#include "cli/io/kickreport.h"

#include "cli/io/jsonlines.h"
#include "cli/io/texttable.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView alreadyOffline = "already_offline"_L1;

/// The server's word for a user that is not there (any more); a bare 404 may mean something else.
constexpr int userNotFoundApiCode = 2004;

/// The look-up worked and there is no single such user, or the user is protected.
constexpr std::array skipCodes{ErrorCode::UserNotFound,      ErrorCode::SeveralMatches,
                               ErrorCode::OtherUserReturned, ErrorCode::IdentityNotCompared,
                               ErrorCode::ProtectedSelf,     ErrorCode::ProtectedUser};

bool isSkip(ErrorCode code)
{
    return std::ranges::find(skipCodes, code) != skipCodes.end();
}

QString reasonOf(const Error &error)
{
    return errorCodeName(error.code).replace(u'-', u'_');
}

} // namespace

QString KickReport::stateLabel(SessionState state)
{
    switch (state) {
    case SessionState::Unknown:
        return tr("unknown");
    case SessionState::Online:
        return tr("online");
    case SessionState::Offline:
        return tr("offline");
    }
    return {};
}

KickReport::KickReport(const KickWish &wish)
    : identifier(wish.id)
    , identifierType(wish.idType)
    , appIds(wish.appIds)
{
    for (const QString &appId : appIds)
        applications.append({.appId = appId, .appName = {}});
}

KickReport::KickReport(const ListItem &item, const KickResult &result)
    : KickReport({.id = item.item.target.identifier,
                  .idType = item.item.target.identifierType,
                  .appIds = item.item.target.appIds})
{
    for (qsizetype at = 0; at < applications.size(); ++at)
        applications[at].before = Targets::before(item.item.target, at);
    take(result);
}

void KickReport::take(const KickPlan &plan)
{
    identifier = plan.target.identifier;
    identifierType = plan.target.identifierType;
    appIds = plan.target.appIds;
    applications.clear();
    for (const PlannedApplication &planned : plan.applications)
        applications.append({.appId = planned.appId, .appName = planned.appName, .before = planned.before});
    user = plan.user;
    outcome = KickOutcome::Planned;
}

void KickReport::take(const KickResult &result)
{
    outcome = result.outcome;
    reply = result.reply;
    error = result.error;
    attempts = result.attempts;
    isAnswerLost = result.isAnswerLost;
    lostAnswer = result.lostAnswer;
    proof = Proofs::mode(result.apps);
    relogin = result.relogin;
    signInLog = result.signInLog;
    journalId = result.journalId;
    hasJournalFailed = result.journalError.has_value();
    hasCheckFailed = result.checkError.has_value();
    for (const AppProof &app : result.apps) {
        const auto known = std::ranges::find(applications, app.appId, &ReportedApplication::appId);
        if (known != applications.end())
            known->after = app.after;
    }
    if (error)
        reason = reasonOf(*error);
    else if (result.isInterrupted)
        reason = u"interrupted"_s;
    const bool isGone = outcome == KickOutcome::Rejected && reply.apiCode == userNotFoundApiCode;
    if (isGone || (outcome == KickOutcome::NotSent && error && isSkip(error->code)))
        outcome = KickOutcome::Skipped;
}

void KickReport::refuse(const Error &why)
{
    const bool isSkipped = isSkip(why.code) || why.code == ErrorCode::InvalidIdentifier;
    outcome = isSkipped ? KickOutcome::Skipped : KickOutcome::NotSent;
    error = why;
    reply = why.reply;
    reason = reasonOf(why);
}

void KickReport::interrupt()
{
    outcome = KickOutcome::Unknown;
    reason = u"interrupted"_s;
    attempts = std::max(attempts, 1);
}

void KickReport::skip(const QString &why)
{
    outcome = KickOutcome::Skipped;
    reason = why;
}

QJsonObject KickReport::json() const
{
    QJsonArray apps;
    for (const ReportedApplication &application : applications) {
        apps.append(QJsonObject{{u"appId"_s, application.appId},
                                {u"before"_s, SessionStates::wireName(application.before)},
                                {u"after"_s, SessionStates::wireName(application.after)}});
    }
    QJsonObject result{
        {u"command"_s, u"kick"_s},
        {u"userId"_s, identifier},
        {u"userIdType"_s, identifierType ? IdTypes::wireName(*identifierType) : u"auto"_s},
        {u"appIds"_s, QJsonArray::fromStringList(appIds)},
        {u"outcome"_s, KickOutcomes::wireName(outcome)},
        {u"apps"_s, apps},
        {u"attempts"_s, attempts},
    };
    if (reply.httpStatus != 0)
        result.insert("httpStatus"_L1, reply.httpStatus);
    if (reply.statusCode != 0) {
        result.insert("statusCode"_L1, reply.statusCode);
        result.insert("message"_L1, reply.message.verbatim());
    }
    if (reply.apiCode != 0)
        result.insert("apiCode"_L1, reply.apiCode);
    if (!reply.requestId.isEmpty())
        result.insert("requestId"_L1, reply.requestId);
    if (proof)
        result.insert("proof"_L1, ProofModes::wireName(*proof));
    if (!reason.isEmpty())
        result.insert("reason"_L1, reason);
    if (relogin) {
        result.insert("relogin"_L1, true);
        result.insert("reloginTime"_L1, relogin->time.toUTC().toString(Qt::ISODateWithMs));
        result.insert("reloginClientIp"_L1, relogin->clientIp.verbatim());
    }
    if (signInLog != SignInLog::NotAsked)
        result.insert("signInsKnown"_L1, signInLog == SignInLog::Known);
    if (journalId != 0)
        result.insert("journalId"_L1, journalId);
    return result;
}

QString KickReport::text() const
{
    QStringList parts{headline(), Headlines::serverLine(reply)};
    if (isAnswerLost)
        parts << Headlines::lostAnswerLine(lostAnswer);
    if (outcome == KickOutcome::Unknown)
        parts << fate();
    parts << (relogin ? reloginLine() : Headlines::signInLine(signInLog)) << targetTable();
    if (!applications.isEmpty())
        parts << applicationTable();
    parts << Headlines::proofLine(proof);
    if (!reply.requestId.isEmpty())
        parts << u"requestId "_s + ServerText(reply.requestId).plain();
    if (journalId != 0)
        parts << tr("Number in the history: %1").arg(journalId);
    parts.removeAll(QString());
    return parts.join(u'\n');
}

QString KickReport::headline() const
{
    const QString text = Headlines::text(facts());
    return reason == alreadyOffline ? tr("%1: already offline in every application").arg(text) : text;
}

KickFacts KickReport::facts() const
{
    KickFacts facts{.outcome = outcome,
                    .isAccepted = Headlines::isAccepted(outcome, reply, error.has_value()),
                    .apps = {},
                    .hasSignedInAgain = relogin.has_value(),
                    .isPostponed = error && isPostponed(error->code)};
    for (const ReportedApplication &application : applications)
        facts.apps.append({.appId = application.appId,
                           .before = application.before,
                           .after = application.after,
                           .confirmedAfter = {}});
    return facts;
}

QString KickReport::fate() const
{
    return Headlines::fate(outcome);
}

ExitCode KickReport::exitCode(bool isProofWanted) const
{
    // Something has been sent by then, else the outcome would say so.
    if (hasJournalFailed && outcome != KickOutcome::NotSent)
        return ExitCode::Halted;
    const bool isHalted = error && (error->kind == ErrorKind::Halted || isNotPermitted(*error));
    switch (outcome) {
    case KickOutcome::Verified:
    case KickOutcome::Planned:
        return ExitCode::Done;
    case KickOutcome::Accepted:
        return isProofWanted ? ExitCode::Unknown : ExitCode::Done;
    case KickOutcome::Unknown:
        return isHalted ? ExitCode::Halted : ExitCode::Unknown;
    case KickOutcome::StillOnline:
    case KickOutcome::Rejected:
        return isHalted ? ExitCode::Halted : ExitCode::Incomplete;
    case KickOutcome::Skipped:
        return reason == alreadyOffline ? ExitCode::Done : ExitCode::Incomplete;
    case KickOutcome::NotSent: {
        if (!error || error->kind == ErrorKind::Ambiguous)
            return ExitCode::Unreachable;
        return error->kind == ErrorKind::RetryLater ? ExitCode::Halted : ExitCodes::of(*error);
    }
    }
    return ExitCode::Internal;
}

QString KickReport::targetTable() const
{
    TextTable table;
    if (user) {
        const QStringList words{Users::displayName(*user).plain(), ServerText(user->userId).plain(),
                                Users::maskedContact(*user), Users::statusLabel(user->status)};
        table.add({tr("User"), words.join(u"  "_s)});
        if (user->lastLogin.isValid())
            table.add({tr("Last sign-in"), user->lastLogin.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s)});
    }
    if (identifierType) {
        const QString sent = IdTypes::wireName(*identifierType) + u' ' + ServerText(identifier).plain();
        table.add({tr("Identified by"), sent});
    }
    return table.text();
}

QString KickReport::applicationTable() const
{
    // After a refusal nothing was checked, so there is no state after it, not even an unknown one.
    const bool hasAfter = Headlines::mayHaveActed(outcome) || hasCheckFailed ||
                          std::ranges::any_of(applications, [](const ReportedApplication &application) {
                              return application.after != SessionState::Unknown;
                          });
    // The names of applications that were given by their IDs were not asked for.
    const bool hasNames = std::ranges::any_of(
        applications, [](const ReportedApplication &application) { return !application.appName.isEmpty(); });
    QStringList heading{tr("Application ID")};
    if (hasNames)
        heading << tr("Name");
    heading << tr("Before");
    if (hasAfter)
        heading << tr("After");
    TextTable table(heading);
    for (const ReportedApplication &application : applications) {
        QStringList row{ServerText(application.appId).plain()};
        if (hasNames)
            row << application.appName.plain();
        row << stateLabel(application.before);
        if (hasAfter)
            row << stateLabel(application.after);
        table.add(row);
    }
    return table.text(u"  "_s);
}

QString KickReport::reloginLine() const
{
    return tr("The user signed in again at %1 from %2. It may be the rightful owner.")
        .arg(relogin->time.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"_s), relogin->clientIp.plain());
}

// SPDX-License-Identifier: Apache-2.0
#include "faults/faultcase.h"

QList<FaultCase> FaultCases::envelope()
{
    using enum ErrorCode;
    QList<FaultCase> result{works("ok"),
                            refused("code-400", Refused),
                            refused("code-402", PlanRequired),
                            refused("code-403", Forbidden),
                            refused("code-404", NotFound),
                            refused("code-422", Refused),
                            refused("code-499", Refused),
                            provedByCheck("code-500", {ServerFault}),
                            refused("success-false", NotDone)};
    for (const char *malformed :
         {"success-missing", "success-string", "code-string", "data-null", "data-array"})
        result << provedByCheck(malformed, {EnvelopeMalformed});
    for (const char *foreign : {"top-array", "empty", "null", "bad-utf8", "bom", "trailing-bytes"})
        result << provedByCheck(foreign, {NotJson});
    result << provedByCheck("huge-message", {AnswerTooLarge});
    for (const char *throttled : {"429", "429-retry-seconds", "429-retry-date"})
        result << postponed(throttled, RateLimited);
    // A single kick does not wait a day.
    FaultCase tomorrow = postponed("429-retry-huge", RateLimited);
    tomorrow.attempts = {ItemState::RetryAt};
    result << tomorrow << postponed("busy-1000", Busy);
    // The server has seen that nonce; it takes the next one.
    FaultCase replayed = works("nonce-replay");
    replayed.attempts = {ItemState::Unknown, ItemState::Accepted};
    replayed.errors = {NonceReplayed};
    result << replayed;
    return result;
}

QList<FaultCase> FaultCases::lists()
{
    // A kick of one user, who is known, needs no list to be sent and proved; what a sign-in that is not known
    // for certain means for another attempt stands among the combined ones.
    QList<FaultCase> result;
    for (const char *name : {"empty-pages", "shrinking-pages", "short-pages", "time-epoch", "time-rfc1123",
                             "time-no-zone", "time-words", "time-null"})
        result << works(name);
    return result;
}

QList<FaultCase> FaultCases::domain()
{
    using enum ErrorCode;
    QList<FaultCase> result;
    // Who is meant and who is protected has been decided before a kick begins.
    for (const char *name : {"same-name", "confusable-name", "rtl-name", "markup-name", "protected-self",
                             "protected-user", "search-forbidden", "identities-hidden",
                             // It is sent by the user ID, which does not move, and the list is not read.
                             "identifier-moves", "repeated-pages"})
        result << works(name);
    FaultCase expired = works("token-expired");
    expired.attempts = {ItemState::Rejected, ItemState::Accepted};
    expired.errors = {TokenExpired};
    result << expired << refused("key-revoked", CredentialsRejected);
    FaultCase skewed = expired;
    skewed.name = "clock-skew";
    skewed.auth = AuthScheme::Signature;
    skewed.errors = {ClockSkew};
    result << skewed << refused("user-gone", UserNotFound) << refused("app-gone", ApplicationNotFound);

    FaultCase stays = works("session-stays");
    stays.outcome = KickOutcome::StillOnline;
    stays.item = ItemState::StillOnline;
    FaultCase missing = stays;
    missing.name = "list-gaps";
    FaultCase back = stays;
    back.name = "relogin";
    back.hasRelogin = true;
    FaultCase backLater = works("relogin-later");
    backLater.hasRelogin = true;
    FaultCase slow = works("session-slow");
    slow.proofLimit = std::chrono::seconds(8);
    FaultCase many = works("apps-51");
    many.applications = 51;
    many.attempts = {ItemState::Accepted, ItemState::Accepted};
    FaultCase unchecked = works("check-unavailable");
    unchecked.outcome = KickOutcome::Accepted;
    unchecked.item = ItemState::Accepted;
    unchecked.isUnchecked = true;
    FaultCase stranger{.name = "pool-mismatch",
                       .attempts = {},
                       .outcome = KickOutcome::NotSent,
                       .item = ItemState::NotSent,
                       .errors = {PoolMismatch}};
    FaultCase renewed = stranger;
    renewed.name = "token-other-pool";
    renewed.attempts = {ItemState::Rejected};
    renewed.outcome = KickOutcome::Rejected;
    renewed.item = ItemState::Rejected;
    renewed.errors = {TokenExpired, PoolMismatch};
    result << renewed << missing << stays << back << backLater << slow << many << unchecked << stranger;
    return result;
}

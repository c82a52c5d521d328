// SPDX-License-Identifier: Apache-2.0
#include "faults/faultcase.h"
#include "support/testtraffic.h"

using namespace std::chrono_literals;

namespace {

constexpr auto shortDeadline = 1s;

/// Done, but the answer does not come in time.
FaultCase tooSlow(const QByteArray &name, const QList<ErrorCode> &errors = {ErrorCode::Deadline})
{
    FaultCase result = FaultCases::provedByCheck(name, errors);
    result.deadline = shortDeadline;
    return result;
}

/// A 401: the token is renewed once.
FaultCase refusedTwice(const QByteArray &name)
{
    FaultCase result = FaultCases::refused(name, ErrorCode::CredentialsRejected);
    result.attempts = {ItemState::Rejected, ItemState::Rejected};
    return result;
}

/// Bytes behind the answer. A lane of a list sees them, and cannot tell which of two answers is the kick's;
/// QNetworkAccessManager drops them with the connection, which carried this one request.
FaultCase surplusAnswer(const QByteArray &name)
{
    return testTraffic() == Session::Traffic::Many
               ? FaultCases::provedByCheck(name, {ErrorCode::AnswerDamaged})
               : FaultCases::works(name);
}

} // namespace

FaultCase FaultCases::works(const QByteArray &name)
{
    return {.name = name};
}

FaultCase FaultCases::provedByCheck(const QByteArray &name, const QList<ErrorCode> &errors)
{
    return {.name = name, .attempts = {ItemState::Unknown}, .errors = errors};
}

FaultCase FaultCases::sentThrice(const QByteArray &name, const QList<ErrorCode> &errors)
{
    return {.name = name,
            .attempts = {ItemState::Unknown, ItemState::Unknown, ItemState::Unknown},
            .outcome = KickOutcome::StillOnline,
            .item = ItemState::GivenUp,
            .errors = errors};
}

FaultCase FaultCases::refused(const QByteArray &name, ErrorCode error)
{
    return {.name = name,
            .attempts = {ItemState::Rejected},
            .outcome = KickOutcome::Rejected,
            .item = ItemState::Rejected,
            .errors = {error}};
}

FaultCase FaultCases::postponed(const QByteArray &name, ErrorCode error)
{
    FaultCase result = refused(name, error);
    result.attempts = {ItemState::RetryAt, ItemState::RetryAt, ItemState::RetryAt};
    return result;
}

QList<FaultCase> FaultCases::wire()
{
    using enum ErrorCode;
    const QList<ErrorCode> broken{ConnectionLost, AnswerDamaged};
    QList<FaultCase> result;
    for (const char *redirect : {"redirect-301", "redirect-302", "redirect-303", "redirect-307",
                                 "redirect-308", "redirect-loop", "redirect-downgrade"})
        result << refused(redirect, Redirected);
    for (const char *lost : {"close-no-answer", "reset-after", "partial-status", "half-body"})
        result << provedByCheck(lost, {ConnectionLost});
    for (const char *damaged : {"garbage", "http-0.9", "chunk-truncated"})
        result << provedByCheck(damaged, broken);
    for (const char *strange : {"truncated-json", "bad-gzip"})
        result << provedByCheck(strange, {NotJson, AnswerDamaged});
    for (const char *twofold : {"double-length", "length-and-chunked"})
        result << provedByCheck(twofold, {AnswerDamaged});
    for (const char *huge : {"gzip-bomb", "infinite-body"})
        result << provedByCheck(huge, {AnswerTooLarge, AnswerDamaged});
    for (const char *slow : {"trickle", "never", "slow-headers"})
        result << tooSlow(slow);
    // What cannot be a head may be given up before the deadline.
    for (const char *oddHead : {"many-headers", "huge-header", "header-no-colon"})
        result << tooSlow(oddHead, {Deadline, AnswerDamaged});
    for (const char *status : {"status-500", "status-999"})
        result << provedByCheck(status, {HttpStatus});
    for (const char *gateway : {"502", "504"})
        result << provedByCheck(gateway, {GatewayFailed});
    result << provedByCheck("204", {NotJson});
    result << provedByCheck("request-id-other", {AnswerDamaged});
    for (const char *surplus : {"glued-answers", "surplus-answer"})
        result << surplusAnswer(surplus);
    result << provedByCheck("status-408", {ServerFault});
    result << sentThrice("reset-before", {ConnectionLost});
    // A single kick has a connection that has carried nothing before.
    result << (testTraffic() == Session::Traffic::Many ? sentThrice("keepalive-dead", {ConnectionLost})
                                                       : works("keepalive-dead"));
    result << sentThrice("captive-portal", {SignInPage});
    for (const char *good : {"100-continue", "request-id-own", "set-cookie", "status-201", "status-202"})
        result << works(good);
    for (const char *unauthorized : {"401-basic", "401-negotiate", "status-401"})
        result << refusedTwice(unauthorized);
    result << refused("status-400", Refused) << refused("status-403", Forbidden)
           << refused("status-404", NotFound) << postponed("503", Busy);
    return result;
}

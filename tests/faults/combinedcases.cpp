// SPDX-License-Identifier: Apache-2.0
#include "faults/faultcase.h"
#include "support/testtraffic.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Sent once; the outcome stays unclear, and the program must not send again.
FaultCase leftOpen(const QByteArray &name)
{
    return {.name = name,
            .attempts = {ItemState::Unknown},
            .outcome = KickOutcome::Unknown,
            .item = ItemState::Unknown,
            .errors = {ErrorCode::ConnectionLost},
            .faults = {u"close-no-answer"_s}};
}

FaultCase unproved(const QByteArray &name)
{
    FaultCase result = FaultCases::works(name);
    result.faults = {u"ok"_s};
    result.outcome = KickOutcome::Accepted;
    result.item = ItemState::Accepted;
    return result;
}

} // namespace

QList<FaultCase> FaultCases::combined()
{
    using enum ErrorCode;
    FaultCase unwanted = leftOpen("no answer, no proof wanted");
    unwanted.proofLimit = 0s;
    FaultCase unresolved = leftOpen("no answer, user not looked up");
    unresolved.isResolved = false;
    FaultCase back = leftOpen("no answer, signed in again");
    back.faults << u"relogin"_s;
    back.hasRelogin = true;
    FaultCase unread = leftOpen("no answer, sign-ins forbidden");
    unread.faults << u"session-stays"_s << u"code-403@get-user-login-history"_s;
    QList<FaultCase> uncertain;
    for (const char *fault : {"time-words", "time-null"}) {
        FaultCase vague = leftOpen(QByteArray("no answer, signed in again, ") + fault);
        vague.faults << u"relogin"_s << QString::fromLatin1(fault);
        uncertain << vague;
    }
    for (const char *fault : {"short-pages", "data-null"}) {
        FaultCase unknown = leftOpen(QByteArray("no answer, session stays, sign-ins ") + fault);
        unknown.faults << u"session-stays"_s << QString::fromLatin1(fault) + u"@get-user-login-history"_s;
        uncertain << unknown;
    }
    for (const char *fault : {"time-epoch", "time-rfc1123", "time-no-zone"}) {
        FaultCase seen = leftOpen(QByteArray("no answer, signed in again, ") + fault);
        seen.faults << u"relogin"_s << QString::fromLatin1(fault);
        seen.hasRelogin = true;
        uncertain << seen;
    }
    FaultCase barred = leftOpen("no answer, check forbidden");
    barred.faults << u"check-unavailable"_s;
    barred.isUnchecked = true;
    FaultCase offline = leftOpen("no answer, nor to a check");
    offline.faults << u"close-no-answer@check-session-status"_s;
    offline.isUnchecked = true;
    FaultCase portal = leftOpen("a sign-in page everywhere");
    portal.faults = {u"captive-portal"_s, u"captive-portal@check-session-status"_s};
    portal.errors = {SignInPage};
    portal.isUnchecked = true;

    FaultCase unseen = sentThrice("no answer, never seen online", {ConnectionLost});
    unseen.faults = {u"close-no-answer"_s};
    unseen.isSeenOnline = false;
    unseen.outcome = KickOutcome::Unknown;
    FaultCase stays = sentThrice("no answer, session stays", {ConnectionLost});
    stays.faults = {u"close-no-answer"_s, u"session-stays"_s};
    FaultCase busyThen = sentThrice("no answer, then busy", {NonceReplayed, Busy});
    busyThen.faults = {u"nonce-replay"_s, u"503"_s};
    busyThen.attempts = {ItemState::Unknown, ItemState::RetryAt, ItemState::RetryAt};
    FaultCase refusedThen = sentThrice("no answer, then refused", {NonceReplayed, Forbidden});
    refusedThen.faults = {u"nonce-replay"_s, u"code-403"_s};
    refusedThen.attempts = {ItemState::Unknown, ItemState::Rejected};

    FaultCase quiet = unproved("accepted, no proof wanted");
    quiet.proofLimit = 0s;
    FaultCase blind = unproved("accepted, user not looked up");
    blind.isResolved = false;
    FaultCase glued = works("a stranger's answer behind every check");
    glued.faults = {u"session-stays"_s, u"glued-answers@check-session-status"_s};
    // One of two answers is not the check's, and where both are seen neither is believed.
    const bool isSeen = testTraffic() == Session::Traffic::Many;
    glued.outcome = isSeen ? KickOutcome::Accepted : KickOutcome::StillOnline;
    glued.item = isSeen ? ItemState::Accepted : ItemState::StillOnline;
    glued.isUnchecked = isSeen;
    FaultCase throttled = works("every check throttled");
    throttled.faults = {u"429@check-session-status"_s};
    throttled.outcome = KickOutcome::Accepted;
    throttled.item = ItemState::Accepted;
    throttled.isUnchecked = true;
    FaultCase refusedAs201 = refused("refused under HTTP 201", ApplicationNotFound);
    refusedAs201.faults = {u"app-gone"_s, u"status-201"_s};
    FaultCase manyLost = provedByCheck("no answer, 51 applications", {ConnectionLost});
    manyLost.faults = {u"apps-51"_s, u"close-no-answer"_s};
    manyLost.applications = 51;
    manyLost.attempts = {ItemState::Unknown, ItemState::Unknown};
    return uncertain + QList<FaultCase>{unwanted, unresolved, back,      unread,       barred,      offline,
                                        portal,   unseen,     stays,     busyThen,     refusedThen, quiet,
                                        blind,    glued,      throttled, refusedAs201, manyLost};
}

// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/signins.h"

#include "kick/pool/pagedread.h"

#include <algorithm>

namespace {

/// More sign-ins than one user has since a kick.
constexpr int maximumPages = 20;

SignIns signInsOf(const Result<QList<LoginRecord>> &list)
{
    if (!list)
        return {.records = {}, .areKnown = false, .error = list.error()};
    SignIns result{.records = *list, .areKnown = true, .error = {}};
    const auto isUnreadable = [](const LoginRecord &record) { return !record.time.isValid(); };
    // One of them may be the sign-in that is looked for.
    result.areKnown = result.records.removeIf(isUnreadable) == 0;
    std::ranges::stable_sort(result.records, {}, &LoginRecord::time);
    return result;
}

void askFor(const SignInQuery &query, int page, const RequestGate::Pass &pass, QObject *owner,
            const ResultHandler<Page<LoginRecord>> &answered)
{
    CallOptions options{.isProof = query.isProof, .received = {}};
    if (pass)
        options.received = [pass] { pass->giveBack(); };
    query.client->getUserLoginHistory(
        {.userId = query.userId, .start = query.since, .page = page}, owner,
        [pass, answered](const Result<Page<LoginRecord>> &records) {
            if (pass)
                pass->settle(records ? std::nullopt : std::optional(records.error()));
            answered(records);
        },
        options);
}

} // namespace

std::optional<LoginRecord> SignIns::firstSince(const QDateTime &moment) const
{
    const auto isLater = [&moment](const LoginRecord &record) {
        // A time that has only seconds may be that of any moment within its second.
        constexpr int restOfSecond = 999;
        const bool isWhole = record.time.time().msec() == 0;
        return (isWhole ? record.time.addMSecs(restOfSecond) : record.time) >= moment;
    };
    const auto first = std::ranges::find_if(records, isLater);
    return first == records.end() ? std::nullopt : std::optional(*first);
}

PendingCall *SignInLists::ask(const SignInQuery &query, QObject *context,
                              const std::function<void(const SignIns &)> &handler)
{
    const auto askPage = [query](int page, QObject *owner, ResultHandler<Page<LoginRecord>> answered) {
        const auto ask = [query, page, owner, answered](const RequestGate::Pass &pass) {
            askFor(query, page, pass, owner, answered);
        };
        if (query.gate != nullptr)
            query.gate->enter(RequestGate::Purpose::Check, owner, ask);
        else
            ask({});
    };
    return new PagedRead<LoginRecord>(
        askPage, maximumPages, context,
        [handler](const Result<QList<LoginRecord>> &list) { handler(signInsOf(list)); });
}

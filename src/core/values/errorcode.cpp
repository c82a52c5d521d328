// SPDX-License-Identifier: Apache-2.0
#include "core/values/errorcode.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct CodeName
{
    ErrorCode code;
    QLatin1StringView name;
};

constexpr std::array names{
    CodeName{ErrorCode::InvalidIdentifier, "invalid-identifier"_L1},
    CodeName{ErrorCode::InvalidAppId, "invalid-app-id"_L1},
    CodeName{ErrorCode::InvalidHost, "invalid-host"_L1},
    CodeName{ErrorCode::InsecureHost, "insecure-host"_L1},
    CodeName{ErrorCode::InvalidCaFile, "invalid-ca-file"_L1},
    CodeName{ErrorCode::MissingSecret, "missing-secret"_L1},
    CodeName{ErrorCode::SecretTooLong, "secret-too-long"_L1},
    CodeName{ErrorCode::PoolMismatch, "pool-mismatch"_L1},
    CodeName{ErrorCode::PortUnavailable, "port-unavailable"_L1},
    CodeName{ErrorCode::JournalUnavailable, "journal-unavailable"_L1},
    CodeName{ErrorCode::JournalNewer, "journal-newer"_L1},
    CodeName{ErrorCode::JournalUnreadable, "journal-unreadable"_L1},
    CodeName{ErrorCode::JournalForeign, "journal-foreign"_L1},
    CodeName{ErrorCode::JournalChanged, "journal-changed"_L1},
    CodeName{ErrorCode::JournalIncomplete, "journal-incomplete"_L1},
    CodeName{ErrorCode::FileUnwritable, "file-unwritable"_L1},
    CodeName{ErrorCode::FileIsOwn, "file-is-own"_L1},
    CodeName{ErrorCode::ProfilesUnreadable, "profiles-unreadable"_L1},
    CodeName{ErrorCode::ProfilesTooLong, "profiles-too-long"_L1},
    CodeName{ErrorCode::ProfileInvalid, "profile-invalid"_L1},
    CodeName{ErrorCode::ProfileNotFound, "profile-not-found"_L1},
    CodeName{ErrorCode::ProfileNameTaken, "profile-name-taken"_L1},
    CodeName{ErrorCode::ProfileReadOnly, "profile-read-only"_L1},
    CodeName{ErrorCode::ListUnreadable, "list-unreadable"_L1},
    CodeName{ErrorCode::ListRefused, "list-refused"_L1},
    CodeName{ErrorCode::ListEmpty, "list-empty"_L1},
    CodeName{ErrorCode::ListTooLong, "list-too-long"_L1},
    CodeName{ErrorCode::ListTooWide, "list-too-wide"_L1},
    CodeName{ErrorCode::ListQuoteOpen, "list-quote-open"_L1},
    CodeName{ErrorCode::ListColumnMissing, "list-column-missing"_L1},
    CodeName{ErrorCode::ListColumnUnclear, "list-column-unclear"_L1},
    CodeName{ErrorCode::PlanUnreadable, "plan-unreadable"_L1},
    CodeName{ErrorCode::PlanOfOtherPool, "plan-of-other-pool"_L1},
    CodeName{ErrorCode::PlanTooOld, "plan-too-old"_L1},
    CodeName{ErrorCode::ListOverCap, "list-over-cap"_L1},
    CodeName{ErrorCode::ProtectedSelf, "protected-self"_L1},
    CodeName{ErrorCode::ProtectedUser, "protected-user"_L1},
    CodeName{ErrorCode::TicketMissing, "ticket-missing"_L1},
    CodeName{ErrorCode::ReasonMissing, "reason-missing"_L1},
    CodeName{ErrorCode::ListNotFound, "job-not-found"_L1},
    CodeName{ErrorCode::ListOwned, "job-owned"_L1},
    CodeName{ErrorCode::ListOfOtherPool, "job-of-other-pool"_L1},
    CodeName{ErrorCode::HostNotFound, "host-not-found"_L1},
    CodeName{ErrorCode::ConnectionRefused, "connection-refused"_L1},
    CodeName{ErrorCode::HostUnreachable, "host-unreachable"_L1},
    CodeName{ErrorCode::ConnectTimeout, "connect-timeout"_L1},
    CodeName{ErrorCode::TlsFailed, "tls-failed"_L1},
    CodeName{ErrorCode::ProxyFailed, "proxy-failed"_L1},
    CodeName{ErrorCode::ConnectionDropped, "connection-dropped"_L1},
    CodeName{ErrorCode::ConnectionLost, "connection-lost"_L1},
    CodeName{ErrorCode::Deadline, "deadline"_L1},
    CodeName{ErrorCode::AnswerTooLarge, "answer-too-large"_L1},
    CodeName{ErrorCode::AnswerDamaged, "answer-damaged"_L1},
    CodeName{ErrorCode::NotJson, "not-json"_L1},
    CodeName{ErrorCode::SignInPage, "sign-in-page"_L1},
    CodeName{ErrorCode::EnvelopeMalformed, "envelope-malformed"_L1},
    CodeName{ErrorCode::Redirected, "redirected"_L1},
    CodeName{ErrorCode::HttpStatus, "http-status"_L1},
    CodeName{ErrorCode::GatewayFailed, "gateway-failed"_L1},
    CodeName{ErrorCode::CredentialsRejected, "credentials-rejected"_L1},
    CodeName{ErrorCode::TokenExpired, "token-expired"_L1},
    CodeName{ErrorCode::ClockSkew, "clock-skew"_L1},
    CodeName{ErrorCode::DateRefused, "date-refused"_L1},
    CodeName{ErrorCode::NonceReplayed, "nonce-replayed"_L1},
    CodeName{ErrorCode::Forbidden, "forbidden"_L1},
    CodeName{ErrorCode::PlanRequired, "plan-required"_L1},
    CodeName{ErrorCode::PoolNotFound, "pool-not-found"_L1},
    CodeName{ErrorCode::NotFound, "not-found"_L1},
    CodeName{ErrorCode::UserNotFound, "user-not-found"_L1},
    CodeName{ErrorCode::ApplicationNotFound, "application-not-found"_L1},
    CodeName{ErrorCode::RateLimited, "rate-limited"_L1},
    CodeName{ErrorCode::Busy, "busy"_L1},
    CodeName{ErrorCode::ServerFault, "server-fault"_L1},
    CodeName{ErrorCode::NotDone, "not-done"_L1},
    CodeName{ErrorCode::Refused, "refused"_L1},
    CodeName{ErrorCode::SeveralMatches, "several-matches"_L1},
    CodeName{ErrorCode::OtherUserReturned, "other-user-returned"_L1},
    CodeName{ErrorCode::IdentityNotCompared, "identity-not-compared"_L1},
    CodeName{ErrorCode::IdentifierMoved, "identifier-moved"_L1},
    CodeName{ErrorCode::PagesIncomplete, "pages-incomplete"_L1},
    CodeName{ErrorCode::TooManyFailures, "too-many-failures"_L1},
    CodeName{ErrorCode::CanaryFailed, "canary-failed"_L1},
};

} // namespace

QString errorCodeName(ErrorCode code)
{
    return std::ranges::find(names, code, &CodeName::code)->name;
}

std::optional<ErrorCode> errorCodeFromName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(names, [name](const CodeName &each) { return name == each.name; });
    return row == names.end() ? std::nullopt : std::optional(row->code);
}

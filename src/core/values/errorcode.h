// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

/// What happened. Each has a stable name and a sentence of its own.
enum class ErrorCode {
    // Before anything was sent
    InvalidIdentifier,
    InvalidAppId,
    InvalidHost,
    InsecureHost,
    InvalidCaFile,
    MissingSecret,
    SecretTooLong,
    PoolMismatch,
    PortUnavailable,
    JournalUnavailable,
    JournalNewer,
    JournalUnreadable,
    JournalForeign,
    JournalChanged,
    FileUnwritable,
    FileIsOwn,
    ProfilesUnreadable,
    ProfilesTooLong,
    ProfileInvalid,
    ProfileNotFound,
    ProfileNameTaken,
    ProfileReadOnly,
    ListUnreadable,
    /// Error::detail is the name of a ListProblem.
    ListRefused,
    ListEmpty,
    ListTooLong,
    ListTooWide,
    ListQuoteOpen,
    ListColumnMissing,
    ListColumnUnclear,
    PlanUnreadable,
    PlanOfOtherPool,
    PlanTooOld,
    ListOverCap,
    ProtectedSelf,
    ProtectedUser,
    TicketMissing,
    ReasonMissing,
    ListNotFound,
    ListOwned,
    ListOfOtherPool,
    HostNotFound,
    ConnectionRefused,
    HostUnreachable,
    ConnectTimeout,
    TlsFailed,
    ProxyFailed,
    ConnectionDropped,
    // After something was sent
    JournalIncomplete,
    // While the answer was under way
    ConnectionLost,
    Deadline,
    AnswerTooLarge,
    AnswerDamaged,
    // The answer was not the API's
    NotJson,
    SignInPage,
    EnvelopeMalformed,
    Redirected,
    HttpStatus,
    /// The gateway in front of the API could not reach it.
    GatewayFailed,
    // The API said no
    CredentialsRejected,
    TokenExpired,
    ClockSkew,
    DateRefused,
    NonceReplayed,
    Forbidden,
    PlanRequired,
    PoolNotFound,
    NotFound,
    UserNotFound,
    ApplicationNotFound,
    RateLimited,
    Busy,
    ServerFault,
    NotDone,
    Refused,
    // What we found in the answer
    SeveralMatches,
    OtherUserReturned,
    IdentityNotCompared,
    IdentifierMoved,
    PagesIncomplete,
    // What stops a list
    TooManyFailures,
    CanaryFailed,
};

/// What the failure means for the request, which decides what may follow it (docs/api.md#errors).
enum class ErrorKind {
    /// No byte of it reached the server.
    NotSent,
    /// The server answered and did not do it.
    Rejected,
    /// Unknown whether it was done; it has to be checked before anything else happens.
    Ambiguous,
    /// The server asks to come back later; it did not do it.
    RetryLater,
    /// The key, token or clock was refused; it was not done, and nothing else will be.
    Halted,
};

/// Where a request or an action failed.
enum class ErrorPlace {
    /// On this computer: an identifier, a file, a list, the journal.
    Here,
    /// On the way: the server was not reached, or the connection to it broke.
    Connection,
    /// In an answer that is not one of the Authing API.
    Answer,
    /// At the server, which understood the request and did not do it.
    Server,
};

/// The stable name of @p code, such as "connection-refused": for JSON, the journal and support.
QString errorCodeName(ErrorCode code);

/// The code of that name, or nothing.
std::optional<ErrorCode> errorCodeFromName(QStringView name);

ErrorPlace errorPlace(ErrorCode code);

/// With these the server asks to come back later: it understood the request and did not do it.
inline constexpr std::array postponingCodes{ErrorCode::RateLimited, ErrorCode::Busy};

/// True for one of postponingCodes.
bool isPostponed(ErrorCode code);

/// True where Error::detail names the host that was asked.
bool namesHost(ErrorCode code);

// SPDX-License-Identifier: Apache-2.0
#include "core/values/error.h"

#include "core/values/listproblem.h"
#include "core/values/tlsproblem.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ErrorInfo
{
    ErrorCode code;
    QLatin1StringView name;
    /// %1 is Error::detail.
    const char *text;
};

constexpr std::array errorTable{
    ErrorInfo{ErrorCode::InvalidIdentifier, "invalid-identifier"_L1,
              QT_TRANSLATE_NOOP("Error", "The identifier cannot be used.")},
    ErrorInfo{ErrorCode::InvalidAppId, "invalid-app-id"_L1,
              QT_TRANSLATE_NOOP("Error", "“%1” is not an application ID. Check it.")},
    ErrorInfo{ErrorCode::InvalidHost, "invalid-host"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "\"%1\" is not a host address. Write https://, the host name and, if it "
                                "needs one, the port; no user name, no path.")},
    ErrorInfo{
        ErrorCode::InsecureHost, "insecure-host"_L1,
        QT_TRANSLATE_NOOP(
            "Error",
            "%1 would be reached without encryption. Use https://; http:// is for this computer only.")},
    ErrorInfo{
        ErrorCode::InvalidCaFile, "invalid-ca-file"_L1,
        QT_TRANSLATE_NOOP(
            "Error",
            "%1 gives no root certificate that is valid today. Choose a PEM file with the root certificate of the server.")},
    ErrorInfo{ErrorCode::MissingSecret, "missing-secret"_L1,
              QT_TRANSLATE_NOOP("Error", "The access key secret is missing. Enter it under Connections.")},
    ErrorInfo{ErrorCode::SecretTooLong, "secret-too-long"_L1,
              QT_TRANSLATE_NOOP(
                  "Error", "The secret has more than 4,096 characters, so it was not taken. Check that it "
                           "is the secret of the access key.")},
    ErrorInfo{
        ErrorCode::PoolMismatch, "pool-mismatch"_L1,
        QT_TRANSLATE_NOOP(
            "Error",
            "The access key opens another user pool (%1) than the one expected. Check the access key.")},
    ErrorInfo{ErrorCode::PortUnavailable, "port-unavailable"_L1,
              QT_TRANSLATE_NOOP("Error", "Port %1 is in use or not allowed. Choose another one.")},
    ErrorInfo{ErrorCode::JournalUnavailable, "journal-unavailable"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The record of this action could not be written to %1, so nothing was sent. "
                                "Check the free space and the rights of that folder.")},
    ErrorInfo{ErrorCode::JournalNewer, "journal-newer"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "%1 was written by a newer version of this program. Install that version; "
                                "nothing was sent.")},
    ErrorInfo{ErrorCode::JournalUnreadable, "journal-unreadable"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The history in %1 cannot be read. Check the rights of that file; if it is "
                                "damaged, it is put aside before the next sign-out and nothing is deleted.")},
    ErrorInfo{ErrorCode::JournalForeign, "journal-foreign"_L1,
              QT_TRANSLATE_NOOP(
                  "Error", "%1 isn't the history that Kickdesk wrote last on this computer: it was "
                           "replaced, removed, cut, or restored from an older copy. Nothing was sent. Put "
                           "the newest file back. To go on without what is missing, end Kickdesk and "
                           "delete %1.head.")},
    ErrorInfo{ErrorCode::JournalChanged, "journal-changed"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "Another program changed the tables or triggers of %1, so nothing was sent. "
                                "Move that file and %1.head away and keep them; Kickdesk then begins a new "
                                "history.")},
    ErrorInfo{ErrorCode::JournalIncomplete, "journal-incomplete"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "What became of this action could not be written to %1: the record ends with "
                                "what was sent. Check the free space and the rights of that folder, and "
                                "whether the user is still online.")},
    ErrorInfo{ErrorCode::FileUnwritable, "file-unwritable"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "%1 could not be written. What was there before is unchanged. Check the free "
                                "space and the rights of that folder, or choose another one.")},
    ErrorInfo{ErrorCode::FileIsOwn, "file-is-own"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "%1 is in the folder where Kickdesk keeps its own files, so nothing was "
                                "written. Choose another folder.")},
    ErrorInfo{ErrorCode::ProfilesUnreadable, "profiles-unreadable"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The connections in %1 cannot be read: the file is damaged, or a newer "
                                "program wrote it. It is left as it is.")},
    ErrorInfo{ErrorCode::ProfileInvalid, "profile-invalid"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The connection “%1” cannot be used: a value is missing or not valid. "
                                "Nothing was saved.")},
    ErrorInfo{ErrorCode::ProfileNotFound, "profile-not-found"_L1,
              QT_TRANSLATE_NOOP("Error", "There is no saved connection named “%1”.")},
    ErrorInfo{ErrorCode::ProfileNameTaken, "profile-name-taken"_L1,
              QT_TRANSLATE_NOOP("Error", "There is a connection named “%1” already. Choose another name.")},
    ErrorInfo{ErrorCode::ProfileReadOnly, "profile-read-only"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The connection “%1” was set up by the administrator of this computer and "
                                "cannot be changed here. Make a copy of it instead.")},
    ErrorInfo{ErrorCode::ListUnreadable, "list-unreadable"_L1,
              QT_TRANSLATE_NOOP("Error", "%1 cannot be read. Check that the file is there and that it may be "
                                         "read.")},
    ErrorInfo{ErrorCode::ListRefused, "list-refused"_L1, "%1"},
    ErrorInfo{ErrorCode::ListEmpty, "list-empty"_L1,
              QT_TRANSLATE_NOOP("Error", "The list is empty. Choose one that has a row for each user.")},
    ErrorInfo{ErrorCode::ListTooLong, "list-too-long"_L1,
              QT_TRANSLATE_NOOP("Error", "The list has more than %1 rows. Divide it into shorter lists.")},
    ErrorInfo{ErrorCode::ListTooWide, "list-too-wide"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "Row %1 of the list has more than 256 columns. Keep only the column with the "
                                "identifiers.")},
    ErrorInfo{ErrorCode::ListQuoteOpen, "list-quote-open"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "In row %1 of the list a quotation mark is opened and never closed, so it is "
                                "not known where the row ends. Correct that row.")},
    ErrorInfo{ErrorCode::ListColumnMissing, "list-column-missing"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The list has no column named “%1”. Give the heading as it stands in the "
                                "list, or the number of the column.")},
    ErrorInfo{ErrorCode::ListColumnUnclear, "list-column-unclear"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "It is not clear which column of the list has the identifiers. Choose it.")},
    ErrorInfo{ErrorCode::PlanUnreadable, "plan-unreadable"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "%1 is not a plan that can be used: it is damaged, was altered, or was "
                                "written by another version of this program. Make the plan again.")},
    ErrorInfo{ErrorCode::PlanOfOtherPool, "plan-of-other-pool"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The plan was made for another user pool or connection (%1). Open that "
                                "connection, or make the plan again with this one.")},
    ErrorInfo{ErrorCode::PlanTooOld, "plan-too-old"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The plan was made on %1, and a plan is good for 24 hours: users and "
                                "sessions have changed since. Make it again.")},
    ErrorInfo{ErrorCode::ListOverCap, "list-over-cap"_L1,
              QT_TRANSLATE_NOOP("Error", "The list has more users (%1) than one list may have here. Nothing "
                                         "was sent; raise the limit or split the list.")},
    ErrorInfo{ErrorCode::ProtectedSelf, "protected-self"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "This is you. Nothing was sent, because a forced sign-out of yourself needs "
                                "a reason.")},
    ErrorInfo{ErrorCode::ProtectedUser, "protected-user"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "This user is protected on this connection. Nothing was sent, because a "
                                "forced sign-out of a protected user needs a reason.")},
    ErrorInfo{ErrorCode::TicketMissing, "ticket-missing"_L1,
              QT_TRANSLATE_NOOP("Error", "This connection requires a ticket number, so nothing was sent.")},
    ErrorInfo{ErrorCode::ReasonMissing, "reason-missing"_L1,
              QT_TRANSLATE_NOOP("Error", "This connection requires a reason, so nothing was sent.")},
    ErrorInfo{ErrorCode::JobNotFound, "job-not-found"_L1,
              QT_TRANSLATE_NOOP("Error", "There is no such list, or nothing of it is left to do.")},
    ErrorInfo{ErrorCode::JobOwned, "job-owned"_L1,
              QT_TRANSLATE_NOOP("Error", "This list is being run by another program (%1). Wait for its end, "
                                         "or stop it there.")},
    ErrorInfo{ErrorCode::JobOfOtherPool, "job-of-other-pool"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "This list belongs to another connection (%1). Open that one to resume "
                                "the list. Nothing was sent.")},
    ErrorInfo{ErrorCode::HostNotFound, "host-not-found"_L1,
              QT_TRANSLATE_NOOP("Error", "Can't find %1. Check the address and your network.")},
    ErrorInfo{ErrorCode::ConnectionRefused, "connection-refused"_L1,
              QT_TRANSLATE_NOOP(
                  "Error", "%1 refused the connection. Check the port, or whether the service is running.")},
    ErrorInfo{
        ErrorCode::HostUnreachable, "host-unreachable"_L1,
        QT_TRANSLATE_NOOP("Error", "%1 can't be reached from this computer. Check the network or the VPN.")},
    ErrorInfo{ErrorCode::ConnectTimeout, "connect-timeout"_L1,
              QT_TRANSLATE_NOOP("Error", "Connecting to %1 timed out. Try again, or check your network.")},
    ErrorInfo{
        ErrorCode::TlsFailed, "tls-failed"_L1,
        QT_TRANSLATE_NOOP(
            "Error",
            "Couldn't verify the server's identity. Contact your administrator about the certificate. (%1)")},
    ErrorInfo{ErrorCode::ProxyFailed, "proxy-failed"_L1,
              QT_TRANSLATE_NOOP("Error", "The proxy %1 did not let the connection through.")},
    ErrorInfo{ErrorCode::ConnectionDropped, "connection-dropped"_L1,
              QT_TRANSLATE_NOOP("Error", "%1 closed the connection. Try again.")},
    ErrorInfo{ErrorCode::ConnectionLost, "connection-lost"_L1,
              QT_TRANSLATE_NOOP("Error", "The connection to %1 was lost before the full answer arrived.")},
    ErrorInfo{ErrorCode::Deadline, "deadline"_L1, QT_TRANSLATE_NOOP("Error", "%1 took too long to answer.")},
    ErrorInfo{ErrorCode::AnswerTooLarge, "answer-too-large"_L1,
              QT_TRANSLATE_NOOP("Error", "The answer from %1 is far larger than it may be and was dropped.")},
    ErrorInfo{ErrorCode::AnswerDamaged, "answer-damaged"_L1,
              QT_TRANSLATE_NOOP("Error", "The answer from %1 is damaged and can't be read.")},
    ErrorInfo{ErrorCode::NotJson, "not-json"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The answer from %1 does not come from the Authing API. Check the host "
                                "address; a proxy or a gateway may have answered instead.")},
    ErrorInfo{ErrorCode::SignInPage, "sign-in-page"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "A web page came instead of the answer from %1. It may be a network sign-in "
                                "page: open a browser, sign in to the network, then try again.")},
    ErrorInfo{ErrorCode::EnvelopeMalformed, "envelope-malformed"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The answer from %1 is not in the form of the Authing API, so it counts "
                                "neither as success nor as failure.")},
    ErrorInfo{ErrorCode::Redirected, "redirected"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The server pointed to another address (%1). The key was not sent there; "
                                "check the host address of the connection.")},
    ErrorInfo{ErrorCode::HttpStatus, "http-status"_L1,
              QT_TRANSLATE_NOOP("Error", "%1 answered with an HTTP error instead of the Authing API.")},
    ErrorInfo{ErrorCode::CredentialsRejected, "credentials-rejected"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The server does not accept this access key. Check the key ID and enter the "
                                "secret again.")},
    ErrorInfo{ErrorCode::TokenExpired, "token-expired"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The server refused the token even after it was renewed. Check whether the "
                                "access key is still valid.")},
    ErrorInfo{ErrorCode::ClockSkew, "clock-skew"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The clock of this computer differs too much from the server's. Set the "
                                "clock, then try again.")},
    ErrorInfo{
        ErrorCode::NonceReplayed, "nonce-replayed"_L1,
        QT_TRANSLATE_NOOP(
            "Error",
            "Authing already received this request once. It may have worked. Check whether the user is still online.")},
    ErrorInfo{ErrorCode::Forbidden, "forbidden"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "This access key is not allowed to do that. Ask your administrator to grant "
                                "the permission.")},
    ErrorInfo{
        ErrorCode::PlanRequired, "plan-required"_L1,
        QT_TRANSLATE_NOOP("Error", "The Authing plan of this user pool does not include this function.")},
    ErrorInfo{ErrorCode::NotFound, "not-found"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The server does not find what was asked for. It may have been deleted in "
                                "the meantime; reload, then try again.")},
    ErrorInfo{
        ErrorCode::UserNotFound, "user-not-found"_L1,
        QT_TRANSLATE_NOOP("Error", "There is no such user in this pool. Check the text and the ID type.")},
    ErrorInfo{
        ErrorCode::ApplicationNotFound, "application-not-found"_L1,
        QT_TRANSLATE_NOOP("Error", "One of the applications does not exist any more. Reload the list.")},
    ErrorInfo{
        ErrorCode::RateLimited, "rate-limited"_L1,
        QT_TRANSLATE_NOOP("Error", "The server asks for fewer requests. Wait a moment, then try again.")},
    ErrorInfo{ErrorCode::Busy, "busy"_L1,
              QT_TRANSLATE_NOOP("Error", "The server is busy. Wait a moment, then try again.")},
    ErrorInfo{ErrorCode::ServerFault, "server-fault"_L1,
              QT_TRANSLATE_NOOP("Error", "Authing reported an internal error.")},
    ErrorInfo{ErrorCode::NotDone, "not-done"_L1,
              QT_TRANSLATE_NOOP("Error", "The server answered that it did not carry out the request.")},
    ErrorInfo{ErrorCode::Refused, "refused"_L1,
              QT_TRANSLATE_NOOP("Error", "The server refused the request.")},
    ErrorInfo{ErrorCode::SeveralMatches, "several-matches"_L1,
              QT_TRANSLATE_NOOP("Error", "More than one user matches. Choose one, or use another ID type.")},
    ErrorInfo{ErrorCode::OtherUserReturned, "other-user-returned"_L1,
              QT_TRANSLATE_NOOP("Error", "The server returned another user than the one asked for.")},
    ErrorInfo{ErrorCode::IdentityNotCompared, "identity-not-compared"_L1,
              QT_TRANSLATE_NOOP(
                  "Error", "The server found a user but did not return the identities, so it could not "
                           "be checked that this is the right one. Nothing was sent; compare the user, or "
                           "use another ID type.")},
    ErrorInfo{ErrorCode::IdentifierMoved, "identifier-moved"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "After the request the identifier belongs to another user, so it may have "
                                "signed out that one. Check both users; send the user ID next time.")},
    ErrorInfo{ErrorCode::PagesIncomplete, "pages-incomplete"_L1,
              QT_TRANSLATE_NOOP(
                  "Error", "The server's list is not whole: its pages do not agree, or items are missing "
                           "(%1). Try again.")},
    ErrorInfo{ErrorCode::TooManyFailures, "too-many-failures"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "Too many requests failed in a row, so the list was stopped. Check the "
                                "connection, then go on with the list; nothing is lost.")},
    ErrorInfo{ErrorCode::CanaryFailed, "canary-failed"_L1,
              QT_TRANSLATE_NOOP("Error",
                                "The first users of the list did not all come to a good end, so the list was "
                                "stopped. Look at their results, then go on with the list or leave it.")},
};

/// The sentences of a request that only asked for something: it may be repeated without a thought.
struct ReadText
{
    ErrorCode code;
    const char *text;
};

constexpr std::array readTexts{
    ReadText{ErrorCode::ConnectionLost,
             QT_TRANSLATE_NOOP("Error",
                               "The connection to %1 was lost before the full answer arrived. Try again.")},
    ReadText{ErrorCode::Deadline, QT_TRANSLATE_NOOP("Error", "%1 took too long to answer. Try again.")},
    ReadText{ErrorCode::AnswerDamaged,
             QT_TRANSLATE_NOOP("Error", "The answer from %1 is damaged and can't be read. Try again.")},
    ReadText{ErrorCode::ServerFault,
             QT_TRANSLATE_NOOP("Error", "Authing reported an internal error. Try again.")},
    ReadText{
        ErrorCode::NonceReplayed,
        QT_TRANSLATE_NOOP("Error", "The server says that it has received this request before. Try again.")},
};

/// The detail in words. What went wrong in TLS or with a list is kept as a name, so that it follows the
/// language.
QString detailText(const Error &error)
{
    const auto listProblem =
        error.code == ErrorCode::ListRefused ? ListProblems::fromName(error.detail.verbatim()) : std::nullopt;
    if (listProblem)
        return ListProblems::text(*listProblem);
    const auto problem =
        error.code == ErrorCode::TlsFailed ? TlsProblems::fromName(error.detail.verbatim()) : std::nullopt;
    return problem ? TlsProblems::text(*problem) : error.detail.plain();
}

const ErrorInfo &info(ErrorCode code)
{
    return *std::ranges::find(errorTable, code, &ErrorInfo::code);
}

const char *sentence(const Error &error)
{
    const auto *const reading = std::ranges::find(readTexts, error.code, &ReadText::code);
    return error.isRead && reading != readTexts.end() ? reading->text : info(error.code).text;
}

} // namespace

QString errorCodeName(ErrorCode code)
{
    return info(code).name;
}

std::optional<ErrorCode> errorCodeFromName(QStringView name)
{
    const auto *const row =
        std::ranges::find_if(errorTable, [name](const ErrorInfo &each) { return name == each.name; });
    return row == errorTable.end() ? std::nullopt : std::optional(row->code);
}

bool isNotPermitted(const Error &error)
{
    return error.code == ErrorCode::Forbidden || error.code == ErrorCode::PlanRequired;
}

QString errorText(const Error &error)
{
    if (error.idFault)
        return IdTypes::faultText(*error.idFault);
    const QString text = QCoreApplication::translate("Error", sentence(error));
    if (!text.contains("%1"_L1))
        return text;
    const QString detail = detailText(error);
    // A stored code has lost the name of its host.
    if (!detail.isEmpty() || !namesHost(error.code))
        return text.arg(detail);
    const QString server = QCoreApplication::translate("Error", "the server");
    const QString result = text.arg(server);
    return result.startsWith(server) ? result.left(1).toUpper() + result.mid(1) : result;
}

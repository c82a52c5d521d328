// SPDX-License-Identifier: Apache-2.0
#include "core/values/error.h"

#include "core/values/listproblem.h"
#include "core/values/tlsproblem.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ErrorText
{
    ErrorCode code;
    /// %1 is Error::detail.
    const char *text;
};

constexpr std::array texts{
    ErrorText{ErrorCode::InvalidIdentifier, QT_TRANSLATE_NOOP("Error", "The identifier cannot be used.")},
    ErrorText{ErrorCode::InvalidAppId,
              QT_TRANSLATE_NOOP("Error", "“%1” is not an application ID. Check it.")},
    ErrorText{ErrorCode::InvalidHost,
              QT_TRANSLATE_NOOP("Error",
                                "\"%1\" is not a host address. Write https://, the host name and, if it "
                                "needs one, the port; no user name, no path.")},
    ErrorText{
        ErrorCode::InsecureHost,
        QT_TRANSLATE_NOOP(
            "Error",
            "%1 would be reached without encryption. Use https://; http:// is for this computer only.")},
    ErrorText{
        ErrorCode::InvalidCaFile,
        QT_TRANSLATE_NOOP(
            "Error",
            "%1 gives no root certificate that is valid today. Choose a PEM file with the root certificate of the server.")},
    ErrorText{ErrorCode::MissingSecret,
              QT_TRANSLATE_NOOP("Error", "The access key secret is missing. Enter it under Connections.")},
    ErrorText{ErrorCode::SecretTooLong,
              QT_TRANSLATE_NOOP(
                  "Error", "The secret has more than 4,096 characters, so it was not taken. Check that it "
                           "is the secret of the access key.")},
    ErrorText{
        ErrorCode::PoolMismatch,
        QT_TRANSLATE_NOOP(
            "Error",
            "The access key opens another user pool (%1) than the one expected. Check the access key.")},
    ErrorText{ErrorCode::PortUnavailable,
              QT_TRANSLATE_NOOP("Error", "Port %1 is in use or not allowed. Choose another one.")},
    ErrorText{ErrorCode::JournalUnavailable,
              QT_TRANSLATE_NOOP("Error",
                                "The record of this action could not be written to %1, so nothing was sent. "
                                "Check the free space and the rights of that folder.")},
    ErrorText{ErrorCode::JournalNewer,
              QT_TRANSLATE_NOOP("Error",
                                "%1 was written by a newer version of this program. Install that version; "
                                "nothing was sent.")},
    ErrorText{ErrorCode::JournalUnreadable,
              QT_TRANSLATE_NOOP("Error",
                                "The history in %1 cannot be read. Check the rights of that file; if it is "
                                "damaged, it is put aside before the next sign-out and nothing is deleted.")},
    ErrorText{ErrorCode::JournalForeign,
              QT_TRANSLATE_NOOP(
                  "Error", "%1 isn't the history that Kickdesk wrote last on this computer: it was "
                           "replaced, removed, cut, or restored from an older copy. Nothing was sent. Put "
                           "the newest file back. To go on without what is missing, end Kickdesk and "
                           "delete %1.head.")},
    ErrorText{ErrorCode::JournalChanged,
              QT_TRANSLATE_NOOP("Error",
                                "Another program changed the tables or triggers of %1, so nothing was sent. "
                                "Move that file and %1.head away and keep them; Kickdesk then begins a new "
                                "history.")},
    ErrorText{ErrorCode::JournalIncomplete,
              QT_TRANSLATE_NOOP("Error",
                                "What became of this action could not be written to %1: the record ends with "
                                "what was sent. Check the free space and the rights of that folder, and "
                                "whether the user is still online.")},
    ErrorText{ErrorCode::FileUnwritable,
              QT_TRANSLATE_NOOP("Error",
                                "%1 could not be written. What was there before is unchanged. Check the free "
                                "space and the rights of that folder, or choose another one.")},
    ErrorText{ErrorCode::FileIsOwn,
              QT_TRANSLATE_NOOP("Error",
                                "%1 is in the folder where Kickdesk keeps its own files, so nothing was "
                                "written. Choose another folder.")},
    ErrorText{ErrorCode::ProfilesUnreadable,
              QT_TRANSLATE_NOOP("Error",
                                "The connections in %1 cannot be read: the file is damaged, or a newer "
                                "program wrote it. It is left as it is.")},
    ErrorText{ErrorCode::ProfilesTooLong,
              QT_TRANSLATE_NOOP("Error",
                                "All connections together may take %1 MB, and with these they would take "
                                "more. Nothing was saved. Remove connections that are not needed, or import "
                                "fewer.")},
    ErrorText{ErrorCode::ProfileInvalid,
              QT_TRANSLATE_NOOP("Error",
                                "The connection “%1” cannot be used: a value is missing or not valid. "
                                "Nothing was saved.")},
    ErrorText{ErrorCode::ProfileNotFound,
              QT_TRANSLATE_NOOP("Error", "There is no saved connection named “%1”.")},
    ErrorText{ErrorCode::ProfileNameTaken,
              QT_TRANSLATE_NOOP("Error", "There is a connection named “%1” already. Choose another name.")},
    ErrorText{ErrorCode::ProfileReadOnly,
              QT_TRANSLATE_NOOP("Error",
                                "The connection “%1” was set up by the administrator of this computer and "
                                "cannot be changed here. Make a copy of it instead.")},
    ErrorText{ErrorCode::ListUnreadable,
              QT_TRANSLATE_NOOP("Error", "%1 cannot be read. Check that the file is there and that it may be "
                                         "read.")},
    ErrorText{ErrorCode::ListRefused, "%1"},
    ErrorText{ErrorCode::ListEmpty,
              QT_TRANSLATE_NOOP("Error", "The list is empty. Choose one that has a row for each user.")},
    ErrorText{ErrorCode::ListTooLong,
              QT_TRANSLATE_NOOP("Error", "The list has more than %1 rows. Divide it into shorter lists.")},
    ErrorText{ErrorCode::ListTooWide,
              QT_TRANSLATE_NOOP("Error",
                                "Row %1 of the list has more than 256 columns. Keep only the column with the "
                                "identifiers.")},
    ErrorText{ErrorCode::ListQuoteOpen,
              QT_TRANSLATE_NOOP("Error",
                                "In row %1 of the list a quotation mark is opened and never closed, so it is "
                                "not known where the row ends. Correct that row.")},
    ErrorText{ErrorCode::ListColumnMissing,
              QT_TRANSLATE_NOOP("Error",
                                "The list has no column named “%1”. Give the heading as it stands in the "
                                "list, or the number of the column.")},
    ErrorText{ErrorCode::ListColumnUnclear,
              QT_TRANSLATE_NOOP("Error",
                                "It is not clear which column of the list has the identifiers. Choose it.")},
    ErrorText{ErrorCode::PlanUnreadable,
              QT_TRANSLATE_NOOP("Error",
                                "%1 is not a plan that can be used: it is damaged, was altered, or was "
                                "written by another version of this program. Make the plan again.")},
    ErrorText{ErrorCode::PlanOfOtherPool,
              QT_TRANSLATE_NOOP("Error",
                                "The plan was made for another user pool or connection (%1). Open that "
                                "connection, or make the plan again with this one.")},
    ErrorText{ErrorCode::PlanTooOld,
              QT_TRANSLATE_NOOP("Error",
                                "The plan was made on %1, and a plan is good for 24 hours: users and "
                                "sessions have changed since. Make it again.")},
    ErrorText{ErrorCode::ListOverCap,
              QT_TRANSLATE_NOOP("Error", "The list has more users (%1) than one list may have here. Nothing "
                                         "was sent; raise the limit or split the list.")},
    ErrorText{ErrorCode::ProtectedSelf,
              QT_TRANSLATE_NOOP("Error",
                                "This is you. Nothing was sent, because a forced sign-out of yourself needs "
                                "a reason.")},
    ErrorText{ErrorCode::ProtectedUser,
              QT_TRANSLATE_NOOP("Error",
                                "This user is protected on this connection. Nothing was sent, because a "
                                "forced sign-out of a protected user needs a reason.")},
    ErrorText{ErrorCode::TicketMissing,
              QT_TRANSLATE_NOOP("Error", "This connection requires a ticket number, so nothing was sent.")},
    ErrorText{ErrorCode::ReasonMissing,
              QT_TRANSLATE_NOOP("Error", "This connection requires a reason, so nothing was sent.")},
    ErrorText{ErrorCode::ListNotFound,
              QT_TRANSLATE_NOOP("Error", "There is no such list, or nothing of it is left to do.")},
    ErrorText{ErrorCode::ListOwned,
              QT_TRANSLATE_NOOP("Error", "This list is being run by another program (%1). Wait for its end, "
                                         "or stop it there.")},
    ErrorText{ErrorCode::ListOfOtherPool,
              QT_TRANSLATE_NOOP("Error",
                                "This list belongs to another connection (%1). Open that one to resume "
                                "the list. Nothing was sent.")},
    ErrorText{ErrorCode::HostNotFound,
              QT_TRANSLATE_NOOP("Error", "Can't find %1. Check the address and your network.")},
    ErrorText{ErrorCode::ConnectionRefused,
              QT_TRANSLATE_NOOP(
                  "Error", "%1 refused the connection. Check the port, or whether the service is running.")},
    ErrorText{
        ErrorCode::HostUnreachable,
        QT_TRANSLATE_NOOP("Error", "%1 can't be reached from this computer. Check the network or the VPN.")},
    ErrorText{ErrorCode::ConnectTimeout,
              QT_TRANSLATE_NOOP("Error", "Connecting to %1 timed out. Try again, or check your network.")},
    ErrorText{
        ErrorCode::TlsFailed,
        QT_TRANSLATE_NOOP(
            "Error",
            "Couldn't verify the server's identity. Contact your administrator about the certificate. (%1)")},
    ErrorText{ErrorCode::ProxyFailed,
              QT_TRANSLATE_NOOP("Error", "The proxy %1 did not let the connection through.")},
    ErrorText{ErrorCode::ConnectionDropped,
              QT_TRANSLATE_NOOP("Error", "%1 closed the connection. Try again.")},
    ErrorText{ErrorCode::ConnectionLost,
              QT_TRANSLATE_NOOP("Error", "The connection to %1 was lost before the full answer arrived.")},
    ErrorText{ErrorCode::Deadline, QT_TRANSLATE_NOOP("Error", "%1 took too long to answer.")},
    ErrorText{ErrorCode::AnswerTooLarge,
              QT_TRANSLATE_NOOP("Error", "The answer from %1 is far larger than it may be and was dropped.")},
    ErrorText{ErrorCode::AnswerDamaged,
              QT_TRANSLATE_NOOP("Error", "The answer from %1 is damaged and can't be read.")},
    ErrorText{ErrorCode::NotJson,
              QT_TRANSLATE_NOOP("Error",
                                "The answer from %1 does not come from the Authing API. Check the host "
                                "address; a proxy or a gateway may have answered instead.")},
    ErrorText{ErrorCode::SignInPage,
              QT_TRANSLATE_NOOP("Error",
                                "A web page came instead of the answer from %1. It may be a network sign-in "
                                "page: open a browser, sign in to the network, then try again.")},
    ErrorText{ErrorCode::EnvelopeMalformed,
              QT_TRANSLATE_NOOP("Error",
                                "The answer from %1 is not in the form of the Authing API, so it counts "
                                "neither as success nor as failure.")},
    ErrorText{ErrorCode::Redirected,
              QT_TRANSLATE_NOOP("Error",
                                "The server pointed to another address (%1). The key was not sent there; "
                                "check the host address of the connection.")},
    ErrorText{ErrorCode::HttpStatus,
              QT_TRANSLATE_NOOP("Error", "%1 answered with an HTTP error instead of the Authing API.")},
    ErrorText{ErrorCode::GatewayFailed,
              QT_TRANSLATE_NOOP("Error", "Authing is busy or being restarted: %1 got no answer from it.")},
    ErrorText{ErrorCode::CredentialsRejected,
              QT_TRANSLATE_NOOP("Error",
                                "The server does not accept this access key. Check the key ID and enter the "
                                "secret again.")},
    ErrorText{ErrorCode::TokenExpired,
              QT_TRANSLATE_NOOP("Error",
                                "The server refused the token even after it was renewed. Check whether the "
                                "access key is still valid.")},
    ErrorText{ErrorCode::ClockSkew,
              QT_TRANSLATE_NOOP("Error",
                                "The clock of this computer differs too much from the server's. Set the "
                                "clock, then try again.")},
    ErrorText{ErrorCode::DateRefused,
              QT_TRANSLATE_NOOP("Error",
                                "The server could not read the date of the signature. A proxy or gateway may "
                                "have changed or removed it; ask your network administrator. The access key "
                                "may be right.")},
    ErrorText{
        ErrorCode::NonceReplayed,
        QT_TRANSLATE_NOOP(
            "Error",
            "Authing already received this request once. It may have worked. Check whether the user is still online.")},
    ErrorText{ErrorCode::Forbidden,
              QT_TRANSLATE_NOOP("Error",
                                "This access key is not allowed to do that. Ask your administrator to grant "
                                "the permission.")},
    ErrorText{
        ErrorCode::PlanRequired,
        QT_TRANSLATE_NOOP("Error", "The Authing plan of this user pool does not include this function.")},
    ErrorText{ErrorCode::PoolNotFound,
              QT_TRANSLATE_NOOP("Error",
                                "The server has no user pool with the ID of this connection. Check the user "
                                "pool ID and the host address under Connections.")},
    ErrorText{ErrorCode::NotFound,
              QT_TRANSLATE_NOOP("Error",
                                "The server does not find what was asked for. It may have been deleted in "
                                "the meantime; reload, then try again.")},
    ErrorText{
        ErrorCode::UserNotFound,
        QT_TRANSLATE_NOOP("Error", "There is no such user in this pool. Check the text and the ID type.")},
    ErrorText{
        ErrorCode::ApplicationNotFound,
        QT_TRANSLATE_NOOP("Error", "One of the applications does not exist any more. Reload the list.")},
    ErrorText{
        ErrorCode::RateLimited,
        QT_TRANSLATE_NOOP("Error", "Authing limits the rate of requests. Wait a moment, then try again.")},
    ErrorText{ErrorCode::Busy, QT_TRANSLATE_NOOP("Error", "Authing is busy. Wait a moment, then try again.")},
    ErrorText{ErrorCode::ServerFault, QT_TRANSLATE_NOOP("Error", "Authing reported an internal error.")},
    ErrorText{ErrorCode::NotDone,
              QT_TRANSLATE_NOOP("Error", "The server answered that it did not carry out the request.")},
    ErrorText{ErrorCode::Refused, QT_TRANSLATE_NOOP("Error", "The server refused the request.")},
    ErrorText{ErrorCode::SeveralMatches,
              QT_TRANSLATE_NOOP("Error", "More than one user matches. Choose one, or use another ID type.")},
    ErrorText{ErrorCode::OtherUserReturned,
              QT_TRANSLATE_NOOP("Error", "The server returned another user than the one asked for.")},
    ErrorText{ErrorCode::IdentityNotCompared,
              QT_TRANSLATE_NOOP(
                  "Error", "The server found a user but did not return the identities, so it could not "
                           "be checked that this is the right one. Nothing was sent; compare the user, or "
                           "use another ID type.")},
    ErrorText{ErrorCode::IdentifierMoved,
              QT_TRANSLATE_NOOP("Error",
                                "After the request the identifier belongs to another user, so it may have "
                                "signed out that one. Check both users; send the user ID next time.")},
    ErrorText{ErrorCode::PagesIncomplete,
              QT_TRANSLATE_NOOP(
                  "Error", "The server's list is not whole: its pages do not agree, or items are missing "
                           "(%1). Try again.")},
    ErrorText{ErrorCode::TooManyFailures,
              QT_TRANSLATE_NOOP("Error",
                                "Too many requests failed in a row, so the list was stopped. Check the "
                                "connection, then go on with the list; nothing is lost.")},
    ErrorText{ErrorCode::CanaryFailed,
              QT_TRANSLATE_NOOP("Error",
                                "The first users of the list did not all come to a good end, so the list was "
                                "stopped. Look at their results, then go on with the list or leave it.")},
};

/// The sentences of a request that only asked for something: it may be repeated without a thought.
constexpr std::array readTexts{
    ErrorText{ErrorCode::ConnectionLost,
              QT_TRANSLATE_NOOP("Error",
                                "The connection to %1 was lost before the full answer arrived. Try again.")},
    ErrorText{ErrorCode::Deadline, QT_TRANSLATE_NOOP("Error", "%1 took too long to answer. Try again.")},
    ErrorText{ErrorCode::AnswerDamaged,
              QT_TRANSLATE_NOOP("Error", "The answer from %1 is damaged and can't be read. Try again.")},
    ErrorText{ErrorCode::GatewayFailed,
              QT_TRANSLATE_NOOP("Error",
                                "Authing is busy or being restarted: %1 got no answer from it. Wait a "
                                "moment, then try again.")},
    ErrorText{ErrorCode::ServerFault,
              QT_TRANSLATE_NOOP("Error", "Authing reported an internal error. Try again.")},
    ErrorText{
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

const char *sentence(const Error &error)
{
    const auto *const reading = std::ranges::find(readTexts, error.code, &ErrorText::code);
    if (error.isRead && reading != readTexts.end())
        return reading->text;
    return std::ranges::find(texts, error.code, &ErrorText::code)->text;
}

} // namespace

bool isNotPermitted(const Error &error)
{
    return error.code == ErrorCode::Forbidden || error.code == ErrorCode::PlanRequired;
}

QString errorText(const Error &error)
{
    if (error.idFault)
        return IdTypes::faultText(*error.idFault);
    QString text = QCoreApplication::translate("Error", sentence(error));
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

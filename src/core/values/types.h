// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idtype.h"
#include "core/values/servertext.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// `status` of a user (docs/api.md#user). A value that this program does not know becomes Unknown.
enum class UserStatus {
    Activated,
    Suspended,
    Deactivated,
    Resigned,
    Archived,
    Unknown,
};

/// An identity of a user in an external source; `extIdpId:userIdInIdp` is looked up with IdType::Identity.
struct Identity
{
    QString extIdpId;
    QString provider;
    ServerText userIdInIdp;
};

/// The members of UserDto that this program uses (docs/api.md#user). Absent and null members stay empty.
struct User
{
    QString userId;
    UserStatus status = UserStatus::Unknown;
    ServerText name;
    ServerText nickname;
    ServerText username;
    ServerText email;
    /// Without country code, as the API returns it.
    ServerText phone;
    /// Such as "+86".
    ServerText phoneCountryCode;
    ServerText externalId;
    /// UTC; invalid when the user never signed in.
    QDateTime lastLogin;
    ServerText lastIp;
    QString lastLoginApp;
    ServerText device;
    /// Nothing where the answer says nothing about them.
    std::optional<QList<Identity>> identities;
};

/// The members of ApplicationSimpleInfoDto that this program uses (docs/api.md#application).
struct Application
{
    QString appId;
    ServerText appIdentifier;
    ServerText appName;
    /// Only list-applications tells it.
    QString userPoolId;
};

/// A department of an organization; the root of an organization stands for all of it.
struct Department
{
    QString organizationCode;
    QString departmentId;
    ServerText name;
    bool hasChildren = false;
};

/// One page of a list, with the number of items on all pages.
template <typename T>
struct Page
{
    QList<T> list;
    qint64 totalCount = 0;
};

/// Answer of check-session-status, or that there was none. Unknown is never drawn as offline.
enum class SessionState {
    Unknown,
    Online,
    Offline,
};

/// One row of get-user-login-history.
struct LoginRecord
{
    QString appId;
    ServerText appName;
    ServerText clientIp;
    ServerText userAgent;
    /// UTC; invalid when the server's text was not a time.
    QDateTime time;
};

/// One row of get-admin-audit-logs.
struct AuditRecord
{
    ServerText adminUserDisplayName;
    ServerText operationType;
    ServerText resourceType;
    ServerText eventDetail;
    ServerText clientIp;
    QString requestId;
    QDateTime timestamp;
    bool success = false;
};

/// What get-security-settings tells about how long a session lasts, in seconds; empty when it did not say.
struct SecuritySettings
{
    std::optional<qint64> cookieExpiresIn;
    std::optional<qint64> authingTokenExpiresIn;
};

/// Body of kick-users: one user, 1 to 50 applications (docs/api.md#kick-users).
struct KickRequest
{
    static constexpr qsizetype maximumAppIds = 50;

    /// Sent as identifierType.
    QString identifier;
    IdType identifierType = IdType::UserId;
    QStringList appIds;
    /// The nonce of the signature: 1 to 64 characters, never used before. If it is empty, one is made when
    /// the request is signed.
    QByteArray nonce;
    /// Its number in the journal, from 1; for the log.
    int attempt = 1;
};

/// What the server said with its answer, kept for the screen and for the journal.
struct ServerReply
{
    int httpStatus = 0;
    int statusCode = 0;
    /// 0 when the server sent none.
    int apiCode = 0;
    ServerText message;
    QString requestId;
};

/// The end of a kick.
enum class KickOutcome {
    Verified,
    Accepted,
    StillOnline,
    Rejected,
    NotSent,
    Unknown,
    Skipped,
    Planned,
};

/// Language of our texts and of `x-authing-lang`.
enum class Language {
    English,
    Chinese,
};

namespace Languages {

/// "zh-CN" or "en-US", as the API writes it.
QString wireName(Language language);

/// The language of that name, or nothing.
std::optional<Language> fromWireName(QStringView name);

/// Chinese for a Chinese locale, English for every other, "C" too.
Language fromSystem();

} // namespace Languages

namespace SessionStates {

/// The word in JSON: "online", "offline" or "unknown".
QString wireName(SessionState state);

/// The state of that word; Unknown for any other.
SessionState fromWireName(QStringView name);

} // namespace SessionStates

namespace KickOutcomes {

/// The word in JSON and in the journal, such as "still_online".
QString wireName(KickOutcome outcome);

/// The outcome of that word, or nothing.
std::optional<KickOutcome> fromWireName(QStringView name);

/// Every outcome, the good ones first.
QList<KickOutcome> all();

/// The words shown to people, such as "Still online".
QString label(KickOutcome outcome);

} // namespace KickOutcomes

namespace Users {

/// name, else nickname, username, e-mail, phone, user ID: the first that is there.
ServerText displayName(const User &user);

/// What identifies @p user as @p type, empty when the user has none. Identity gives "extIdpId:userIdInIdp".
ServerText identifier(const User &user, IdType type);

/// "138****8000": the first three and last four digits of a phone.
QString maskedPhone(const ServerText &phone);

/// "z***n@corp.cn".
QString maskedEmail(const ServerText &email);

/// The masked phone, or the masked e-mail of a user without one; empty when there is neither.
QString maskedContact(const User &user);

/// The words shown to people.
QString statusLabel(UserStatus status);

/// Those that a user can have, Unknown left out.
QList<UserStatus> statuses();

/// As the API writes it, such as "Suspended"; empty for Unknown.
QString wireName(UserStatus status);

} // namespace Users

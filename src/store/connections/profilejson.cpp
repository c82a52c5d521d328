// SPDX-License-Identifier: Apache-2.0
#include "store/connections/profilejson.h"

#include "core/values/host.h"
#include "core/values/tenant.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Enum>
struct EnumName
{
    Enum value;
    QLatin1StringView name;
};

constexpr std::array authNames{EnumName<AuthScheme>{AuthScheme::Token, "token"_L1},
                               EnumName<AuthScheme>{AuthScheme::Signature, "signature"_L1}};
constexpr std::array apiNamesNames{EnumName<ApiNames>{ApiNames::ByHost, "auto"_L1},
                                   EnumName<ApiNames>{ApiNames::Authing, "authing"_L1},
                                   EnumName<ApiNames>{ApiNames::GenAuth, "genauth"_L1}};
constexpr std::array environmentNames{EnumName<Environment>{Environment::Production, "production"_L1},
                                      EnumName<Environment>{Environment::Test, "test"_L1},
                                      EnumName<Environment>{Environment::Sandbox, "sandbox"_L1}};
constexpr std::array proxyNames{EnumName<ProxyMode>{ProxyMode::None, "none"_L1},
                                EnumName<ProxyMode>{ProxyMode::System, "system"_L1},
                                EnumName<ProxyMode>{ProxyMode::Manual, "manual"_L1}};

template <typename Table, typename Enum>
QString nameOf(const Table &table, Enum value)
{
    return std::ranges::find(table, value, &EnumName<Enum>::value)->name;
}

/// Reads members one after the other; the first that cannot be used spoils the object.
class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
        , m_unread(object)
    {
    }

    QString text(const QString &key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isString())
            spoil(key);
        return value.toString();
    }

    bool flag(const QString &key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isBool())
            spoil(key);
        return value.toBool();
    }

    /// 0 to @p maximum; 0 where the member is missing.
    int number(const QString &key, int maximum)
    {
        const QJsonValue value = take(key);
        const int number = value.toInt(-1);
        if (!value.isUndefined() && (number < 0 || number > maximum))
            spoil(key);
        return std::clamp(number, 0, maximum);
    }

    quint16 port(const QString &key) { return static_cast<quint16>(number(key, 65535)); }

    /// The first of @p table where the member is missing.
    template <typename Enum, std::size_t Size>
    Enum choice(const QString &key, const std::array<EnumName<Enum>, Size> &table)
    {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return table.front().value;
        const QString name = value.toString();
        const auto row =
            std::ranges::find_if(table, [&name](const EnumName<Enum> &each) { return name == each.name; });
        if (row == table.end())
            spoil(key);
        return row == table.end() ? table.front().value : row->value;
    }

    QJsonObject object(const QString &key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isObject())
            spoil(key);
        return value.toObject();
    }

    QJsonArray array(const QString &key)
    {
        const QJsonValue value = take(key);
        if (!value.isUndefined() && !value.isArray())
            spoil(key);
        return value.toArray();
    }

    /// True when every member has been asked for and could be used.
    bool isGood() const { return m_problem.isEmpty() && m_unread.isEmpty(); }

    /// The first member that cannot be used, or that is not known; empty where there is none.
    QString problem() const
    {
        return m_problem.isEmpty() && !m_unread.isEmpty() ? m_unread.constBegin().key() : m_problem;
    }

private:
    void spoil(const QString &key)
    {
        if (m_problem.isEmpty())
            m_problem = key;
    }

    QJsonValue take(const QString &key)
    {
        m_unread.remove(key);
        return m_object.contains(key) ? m_object.value(key) : QJsonValue(QJsonValue::Undefined);
    }

    QJsonObject m_object;
    QJsonObject m_unread;
    QString m_problem;
};

QJsonArray writeUsers(const QList<ProtectedUser> &users)
{
    QJsonArray array;
    for (const ProtectedUser &user : users)
        array.append(QJsonObject{{u"userId"_s, user.userId},
                                 {u"identifiers"_s, QJsonArray::fromStringList(user.identifiers)}});
    return array;
}

std::optional<QList<ProtectedUser>> readUsers(const QJsonArray &array)
{
    QList<ProtectedUser> users;
    for (const auto &value : array) {
        Reader reader(value.toObject());
        ProtectedUser user{.userId = reader.text(u"userId"_s), .identifiers = {}};
        const QJsonArray identifiers = reader.array(u"identifiers"_s);
        for (const auto &identifier : identifiers) {
            if (!identifier.isString())
                return {};
            user.identifiers << identifier.toString();
        }
        if (!value.isObject() || !reader.isGood() || user.userId.isEmpty())
            return {};
        users << user;
    }
    return users;
}

QJsonObject writeProxy(const Proxy &proxy)
{
    QJsonObject object{{u"mode"_s, nameOf(proxyNames, proxy.mode)}};
    if (proxy.mode == ProxyMode::Manual) {
        object.insert(u"host"_s, proxy.host);
        object.insert(u"port"_s, proxy.port);
        object.insert(u"user"_s, proxy.user);
    }
    return object;
}

std::optional<Proxy> readProxy(const QJsonObject &object)
{
    Reader reader(object);
    const Proxy proxy{.mode = reader.choice(u"mode"_s, proxyNames),
                      .host = reader.text(u"host"_s),
                      .port = reader.port(u"port"_s),
                      .user = reader.text(u"user"_s)};
    const bool isComplete = proxy.mode != ProxyMode::Manual || (!proxy.host.isEmpty() && proxy.port != 0);
    return reader.isGood() && isComplete ? std::optional(proxy) : std::nullopt;
}

bool isKeyId(const QString &text)
{
    static const QRegularExpression shape(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s);
    return shape.match(text).hasMatch();
}

/// A text of one line that shows all of itself.
bool isLine(const QString &text)
{
    constexpr qsizetype maximumLength = 100;
    return text.size() <= maximumLength && !text.contains(u'\n') && !text.contains(u'\r') &&
           !ServerText(text).hasHiddenCharacters();
}

/// A real pool must not look like the sandbox.
bool hasTrueColours(const Profile &profile)
{
    return profile.environment != Environment::Sandbox || Hosts::isLoopback(profile.host);
}

} // namespace

QJsonObject ProfileJson::write(const Profile &profile)
{
    return {{u"id"_s, profile.id},
            {u"name"_s, profile.name},
            {u"host"_s, profile.host.toString()},
            {u"keyId"_s, profile.keyId},
            {u"auth"_s, nameOf(authNames, profile.auth)},
            {u"apiNames"_s, nameOf(apiNamesNames, profile.apiNames)},
            {u"poolId"_s, profile.poolId},
            {u"environment"_s, nameOf(environmentNames, profile.environment)},
            {u"tenantHeader"_s, QString::fromLatin1(profile.tenantHeader)},
            {u"tenant"_s, QString::fromLatin1(profile.tenant)},
            {u"caFile"_s, profile.caFile},
            {u"proxy"_s, writeProxy(profile.proxy)},
            {u"ownUserId"_s, profile.ownUserId},
            {u"protectedUsers"_s, writeUsers(profile.protectedUsers)},
            {u"operatorName"_s, profile.operatorName},
            {u"ticketRequired"_s, profile.isTicketRequired},
            {u"reasonRequired"_s, profile.isReasonRequired},
            {u"bulkCap"_s, profile.bulkCap}};
}

Result<Profile> ProfileJson::read(const QJsonObject &object)
{
    Reader reader(object);
    Profile profile{.id = reader.text(u"id"_s),
                    .name = reader.text(u"name"_s),
                    .keyId = reader.text(u"keyId"_s),
                    .auth = reader.choice(u"auth"_s, authNames),
                    .apiNames = reader.choice(u"apiNames"_s, apiNamesNames),
                    .poolId = reader.text(u"poolId"_s),
                    .environment = reader.choice(u"environment"_s, environmentNames),
                    .tenantHeader = reader.text(u"tenantHeader"_s).toUtf8(),
                    .tenant = reader.text(u"tenant"_s).toUtf8(),
                    .caFile = reader.text(u"caFile"_s),
                    .ownUserId = reader.text(u"ownUserId"_s),
                    .operatorName = reader.text(u"operatorName"_s),
                    .isTicketRequired = reader.flag(u"ticketRequired"_s),
                    .isReasonRequired = reader.flag(u"reasonRequired"_s),
                    .bulkCap = reader.number(u"bulkCap"_s, Profile::largestBulkCap)};
    const Result<QUrl> host = Hosts::check(reader.text(u"host"_s));
    const std::optional<Proxy> proxy = readProxy(reader.object(u"proxy"_s));
    const auto users = readUsers(reader.array(u"protectedUsers"_s));
    if (host)
        profile.host = *host;
    // By the name of the member: what is not known comes first, as it may be a name that is mistyped.
    const QList<std::pair<bool, QString>> demands{
        {reader.isGood(), reader.problem()},
        {!profile.name.trimmed().isEmpty() && isLine(profile.name), u"name"_s},
        {host.hasValue(), u"host"_s},
        {isKeyId(profile.keyId), u"keyId"_s},
        {proxy.has_value(), u"proxy"_s},
        {users.has_value(), u"protectedUsers"_s},
        {isLine(profile.operatorName), u"operatorName"_s},
        {hasTrueColours(profile), u"environment"_s},
        {Tenants::isUsable(profile.tenantHeader, profile.tenant), u"tenant"_s}};
    const auto unmet = std::ranges::find(demands, false, &std::pair<bool, QString>::first);
    if (unmet != demands.end())
        return Error{.kind = ErrorKind::NotSent,
                     .code = ErrorCode::ProfileInvalid,
                     .detail = ServerText(profile.name + u": "_s + unmet->second)};
    profile.proxy = *proxy;
    profile.protectedUsers = *users;
    return profile;
}

bool ProfileJson::isValid(const Profile &profile)
{
    return read(write(profile)).hasValue();
}

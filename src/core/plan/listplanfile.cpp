// SPDX-License-Identifier: Apache-2.0
#include "core/plan/listplanfile.h"

#include "core/files/files.h"
#include "core/plan/jsonarrayreader.h"
#include "core/values/host.h"
#include "core/values/jsonline.h"

#include <QBuffer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView format = "kickdesk-list-plan"_L1;
constexpr int version = 1;
/// The longest name, contact and reason, in UTF-16 units.
constexpr qsizetype maximumText = 2000;

struct StateLetter
{
    SessionState state;
    QLatin1Char letter;
};

constexpr std::array stateLetters{
    StateLetter{SessionState::Unknown, QLatin1Char('?')},
    StateLetter{SessionState::Online, QLatin1Char('+')},
    StateLetter{SessionState::Offline, QLatin1Char('-')},
};

bool isPlainId(const QString &id)
{
    static const QRegularExpression shape(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s);
    return shape.match(id).hasMatch();
}

/// The applications of all users, each once and numbered.
class AppTable
{
public:
    explicit AppTable(const ListPlan &plan)
        : m_appIds(plan.items.appIds())
    {
        for (int number = 0; number < m_appIds.size(); ++number)
            m_numbers.insert(m_appIds.at(number), number);
    }

    const QStringList &appIds() const { return m_appIds; }

    QJsonArray numbers(const QStringList &appIds) const
    {
        QJsonArray result;
        for (const QString &appId : appIds)
            result.append(m_numbers.value(appId));
        return result;
    }

private:
    QStringList m_appIds;
    QHash<QString, int> m_numbers;
};

void insertText(QJsonObject &object, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

QJsonObject itemJson(const ListPlanItem &item, const AppTable &apps)
{
    QJsonObject object{{u"row"_s, item.row}, {u"identifier"_s, item.target.identifier}};
    if (item.target.identifierType != IdType::UserId)
        object.insert(u"identifierType"_s, IdTypes::wireName(item.target.identifierType));
    insertText(object, u"file"_s, item.file);
    insertText(object, u"userId"_s, item.target.userId);
    insertText(object, u"name"_s, item.target.name.verbatim());
    insertText(object, u"contact"_s, item.target.contact);
    insertText(object, u"overrideReason"_s, item.target.overrideReason);
    if (item.target.isIdentityUnverified)
        object.insert(u"identityUnverified"_s, true);
    // Left out where the user is kicked from all applications of the plan.
    if (item.target.appIds != apps.appIds())
        object.insert(u"apps"_s, apps.numbers(item.target.appIds));
    QString before;
    for (const SessionState state : item.target.before)
        before += std::ranges::find(stateLetters, state, &StateLetter::state)->letter;
    insertText(object, u"before"_s, before);
    return object;
}

/// Takes members out of an object one after the other; the first that cannot be used spoils it.
class Members
{
public:
    explicit Members(QByteArrayView json)
    {
        const QJsonDocument document =
            QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
        m_object = document.object();
        m_isGood = document.isObject();
    }

    /// Empty where it is missing and need not be there.
    QString text(const QString &name, bool isRequired = false)
    {
        const QJsonValue value = take(name);
        const bool isAbsent = value.isUndefined() && !isRequired;
        require(isAbsent || (value.isString() && value.toString().size() <= maximumText));
        return value.toString();
    }

    qint64 number(const QString &name)
    {
        const qint64 number = take(name).toInteger(-1);
        require(number >= 0);
        return number;
    }

    /// False where it is missing.
    bool flag(const QString &name)
    {
        const QJsonValue value = take(name);
        require(value.isUndefined() || value.isBool());
        return value.toBool();
    }

    /// Nothing where it is missing.
    std::optional<QJsonArray> array(const QString &name)
    {
        const QJsonValue value = take(name);
        require(value.isUndefined() || value.isArray());
        return value.isArray() ? std::optional(value.toArray()) : std::nullopt;
    }

    void require(bool isTrue) { m_isGood = m_isGood && isTrue; }

    /// True when every member could be used and none is left over.
    bool isGood() const { return m_isGood && m_object.isEmpty(); }

private:
    QJsonValue take(const QString &name)
    {
        return m_object.contains(name) ? m_object.take(name) : QJsonValue(QJsonValue::Undefined);
    }

    QJsonObject m_object;
    bool m_isGood = false;
};

std::optional<QStringList> readApps(const std::optional<QJsonArray> &array)
{
    if (!array || array->size() > ListPlanFiles::maximumApps)
        return {};
    QStringList appIds;
    for (const auto value : *array) {
        if (!isPlainId(value.toString()))
            return {};
        appIds << value.toString();
    }
    const QSet<QString> distinct(appIds.cbegin(), appIds.cend());
    return distinct.size() == appIds.size() ? std::optional(appIds) : std::nullopt;
}

std::optional<QStringList> chosenApps(const QJsonArray &numbers, const QStringList &appIds)
{
    QStringList result;
    QSet<qint64> seen;
    for (const auto value : numbers) {
        const qint64 number = value.toInteger(-1);
        if (number < 0 || number >= appIds.size() || seen.contains(number))
            return {};
        seen.insert(number);
        result << appIds.at(number);
    }
    return result;
}

std::optional<QList<SessionState>> readBefore(const QString &letters)
{
    QList<SessionState> result;
    for (const QChar letter : letters) {
        const auto known = std::ranges::find_if(
            stateLetters, [letter](const StateLetter &each) { return letter == each.letter; });
        if (known == stateLetters.end())
            return {};
        result << known->state;
    }
    return result;
}

std::optional<ListPlanItem> readItem(QByteArrayView json, const QStringList &planApps)
{
    Members members(json);
    ListPlanItem item{.row = members.number(u"row"_s),
                      .target = {.identifier = members.text(u"identifier"_s, true)}};
    const QString typeName = members.text(u"identifierType"_s);
    const std::optional<IdType> type =
        typeName.isEmpty() ? std::optional(IdType::UserId) : IdTypes::fromWireName(typeName);
    item.target.identifierType = type.value_or(IdType::UserId);
    item.file = members.text(u"file"_s);
    item.target.userId = members.text(u"userId"_s);
    item.target.name = ServerText(members.text(u"name"_s));
    item.target.contact = members.text(u"contact"_s);
    item.target.overrideReason = members.text(u"overrideReason"_s);
    item.target.isIdentityUnverified = members.flag(u"identityUnverified"_s);
    const auto numbers = members.array(u"apps"_s);
    const auto apps = numbers ? chosenApps(*numbers, planApps) : std::optional(planApps);
    const auto before = readBefore(members.text(u"before"_s));
    const bool isUsable = type && apps && !apps->isEmpty() && before &&
                          (before->isEmpty() || before->size() == apps->size()) && item.row >= 1;
    if (!members.isGood() || !isUsable)
        return {};
    // As it will be sent: nothing that still needs cleaning.
    const IdCheck check = IdTypes::check(*type, item.target.identifier);
    if (check.fault || check.value != item.target.identifier ||
        (!item.target.userId.isEmpty() && !isPlainId(item.target.userId)))
        return {};
    item.target.appIds = *apps;
    item.target.before = *before;
    return item;
}

JsonArrayReader itemReader(QIODevice *device)
{
    return {device, "items", ListPlanFiles::maximumBytes};
}

/// The plan without its users, as a text.
std::optional<QByteArray> readHead(QIODevice *device)
{
    JsonArrayReader reader = itemReader(device);
    while (reader.next()) {
    }
    return reader.object();
}

/// The users of the plan with the @p head.
std::optional<ListPlanItems> readItems(QIODevice *device, const QByteArray &head, const QStringList &planApps)
{
    JsonArrayReader reader = itemReader(device);
    ListPlanItems items;
    while (const auto text = reader.next()) {
        const std::optional<ListPlanItem> item = readItem(*text, planApps);
        if (!item || items.size() == ListPlanFiles::maximumItems)
            return {};
        items.append(*item);
    }
    // Another head: somebody writes to the file.
    if (reader.object() != head || items.hasUserTwice())
        return {};
    items.squeeze();
    return items;
}

/// In two goes: what the users refer to may stand behind them.
std::optional<ListPlan> readPlan(QIODevice *device)
{
    const auto head = readHead(device);
    if (!head || !device->seek(0))
        return {};
    Members members(*head);
    members.require(members.text(u"format"_s, true) == format);
    members.require(members.number(u"version"_s) == version);
    ListPlan plan{.createdAt = QDateTime::fromString(members.text(u"createdAt"_s, true), Qt::ISODateWithMs),
                  .host = members.text(u"host"_s, true),
                  .keyId = members.text(u"keyId"_s, true),
                  .poolId = members.text(u"poolId"_s)};
    members.require(plan.createdAt.isValid() && plan.createdAt.timeSpec() == Qt::UTC);
    const Result<QUrl> host = Hosts::check(plan.host);
    members.require(host && host->toString() == plan.host && isPlainId(plan.keyId));
    members.require(plan.poolId.isEmpty() || isPlainId(plan.poolId));
    const auto scope = KickScopes::fromWireName(members.text(u"scope"_s, true));
    const auto apps = readApps(members.array(u"appIds"_s));
    // Another array of that name would be a second list.
    members.require(members.array(u"items"_s).value_or(QJsonArray{0}).isEmpty());
    if (!members.isGood() || !scope || !apps)
        return {};
    const auto items = readItems(device, *head, *apps);
    if (!items)
        return {};
    plan.scope = *scope;
    plan.items = *items;
    return plan;
}

Error unreadable(const QString &name)
{
    return {.code = ErrorCode::PlanUnreadable, .detail = ServerText(name)};
}

} // namespace

QByteArray ListPlanFiles::write(const ListPlan &plan)
{
    const AppTable apps(plan);
    QJsonObject head{{u"format"_s, format},
                     {u"version"_s, version},
                     {u"createdAt"_s, plan.createdAt.toUTC().toString(Qt::ISODateWithMs)},
                     {u"host"_s, plan.host},
                     {u"keyId"_s, plan.keyId},
                     {u"scope"_s, KickScopes::wireName(plan.scope)},
                     {u"appIds"_s, QJsonArray::fromStringList(apps.appIds())}};
    insertText(head, u"poolId"_s, plan.poolId);
    QByteArray result = jsonLine(head);
    // Without its closing brace: the users follow inside.
    result.chop(2);
    result += ",\"items\":[";
    const char *separator = "\n";
    for (const ListPlanItem &item : plan.items) {
        QByteArray line = jsonLine(itemJson(item, apps));
        line.chop(1);
        result += separator + line;
        separator = ",\n";
    }
    result += "\n]}\n";
    return result;
}

Result<ListPlan> ListPlanFiles::read(QIODevice *device, const QString &name)
{
    const std::optional<ListPlan> plan = readPlan(device);
    return plan ? Result<ListPlan>(*plan) : unreadable(name);
}

Result<ListPlan> ListPlanFiles::read(QByteArray json, const QString &name)
{
    QBuffer buffer(&json);
    buffer.open(QIODevice::ReadOnly);
    return read(&buffer, name);
}

std::optional<Error> ListPlanFiles::save(const ListPlan &plan, const QString &file)
{
    return OutputFile::save(file, write(plan), OutputFile::Reader::OwnerOnly);
}

Result<ListPlan> ListPlanFiles::load(const QString &file)
{
    QFile source;
    if (!Files::openToRead(&source, file, Files::Source::FileOrPipe))
        return unreadable(file);
    if (!source.isSequential())
        return read(&source, file);
    // A pipe can be read once only.
    return read(source.read(maximumBytes), file);
}

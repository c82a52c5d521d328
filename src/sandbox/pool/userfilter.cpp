// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/userfilter.h"

#include "sandbox/pool/departments.h"
#include "sandbox/pool/uservalue.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr std::array statuses{
    "Activated"_L1, "Suspended"_L1, "Deactivated"_L1, "Resigned"_L1, "Archived"_L1,
};
constexpr std::array operators{
    "EQUAL"_L1,    "NOT_EQUAL"_L1, "CONTAINS"_L1, "NOT_CONTAINS"_L1, "IS_NULL"_L1,
    "NOT_NULL"_L1, "IN"_L1,        "GREATER"_L1,  "LESSER"_L1,       "BETWEEN"_L1,
};

template <typename Predicate>
Bitmap everyoneWho(const Pool &pool, Predicate predicate)
{
    Bitmap result(pool.users().count());
    for (quint32 user = 0; user < result.size(); ++user) {
        if (predicate(user))
            result.set(user);
    }
    return result;
}

/// The JSON value as a member of a user would be.
UserValue converted(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toInteger();
    if (value.isString())
        return value.toString().toUtf8();
    return {};
}

bool isBetween(const UserValue &value, const UserValue &low, const UserValue &high)
{
    return value.index() != 0 && (low.index() == 0 || (low.index() == value.index() && value >= low)) &&
           (high.index() == 0 || (high.index() == value.index() && value <= high));
}

} // namespace

UserFilter::UserFilter(const QJsonObject &condition)
    : m_field(condition.value("field"_L1).toString())
    , m_operator(condition.value("operator"_L1).toString())
    , m_value(condition.value("value"_L1))
{
}

QString UserFilter::problem() const
{
    if (m_field.isEmpty())
        return u"field"_s;
    if (std::ranges::find(operators, m_operator) == operators.end())
        return u"operator"_s;
    const bool isStatusTest = m_field == "status"_L1 && m_value.isString();
    if (isStatusTest && std::ranges::find(statuses, m_value.toString()) == statuses.end())
        return u"status"_s;
    if ((m_operator == "IN"_L1 || m_operator == "BETWEEN"_L1) && !m_value.isArray())
        return m_field;
    return {};
}

void UserFilter::apply(Bitmap &found, const Pool &pool, const Columns &columns) const
{
    Bitmap matches = matching(pool, columns);
    if (m_operator.startsWith("NOT_"_L1) && m_operator != "NOT_NULL"_L1)
        matches.invert();
    if (m_operator == "IS_NULL"_L1)
        matches.invert();
    found.intersect(matches);
}

Bitmap UserFilter::matching(const Pool &pool, const Columns &columns) const
{
    if (m_field == "loggedInApps"_L1)
        return signedInToAny(pool);
    if (m_field == "department"_L1)
        return inDepartments(pool);
    if (m_operator.endsWith("EQUAL"_L1))
        return equal(pool, m_value);
    if (m_operator.endsWith("CONTAINS"_L1))
        return containing(pool, columns);
    if (m_operator.endsWith("NULL"_L1))
        return present(pool);
    return m_operator == "IN"_L1 ? anyEqual(pool) : inRange(pool);
}

Bitmap UserFilter::equal(const Pool &pool, const QJsonValue &value) const
{
    const std::optional<UserField> field = UserValues::textField(m_field);
    if (field && *field != UserField::Name && *field != UserField::Nickname) {
        Bitmap result(pool.users().count());
        const QList<quint32> users = pool.users().matches(*field, value.toString().toUtf8());
        std::ranges::for_each(users, [&result](quint32 user) { result.set(user); });
        return result;
    }
    if (m_field == "identity"_L1) {
        Bitmap result(pool.users().count());
        if (const auto user = pool.users().byIdentity(value.toString().toUtf8()))
            result.set(*user);
        return result;
    }
    const UserValue wanted = converted(value);
    return everyoneWho(pool, [&](quint32 user) { return UserValues::value(pool, user, m_field) == wanted; });
}

Bitmap UserFilter::anyEqual(const Pool &pool) const
{
    Bitmap result(pool.users().count(), true);
    const QJsonArray values = m_value.toArray();
    // Everyone, less those who equal none: a union by way of its complement.
    for (const auto value : values) {
        Bitmap others = equal(pool, value);
        others.invert();
        result.intersect(others);
    }
    result.invert();
    return result;
}

Bitmap UserFilter::containing(const Pool &pool, const Columns &columns) const
{
    const QByteArray needle = m_value.toString().toLower().toUtf8();
    if (const std::optional<UserField> field = UserValues::textField(m_field)) {
        Bitmap result(pool.users().count(), needle.isEmpty());
        if (!needle.isEmpty())
            columns.at(*field).addMatches(result, needle);
        return result;
    }
    return everyoneWho(pool, [&](quint32 user) {
        const UserValue value = UserValues::value(pool, user, m_field);
        const auto *const text = std::get_if<QByteArray>(&value);
        return text != nullptr && text->toLower().contains(needle);
    });
}

Bitmap UserFilter::present(const Pool &pool) const
{
    return everyoneWho(pool,
                       [&](quint32 user) { return UserValues::value(pool, user, m_field).index() != 0; });
}

Bitmap UserFilter::inRange(const Pool &pool) const
{
    const bool isBetweenTest = m_operator == "BETWEEN"_L1;
    const UserValue low = m_operator == "GREATER"_L1 ? converted(m_value)
                          : isBetweenTest            ? converted(m_value.toArray().at(0))
                                                     : UserValue();
    const UserValue high = m_operator == "LESSER"_L1 ? converted(m_value)
                           : isBetweenTest           ? converted(m_value.toArray().at(1))
                                                     : UserValue();
    return everyoneWho(
        pool, [&](quint32 user) { return isBetween(UserValues::value(pool, user, m_field), low, high); });
}

Bitmap UserFilter::inDepartments(const Pool &pool) const
{
    Bitmap result(pool.users().count());
    const QJsonArray wanted = m_value.toArray();
    for (const auto each : wanted) {
        const QJsonObject department = each.toObject();
        const std::optional<int> top =
            Departments::find(department.value("departmentId"_L1).toString().toLatin1());
        if (!top ||
            department.value("organizationCode"_L1).toString().toLatin1() != Departments::organizationCode)
            continue;
        const bool isDeep = department.value("includeChildrenDepartments"_L1).toBool();
        for (quint32 user = 0; user < pool.users().count(); ++user) {
            const int place = Departments::of(pool.users(), user);
            if (place == *top || (isDeep && Departments::isWithin(place, *top)))
                result.set(user);
        }
    }
    return result;
}

Bitmap UserFilter::signedInToAny(const Pool &pool) const
{
    const QJsonArray wanted = m_value.isArray() ? m_value.toArray() : QJsonArray{m_value};
    QList<int> apps;
    for (const auto value : wanted) {
        if (const std::optional<int> app = pool.applications().find(value.toString().toUtf8()))
            apps.append(*app);
    }
    return everyoneWho(pool, [&](quint32 user) {
        return std::ranges::any_of(apps, [&](int app) { return pool.hasUsed(user, app); });
    });
}

} // namespace Simulated

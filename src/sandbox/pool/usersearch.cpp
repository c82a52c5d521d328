// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/usersearch.h"

#include "sandbox/pool/uservalue.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr qsizetype maximumKept = 8;

constexpr std::array searchedFields{
    UserField::Id,         UserField::Phone, UserField::Email,    UserField::Username,
    UserField::ExternalId, UserField::Name,  UserField::Nickname,
};

constexpr std::array searchedByDefault{
    UserField::Phone, UserField::Email, UserField::Name, UserField::Username, UserField::Nickname,
};

/// What a query depends on, in one text.
QByteArray cacheKey(const QJsonObject &parameters)
{
    const QJsonObject options = parameters.value("options"_L1).toObject();
    const QJsonArray parts{parameters.value("keywords"_L1), parameters.value("advancedFilter"_L1),
                           options.value("fuzzySearchOn"_L1), options.value("sort"_L1)};
    return QJsonDocument(parts).toJson(QJsonDocument::Compact);
}

bool isSoundSort(const QJsonObject &item)
{
    const QString order = item.value("order"_L1).toString();
    return UserValues::isSortable(item.value("field"_L1).toString()) &&
           (order == "asc"_L1 || order == "desc"_L1 || order.isEmpty());
}

} // namespace

UserSearch::UserSearch(const Pool &pool)
    : m_pool(pool)
{
}

const Columns &UserSearch::columns()
{
    if (m_columns.empty()) {
        for (const UserField field : searchedFields)
            m_columns.emplace(field, Column(m_pool.users(), field));
    }
    return m_columns;
}

void UserSearch::updateNames()
{
    if (m_columns.erase(UserField::Name) > 0)
        m_columns.emplace(UserField::Name, Column(m_pool.users(), UserField::Name));
    forget();
}

void UserSearch::updateContacts()
{
    for (const UserField field :
         {UserField::Phone, UserField::Email, UserField::Username, UserField::ExternalId}) {
        if (m_columns.erase(field) > 0)
            m_columns.emplace(field, Column(m_pool.users(), field));
    }
    forget();
}

QString UserSearch::problem(const QJsonObject &parameters)
{
    const QJsonArray conditions = parameters.value("advancedFilter"_L1).toArray();
    for (const auto condition : conditions) {
        QString problem = UserFilter(condition.toObject()).problem();
        if (!problem.isEmpty())
            return problem;
    }
    const QJsonArray sort = parameters.value("options"_L1).toObject().value("sort"_L1).toArray();
    const bool isSound =
        std::ranges::all_of(sort, [](const QJsonValue &item) { return isSoundSort(item.toObject()); });
    return isSound ? QString() : u"sort"_s;
}

std::shared_ptr<const Selection> UserSearch::find(const QJsonObject &parameters)
{
    const QByteArray key = cacheKey(parameters);
    const auto kept = std::ranges::find(m_kept, key, &decltype(m_kept)::value_type::first);
    if (kept != m_kept.end())
        return kept->second;
    Bitmap found = matching(parameters);
    const QJsonArray sort = parameters.value("options"_L1).toObject().value("sort"_L1).toArray();
    auto result = sort.isEmpty() ? std::make_shared<const Selection>(std::move(found))
                                 : std::make_shared<const Selection>(found, ordered(found, sort));
    if (m_kept.size() >= maximumKept)
        m_kept.removeFirst();
    m_kept.append({key, result});
    return result;
}

Bitmap UserSearch::matching(const QJsonObject &parameters)
{
    Bitmap result = matchingKeywords(parameters.value("keywords"_L1).toString(),
                                     parameters.value("options"_L1).toObject());
    const QJsonArray conditions = parameters.value("advancedFilter"_L1).toArray();
    for (const auto condition : conditions)
        UserFilter(condition.toObject()).apply(result, m_pool, columns());
    return result;
}

Bitmap UserSearch::matchingKeywords(const QString &keywords, const QJsonObject &options)
{
    const QByteArray needle = keywords.trimmed().toLower().toUtf8();
    Bitmap result(m_pool.users().count(), needle.isEmpty());
    if (needle.isEmpty())
        return result;
    const QJsonArray names = options.value("fuzzySearchOn"_L1).toArray();
    if (names.isEmpty()) {
        for (const UserField field : searchedByDefault)
            columns().at(field).addMatches(result, needle);
    }
    for (const auto name : names) {
        if (const std::optional<UserField> field = UserValues::textField(name.toString()))
            columns().at(*field).addMatches(result, needle);
    }
    return result;
}

std::vector<quint32> UserSearch::ordered(const Bitmap &found, const QJsonArray &sort) const
{
    std::vector<quint32> order;
    order.reserve(found.count());
    found.visit(0, found.size(), [&order](quint32 user) { order.push_back(user); });
    // A stable sort by each key, the least important first, sorts by all of them.
    for (qsizetype key = sort.size() - 1; key >= 0; --key) {
        const QJsonObject item = sort.at(key).toObject();
        const QString field = item.value("field"_L1).toString();
        // Values stay where they are; only positions move.
        std::vector<UserValue> values;
        values.reserve(order.size());
        for (const quint32 user : order)
            values.push_back(UserValues::value(m_pool, user, field));
        std::vector<size_t> positions(order.size());
        std::iota(positions.begin(), positions.end(), size_t(0));
        const bool isDescending = item.value("order"_L1).toString() == "desc"_L1;
        std::ranges::stable_sort(positions, [&values, isDescending](size_t left, size_t right) {
            return isDescending ? values[right] < values[left] : values[left] < values[right];
        });
        std::vector<quint32> sorted(order.size());
        std::ranges::transform(positions, sorted.begin(),
                               [&order](size_t position) { return order[position]; });
        order = std::move(sorted);
    }
    return order;
}

} // namespace Simulated

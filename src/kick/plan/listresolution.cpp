// SPDX-License-Identifier: Apache-2.0
#include "kick/plan/listresolution.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct BucketInfo
{
    ListBucket bucket;
    QLatin1StringView wireName;
    const char *label;
};

constexpr std::array bucketTable{
    BucketInfo{ListBucket::Found, "found"_L1, QT_TRANSLATE_NOOP("ListBucket", "Found")},
    BucketInfo{ListBucket::Suspended, "suspended"_L1,
               QT_TRANSLATE_NOOP("ListBucket", "Not an active account")},
    BucketInfo{ListBucket::Protected, "protected"_L1, QT_TRANSLATE_NOOP("ListBucket", "Protected")},
    BucketInfo{ListBucket::Several, "several"_L1, QT_TRANSLATE_NOOP("ListBucket", "Several matches")},
    BucketInfo{ListBucket::NotFound, "not_found"_L1, QT_TRANSLATE_NOOP("ListBucket", "Not found")},
    BucketInfo{ListBucket::Duplicate, "duplicate"_L1, QT_TRANSLATE_NOOP("ListBucket", "Duplicate, merged")},
    BucketInfo{ListBucket::Blank, "blank"_L1, QT_TRANSLATE_NOOP("ListBucket", "Blank, skipped")},
    BucketInfo{ListBucket::Malformed, "malformed"_L1, QT_TRANSLATE_NOOP("ListBucket", "Malformed")},
    BucketInfo{ListBucket::Failed, "failed"_L1, QT_TRANSLATE_NOOP("ListBucket", "Could not be looked up")},
};

const BucketInfo &info(ListBucket bucket)
{
    return *std::ranges::find(bucketTable, bucket, &BucketInfo::bucket);
}

/// The earlier rows that later ones may repeat.
struct Seen
{
    QHash<QString, const ListRow *> texts;
    QHash<QString, const ListRow *> users;
};

ListBucket bucketOfUser(const ListRow &row)
{
    const ListUser &user = row.matches.constFirst();
    if (row.protection != Protection::None || user.protection != Protection::None)
        return ListBucket::Protected;
    const bool isActive = user.status == UserStatus::Activated || user.status == UserStatus::Unknown;
    return isActive ? ListBucket::Found : ListBucket::Suspended;
}

/// The row that has @p key already; else none, and it is @p row from now on.
const ListRow *firstWith(QHash<QString, const ListRow *> &seen, const QString &key, const ListRow &row)
{
    const auto known = seen.constFind(key);
    if (known != seen.cend())
        return *known;
    seen.insert(key, &row);
    return nullptr;
}

ListBucket bucketOf(ListRow &row, std::optional<IdType> idType, Seen &seen)
{
    row.duplicateOf = 0;
    row.duplicateFile.clear();
    if (row.fault == IdFault::Blank)
        return ListBucket::Blank;
    if (row.fault && row.fault != IdFault::ForeignCountryCode)
        return ListBucket::Malformed;
    const ListRow *first = firstWith(seen.texts, IdLists::key(row.value, row.countryCode, idType), row);
    if (first == nullptr && row.matches.size() == 1)
        first = firstWith(seen.users, row.matches.constFirst().userId, row);
    if (first != nullptr) {
        row.duplicateOf = first->number;
        row.duplicateFile = first->file;
        return ListBucket::Duplicate;
    }
    if (row.failure)
        return ListBucket::Failed;
    if (!row.isLookedUp)
        return row.protection == Protection::None ? ListBucket::Found : ListBucket::Protected;
    if (row.matches.isEmpty())
        return ListBucket::NotFound;
    return row.matches.size() > 1 ? ListBucket::Several : bucketOfUser(row);
}

} // namespace

QList<ListBucket> ListBuckets::all()
{
    QList<ListBucket> result;
    for (const BucketInfo &row : bucketTable)
        result.append(row.bucket);
    return result;
}

QString ListBuckets::wireName(ListBucket bucket)
{
    return info(bucket).wireName;
}

QString ListBuckets::label(ListBucket bucket)
{
    return QCoreApplication::translate("ListBucket", info(bucket).label);
}

QString ListBuckets::hint(const ListRow &row)
{
    if (row.bucket != ListBucket::NotFound || !row.value.contains(u'\\'))
        return {};
    return QCoreApplication::translate(
        "ListBucket", "The name has a domain in front. Enter the part behind the backslash.");
}

ListResolution ListResolutions::ofUsers(const QList<ListUser> &users)
{
    ListResolution resolution{.idType = IdType::UserId};
    resolution.rows.reserve(users.size());
    for (const ListUser &user : users)
        resolution.rows.append({.number = resolution.rows.size() + 1,
                                .text = ServerText(user.userId),
                                .value = user.userId,
                                .matches = {user}});
    settle(resolution);
    return resolution;
}

void ListResolutions::settle(ListResolution &resolution)
{
    Seen seen;
    seen.texts.reserve(resolution.rows.size());
    seen.users.reserve(resolution.rows.size());
    for (ListRow &row : resolution.rows)
        row.bucket = bucketOf(row, resolution.idType, seen);
}

QHash<ListBucket, qsizetype> ListResolutions::counts(const ListResolution &resolution)
{
    QHash<ListBucket, qsizetype> result;
    for (const BucketInfo &row : bucketTable)
        result.insert(row.bucket, 0);
    for (const ListRow &row : resolution.rows) {
        if (!row.isRemoved)
            ++result[row.bucket];
    }
    return result;
}

ListSum ListResolutions::sum(const ListResolution &resolution)
{
    ListSum sum{.lines = resolution.headings + resolution.blankLines + resolution.rows.size(),
                .headings = resolution.headings,
                .blank = resolution.blankLines};
    for (const ListRow &row : resolution.rows) {
        switch (row.bucket) {
        case ListBucket::Blank:
            ++sum.blank;
            break;
        case ListBucket::Duplicate:
            ++sum.merged;
            break;
        case ListBucket::Malformed:
            ++sum.refused;
            break;
        case ListBucket::Found:
        case ListBucket::Suspended:
        case ListBucket::Protected:
        case ListBucket::Several:
        case ListBucket::NotFound:
        case ListBucket::Failed:
            ++sum.users;
            break;
        }
    }
    return sum;
}

bool ListResolutions::isPlanned(const ListRow &row)
{
    if (row.isRemoved || row.isOffline)
        return false;
    return row.bucket == ListBucket::Found || row.bucket == ListBucket::Suspended ||
           (row.bucket == ListBucket::Protected && !row.overrideReason.isEmpty());
}

ListResolution ListResolutions::leftOut(const ListResolution &resolution, const QList<qsizetype> &offline)
{
    ListResolution result{.idType = resolution.idType};
    auto next = offline.cbegin();
    for (qsizetype place = 0; place < resolution.rows.size(); ++place) {
        ListRow row = resolution.rows.at(place);
        if (next != offline.cend() && *next == place) {
            row.isOffline = true;
            ++next;
        }
        if (!isPlanned(row) && row.bucket != ListBucket::Blank && row.bucket != ListBucket::Duplicate)
            result.rows.append(row);
    }
    return result;
}

void ListResolutions::setRemoved(ListResolution &resolution, qsizetype index, bool isRemoved)
{
    resolution.rows[index].isRemoved = isRemoved;
}

void ListResolutions::choose(ListResolution &resolution, qsizetype index, const QString &userId)
{
    const QList<ListUser> &matches = resolution.rows.at(index).matches;
    const auto chosen = std::ranges::find(matches, userId, &ListUser::userId);
    if (chosen == matches.end())
        return;
    resolution.rows[index].matches = {*chosen};
    settle(resolution);
}

void ListResolutions::setOverrideReason(ListResolution &resolution, qsizetype index, const QString &reason)
{
    resolution.rows[index].overrideReason = reason.trimmed();
}

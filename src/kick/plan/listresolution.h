// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/idlist.h"
#include "core/values/error.h"
#include "core/values/profile.h"
#include "kick/pool/listuser.h"

#include <QHash>
#include <QList>

#include <optional>

/// Where a row of a list ends up; each row is in exactly one.
enum class ListBucket {
    Found,
    /// Found, and not an active account: suspended, deactivated, resigned or archived. Such an account may
    /// still have sessions, so it is planned like any other.
    Suspended,
    /// Left out, unless a reason is given for each.
    Protected,
    /// More than one user; none until one is chosen.
    Several,
    NotFound,
    /// Leads to the user of an earlier row.
    Duplicate,
    Blank,
    Malformed,
    /// Could not be looked up; ListRow::failure says why.
    Failed,
};

/// One row of a list, and who it turned out to mean.
struct ListRow
{
    qint64 number = 0;
    /// As it stands in the list.
    ServerText text;
    /// What is looked up.
    QString value;
    QString countryCode;
    ListBucket bucket = ListBucket::NotFound;
    /// Why it is malformed; for a number that only another country has, why it is not found.
    std::optional<IdFault> fault;
    std::optional<ErrorCode> failure;
    /// The earlier row with the same text or user; 0 when there is none.
    qint64 duplicateOf = 0;
    /// Names of the files of this row and of the earlier one; empty where the list comes from one file.
    QString file;
    QString duplicateFile;
    /// Who carries the value; more than one where the row needs a choice.
    QList<ListUser> matches;
    /// Protection of the text itself.
    Protection protection = Protection::None;
    /// False where the key cannot look users up: the text is sent as it is.
    bool isLookedUp = true;
    bool isRemoved = false;
    /// Online nowhere, in a list for users who are online: the plan leaves the row out.
    bool isOffline = false;
    /// Why a protected user is planned all the same.
    QString overrideReason;
};

/// A list whose rows are looked up.
struct ListResolution
{
    /// Nothing: several types were tried.
    std::optional<IdType> idType;
    QList<ListRow> rows;
    /// IdList::headings and IdList::blankLines.
    qsizetype headings = 0;
    qsizetype blankLines = 0;
    /// Phones were looked up without search, so that equal numbers of two countries could not both be seen.
    bool isUniquenessUnproved = false;
};

namespace ListBuckets {

QList<ListBucket> all();

/// For JSON and files, such as "not_found".
QString wireName(ListBucket bucket);

/// The words shown to people.
QString label(ListBucket bucket);

/// What may stand in the way of a row that is not found, in words; empty where nothing is known.
QString hint(const ListRow &row);

} // namespace ListBuckets

namespace ListResolutions {

/// A list of users that are known already: ticked in a search, or online in an application.
ListResolution ofUsers(const QList<ListUser> &users);

/// Puts every row into its bucket again, by what is known of it.
void settle(ListResolution &resolution);

/// Rows in each bucket, removed ones left out; every bucket is there.
QHash<ListBucket, qsizetype> counts(const ListResolution &resolution);

/// How the lines of the list add up by now; removed rows count as what they are.
ListSum sum(const ListResolution &resolution);

/// True when the row's user is part of a plan.
bool isPlanned(const ListRow &row);

/// The rows whose users no plan signs out: those that are not planned and, from @p offline, those online
/// nowhere. @p offline has places in ListResolution::rows, rising. Blank rows and repetitions of a row are no
/// users.
ListResolution leftOut(const ListResolution &resolution, const QList<qsizetype> &offline);

/// Takes the row at @p index, and with it its user, out of the plan, or back in.
void setRemoved(ListResolution &resolution, qsizetype index, bool isRemoved);

/// Decides which of the matches the row means; nothing happens when @p userId is none of them.
void choose(ListResolution &resolution, qsizetype index, const QString &userId);

/// Plans a protected user all the same.
void setOverrideReason(ListResolution &resolution, qsizetype index, const QString &reason);

} // namespace ListResolutions

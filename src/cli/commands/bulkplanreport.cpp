// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/bulkplanreport.h"

#include "cli/io/texttable.h"
#include "core/list/listsums.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Rows left out that a screen shows.
constexpr qsizetype shownRows = 20;

QString reasonText(const ListRow &row)
{
    if (row.isOffline)
        return BulkPlanReport::tr("online nowhere");
    if (row.fault)
        return IdTypes::faultText(*row.fault);
    if (row.failure)
        return errorText({.code = *row.failure, .isRead = true});
    if (const QString hint = ListBuckets::hint(row); !hint.isEmpty())
        return hint;
    QStringList users;
    for (const ListUser &user : row.matches)
        users << user.name.plain() + u' ' + user.userId;
    return users.join(u", "_s);
}

QJsonObject rowJson(const ListRow &row)
{
    QJsonObject object{{u"row"_s, row.number},
                       {u"text"_s, row.text.verbatim()},
                       {u"bucket"_s, ListBuckets::wireName(row.bucket)}};
    if (!row.file.isEmpty())
        object.insert("file"_L1, row.file);
    if (row.isOffline)
        object.insert("reason"_L1, u"offline"_s);
    else if (row.fault)
        object.insert("reason"_L1, IdLists::reasonName(*row.fault));
    else if (row.failure)
        object.insert("reason"_L1, errorCodeName(*row.failure));
    if (row.bucket == ListBucket::Several) {
        QJsonArray userIds;
        for (const ListUser &user : row.matches)
            userIds.append(user.userId);
        object.insert("userIds"_L1, userIds);
    }
    return object;
}

} // namespace

BulkPlanReport::BulkPlanReport(QString file, const ListResolution &resolution, const PlannedList &planned)
    : m_file(std::move(file))
    , m_resolution(resolution)
    , m_summary(ListPlans::summary(planned.plan))
    , m_expectedTime(ListPlans::expectedTime(m_summary, planned.latency))
    , m_offlineRows(planned.offlineRows.size())
    , m_leftOut(ListResolutions::leftOut(resolution, planned.offlinePlaces))
    , m_isPoolProved(!planned.plan.poolId.isEmpty())
{
}

QJsonObject BulkPlanReport::json() const
{
    const auto isTyped = [](const ListRow &row) { return !row.isLookedUp; };
    QJsonObject object{{u"command"_s, u"bulk plan"_s},
                       {u"plan"_s, m_file},
                       {u"total"_s, m_resolution.rows.size()},
                       {u"lookedUp"_s, std::ranges::none_of(m_resolution.rows, isTyped)},
                       {u"uniquenessProved"_s, !m_resolution.isUniquenessUnproved},
                       {u"poolProved"_s, m_isPoolProved},
                       {u"users"_s, m_summary.users},
                       {u"applications"_s, m_summary.applications},
                       {u"liveSessions"_s, m_summary.liveSessions},
                       {u"uncheckedSessions"_s, m_summary.uncheckedSessions},
                       {u"offlineUsers"_s, m_offlineRows},
                       {u"kickRequests"_s, m_summary.kickRequests},
                       {u"proofRequests"_s, m_summary.proofRequests}};
    if (m_expectedTime)
        object.insert("expectedSeconds"_L1, qint64(m_expectedTime->count()));
    const auto counts = ListResolutions::counts(m_resolution);
    for (const ListBucket bucket : ListBuckets::all())
        object.insert(ListBuckets::wireName(bucket), counts.value(bucket));
    QJsonArray leftOut;
    for (const ListRow &row : m_leftOut.rows)
        leftOut.append(rowJson(row));
    object.insert("leftOut"_L1, leftOut);
    const ListSum sum = ListResolutions::sum(m_resolution);
    object.insert("lines"_L1, sum.lines);
    object.insert("headings"_L1, sum.headings);
    object.insert("blank"_L1, sum.blank);
    object.insert("merged"_L1, sum.merged);
    object.insert("refused"_L1, sum.refused);
    object.insert("lookedUpRows"_L1, sum.users);
    return object;
}

QString BulkPlanReport::text() const
{
    QStringList parts{ListSums::text(ListResolutions::sum(m_resolution))};
    TextTable buckets({tr("Rows"), tr("Number")});
    const auto counts = ListResolutions::counts(m_resolution);
    for (const ListBucket bucket : ListBuckets::all()) {
        if (const qsizetype count = counts.value(bucket); count > 0)
            buckets.add({ListBuckets::label(bucket), QString::number(count)});
    }
    parts << buckets.text();

    TextTable rows;
    const qsizetype leftOut = m_leftOut.rows.size();
    for (const ListRow &row : m_leftOut.rows.first(std::min(leftOut, shownRows))) {
        rows.add({row.file.isEmpty()
                      ? tr("row %1").arg(row.number)
                      : tr("%1, row %2").arg(ServerText(row.file).plain(), QString::number(row.number)),
                  row.text.plain(), ListBuckets::label(row.bucket), reasonText(row)});
    }
    if (leftOut > 0)
        parts << tr("Left out:") << rows.text(u"  "_s);
    if (leftOut > shownRows)
        parts << u"  "_s + tr("and %Ln more row(s); --json shows them all", nullptr,
                              static_cast<int>(leftOut - shownRows));
    if (std::ranges::any_of(m_resolution.rows, [](const ListRow &row) { return !row.isLookedUp; }))
        parts << tr("This key may not look users up: the identifiers will be sent as they are typed.");
    if (m_resolution.isUniquenessUnproved)
        parts << tr("This key may not search: equal phone numbers of two countries could not be told apart.");

    TextTable plan;
    plan.add({tr("Users"), QString::number(m_summary.users)});
    plan.add({tr("Applications"), QString::number(m_summary.applications)});
    plan.add({tr("Live sessions"), QString::number(m_summary.liveSessions)});
    plan.add({tr("Sessions that could not be checked"), QString::number(m_summary.uncheckedSessions)});
    plan.add({tr("Users who are online nowhere"), QString::number(m_offlineRows)});
    plan.add({tr("Requests, and at most so many to prove them"),
              u"%1 + %2"_s.arg(QString::number(m_summary.kickRequests),
                               QString::number(m_summary.proofRequests))});
    if (m_expectedTime)
        plan.add(
            {tr("Expected time"), tr("%Ln second(s)", nullptr, static_cast<int>(m_expectedTime->count()))});
    parts << plan.text() << tr("The plan is in %1. Nothing was sent.").arg(m_file);
    return parts.join(u'\n');
}

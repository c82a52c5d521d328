// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyqueries.h"

#include "core/values/pinyin.h"
#include "store/history/historyrows.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Rows that are looked at before the read asks whether it is still wanted.
constexpr qint64 sliceRows = 20'000;

/// Where a text is looked for.
constexpr std::array searchedColumns{
    "i.target_name"_L1, "i.user_id"_L1,    "i.target_user_id"_L1, "i.target_contact"_L1, "j.ticket"_L1,
    "j.reason"_L1,      "i.request_id"_L1, "j.operator"_L1,       "j.os_user"_L1,
};

Error unreadable(const Database &database)
{
    return {.kind = ErrorKind::NotSent,
            .code = ErrorCode::JournalUnreadable,
            .detail = ServerText(database.file())};
}

/// A pattern for LIKE that finds @p text itself wherever it stands.
QString pattern(QString text)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        text.replace(special, QString(u'\\') + special);
    return u'%' + text + u'%';
}

/// All that is searched, as one text; no text that is typed goes across a line end.
QString searchedText()
{
    QStringList texts;
    for (const QLatin1StringView column : searchedColumns)
        texts.append(u"coalesce(%1, '')"_s.arg(column));
    return u'(' + texts.join(u" || char(10) || "_s) + u')';
}

/// The part of a WHERE that a filter makes, and its values.
class Condition
{
public:
    explicit Condition(const HistoryFilter &filter)
    {
        // The plus keeps the order of the numbers: going through them newest first ends with the first full
        // page.
        if (filter.since.isValid())
            add(u"+i.created_at >= ?"_s, {filter.since.toMSecsSinceEpoch()});
        if (filter.until.isValid())
            add(u"+i.created_at < ?"_s, {filter.until.toMSecsSinceEpoch()});
        if (filter.outcome)
            addOutcome(*filter.outcome);
        if (filter.jobId != 0)
            add(u"i.job_id = ?"_s, {filter.jobId});
        if (!filter.userId.isEmpty())
            add(u"i.target_user_id = ?"_s, {filter.userId});
        if (!filter.anyId.isEmpty())
            add(u"(i.target_user_id = ? OR +i.user_id IN (?, ?))"_s,
                {filter.anyId, filter.anyId, JournalText::masked(IdType::Username, filter.anyId)});
        if (!filter.text.isEmpty())
            addText(filter.text);
    }

    QString sql() const { return m_terms.isEmpty() ? QString() : u" AND "_s + m_terms.join(u" AND "_s); }

    /// Binds the values to the places of @p query from @p place on.
    void bind(SqlStatement *query, int place) const
    {
        for (const SqlValue &value : m_values)
            query->bindAt(place++, value);
    }

private:
    void add(const QString &term, const QList<SqlValue> &values)
    {
        m_terms.append(term);
        m_values += values;
    }

    void addOutcome(KickOutcome outcome)
    {
        const QStringList states = HistoryRows::openStates(outcome);
        const QStringList marks(states.size(), u"?"_s);
        QList<SqlValue> values{KickOutcomes::wireName(outcome)};
        for (const QString &state : states)
            values.append(state);
        add(u"(i.outcome = ? OR (i.outcome = '' AND i.state IN (%1)))"_s.arg(marks.join(u", "_s)), values);
    }

    void addText(const QString &text)
    {
        QStringList likes;
        for (const QLatin1StringView column : searchedColumns)
            likes.append(column + uR"( LIKE ? ESCAPE '\')"_s);
        // Rows with Chinese characters are looked at one by one.
        if (Pinyin::isTyped(text))
            likes.append(searchedText() + u" GLOB '*[\u3400-\u9FFF]*'"_s);
        add(u'(' + likes.join(u" OR "_s) + u')',
            QList<SqlValue>(static_cast<qsizetype>(searchedColumns.size()), pattern(text)));
    }

    QStringList m_terms;
    QList<SqlValue> m_values;
};

/// The numbers between which everything lies that a filter can find: from first on, below end.
struct Range
{
    qint64 first = 0;
    qint64 end = 0;
};

/// The range of the kicks of @p filter's time; nothing when it cannot be read.
std::optional<Range> rangeOf(const Database &database, const HistoryFilter &filter)
{
    const bool isTimed = filter.since.isValid() || filter.until.isValid();
    SqlStatement query = database.connection().prepare(
        filter.jobId != 0 ? u"SELECT MIN(id), MAX(id) FROM items WHERE job_id = ?"_s
        : isTimed         ? u"SELECT MIN(id), MAX(id) FROM items WHERE created_at >= ? AND created_at < ?"_s
                          : u"SELECT (SELECT MIN(id) FROM items), (SELECT MAX(id) FROM items)"_s);
    if (filter.jobId != 0)
        query.bind(filter.jobId);
    else if (isTimed)
        query.bind(filter.since.isValid() ? filter.since.toMSecsSinceEpoch() : qint64(0),
                   filter.until.isValid() ? filter.until.toMSecsSinceEpoch()
                                          : std::numeric_limits<qint64>::max());
    if (!query.next())
        return {};
    if (query.isNull(0))
        return Range();
    const qint64 last = query.number(1);
    return Range{.first = query.number(0),
                 .end = last == std::numeric_limits<qint64>::max() ? last : last + 1};
}

/// True where the row on which @p query stands has @p text, which Condition has left open for Chinese rows.
bool isFound(const SqlStatement &query, const QString &text)
{
    if (text.isEmpty() || !Pinyin::isTyped(text))
        return true;
    const QString searched = query.text(query.columnCount() - 1);
    return searched.contains(text, Qt::CaseInsensitive) || Pinyin::contains(searched, text);
}

/// The next lower limit of a slice below @p end: numbers that do not exist are skipped.
qint64 sliceBelow(const Database &database, qint64 end)
{
    SqlStatement query = database.connection().prepare(u"SELECT MAX(id) FROM items WHERE id < ?"_s);
    query.bind(end);
    const qint64 newest = query.next() ? query.number(0) : 0;
    return std::max(std::numeric_limits<qint64>::min() + sliceRows, newest) - sliceRows + 1;
}

} // namespace

Result<HistorySlice> HistoryQueries::page(const Database &database, const HistoryFilter &filter,
                                          qint64 beforeItemId, int limit, const IsWanted &isWanted)
{
    const auto range = rangeOf(database, filter);
    if (!range)
        return unreadable(database);
    const Condition condition(filter);
    // Also an item whose job somebody has removed is shown.
    SqlStatement query = database.connection().prepare(
        u"SELECT %1, %2 FROM items i LEFT JOIN jobs j ON j.id = i.job_id WHERE i.id >= ? AND i.id < ?%3 "
        "ORDER BY i.id DESC"_s.arg(HistoryRows::itemColumns(), searchedText(), condition.sql()));
    HistorySlice page;
    // One more than asked for tells whether there are more.
    const qsizetype enough = qsizetype(limit) + 1;
    qint64 end = beforeItemId > 0 ? std::min(beforeItemId, range->end) : range->end;
    while (end > range->first && page.items.size() < enough && isWanted()) {
        const qint64 first = std::max(range->first, sliceBelow(database, end));
        query.bind(first, end);
        constexpr int firstOfCondition = 3;
        condition.bind(&query, firstOfCondition);
        while (page.items.size() < enough && query.next()) {
            if (isFound(query, filter.text))
                page.items.append(HistoryRows::item(query));
        }
        if (query.hasFailed())
            return unreadable(database);
        query.reset();
        end = first;
    }
    page.hasMore = page.items.size() > limit;
    if (page.hasMore)
        page.items.resize(limit);
    return page;
}

Result<HistoryDetail> HistoryQueries::detail(const Database &database, qint64 itemId)
{
    HistoryDetail detail;
    SqlStatement items = database.connection().prepare(
        u"SELECT %1 FROM items i LEFT JOIN jobs j ON j.id = i.job_id WHERE i.id = ?"_s.arg(
            HistoryRows::itemColumns()));
    items.bind(itemId);
    if (items.next())
        detail.item = HistoryRows::item(items);
    SqlStatement attempts = database.connection().prepare(
        u"SELECT %1 FROM attempts WHERE item_id = ? ORDER BY id"_s.arg(HistoryRows::attemptColumns()));
    attempts.bind(itemId);
    while (attempts.next())
        detail.attempts.append(HistoryRows::attempt(attempts));
    if (items.hasFailed() || attempts.hasFailed())
        return unreadable(database);
    return detail;
}

Result<ChainHead> HistoryQueries::head(const Database &database)
{
    SqlStatement query =
        database.connection().prepare(u"SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1"_s);
    if (query.next())
        return ChainHead{.eventCount = query.number(0), .hash = query.utf8(1)};
    if (query.hasFailed())
        return unreadable(database);
    return ChainHead();
}

Result<QList<HistoryTally>> HistoryQueries::count(const Database &database, const HistoryScope &scope)
{
    QStringList without;
    for (const qint64 itemId : scope.without)
        without << QString::number(itemId);
    // The column apps is compact JSON that this program has written.
    SqlStatement query = database.connection().prepare(
        u"SELECT i.outcome, i.state, instr(i.apps, ?) > 0, instr(i.apps, ?) > 0, i.relogin <> '', "
        "i.%1, COUNT(*) FROM items i JOIN jobs j ON j.id = i.job_id WHERE i.created_at >= ? AND "
        "j.host = ? AND j.key_id = ? AND i.id NOT IN (%2) GROUP BY 1, 2, 3, 4, 5, 6"_s.arg(
            HistoryRows::isPostponed(), without.join(u", "_s)));
    const auto after = [](SessionState state) {
        return QString(uR"("after":"%1")"_s.arg(SessionStates::wireName(state)));
    };
    query.bind(after(SessionState::Online), after(SessionState::Unknown), scope.since.toMSecsSinceEpoch(),
               scope.host, scope.keyId);
    QList<HistoryTally> result;
    while (query.next()) {
        int at = 0;
        const QString outcome = query.text(at++);
        HistoryTally tally{.outcome = HistoryRows::outcome(outcome, query.text(at++))};
        for (bool *is :
             {&tally.isAnyOnline, &tally.isAnyUnknown, &tally.hasSignedInAgain, &tally.isPostponed})
            *is = query.number(at++) != 0;
        tally.count = query.number(at);
        result.append(tally);
    }
    if (query.hasFailed())
        return unreadable(database);
    return result;
}

Result<QStringList> HistoryQueries::recordedRequests(const Database &database, const QStringList &requestIds)
{
    QStringList result;
    // The second condition lets SQLite use the index, which has no empty ones.
    SqlStatement query = database.connection().prepare(
        u"SELECT 1 FROM attempts WHERE request_id = ? AND request_id <> '' LIMIT 1"_s);
    for (const QString &requestId : requestIds) {
        query.bind(requestId);
        if (query.next())
            result << requestId;
        if (query.hasFailed())
            return unreadable(database);
    }
    return result;
}

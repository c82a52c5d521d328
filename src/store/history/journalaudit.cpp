// SPDX-License-Identifier: Apache-2.0
#include "store/history/journalaudit.h"

#include "store/journal/eventchain.h"
#include "store/journal/journalanchor.h"
#include "store/journal/journaltypes.h"
#include "store/journal/schemacheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

struct AuditedTable
{
    QLatin1StringView name;
    QLatin1StringView eventColumn;
};

constexpr std::array tables{
    AuditedTable{"jobs"_L1, "job_id"_L1},
    AuditedTable{"items"_L1, "item_id"_L1},
    AuditedTable{"attempts"_L1, "attempt_id"_L1},
};

constexpr qint64 stepsBetweenQuestions = 1000;

/// What an INSERT that names no value gives each column of @p table.
QHash<QString, SqlValue> defaults(const Database &database, const QString &table)
{
    QHash<QString, SqlValue> result;
    SqlStatement query =
        database.connection().prepare(u"SELECT name, dflt_value FROM pragma_table_info('%1')"_s.arg(table));
    while (query.next()) {
        const QString literal = query.text(1);
        SqlValue value;
        if (literal.startsWith(u'\''))
            value = literal.mid(1, literal.size() - 2);
        else if (!literal.isEmpty())
            value = literal.toLongLong();
        result.insert(query.text(0), value);
    }
    return result;
}

SqlValue valueOf(const QJsonValue &told)
{
    if (told.isDouble())
        return told.toInteger();
    return told.isString() ? SqlValue(told.toString()) : SqlValue();
}

constexpr qint64 noRow = std::numeric_limits<qint64>::max();

/// Rows that one event has made together, told one after the other.
class ToldRows
{
public:
    ToldRows() = default;
    ToldRows(qint64 firstId, QJsonArray rows)
        : m_nextId(firstId)
        , m_rows(std::move(rows))
    {
    }

    /// The number of the row that take() tells; noRow when all have been told.
    qint64 nextId() const { return m_at < m_rows.size() ? m_nextId : noRow; }

    QJsonObject take()
    {
        merge(m_rows.at(m_at++).toObject(), &m_told);
        ++m_nextId;
        return m_told;
    }

    static void merge(const QJsonObject &columns, QJsonObject *told)
    {
        for (auto column = columns.begin(); column != columns.end(); ++column)
            told->insert(column.key(), column.value());
    }

private:
    qint64 m_nextId = 0;
    QJsonArray m_rows;
    qsizetype m_at = 0;
    QJsonObject m_told;
};

/// Goes through a table and through its events side by side, both in the order of the row numbers, so that a
/// journal of any length fits into memory.
class TableAudit
{
public:
    TableAudit(const Database &database, const AuditedTable &table, const std::function<bool()> &isWanted)
        : m_name(table.name)
        , m_isWanted(isWanted)
        , m_defaults(defaults(database, table.name))
        , m_rows(database.connection().prepare(u"SELECT * FROM %1 ORDER BY id"_s.arg(m_name)))
        , m_events(database.connection().prepare(
              u"SELECT %1, data FROM events WHERE %1 > 0 ORDER BY %1, seq"_s.arg(table.eventColumn)))
        , m_isReadable(m_rows.isPrepared() && m_events.isPrepared())
    {
        for (int column = 0; m_isReadable && column < m_rows.columnCount(); ++column)
            m_columns.append(m_rows.columnName(column));
    }

    bool isReadable() const { return m_isReadable; }

    /// The number of the first row that differs; nothing when none does.
    std::optional<qint64> firstDifference()
    {
        bool hasEvent = m_events.next();
        bool hasRow = m_rows.next();
        for (qint64 step = 0; hasEvent || hasRow || m_toldRows.nextId() != noRow; ++step) {
            if (step % stepsBetweenQuestions == 0 && !m_isWanted()) {
                m_isReadable = false;
                return {};
            }
            const qint64 rowId = hasRow ? m_rows.number(column(u"id"_s)) : noRow;
            const qint64 eventId = hasEvent ? m_events.number(0) : noRow;
            const qint64 toldId = std::min(eventId, m_toldRows.nextId());
            if (rowId < toldId)
                return rowId;
            QJsonObject told;
            if (toldId == m_toldRows.nextId())
                told = m_toldRows.take();
            for (; hasEvent && m_events.number(0) == toldId; hasEvent = m_events.next())
                merge(toldId, &told);
            if (rowId != toldId || !isAsTold(told))
                return toldId;
            hasRow = m_rows.next();
        }
        m_isReadable = !m_rows.hasFailed() && !m_events.hasFailed();
        return {};
    }

private:
    /// Adds what the event says of the row @p id.
    void merge(qint64 id, QJsonObject *told)
    {
        const QJsonObject data = QJsonDocument::fromJson(m_events.utf8(1)).object();
        const QJsonValue columns = data.value(m_name);
        if (columns.isArray() && !columns.toArray().isEmpty()) {
            m_toldRows = ToldRows(id, columns.toArray());
            *told = m_toldRows.take();
        } else {
            ToldRows::merge(columns.toObject(), told);
        }
    }

    /// Where the schema is as it should be, which has been looked at before, each is there.
    int column(const QString &name) const { return static_cast<int>(m_columns.indexOf(name)); }

    bool isAsTold(const QJsonObject &told) const
    {
        for (int at = 0; at < m_columns.size(); ++at) {
            const QString &name = m_columns.at(at);
            if (name == "id"_L1)
                continue;
            // A column that no event has set still has its default.
            const SqlValue expected =
                told.contains(name) ? valueOf(told.value(name)) : m_defaults.value(name);
            // A number and its digits are two things, and so are NULL and an empty text.
            if (m_rows.value(at) != expected && !isUnmasked(name, told))
                return false;
        }
        return true;
    }

    /// While it may still be sent, an item keeps in full who is meant.
    bool isUnmasked(const QString &name, const QJsonObject &told) const
    {
        if (name != "user_id"_L1)
            return false;
        const auto outcome = KickOutcomes::fromWireName(m_rows.text(column(u"outcome"_s)));
        const bool isResolved = !m_rows.text(column(u"target_user_id"_s)).isEmpty();
        if (outcome && (isResolved || !JournalText::isRetryable(*outcome)))
            return false;
        const auto type = IdTypes::fromWireName(m_rows.text(column(u"user_id_type"_s)));
        return type && JournalText::masked(*type, m_rows.text(column(name))) == told.value(name).toString();
    }

    QString m_name;
    const std::function<bool()> &m_isWanted;
    QHash<QString, SqlValue> m_defaults;
    SqlStatement m_rows;
    SqlStatement m_events;
    QStringList m_columns;
    ToldRows m_toldRows;
    bool m_isReadable = false;
};

} // namespace

JournalVerdict JournalAudit::verify(const Database &database, const std::function<bool()> &isWanted)
{
    // What another process writes meanwhile must not be seen by one half only.
    const bool isFrozen = database.execute(u"BEGIN"_s);
    JournalVerdict verdict = isFrozen ? look(database) : JournalVerdict{.isReadable = false};
    const auto chain = verdict.isReadable ? EventChain::verify(database, isWanted) : std::nullopt;
    verdict.isReadable = chain.has_value();
    verdict.chain = chain.value_or(ChainVerdict());
    for (const AuditedTable &table : tables) {
        if (!verdict.isIntact())
            break;
        TableAudit audit(database, table, isWanted);
        const auto id = audit.isReadable() ? audit.firstDifference() : std::nullopt;
        verdict.isReadable = audit.isReadable();
        if (id) {
            verdict.alteredTable = table.name;
            verdict.alteredId = *id;
        }
    }
    (void)database.execute(u"COMMIT"_s);
    verdict.putAside = Database::filesAside(database.file());
    return verdict;
}

JournalVerdict JournalAudit::look(const Database &database)
{
    JournalVerdict verdict;
    // Read before any row: they can only be newer.
    const auto past = JournalAnchor::read(database.file());
    const auto difference = SchemaCheck::firstDifference(database);
    verdict.isReadable = difference.has_value();
    verdict.foreignObject = difference.value_or(QString());
    if (verdict.isReadable && past && !EventChain::contains(database, *past))
        verdict.missingSeq = past->newest.seq;
    return verdict;
}

JournalVerdict JournalAudit::verifyMissing(const QString &file)
{
    JournalVerdict verdict;
    if (const auto past = JournalAnchor::read(file))
        verdict.missingSeq = past->newest.seq;
    verdict.putAside = Database::filesAside(file);
    return verdict;
}

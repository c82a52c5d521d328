// SPDX-License-Identifier: Apache-2.0
#include "store/history/journalaudit.h"

#include "store/journal/eventchain.h"
#include "store/journal/journalanchor.h"
#include "store/journal/journaltypes.h"
#include "store/journal/schemacheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

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

/// What an INSERT that names no value gives each column of @p table: NULL, a number or a text.
QVariantHash defaults(const Database &database, const QString &table)
{
    QVariantHash result;
    QSqlQuery query(database.connection());
    query.exec(u"SELECT name, dflt_value FROM pragma_table_info('%1')"_s.arg(table));
    while (query.next()) {
        const QString literal = query.value(1).toString();
        QVariant value;
        if (literal.startsWith(u'\''))
            value = literal.mid(1, literal.size() - 2);
        else if (!literal.isEmpty())
            value = literal.toLongLong();
        result.insert(query.value(0).toString(), value);
    }
    return result;
}

QVariant valueOf(const QJsonValue &told)
{
    return told.isDouble() ? QVariant(told.toInteger()) : told.toVariant();
}

/// A number and its digits are two things, and so are NULL and an empty text.
bool isSame(const QVariant &found, const QVariant &expected)
{
    if (found.isNull() || expected.isNull())
        return found.isNull() && expected.isNull();
    return found.typeId() == expected.typeId() && found == expected;
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
        , m_rows(database.connection())
        , m_events(database.connection())
    {
        m_rows.setForwardOnly(true);
        m_events.setForwardOnly(true);
        m_isReadable = m_rows.exec(u"SELECT * FROM %1 ORDER BY id"_s.arg(m_name)) &&
                       m_events.exec(u"SELECT %1, data FROM events WHERE %1 > 0 ORDER BY %1, seq"_s.arg(
                           table.eventColumn));
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
            const qint64 rowId = hasRow ? m_rows.record().value(u"id"_s).toLongLong() : noRow;
            const qint64 eventId = hasEvent ? m_events.value(0).toLongLong() : noRow;
            const qint64 toldId = std::min(eventId, m_toldRows.nextId());
            if (rowId < toldId)
                return rowId;
            QJsonObject told;
            if (toldId == m_toldRows.nextId())
                told = m_toldRows.take();
            for (; hasEvent && m_events.value(0).toLongLong() == toldId; hasEvent = m_events.next())
                merge(toldId, &told);
            if (rowId != toldId || !isAsTold(told))
                return toldId;
            hasRow = m_rows.next();
        }
        m_isReadable = !m_rows.lastError().isValid() && !m_events.lastError().isValid();
        return {};
    }

private:
    /// Adds what the event says of the row @p id.
    void merge(qint64 id, QJsonObject *told)
    {
        const QJsonObject data = QJsonDocument::fromJson(m_events.value(1).toString().toUtf8()).object();
        const QJsonValue columns = data.value(m_name);
        if (columns.isArray() && !columns.toArray().isEmpty()) {
            m_toldRows = ToldRows(id, columns.toArray());
            *told = m_toldRows.take();
        } else {
            ToldRows::merge(columns.toObject(), told);
        }
    }

    bool isAsTold(const QJsonObject &told) const
    {
        const QSqlRecord row = m_rows.record();
        for (int column = 0; column < row.count(); ++column) {
            const QString name = row.fieldName(column);
            if (name == "id"_L1)
                continue;
            // A column that no event has set still has its default.
            const QVariant expected =
                told.contains(name) ? valueOf(told.value(name)) : m_defaults.value(name);
            if (!isSame(row.value(column), expected) && !isUnmasked(row, name, told))
                return false;
        }
        return true;
    }

    /// While it may still be sent, an item keeps in full who is meant.
    static bool isUnmasked(const QSqlRecord &row, const QString &column, const QJsonObject &told)
    {
        const auto outcome = KickOutcomes::fromWireName(row.value(u"outcome"_s).toString());
        const bool isResolved = !row.value(u"target_user_id"_s).toString().isEmpty();
        if (column != "user_id"_L1 || (outcome && (isResolved || !JournalText::isRetryable(*outcome))))
            return false;
        const auto type = IdTypes::fromWireName(row.value(u"user_id_type"_s).toString());
        return type &&
               JournalText::masked(*type, row.value(column).toString()) == told.value(column).toString();
    }

    QString m_name;
    const std::function<bool()> &m_isWanted;
    QVariantHash m_defaults;
    QSqlQuery m_rows;
    QSqlQuery m_events;
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

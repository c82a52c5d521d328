// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journalchange.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QStringList>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Written often, rows of one kind differ in their values only.
QByteArray shapeOf(QLatin1StringView table, qint64 id, const JournalColumns &columns)
{
    constexpr qsizetype usualSize = 256;
    QByteArray shape;
    shape.reserve(usualSize);
    shape.append(id == 0 ? '+' : '=').append(QByteArrayView(table));
    for (const auto &column : columns)
        shape.append(',').append(QByteArrayView(column.name));
    return shape;
}

QString insertion(QLatin1StringView table, const JournalColumns &columns)
{
    QStringList names;
    for (const auto &column : columns)
        names.append(column.name);
    const QStringList places(names.size(), u"?"_s);
    return u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, names.join(u", "_s), places.join(u", "_s));
}

QString change(QLatin1StringView table, const JournalColumns &columns)
{
    QStringList settings;
    for (const auto &column : columns)
        settings.append(column.name + u" = ?"_s);
    return u"UPDATE %1 SET %2 WHERE id = ?"_s.arg(table, settings.join(u", "_s));
}

/// Inserts a row of @p columns, or changes them in the row @p id. The row's number; nothing when it failed.
std::optional<qint64> write(const Database &database, QLatin1StringView table, qint64 id,
                            const JournalColumns &columns)
{
    SqlStatement *statement = database.prepared(shapeOf(table, id, columns), [&] {
        return id == 0 ? insertion(table, columns) : change(table, columns);
    });
    if (statement == nullptr)
        return {};
    int place = 0;
    for (const auto &column : columns)
        statement->bindAt(++place, column.value);
    if (id != 0)
        statement->bindAt(++place, id);
    if (!statement->execute())
        return {};
    if (id == 0)
        return database.connection().lastInsertedId();
    // A number that this journal does not have belongs to another one.
    return database.connection().changedRows() == 1 ? std::optional(id) : std::nullopt;
}

} // namespace

qint64 JournalChange::now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QByteArray JournalChange::compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString JournalChange::text(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Error JournalChange::unavailable(const Database &database)
{
    return {.kind = ErrorKind::NotSent,
            .code = ErrorCode::JournalUnavailable,
            .detail = ServerText(database.file())};
}

void JournalChange::job(const JournalColumns &columns)
{
    set("jobs"_L1, &m_key.jobId, columns, columns);
}

void JournalChange::attempt(const JournalColumns &columns)
{
    set("attempts"_L1, &m_key.attemptId, columns, columns);
}

void JournalChange::item(const JournalColumns &columns)
{
    item(columns, columns);
}

void JournalChange::item(const JournalColumns &columns, const JournalColumns &told)
{
    set("items"_L1, &m_key.itemId, columns, told);
}

void JournalChange::nextItem(const JournalColumns &columns, const JournalColumns &told)
{
    const auto written = m_isGood ? write(m_transaction.database(), "items"_L1, 0, columns) : std::nullopt;
    // Numbers follow each other unless they have come to their end.
    m_isGood = written && (!m_previous || *written == m_previousId + 1);
    if (!m_previous)
        m_key.itemId = written.value_or(0);
    m_previousId = written.value_or(0);
    m_told.append(m_previous ? "," : "{\"items\":[");
    told.appendJson(&m_told, m_previous ? &*m_previous : nullptr);
    m_previous = told;
}

Result<JournalReceipt> JournalChange::finish(const QString &kind)
{
    if (m_previous)
        m_told.append(']');
    const auto head = m_isGood ? m_transaction.append({.at = now(),
                                                       .kind = kind,
                                                       .jobId = m_key.jobId,
                                                       .itemId = m_key.itemId,
                                                       .attemptId = m_key.attemptId,
                                                       .data = m_told + '}'})
                               : std::nullopt;
    if (!head)
        return unavailable(m_transaction.database());
    return JournalReceipt{.key = m_key, .head = *head};
}

void JournalChange::set(QLatin1StringView table, qint64 *id, const JournalColumns &columns,
                        const JournalColumns &told)
{
    const auto written = m_isGood ? write(m_transaction.database(), table, *id, columns) : std::nullopt;
    m_isGood = written.has_value();
    *id = written.value_or(0);
    m_told.append(m_told.isEmpty() ? '{' : ',').append('"').append(QByteArrayView(table)).append("\":");
    told.appendJson(&m_told);
}

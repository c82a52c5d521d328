// SPDX-License-Identifier: Apache-2.0
#include "store/journalchange.h"

#include "store/eventchain.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace {

/// @p text without what SQLite would give back otherwise than it got it: halves of surrogate pairs and the
/// two code points that are no characters. A row that differs from its event would look altered.
QString storable(QString text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text.at(at);
        const bool isPair =
            unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (isPair)
            ++at;
        else if (unit.isSurrogate() || unit == u'\uFFFE' || unit == u'\uFFFF')
            text[at] = QChar::ReplacementCharacter;
    }
    return text;
}

QJsonObject storable(QJsonObject columns)
{
    for (auto column = columns.begin(); column != columns.end(); ++column) {
        if (column.value().isString())
            column.value() = storable(column.value().toString());
    }
    return columns;
}

/// Inserts a row of @p columns, or changes them in the row @p id. The row's number; nothing when it failed.
std::optional<qint64> write(const Database &database, const QString &table, qint64 id,
                            const QJsonObject &columns)
{
    const QStringList names = columns.keys();
    const QStringList marks(names.size(), u"?"_s);
    QSqlQuery *query = database.prepared(
        id == 0 ? u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, names.join(u", "_s), marks.join(u", "_s))
                : u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(table, names.join(u" = ?, "_s)));
    if (query == nullptr)
        return {};
    for (const QString &name : names)
        query->addBindValue(columns.value(name).toVariant());
    if (id != 0)
        query->addBindValue(id);
    if (!query->exec())
        return {};
    return id == 0 ? query->lastInsertId().toLongLong() : id;
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

void JournalChange::job(const QJsonObject &columns)
{
    set(u"jobs"_s, &m_key.jobId, columns, columns);
}

void JournalChange::attempt(const QJsonObject &columns)
{
    set(u"attempts"_s, &m_key.attemptId, columns, columns);
}

void JournalChange::item(const QJsonObject &columns)
{
    item(columns, columns);
}

void JournalChange::item(const QJsonObject &columns, const QJsonObject &told)
{
    set(u"items"_s, &m_key.itemId, columns, told);
}

Result<JournalReceipt> JournalChange::finish(const QString &kind)
{
    const auto head = m_isGood ? EventChain::append(m_database, {.at = now(),
                                                                 .kind = kind,
                                                                 .jobId = m_key.jobId,
                                                                 .itemId = m_key.itemId,
                                                                 .attemptId = m_key.attemptId,
                                                                 .data = compact(m_told)})
                               : std::nullopt;
    if (!head)
        return unavailable(m_database);
    return JournalReceipt{.key = m_key, .head = *head};
}

void JournalChange::set(const QString &table, qint64 *id, const QJsonObject &columns, const QJsonObject &told)
{
    const auto written = m_isGood ? write(m_database, table, *id, storable(columns)) : std::nullopt;
    m_isGood = written.has_value();
    *id = written.value_or(0);
    m_told.insert(table, storable(told));
}

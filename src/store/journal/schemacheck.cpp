// SPDX-License-Identifier: Apache-2.0
#include "store/journal/schemacheck.h"

#include "store/journal/schema.h"

#include <QMap>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the ladder makes: statements by the name of what they make. SQLite keeps them word for word.
QMap<QString, QString> wanted()
{
    QMap<QString, QString> result;
    for (const QStringList &step : Schema::ladder()) {
        for (const QString &statement : step) {
            constexpr qsizetype nameAt = 2;
            if (statement.startsWith("CREATE "_L1))
                result.insert(statement.section(u' ', nameAt, nameAt), statement);
        }
    }
    return result;
}

} // namespace

std::optional<QString> SchemaCheck::firstDifference(const Database &database)
{
    QMap<QString, QString> missing = wanted();
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT name, sql FROM sqlite_master ORDER BY name"_s))
        return {};
    while (query.next()) {
        const QString name = query.value(0).toString();
        if (!missing.contains(name) || missing.take(name) != query.value(1).toString())
            return name.isEmpty() ? u"\"\""_s : name;
    }
    if (query.lastError().isValid())
        return {};
    return missing.isEmpty() ? QString() : missing.firstKey();
}

// SPDX-License-Identifier: Apache-2.0
#include "store/journal/schemacheck.h"

#include "store/journal/schema.h"

#include <QMap>

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
    SqlStatement query =
        database.connection().prepare(u"SELECT name, sql FROM sqlite_master ORDER BY name"_s);
    while (query.next()) {
        const QString name = query.text(0);
        if (!missing.contains(name) || missing.take(name) != query.text(1))
            return name.isEmpty() ? u"\"\""_s : name;
    }
    if (query.hasFailed())
        return {};
    return missing.isEmpty() ? QString() : missing.firstKey();
}

// SPDX-License-Identifier: Apache-2.0
#include "store/journal/sqliteversion.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

QString sqliteVersion()
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QString version;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(u":memory:"_s);
        if (connection.open()) {
            QSqlQuery query(u"SELECT sqlite_version()"_s, connection);
            version = query.next() ? query.value(0).toString() : QString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return version;
}

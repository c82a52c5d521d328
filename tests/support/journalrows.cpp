// SPDX-License-Identifier: Apache-2.0
#include "support/journalrows.h"

#include "store/history/journalaudit.h"
#include "store/journal/database.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

JournalRows JournalRows::read(const QString &file)
{
    const Result<std::shared_ptr<Database>> database = Database::open(file, Database::Access::ReadOnly);
    if (!database)
        return {};
    JournalRows result;
    QSqlQuery attempts((*database)->connection());
    attempts.exec(
        u"SELECT item_id, state, error_code, nonce, body_hash, started_at, answered_at FROM attempts "
        "ORDER BY id"_s);
    while (attempts.next()) {
        result.attempts.append({.itemId = attempts.value(0).toLongLong(),
                                .state = attempts.value(1).toString(),
                                .errorCode = attempts.value(2).toString(),
                                .nonce = attempts.value(3).toByteArray(),
                                .bodyHash = attempts.value(4).toByteArray(),
                                .startedAt = attempts.value(5).toLongLong(),
                                .answeredAt = attempts.value(6).toLongLong()});
    }
    QSqlQuery items((*database)->connection());
    items.exec(u"SELECT id, target_user_id, state, outcome, attempts, error_code FROM items ORDER BY id"_s);
    while (items.next()) {
        result.items.append({.id = items.value(0).toLongLong(),
                             .userId = items.value(1).toString(),
                             .state = items.value(2).toString(),
                             .outcome = items.value(3).toString(),
                             .attempts = items.value(4).toInt(),
                             .errorCode = items.value(5).toString()});
    }
    result.isIntact = JournalAudit::verify(**database).isIntact();
    return result;
}

// SPDX-License-Identifier: Apache-2.0
#include "support/journalrows.h"

#include "store/history/journalaudit.h"
#include "store/journal/database.h"

#include <QVariant>

using namespace Qt::Literals::StringLiterals;

JournalRows JournalRows::read(const QString &file)
{
    const Result<std::shared_ptr<Database>> database = Database::open(file, Database::Access::ReadOnly);
    if (!database)
        return {};
    JournalRows result;
    SqlStatement attempts = (*database)->connection().prepare(
        u"SELECT item_id, state, error_code, nonce, body_hash, started_at, answered_at FROM attempts "
        "ORDER BY id"_s);
    while (attempts.next()) {
        result.attempts.append({.itemId = attempts.number(0),
                                .state = attempts.text(1),
                                .errorCode = attempts.text(2),
                                .nonce = attempts.utf8(3),
                                .bodyHash = attempts.utf8(4),
                                .startedAt = attempts.number(5),
                                .answeredAt = attempts.number(6)});
    }
    SqlStatement items = (*database)->connection().prepare(
        u"SELECT id, target_user_id, state, outcome, attempts, error_code FROM items ORDER BY id"_s);
    while (items.next()) {
        result.items.append({.id = items.number(0),
                             .userId = items.text(1),
                             .state = items.text(2),
                             .outcome = items.text(3),
                             .attempts = static_cast<int>(items.number(4)),
                             .errorCode = items.text(5)});
    }
    result.isIntact = JournalAudit::verify(**database).isIntact();
    return result;
}

// SPDX-License-Identifier: Apache-2.0
#include "support/journalfindings.h"

#include "store/history/historyreader.h"
#include "store/journal/database.h"
#include "support/answerof.h"

#include <QVariant>

using namespace Qt::Literals::StringLiterals;

JournalVerdict JournalFindings::verdictOf(const QString &file)
{
    HistoryReader reader(file);
    QObject context;
    const auto verdict =
        answerOf<Result<JournalVerdict>>([&](auto handler) { reader.verify(&context, handler); });
    return verdict && *verdict ? **verdict : JournalVerdict{.isReadable = false};
}

int JournalFindings::countOf(const QString &file, const QString &condition)
{
    const auto database = Database::open(file, Database::Access::ReadOnly);
    if (!database)
        return -1;
    SqlStatement query = (*database)->connection().prepare(u"SELECT COUNT(*) FROM "_s + condition);
    return query.next() ? static_cast<int>(query.number(0)) : -1;
}

QString JournalFindings::nameOf(const Result<JournalReceipt> &written)
{
    return written ? u"written"_s : errorCodeName(written.error().code);
}

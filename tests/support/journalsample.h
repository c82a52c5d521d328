// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal/journal.h"

#include <QString>

/// How a sample kick differs from the usual one.
struct SampleKick
{
    QString identifier = QStringLiteral("6319a1504f3c0f214dd5b7aa");
    IdType identifierType = IdType::UserId;
    QString userId = QStringLiteral("6319a1504f3c0f214dd5b7aa");
    QString name = QStringLiteral("张三");
    QString contact = QStringLiteral("138****8000");
    QString ticket = QStringLiteral("INC-1042");
    QString reason = QStringLiteral("phone lost");
    QString operatorName = QStringLiteral("helpdesk1");
    QString requestId = QStringLiteral("8e5cb0d1-request");
    QString errorCode;
    KickOutcome outcome = KickOutcome::Verified;
};

/// Kicks that were never sent, in a real journal.
namespace JournalSamples {

/// Writes the job and its item down.
Result<JournalReceipt> begin(Journal *journal, const SampleKick &kick = {});

/// Writes the intent of the first request of @p key down.
Result<JournalReceipt> intend(Journal *journal, const JournalKey &key);

/// Writes the answer to the request of @p key down.
Result<JournalReceipt> answer(Journal *journal, const JournalKey &key, const SampleKick &kick = {});

/// Writes the end down.
Result<JournalReceipt> conclude(Journal *journal, const JournalKey &key, const SampleKick &kick = {});

/// All four; the number of the item, 0 when one of them failed.
qint64 write(Journal *journal, const SampleKick &kick = {});

/// Writes a list down whose users come in @p parts, and the intent to kick the second one. False when that
/// failed.
bool writeList(Journal *journal, const QList<int> &parts);

/// Runs one statement on @p file, as somebody with a SQLite shell would.
bool execute(const QString &file, const QString &statement);

/// Fills a new journal @p file with @p kicks kicks in one transaction: names and requests by number, every
/// thousandth not confirmed, a second apart up to now. Without events, so that they cannot be verified.
bool fill(const QString &file, qint64 kicks);

} // namespace JournalSamples

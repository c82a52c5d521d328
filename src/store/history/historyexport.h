// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/result.h"
#include "store/history/historytypes.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

class HistoryReader;

/// The history for files and scripts: codes and times in UTC, no words.
namespace Reports {

enum class Format {
    /// UTF-8 with byte order mark, CRLF, every cell quoted and safe in a spreadsheet.
    Csv,
    /// One object a line.
    JsonLines,
};

/// What an export left behind.
struct Receipt
{
    qint64 itemCount = 0;
    /// The end of the chain when it was made; it is in the file's last line too.
    ChainHead head;
};

/// Csv for the ending ".csv", JsonLines for every other.
Format formatOf(const QString &file);

/// @p item with the member names that `--json` writes.
QJsonObject object(const HistoryItem &item);

/// The object behind the last item of a file.
QJsonObject object(const ChainHead &head);

/// The heading of a CSV file, and @p item and @p head as lines of it.
QByteArray csvHeading();
QByteArray csvLine(const HistoryItem &item);
QByteArray csvLine(const ChainHead &head);

/// @p text as a quoted cell that no spreadsheet takes for a formula.
QByteArray csvCell(const QString &text);

/// csvCell() of a text that a spreadsheet might turn into a number, and lose digits of: it keeps them.
QByteArray csvIdentifier(const QString &text);

/// Writes everything that matches @p filter into @p file, newest first. FileUnwritable when that fails; what
/// was there before then still is.
PendingCall *exportHistory(HistoryReader *reader, const HistoryFilter &filter, const QString &file,
                           QObject *context, ResultHandler<Receipt> handler);

} // namespace Reports

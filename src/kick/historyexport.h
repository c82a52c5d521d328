// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/historyreader.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

/// The journal for spreadsheets and scripts. Times are UTC.
namespace HistoryExport {

enum class Format {
    /// UTF-8 with a byte order mark, every cell quoted, and no cell that a spreadsheet would run.
    Csv,
    /// One JSON object a line.
    JsonLines,
};

/// CSV for a name that ends with ".csv", else JSON Lines.
Format formatOf(const QString &file);

/// One item with the command line contract's member names.
QJsonObject object(const HistoryItem &item);

/// One line of CSV with its line end; the first line of a file has the names of the columns.
QByteArray csvLine(const HistoryItem &item);
QByteArray csvHeading();

/// One cell, quoted. What begins with = + - @, a tab, a carriage return, or the full-width form of those
/// signs, would run in a spreadsheet and is put behind an apostrophe.
QByteArray csvCell(const QString &text);

/// Writes every item that matches @p filter to @p file and answers with the number of items. The last line
/// carries the journal's head hash. ExportFailed when the file cannot be written; what was there before is
/// then untouched.
PendingCall *write(HistoryReader *reader, const HistoryFilter &filter, const QString &file, QObject *context,
                   ResultHandler<qint64> handler);

} // namespace HistoryExport

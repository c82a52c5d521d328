// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

/// The rows of the spreadsheet that a list came from, kept beside the journal (0600) so that the results can
/// be written beside them after a crash too. The file has every cell as it was, so it is not kept for long.
namespace ListSourceFiles {

/// How long a file is kept.
constexpr std::chrono::hours longestKept{24 * 30};

/// The one of the list @p jobId in the journal @p journalFile.
QString file(const QString &journalFile, qint64 jobId);

/// Writes @p lines, and removes those of the journal that are older than longestKept. False when the file
/// cannot be written: the list has no spreadsheet then, and everything else.
bool save(const QString &journalFile, qint64 jobId, const QByteArray &lines);

/// True when the rows of the list are there.
bool exists(const QString &journalFile, qint64 jobId);

} // namespace ListSourceFiles

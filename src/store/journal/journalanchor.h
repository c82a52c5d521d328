// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal/journalpast.h"

#include <QFile>
#include <QString>

#include <optional>

/// The past of the journal as this computer remembers it outside the journal: one line in a small file beside
/// it. Never newer than what is safely in the journal, so that a crash cannot make it a false accuser.
class JournalAnchor
{
public:
    /// The name of the file that belongs to @p journalFile.
    static QString fileOf(const QString &journalFile);

    /// What is remembered of @p journalFile; nothing when there is no such file, or one that a crash has
    /// torn.
    static std::optional<JournalPast> read(const QString &journalFile);

    explicit JournalAnchor(const QString &journalFile);

    /// Remembers @p past, without waiting for the disk. Where that cannot be done the next start knows less.
    void write(const JournalPast &past);

    /// Lets the file go, because it has been put aside.
    void close() { m_file.close(); }

private:
    QString m_name;
    QFile m_file;
};

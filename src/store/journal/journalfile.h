// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/files/fileidentity.h"
#include "store/files/storenotice.h"
#include "store/journal/database.h"
#include "store/journal/journalanchor.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

/// The journal that is open for writing, and the proof that it is still the one that was opened. Somebody may
/// replace, move, cut or put back the file or what SQLite keeps beside it at any time; then nothing is
/// written before the past is there again.
class JournalFile
{
public:
    using NoticeHandler = std::function<void(const StoreNotice &)>;

    /// @p handler is told about each finding once.
    JournalFile(QString file, NoticeHandler handler);

    /// The open database, which has the past that this computer knows of. JournalForeign when it has not,
    /// JournalChanged when it has foreign tables or triggers, or why it cannot be opened.
    Result<std::shared_ptr<Database>> database();

    /// Why nothing may be written after @p newest, as read under the right to write: JournalForeign when it
    /// does not follow what was written last, JournalChanged when somebody changed tables or triggers.
    std::optional<Error> problemWith(const Database &database, const EventLink &newest);

    /// @p newest is safely on disk.
    void noteCommit(const EventLink &newest);

    /// Puts the damaged file aside and begins a new one, or goes on with the one that another program has
    /// begun when it put the file aside.
    Result<std::shared_ptr<Database>> beginAnew();

private:
    enum class Look {
        /// As it was left after the last commit.
        Same,
        /// The same files, which others wrote too: SQLite of another process, or anybody.
        Touched,
        /// The log or its index is another file, or gone.
        LogLost,
        /// Another file, or none, has the journal's name.
        Replaced,
    };
    /// The three files that make a journal in WAL mode.
    struct Stamps
    {
        std::optional<FileStamp> main;
        std::optional<FileStamp> log;
        std::optional<FileStamp> index;
    };

    bool isFollowedBy(const Database &database, const EventLink &newest) const;
    /// Why the tables and triggers are not those of this program.
    std::optional<Error> schemaProblem(const Database &database);
    Stamps stamps() const;
    Look look(const Stamps &now) const;
    enum class Finding {
        There,
        Missing,
        Damaged,
    };

    /// What the file of that name has of the past when it is opened anew.
    Finding lookForPast() const;
    /// Saves what is in a log that has lost its name.
    bool rescueLog();
    /// The new journal where another program has put the file that was open aside because it is damaged, else
    /// JournalForeign.
    Result<std::shared_ptr<Database>> goOnWithoutPast();
    Result<std::shared_ptr<Database>> openFile() const;
    Result<std::shared_ptr<Database>> open();
    void tell(StoreNotice::Kind kind, const QString &path);
    Error foreign();
    Error changed();
    Error unavailable() const;

    QString m_name;
    NoticeHandler m_handler;
    std::shared_ptr<Database> m_database;
    JournalAnchor m_anchor;
    /// The past of the open database, as of the last commit.
    std::optional<JournalPast> m_past;
    Stamps m_stamps;
    /// SQLite counts each change of tables and triggers.
    qint64 m_schemaVersion = 0;
    /// The main file was written during a commit: by SQLite's checkpoint, or by somebody else.
    bool m_isToBeLookedAt = false;
    std::optional<StoreNotice> m_told;
};

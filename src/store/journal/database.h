// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/files/fileidentity.h"
#include "store/sql/sqlconnection.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

/// One connection to the SQLite file of the journal, usable in the thread that opened it. The file is brought
/// to the newest schema (ladder on `PRAGMA user_version`), in WAL mode and fully synchronous: what is
/// committed is on disk.
class Database
{
public:
    enum class Access {
        ReadWrite,
        /// The file must be there. One of an older program is brought up first, which takes the right to
        /// write.
        ReadOnly,
    };

    /// Opens @p file. JournalNewer when a newer program wrote it, JournalForeign when there is none or an
    /// empty one where this computer remembers a past, JournalUnavailable (for reading: JournalUnreadable)
    /// when it cannot be opened. For writing, a damaged file (or one that is no database)
    /// is put aside under a name that says so and a new one begins: it is never deleted.
    static Result<std::shared_ptr<Database>> open(const QString &file, Access access);

    /// Puts the damaged @p file aside, with what is kept beside it, unless another process has done so: then
    /// another file than @p identity has the name by now. The new name of the damaged one; empty when that
    /// failed, or when it went elsewhere.
    static QString quarantine(const QString &file, const FileIdentity &identity);

    /// The journals that were put aside beside @p file, oldest first.
    static QStringList filesAside(const QString &file);

    /// The name under which the file @p identity, once called @p file, was put aside; empty when it was not.
    static QString fileAside(const QString &file, const FileIdentity &identity);

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database() = default;

    const QString &file() const { return m_file; }
    const SqlConnection &connection() const { return m_connection; }

    /// Which file was opened.
    const std::optional<FileIdentity> &identity() const { return m_identity; }

    /// Where the damaged predecessor of the file was put; empty when there was none.
    const QString &quarantinedFile() const { return m_quarantinedFile; }

    /// Runs one statement whose rows are not needed.
    [[nodiscard]] bool execute(const QString &statement) const { return m_connection.execute(statement); }

    /// @p statement, prepared once for this connection; reset() it when rows are left. Null when it cannot
    /// be prepared.
    SqlStatement *prepared(const QString &statement) const;

    /// The statement known as @p shape, prepared once for this connection. @p make gives its text when it is
    /// not known yet; the making costs more than the running. Null when it cannot be prepared.
    SqlStatement *prepared(const QByteArray &shape, const std::function<QString()> &make) const;

    /// Looks whether the file is damaged. Reads all of it, so ask only after a failure.
    bool isDamaged() const;
    /// The same of @p file, past what an open connection remembers of it.
    static bool isDamaged(const QString &file);

private:
    explicit Database(QString file);

    enum class OpenState {
        Open,
        /// Or half made: only a writer may climb.
        Older,
        Newer,
        /// Empty, where there was a past.
        Foreign,
        Damaged,
        Unavailable,
    };
    OpenState openForReading();
    OpenState openForWriting();
    /// Also makes the file, and brings it up. Only one process may do that at a time.
    OpenState openOrMake();
    /// Opens the file that is there and leaves it as it is.
    OpenState openConnection(Access access);
    /// For a file beside which nothing may be made, which the log of WAL mode asks for.
    OpenState openFrozen();
    /// No statement may outlive its connection.
    void closeConnection();
    OpenState stateOfVersion() const;
    /// Turns on what every writer needs.
    OpenState setUp() const;
    OpenState climb() const;
    static OpenState stateOf(int errorCode);

    QString m_file;
    std::optional<FileIdentity> m_identity;
    SqlConnection m_connection;
    QString m_quarantinedFile;
    // After the connection, so that they go first.
    mutable std::unordered_map<QString, SqlStatement> m_statements;
    mutable std::unordered_map<QByteArray, SqlStatement> m_statementsByShape;
};

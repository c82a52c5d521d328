// SPDX-License-Identifier: Apache-2.0
#include "store/journal/database.h"

#include "core/files/files.h"
#include "store/journal/journalanchor.h"
#include "store/journal/schema.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <sqlite3.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Error journalError(ErrorCode code, const QString &file)
{
    return {.kind = ErrorKind::NotSent, .code = code, .detail = ServerText(file)};
}

/// True when @p file is to be made, or filled, although this computer remembers what was in it.
bool isWithoutItsPast(const QString &file)
{
    return QFileInfo(file).size() == 0 && JournalAnchor::read(file);
}

QString lockOf(const QString &file)
{
    return file + u".lock"_s;
}

/// Waits until no other process makes the file, brings it up or puts it aside.
bool take(QLockFile *lock)
{
    // Left to itself QLockFile waits longer after each look, and misses its turn where many want it.
    constexpr int pauseMs = 20;
    const QDeadlineTimer longestWait(10s);
    while (!lock->tryLock(pauseMs)) {
        if (longestWait.hasExpired() || lock->error() != QLockFile::LockFailedError)
            return false;
    }
    return true;
}

/// How the name of a damaged @p file begins once it has been put aside.
QString asideName(const QString &file)
{
    return file + u".damaged-"_s;
}

/// Puts @p file aside, with what is kept beside it. Its new name, empty when that failed.
QString putAside(const QString &file)
{
    QString target =
        asideName(file) + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmsszzz"_s);
    if (!QFile::rename(file, target))
        return {};
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u".head"_s})
        QFile::rename(file + suffix, target + suffix);
    return target;
}

/// The name under which the file @p identity, once called @p file, was put aside.
QString findAside(const QString &file, const FileIdentity &identity)
{
    const QFileInfo info(file);
    const QFileInfoList asides = info.dir().entryInfoList({QFileInfo(asideName(file)).fileName() + u'*'},
                                                          QDir::Files, QDir::Name | QDir::Reversed);
    const auto found = std::ranges::find_if(
        asides, [&](const QFileInfo &each) { return FileIdentity::of(each.filePath()) == identity; });
    return found == asides.end() ? QString() : found->filePath();
}

} // namespace

Database::Database(QString file)
    : m_file(std::move(file))
{
}

Result<std::shared_ptr<Database>> Database::open(const QString &file, Access access)
{
    const std::shared_ptr<Database> database(new Database(file));
    const OpenState state =
        access == Access::ReadOnly ? database->openForReading() : database->openForWriting();
    switch (state) {
    case OpenState::Open:
        return database;
    case OpenState::Newer:
        return journalError(ErrorCode::JournalNewer, file);
    case OpenState::Foreign:
        return journalError(ErrorCode::JournalForeign, file);
    case OpenState::Older:
    case OpenState::Damaged:
    case OpenState::Unavailable:
        break;
    }
    return journalError(
        access == Access::ReadOnly ? ErrorCode::JournalUnreadable : ErrorCode::JournalUnavailable, file);
}

QStringList Database::filesAside(const QString &file)
{
    // What is kept beside a journal has the same name with another end.
    static const QRegularExpression endsWithTime(u"-[0-9]{8}-[0-9]{9}$"_s);
    const QFileInfo pattern(asideName(file) + u'*');
    QStringList result;
    for (const QString &name : pattern.dir().entryList({pattern.fileName()}, QDir::Files, QDir::Name)) {
        if (name.contains(endsWithTime))
            result << pattern.dir().filePath(name);
    }
    return result;
}

QString Database::quarantine(const QString &file, const FileIdentity &identity)
{
    QLockFile lock(lockOf(file));
    if (!take(&lock))
        return {};
    return FileIdentity::of(file) == identity ? putAside(file) : findAside(file, identity);
}

QString Database::fileAside(const QString &file, const FileIdentity &identity)
{
    // What is kept beside the file follows it, and has to be there too.
    QLockFile lock(lockOf(file));
    return take(&lock) ? findAside(file, identity) : QString();
}

SqlStatement *Database::prepared(const QString &statement) const
{
    const auto known = m_statements.find(statement);
    if (known != m_statements.end())
        return &known->second;
    SqlStatement made = m_connection.prepare(statement);
    return made.isPrepared() ? &m_statements.emplace(statement, std::move(made)).first->second : nullptr;
}

SqlStatement *Database::prepared(const QByteArray &shape, const std::function<QString()> &make) const
{
    const auto known = m_statementsByShape.find(shape);
    if (known != m_statementsByShape.end())
        return &known->second;
    SqlStatement made = m_connection.prepare(make());
    return made.isPrepared() ? &m_statementsByShape.emplace(shape, std::move(made)).first->second : nullptr;
}

void Database::closeConnection()
{
    m_statementsByShape.clear();
    m_statements.clear();
    m_connection.close();
}

bool Database::isDamaged(const QString &file)
{
    Database database(file);
    const OpenState state = database.openForReading();
    return state == OpenState::Damaged || (state == OpenState::Open && database.isDamaged());
}

bool Database::isDamaged() const
{
    SqlStatement check = m_connection.prepare(u"PRAGMA quick_check(1)"_s);
    return check.next() ? check.text(0) != "ok"_L1 : stateOf(check.errorCode()) == OpenState::Damaged;
}

Database::OpenState Database::openForReading()
{
    OpenState state = openConnection(Access::ReadOnly);
    // What the power left half done when the file was made, only a writer can take back.
    if (state == OpenState::Unavailable && QFileInfo(m_file + u"-journal"_s).size() > 0)
        state = OpenState::Older;
    else if (state == OpenState::Unavailable)
        state = openFrozen();
    if (state != OpenState::Older)
        return state;
    closeConnection();
    const Result<std::shared_ptr<Database>> climbed = open(m_file, Access::ReadWrite);
    return climbed ? openConnection(Access::ReadOnly) : state;
}

Database::OpenState Database::openForWriting()
{
    // Another process may be about to fill an empty file.
    OpenState state = QFileInfo(m_file).size() > 0 ? openConnection(Access::ReadWrite) : OpenState::Older;
    if (state == OpenState::Newer || (state == OpenState::Open && FileIdentity::of(m_file) == m_identity))
        return state;
    closeConnection();
    // One process at a time changes what is there, and the next one looks again: while a file is put aside,
    // its name and what is kept beside it belong to two files, and SQLite refuses at once a second process
    // that turns WAL mode on.
    QLockFile lock(lockOf(m_file));
    if (!take(&lock))
        return OpenState::Unavailable;
    state = openOrMake();
    if (state == OpenState::Damaged && m_identity) {
        closeConnection();
        m_quarantinedFile = putAside(m_file);
        state = openOrMake();
    }
    return state;
}

Database::OpenState Database::openOrMake()
{
    if (isWithoutItsPast(m_file))
        return OpenState::Foreign;
    // SQLite would make it readable by others, if only for a moment.
    if (!QFileInfo::exists(m_file))
        Files::makeOwn(m_file);
    const OpenState state = openConnection(Access::ReadWrite);
    return state == OpenState::Older ? climb() : state;
}

Database::OpenState Database::openFrozen()
{
    // What is still in the log would not be seen.
    if (!QFileInfo(m_file).isReadable() || QFileInfo(m_file + u"-wal"_s).size() > 0)
        return OpenState::Unavailable;
    closeConnection();
    return m_connection.open(m_file, SqlConnection::Access::Frozen) ? stateOfVersion()
                                                                    : stateOf(m_connection.errorCode());
}

Database::OpenState Database::openConnection(Access access)
{
    const bool isReading = access == Access::ReadOnly;
    m_identity = FileIdentity::of(m_file);
    if (!m_connection.open(m_file,
                           isReading ? SqlConnection::Access::ReadOnly : SqlConnection::Access::ReadWrite))
        return stateOf(m_connection.errorCode());
    const OpenState state = stateOfVersion();
    return state == OpenState::Open && !isReading ? setUp() : state;
}

Database::OpenState Database::stateOfVersion() const
{
    SqlStatement query = m_connection.prepare(u"PRAGMA user_version"_s);
    if (!query.next())
        return stateOf(query.errorCode());
    const qint64 found = query.number(0);
    // No program writes a negative one.
    if (found < 0)
        return OpenState::Damaged;
    if (found == Schema::version())
        return OpenState::Open;
    return found > Schema::version() ? OpenState::Newer : OpenState::Older;
}

Database::OpenState Database::setUp() const
{
    // What has been masked must not stay readable in freed pages.
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                                  u"PRAGMA foreign_keys = ON"_s, u"PRAGMA secure_delete = ON"_s}) {
        if (!execute(pragma))
            return stateOf(m_connection.errorCode());
    }
    return OpenState::Open;
}

Database::OpenState Database::climb() const
{
    SqlStatement version = m_connection.prepare(u"PRAGMA user_version"_s);
    bool isGood = version.next();
    const auto found = static_cast<int>(version.number(0));
    version.reset();
    if (isGood && found == 0 && JournalAnchor::read(m_file))
        return OpenState::Foreign;
    if (const OpenState state = setUp(); state != OpenState::Open)
        return state;
    isGood = isGood && execute(u"BEGIN IMMEDIATE"_s);
    for (int step = found; isGood && step < Schema::version(); ++step) {
        for (const QString &statement : Schema::ladder().at(step))
            isGood = isGood && execute(statement);
    }
    isGood = isGood && execute(u"PRAGMA user_version = %1"_s.arg(Schema::version()));
    isGood = isGood && execute(u"COMMIT"_s);
    if (isGood)
        return OpenState::Open;
    const OpenState state = stateOf(m_connection.errorCode());
    (void)execute(u"ROLLBACK"_s);
    return state;
}

Database::OpenState Database::stateOf(int errorCode)
{
    return errorCode == SQLITE_CORRUPT || errorCode == SQLITE_NOTADB ? OpenState::Damaged
                                                                     : OpenState::Unavailable;
}

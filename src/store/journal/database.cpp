// SPDX-License-Identifier: Apache-2.0
#include "store/journal/database.h"

#include "core/files/files.h"
#include "store/journal/journalanchor.h"
#include "store/journal/schema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

// Primary result codes of SQLite; extended codes carry them in the low byte.
constexpr int sqliteCorrupt = 11;
constexpr int sqliteNotADatabase = 26;
constexpr int primaryCode = 0xff;

Error journalError(ErrorCode code, const QString &file)
{
    return {.kind = ErrorKind::NotSent, .code = code, .detail = ServerText(file)};
}

/// True when @p file is to be made, or filled, although this computer remembers what was in it.
bool isWithoutItsPast(const QString &file)
{
    return QFileInfo(file).size() == 0 && JournalAnchor::read(file);
}

} // namespace

Database::Database(QString file)
    : m_file(std::move(file))
{
}

Database::~Database()
{
    const QString name = m_connection.connectionName();
    closeConnection();
    m_connection = {};
    QSqlDatabase::removeDatabase(name);
}

Result<std::shared_ptr<Database>> Database::open(const QString &file, Access access)
{
    const std::shared_ptr<Database> database(new Database(file));
    OpenState state =
        access == Access::ReadOnly ? database->openForReading() : database->openConnection(access);
    if (state == OpenState::Damaged && access == Access::ReadWrite && database->m_identity) {
        database->closeConnection();
        database->m_quarantinedFile = quarantine(file, *database->m_identity);
        // Where another process was first, its new file is there.
        state = database->openConnection(access);
    }
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

QString Database::quarantine(const QString &file, const FileIdentity &identity)
{
    constexpr int longestWaitMs = 2000;
    QLockFile lock(file + u".lock"_s);
    if (!lock.tryLock(longestWaitMs) || FileIdentity::of(file) != identity)
        return {};
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmsszzz"_s);
    QString target = u"%1.damaged-%2"_s.arg(file, time);
    if (!QFile::rename(file, target))
        return {};
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u".head"_s})
        QFile::rename(file + suffix, target + suffix);
    return target;
}

bool Database::execute(const QString &statement) const
{
    return QSqlQuery(m_connection).exec(statement);
}

QSqlQuery *Database::prepared(const QString &statement) const
{
    const auto known = m_statements.find(statement);
    if (known != m_statements.end())
        return &known->second;
    auto query = prepare(statement);
    return query ? &m_statements.emplace(statement, std::move(*query)).first->second : nullptr;
}

Database::RowStatement *Database::prepared(const QByteArray &shape,
                                           const std::function<std::pair<QString, QStringList>()> &make) const
{
    const auto known = m_rowStatements.find(shape);
    if (known != m_rowStatements.end())
        return &known->second;
    const auto [text, places] = make();
    auto query = prepare(text);
    if (!query)
        return nullptr;
    RowStatement statement{.query = std::move(*query), .places = places};
    return &m_rowStatements.emplace(shape, std::move(statement)).first->second;
}

std::optional<QSqlQuery> Database::prepare(const QString &statement) const
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return {};
    return query;
}

void Database::closeConnection()
{
    m_rowStatements.clear();
    m_statements.clear();
    m_connection.close();
}

bool Database::isDamaged() const
{
    QSqlQuery query(m_connection);
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next())
        return stateOf(query.lastError()) == OpenState::Damaged;
    return query.value(0).toString() != "ok"_L1;
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

Database::OpenState Database::openFrozen()
{
    // What is still in the log would not be seen.
    if (!QFileInfo(m_file).isReadable() || QFileInfo(m_file + u"-wal"_s).size() > 0)
        return OpenState::Unavailable;
    closeConnection();
    m_connection.setDatabaseName(QString::fromLatin1(QUrl::fromLocalFile(m_file).toEncoded()) +
                                 u"?immutable=1"_s);
    m_connection.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s);
    return m_connection.open() ? climb(Access::ReadOnly) : stateOf(m_connection.lastError());
}

Database::OpenState Database::openConnection(Access access)
{
    if (!m_connection.isValid()) {
        const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        m_connection.setDatabaseName(m_file);
    }
    QString options = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    if (access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    else if (isWithoutItsPast(m_file))
        return OpenState::Foreign;
    // Before SQLite does, so that it is never readable by others, not even for a moment.
    else if (!QFileInfo::exists(m_file))
        Files::makeOwn(m_file);
    m_connection.setConnectOptions(options);
    m_identity = FileIdentity::of(m_file);
    if (!m_connection.open())
        return stateOf(m_connection.lastError());
    return climb(access);
}

Database::OpenState Database::climb(Access access) const
{
    QSqlQuery query(m_connection);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return stateOf(query.lastError());
    const int found = query.value(0).toInt();
    query.finish();
    if (found > Schema::version())
        return OpenState::Newer;
    // No program writes that.
    if (found < 0)
        return OpenState::Damaged;
    if (access == Access::ReadOnly)
        return found == Schema::version() ? OpenState::Open : OpenState::Older;
    if (found == 0 && JournalAnchor::read(m_file))
        return OpenState::Foreign;

    // What has been masked must not stay readable in freed pages.
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                                  u"PRAGMA foreign_keys = ON"_s, u"PRAGMA secure_delete = ON"_s}) {
        if (!query.exec(pragma))
            return stateOf(query.lastError());
        query.finish();
    }
    if (found == Schema::version())
        return OpenState::Open;

    // Another process may be climbing too; behind the lock the version shows what it did.
    if (!query.exec(u"BEGIN IMMEDIATE"_s))
        return stateOf(query.lastError());
    bool isGood = query.exec(u"PRAGMA user_version"_s) && query.next();
    const int locked = isGood ? query.value(0).toInt() : 0;
    query.finish();
    for (int step = std::max(locked, 0); isGood && step < Schema::version(); ++step) {
        for (const QString &statement : Schema::ladder().at(step))
            isGood = isGood && query.exec(statement);
    }
    isGood = isGood && query.exec(u"PRAGMA user_version = %1"_s.arg(Schema::version()));
    isGood = isGood && query.exec(u"COMMIT"_s);
    if (isGood)
        return OpenState::Open;
    const OpenState state = stateOf(query.lastError());
    query.exec(u"ROLLBACK"_s);
    return state;
}

Database::OpenState Database::stateOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & primaryCode;
    return code == sqliteCorrupt || code == sqliteNotADatabase ? OpenState::Damaged : OpenState::Unavailable;
}

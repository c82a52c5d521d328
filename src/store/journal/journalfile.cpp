// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journalfile.h"

#include "store/journal/eventchain.h"
#include "store/journal/schemacheck.h"

#include <QFile>

#include <algorithm>
#include <utility>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

/// How many of the newest events a look counts: more than one checkpoint writes back.
constexpr qint64 countedEvents = 20'000;

/// True when @p database has @p past, and none of the events right before it is missing.
bool hasPast(const Database &database, const JournalPast &past)
{
    if (!EventChain::contains(database, past))
        return false;
    const qint64 counted = std::min(past.newest.seq, countedEvents);
    SqlStatement query =
        database.connection().prepare(u"SELECT COUNT(*) FROM events WHERE seq > ? AND seq <= ?"_s);
    query.bind(past.newest.seq - counted, past.newest.seq);
    return query.next() && query.number(0) == counted;
}

/// -1 when it cannot be read.
qint64 schemaVersion(const Database &database)
{
    SqlStatement *query = database.prepared(u"PRAGMA schema_version"_s);
    if (query == nullptr)
        return -1;
    query->reset();
    const qint64 version = query->next() ? query->number(0) : -1;
    query->reset();
    return version;
}

constexpr QLatin1StringView logSuffix = "-wal"_L1;
constexpr QLatin1StringView indexSuffix = "-shm"_L1;

/// SQLite has the index mapped into memory: where its end is gone, the next look at it would end the process.
/// Zeros there are no index, so SQLite makes it anew from the log. The file must not be opened for it,
/// because closing it gives up SQLite's locks.
bool makeAsLong(const QString &file, qint64 size)
{
#ifdef Q_OS_WIN
    // What is mapped cannot be cut there.
    Q_UNUSED(file)
    Q_UNUSED(size)
    return false;
#else
    return truncate(QFile::encodeName(file).constData(), size) == 0;
#endif
}

bool isShorter(const std::optional<FileStamp> &file, const std::optional<FileStamp> &before)
{
    return file && before && file->size < before->size;
}

/// True when a part of the log is gone. SQLite begins it anew without making it shorter.
bool isCut(const std::optional<FileStamp> &log, const std::optional<FileStamp> &before)
{
    return isShorter(log, before) || (log && before && log->allocated < before->allocated);
}

} // namespace

JournalFile::JournalFile(QString file, NoticeHandler handler)
    : m_name(std::move(file))
    , m_handler(std::move(handler))
    , m_anchor(m_name)
{
}

Result<std::shared_ptr<Database>> JournalFile::database()
{
    Stamps now = stamps();
    if (m_database && isShorter(now.index, m_stamps.index) &&
        makeAsLong(m_name + indexSuffix, m_stamps.index->size)) {
        now = stamps();
        m_isToBeLookedAt = true;
    }
    switch (m_database ? look(now) : Look::Replaced) {
    case Look::Same:
        if (!m_isToBeLookedAt)
            return m_database;
        [[fallthrough]];
    case Look::Touched:
        if (const Finding found = lookForPast(); found != Finding::There)
            return found == Finding::Damaged ? beginAnew() : goOnWithoutPast();
        m_isToBeLookedAt = false;
        m_stamps = now;
        return m_database;
    case Look::LogLost:
        if (!rescueLog())
            return goOnWithoutPast();
        break;
    case Look::Replaced:
        // A file of another past stays closed to us, and ours open, in case that it is put back.
        if (m_past && lookForPast() != Finding::There)
            return goOnWithoutPast();
        break;
    }
    return open();
}

Result<std::shared_ptr<Database>> JournalFile::goOnWithoutPast()
{
    const QString aside = m_stamps.main ? Database::fileAside(m_name, m_stamps.main->identity) : QString();
    // Somebody else has given an undamaged one such a name.
    if (aside.isEmpty() || !Database::isDamaged(aside))
        return foreign();
    return beginAnew();
}

std::optional<Error> JournalFile::problemWith(const Database &database, const EventLink &newest)
{
    if (!isFollowedBy(database, newest))
        return foreign();
    return schemaVersion(database) == m_schemaVersion ? std::nullopt : schemaProblem(database);
}

std::optional<Error> JournalFile::schemaProblem(const Database &database)
{
    // Counted before it is looked at: what is changed meanwhile is looked at again.
    const qint64 version = schemaVersion(database);
    const auto difference = SchemaCheck::firstDifference(database);
    if (version < 0 || !difference)
        return unavailable();
    if (!difference->isEmpty())
        return changed();
    m_schemaVersion = version;
    return {};
}

bool JournalFile::isFollowedBy(const Database &database, const EventLink &newest) const
{
    if (!m_past || newest == m_past->newest)
        return true;
    return newest.seq > m_past->newest.seq && EventChain::contains(database, m_past->newest);
}

void JournalFile::noteCommit(const EventLink &newest)
{
    if (!m_past)
        return;
    m_past->newest = newest;
    m_anchor.write(*m_past);
    m_told.reset();
    const Stamps now = stamps();
    // What has been replaced or cut meanwhile must not pass for ours.
    const Look seen = look(now);
    if (seen == Look::LogLost || seen == Look::Replaced || isShorter(now.index, m_stamps.index))
        return;
    m_isToBeLookedAt = m_isToBeLookedAt || now.main != m_stamps.main || isCut(now.log, m_stamps.log);
    m_stamps = now;
}

Result<std::shared_ptr<Database>> JournalFile::beginAnew()
{
    m_database.reset();
    const QString aside = m_stamps.main ? Database::quarantine(m_name, m_stamps.main->identity) : QString();
    // The others find it put aside, and go on with the new one too.
    if (aside.isEmpty())
        return unavailable();
    m_anchor.close();
    m_past.reset();
    tell(StoreNotice::Kind::JournalQuarantined, aside);
    return open();
}

Error JournalFile::foreign()
{
    tell(StoreNotice::Kind::JournalForeign, m_name);
    return {.kind = ErrorKind::NotSent, .code = ErrorCode::JournalForeign, .detail = ServerText(m_name)};
}

JournalFile::Stamps JournalFile::stamps() const
{
    return {.main = FileStamp::of(m_name),
            .log = FileStamp::of(m_name + logSuffix),
            .index = FileStamp::of(m_name + indexSuffix)};
}

JournalFile::Look JournalFile::look(const Stamps &now) const
{
    const auto isOther = [](const std::optional<FileStamp> &a, const std::optional<FileStamp> &b) {
        return a.has_value() != b.has_value() || (a && a->identity != b->identity);
    };
    if (isOther(now.main, m_stamps.main))
        return Look::Replaced;
    if (isOther(now.log, m_stamps.log) || isOther(now.index, m_stamps.index))
        return Look::LogLost;
    return isCut(now.log, m_stamps.log) || now.main != m_stamps.main ? Look::Touched : Look::Same;
}

JournalFile::Finding JournalFile::lookForPast() const
{
    const auto stamp = FileStamp::of(m_name);
    // An empty file would be made a journal.
    if (!m_past || !stamp || stamp->size == 0)
        return Finding::Missing;
    // Not through our connection, which remembers pages.
    const Result<std::shared_ptr<Database>> anew = Database::open(m_name, Database::Access::ReadOnly);
    if (!anew)
        return Finding::Missing;
    if (hasPast(**anew, *m_past))
        return Finding::There;
    return (*anew)->isDamaged() ? Finding::Damaged : Finding::Missing;
}

bool JournalFile::rescueLog()
{
    // The connection still has the log open, and writes what is in it into the main file.
    SqlStatement checkpoint = m_database->connection().prepare(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    // Others that read hold it up; the next write tries again.
    if (checkpoint.next() && checkpoint.number(0) != 0)
        return false;
    checkpoint = {};
    m_database.reset();
    if (lookForPast() != Finding::There)
        return false;
    tell(StoreNotice::Kind::JournalLogReplaced, m_name);
    return true;
}

Result<std::shared_ptr<Database>> JournalFile::openFile() const
{
    Result<std::shared_ptr<Database>> opened = Database::open(m_name, Database::Access::ReadWrite);
    // Another program may put a damaged file aside right after it has been opened here.
    constexpr int mostTries = 3;
    for (int tries = 1; tries < mostTries && opened && FileIdentity::of(m_name) != (*opened)->identity();
         ++tries)
        opened = Database::open(m_name, Database::Access::ReadWrite);
    return opened;
}

Result<std::shared_ptr<Database>> JournalFile::open()
{
    m_database.reset();
    const Result<std::shared_ptr<Database>> opened = openFile();
    if (!opened && opened.error().code == ErrorCode::JournalForeign)
        return foreign();
    if (!opened)
        return opened.error();
    if (const QString &aside = (*opened)->quarantinedFile(); !aside.isEmpty()) {
        m_anchor.close();
        m_past.reset();
        tell(StoreNotice::Kind::JournalQuarantined, aside);
    }
    const auto known = m_past ? m_past : JournalAnchor::read(m_name);
    const Stamps now = stamps();
    const bool isOther = !now.main || now.main->identity != (*opened)->identity();
    if (isOther || (known && !hasPast(**opened, *known)))
        return foreign();
    if (const auto problem = schemaProblem(**opened))
        return *problem;
    const auto identity = EventChain::identity(**opened);
    const auto newest = EventChain::newest(**opened);
    if (!identity || !newest)
        return unavailable();
    m_database = *opened;
    m_past = JournalPast{.identity = *identity, .newest = *newest};
    m_stamps = now;
    m_isToBeLookedAt = false;
    return m_database;
}

void JournalFile::tell(StoreNotice::Kind kind, const QString &path)
{
    const StoreNotice notice{.kind = kind, .path = path};
    if (m_told != notice)
        m_handler(notice);
    m_told = notice;
}

Error JournalFile::changed()
{
    tell(StoreNotice::Kind::JournalChanged, m_name);
    return {.kind = ErrorKind::NotSent, .code = ErrorCode::JournalChanged, .detail = ServerText(m_name)};
}

Error JournalFile::unavailable() const
{
    return {.kind = ErrorKind::NotSent, .code = ErrorCode::JournalUnavailable, .detail = ServerText(m_name)};
}

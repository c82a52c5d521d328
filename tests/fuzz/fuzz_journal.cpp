// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyqueries.h"
#include "store/history/journalaudit.h"
#include "store/history/listqueries.h"
#include "store/journal/database.h"
#include "store/journal/kickstatements.h"
#include "store/journal/liststatements.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdint>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageSize = 20;
constexpr qsizetype mostDetails = 2;

bool always()
{
    return true;
}

/// Whatever is read has a value, or says that it cannot be read.
template <typename T>
const T *valueOf(const Result<T> &result)
{
    if (result)
        return &*result;
    if (result.error().code != ErrorCode::JournalUnreadable || errorText(result.error()).isEmpty())
        qFatal("a failure that is not the journal's");
    return nullptr;
}

template <typename T>
T require(const Result<T> &result)
{
    if (!result)
        qFatal("the sample cannot be made");
    return *result;
}

/// A single kick with its outcome, and a list with somebody in the middle of it.
void fill(const Database &database)
{
    JournalTransaction transaction(database);
    const JournalJob job{.profile = u"prod"_s, .host = u"https://api.authing.cn"_s, .keyId = u"key1"_s};
    JournalItem item{
        .target = {.identifier = u"6319a1504f3c0f214dd5b7aa"_s, .appIds = {u"app1"_s, u"app2"_s}}};
    item.target.userId = item.target.identifier;
    JournalKey key = require(KickStatements::begin(transaction, job, item)).key;
    const JournalIntent intent{.key = key, .nonce = "nonce1", .bodyHash = "b0d1"};
    key = require(KickStatements::recordIntent(transaction, intent)).key;
    require(KickStatements::recordAnswer(
        transaction, {.key = key, .state = ItemState::Accepted, .reply = {}, .errorCode = {}}));
    require(KickStatements::recordOutcome(transaction, {.key = key,
                                                        .identifier = item.target.identifier,
                                                        .state = ItemState::Verified,
                                                        .outcome = KickOutcome::Verified,
                                                        .apps = {{.appId = u"app1"_s}}}));

    const qint64 listId = require(ListStatements::begin(transaction, job, {}, 2)).key.jobId;
    JournalItem other = item;
    other.position = 1;
    other.target.identifier = u"6319a1504f3c0f214dd5b7ab"_s;
    require(ListStatements::addItems(transaction, listId, {item, other}));
    require(ListStatements::recordJob(transaction, {.jobId = listId}));
    const auto open = require(ListQueries::openItems(database, listId, -1, 1));
    require(KickStatements::recordIntent(
        transaction,
        {.key = {.jobId = listId, .itemId = open.first().itemId}, .nonce = "nonce2", .bodyHash = "b0d2"}));
}

/// The files of a journal: the database, and the log beside it.
struct Files
{
    QByteArray database;
    QByteArray log;
};

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A journal as the program writes it, in small pages, so that there is little room for damage that hits
/// nothing. The list is still in the log.
Files makeSample()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"journal.db"_s);
    const auto database = require(Database::open(name, Database::Access::ReadWrite));
    for (const QString &statement : {u"PRAGMA journal_mode = DELETE"_s, u"PRAGMA page_size = 512"_s,
                                     u"VACUUM"_s, u"PRAGMA journal_mode = WAL"_s}) {
        if (!database->execute(statement))
            qFatal("the sample cannot be made");
    }
    fill(*database);
    (void)database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    fill(*database);
    return {.database = contentOf(name), .log = contentOf(name + u"-wal"_s)};
}

/// What @p data makes of the sample, by its first byte: any bytes in the place of the database, or four bytes
/// an edit of a file, three for the place and one to put there.
Files filesOf(uint8_t first, QByteArrayView data)
{
    static const Files sample = makeSample();
    Files files = sample;
    const int kind = first % 4;
    if (kind == 0)
        return {.database = data.toByteArray(), .log = {}};
    if (kind == 1)
        files.log.clear();
    QByteArray *edited = kind == 3 ? &files.log : &files.database;
    for (; data.size() >= 4; data = data.sliced(4)) {
        const auto byte = [data](qsizetype at) { return qsizetype{static_cast<uint8_t>(data[at])}; };
        const qsizetype place = (byte(0) << 16 | byte(1) << 8 | byte(2)) % edited->size();
        (*edited)[place] = data[3];
    }
    // The rest shortens the file.
    if (!data.isEmpty())
        edited->chop(static_cast<uint8_t>(data.front()));
    return files;
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("no file to read");
}

/// All that a window or the command line reads.
void read(const Database &database)
{
    (void)valueOf(HistoryQueries::head(database));
    (void)valueOf(HistoryQueries::count(database, {.since = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)}));
    (void)valueOf(HistoryQueries::recordedRequests(database, {u"request"_s}));
    (void)valueOf(HistoryQueries::page(database, {.text = u"app"_s}, 0, pageSize, always));
    const Result<HistorySlice> page = HistoryQueries::page(database, {}, 0, pageSize, always);
    if (const HistorySlice *slice = valueOf(page)) {
        for (const HistoryItem &item : slice->items.first(std::min(mostDetails, slice->items.size())))
            (void)valueOf(HistoryQueries::detail(database, item.itemId));
    }
    (void)JournalAudit::verify(database);
    (void)valueOf(ListQueries::job(database, 0));
    const Result<ListRecord> offer =
        ListQueries::newestUnfinished(database, u"https://api.authing.cn"_s, u"key"_s);
    if (const ListRecord *record = valueOf(offer)) {
        (void)valueOf(ListQueries::rows(database, record->jobId));
        (void)valueOf(ListQueries::openItems(database, record->jobId, -1, pageSize));
    }
}

/// What the owner of the list writes first, and the next kick.
void goOn(const Database &database)
{
    if (!database.execute(u"BEGIN IMMEDIATE"_s))
        return;
    JournalTransaction transaction(database);
    (void)ListStatements::recordLost(transaction, 2);
    (void)ListStatements::reopen(transaction, 2, pageSize);
    (void)KickStatements::begin(transaction, {}, {.target = {.identifier = u"user"_s}});
    if (!database.execute(u"COMMIT"_s))
        (void)database.execute(u"ROLLBACK"_s);
    (void)database.isDamaged();
}

void checkRefusal(const Error &error, ErrorCode usual)
{
    if ((error.code != usual && error.code != ErrorCode::JournalNewer) || errorText(error).isEmpty())
        qFatal("a refusal that is not the journal's");
}

/// As the history does, in a file that another process may be writing.
void openToRead(const QString &name)
{
    if (const auto opened = Database::open(name, Database::Access::ReadOnly))
        read(**opened);
    else
        checkRefusal(opened.error(), ErrorCode::JournalUnreadable);
}

/// As a program does that has a list to go on with.
void openToGoOn(const QString &name, const Files &files)
{
    const auto opened = Database::open(name, Database::Access::ReadWrite);
    if (!opened) {
        checkRefusal(opened.error(), ErrorCode::JournalUnavailable);
        return;
    }
    const QString aside = (*opened)->quarantinedFile();
    // With a log beside it the damaged file may have taken over what was in there.
    if (!aside.isEmpty() &&
        (!QFile::exists(aside) || (files.log.isEmpty() && contentOf(aside) != files.database)))
        qFatal("a damaged journal that is not kept as it was");
    read(**opened);
    goOn(**opened);
}

} // namespace

/// A damaged journal, and any bytes in its place: reading and going on end with an answer or with an honest
/// error, and what is put aside is kept.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    if (size == 0)
        return 0;
    const uint8_t first = data[0];
    const Files files = filesOf(
        first, QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)).sliced(1));
    const QString name = folder.filePath(u"journal.db"_s);
    for (const QString &old : QDir(folder.path()).entryList(QDir::Files))
        QFile::remove(folder.filePath(old));
    write(name, files.database);
    if (!files.log.isEmpty())
        write(name + u"-wal"_s, files.log);

    constexpr uint8_t goesOn = 4;
    if ((first & goesOn) == 0)
        openToRead(name);
    else
        openToGoOn(name, files);
    return 0;
}

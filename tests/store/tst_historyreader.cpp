// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyreader.h"
#include "store/journal/database.h"
#include "support/answerof.h"
#include "support/journalsample.h"

#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

Result<HistorySlice> pageOf(HistoryReader *reader, const HistoryFilter &filter = {}, qint64 before = 0,
                            int limit = 100)
{
    QObject context;
    return *answerOf<Result<HistorySlice>>(
        [&](const auto &handler) { reader->page(filter, before, limit, &context, handler); });
}

QStringList namesOf(const Result<HistorySlice> &page)
{
    QStringList result;
    if (page) {
        for (const HistoryItem &item : page->items)
            result << item.target.name.plain();
    }
    return result;
}

/// A journal in a folder of its own, and a reader of it.
struct Library
{
    QTemporaryDir folder;
    QString file = folder.filePath(u"journal.db"_s);
    std::unique_ptr<Journal> journal = std::make_unique<Journal>(file);
    HistoryReader reader{file};
};

} // namespace

class TestHistoryReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingFileIsAnEmptyHistory();
    void emptyFileIsAnEmptyHistory();
    void seesWhatIsWrittenElsewhere();
    void followsAFileThatWasPutAside();
    void pagesNewestFirst();
    void findsText_data();
    void findsText();
    void filters();
    void readsOpenKicks();
    void tellsAttemptsAndHead();
    void verifies();
    void newerFileIsAnError();
    void damagedFileIsAnError();
    void readOnlyFolderIsRead();
    void strayNumbersEndToo();
    void abortedCallIsNotAnswered();
    void scanHandsOutEverything();
    void endsWhileItReads();
};

void TestHistoryReader::missingFileIsAnEmptyHistory()
{
    Library on;
    const auto page = pageOf(&on.reader);
    QVERIFY(page->items.isEmpty() && !page->hasMore);
    QVERIFY(!QFile::exists(on.file));
    QObject context;
    const auto verdict =
        answerOf<Result<JournalVerdict>>([&](const auto &handler) { on.reader.verify(&context, handler); });
    QVERIFY(verdict->value().isIntact());
}

void TestHistoryReader::emptyFileIsAnEmptyHistory()
{
    Library on;
    QFile file(on.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(pageOf(&on.reader)->items.isEmpty());
}

void TestHistoryReader::seesWhatIsWrittenElsewhere()
{
    Library on;
    QVERIFY(JournalSamples::write(on.journal.get(), {.name = u"first"_s}) > 0);
    QCOMPARE(namesOf(pageOf(&on.reader)), QStringList({u"first"_s}));
    Journal other(on.file);
    QVERIFY(JournalSamples::write(&other, {.name = u"second"_s}) > 0);
    QCOMPARE(namesOf(pageOf(&on.reader)), QStringList({u"second"_s, u"first"_s}));
}

void TestHistoryReader::followsAFileThatWasPutAside()
{
#ifdef Q_OS_WIN
    QSKIP("a file that is open cannot be put aside there");
#endif
    Library on;
    QVERIFY(JournalSamples::write(on.journal.get(), {.name = u"old"_s}) > 0);
    QCOMPARE(namesOf(pageOf(&on.reader)), QStringList({u"old"_s}));
    QVERIFY(!Database::quarantine(on.file, *FileIdentity::of(on.file)).isEmpty());
    QVERIFY(pageOf(&on.reader)->items.isEmpty());
    // Only a program that does not know the old one begins a new one.
    on.journal = std::make_unique<Journal>(on.file);
    QVERIFY(JournalSamples::write(on.journal.get(), {.name = u"new"_s}) > 0);
    QCOMPARE(namesOf(pageOf(&on.reader)), QStringList({u"new"_s}));
}

void TestHistoryReader::pagesNewestFirst()
{
    Library on;
    for (int i = 1; i <= 5; ++i)
        QVERIFY(JournalSamples::write(on.journal.get(), {.name = QString::number(i)}) > 0);
    const auto first = pageOf(&on.reader, {}, 0, 2);
    QCOMPARE(namesOf(first), QStringList({u"5"_s, u"4"_s}));
    QVERIFY(first->hasMore);
    const auto second = pageOf(&on.reader, {}, first->items.last().itemId, 2);
    QCOMPARE(namesOf(second), QStringList({u"3"_s, u"2"_s}));
    const auto last = pageOf(&on.reader, {}, second->items.last().itemId, 2);
    QCOMPARE(namesOf(last), QStringList({u"1"_s}));
    QVERIFY(!last->hasMore);
}

void TestHistoryReader::findsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("name") << u"三丰"_s << true;
    QTest::newRow("initials of a name") << u"zsf"_s << true;
    QTest::newRow("pinyin of a name") << u"Zhang三f"_s << true;
    QTest::newRow("other initials") << u"zsx"_s << false;
    QTest::newRow("pinyin of two texts") << u"zsfsent"_s << false;
    QTest::newRow("user ID") << u"sent-id"_s << true;
    QTest::newRow("target user ID") << u"TARGET-ID"_s << true;
    QTest::newRow("contact") << u"**7777"_s << true;
    QTest::newRow("ticket") << u"inc-77"_s << true;
    QTest::newRow("reason") << u"stolen"_s << true;
    QTest::newRow("pinyin of a reason") << u"diushi"_s << true;
    QTest::newRow("operator") << u"OPERATOR-7"_s << true;
    QTest::newRow("OS user") << u"alic"_s << true;
    QTest::newRow("request") << u"request-77"_s << true;
    QTest::newRow("percent itself") << u"100%"_s << true;
    QTest::newRow("percent is no wildcard") << u"INC%77"_s << false;
    QTest::newRow("underscore is no wildcard") << u"INC_77"_s << false;
    QTest::newRow("backslash") << u"a\\b"_s << true;
    QTest::newRow("quote") << u"o'clock"_s << true;
    QTest::newRow("outcome is not text") << u"verified"_s << false;
    QTest::newRow("message is not searched") << u"操作成功"_s << false;
}

void TestHistoryReader::findsText()
{
    QFETCH(QString, text);
    QFETCH(bool, isFound);
    Library on;
    const SampleKick kick{.identifier = u"sent-id"_s,
                          .userId = u"target-id"_s,
                          .name = u"张三丰"_s,
                          .contact = u"138****7777"_s,
                          .ticket = u"INC-77"_s,
                          .reason = u"手机丢失 phone stolen 100% at 5 o'clock a\\b"_s,
                          .operatorName = u"operator-7"_s,
                          .requestId = u"request-77"_s};
    QVERIFY(JournalSamples::write(on.journal.get(), kick) > 0);
    QCOMPARE(pageOf(&on.reader, {.text = text})->items.size(), isFound ? 1 : 0);
}

void TestHistoryReader::filters()
{
    Library on;
    const SampleKick rejected{.userId = u"someone"_s, .name = u"a"_s, .outcome = KickOutcome::Rejected};
    QVERIFY(JournalSamples::write(on.journal.get(), rejected) > 0);
    QVERIFY(JournalSamples::write(on.journal.get(), {.name = u"b"_s}) > 0);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto found = [&on](const HistoryFilter &filter) { return namesOf(pageOf(&on.reader, filter)); };
    QCOMPARE(found({.outcome = KickOutcome::Rejected}), QStringList({u"a"_s}));
    QCOMPARE(found({.outcome = KickOutcome::Verified}), QStringList({u"b"_s}));
    QCOMPARE(found({.outcome = KickOutcome::StillOnline}), QStringList());
    QCOMPARE(found({.userId = u"someone"_s}), QStringList({u"a"_s}));
    QCOMPARE(found({.anyId = u"6319a1504f3c0f214dd5b7aa"_s}).size(), 2);
    QCOMPARE(found({.since = now.addSecs(-60)}).size(), 2);
    QCOMPARE(found({.since = now.addSecs(60)}).size(), 0);
    QCOMPARE(found({.until = now.addSecs(-60)}).size(), 0);
    QCOMPARE(found({.text = u"b"_s, .since = now.addSecs(-60), .outcome = KickOutcome::Verified}),
             QStringList({u"b"_s}));
}

void TestHistoryReader::readsOpenKicks()
{
    Library on;
    QVERIFY(JournalSamples::begin(on.journal.get(), {.name = u"pending"_s}));
    const auto intended = JournalSamples::begin(on.journal.get(), {.name = u"intent"_s});
    QVERIFY(JournalSamples::intend(on.journal.get(), intended->key));
    const auto page = pageOf(&on.reader);
    QCOMPARE(page->items.at(0).outcome, KickOutcome::Unknown);
    QCOMPARE(page->items.at(1).outcome, KickOutcome::NotSent);
    QCOMPARE(namesOf(pageOf(&on.reader, {.outcome = KickOutcome::Unknown})), QStringList({u"intent"_s}));
    QCOMPARE(namesOf(pageOf(&on.reader, {.outcome = KickOutcome::NotSent})), QStringList({u"pending"_s}));
}

void TestHistoryReader::tellsAttemptsAndHead()
{
    Library on;
    const qint64 itemId = JournalSamples::write(on.journal.get());
    QObject context;
    const auto detail = answerOf<Result<HistoryDetail>>(
        [&](const auto &handler) { on.reader.detail(itemId, &context, handler); });
    QCOMPARE(detail->value().item.itemId, itemId);
    QCOMPARE(detail->value().attempts.size(), 1);
    QCOMPARE(detail->value().attempts.first().reply.requestId, u"8e5cb0d1-request"_s);
    const auto missing = answerOf<Result<HistoryDetail>>(
        [&](const auto &handler) { on.reader.detail(77, &context, handler); });
    QCOMPARE(missing->value().item.itemId, 0);
    const auto head =
        answerOf<Result<ChainHead>>([&](const auto &handler) { on.reader.head(&context, handler); });
    QCOMPARE(head->value().eventCount, 4);
    QCOMPARE(head->value().hash.size(), 64);
}

void TestHistoryReader::verifies()
{
    Library on;
    const qint64 itemId = JournalSamples::write(on.journal.get());
    QObject context;
    const auto verify = [&] {
        return **answerOf<Result<JournalVerdict>>(
            [&](const auto &handler) { on.reader.verify(&context, handler); });
    };
    QVERIFY(verify().isIntact());
    QVERIFY(JournalSamples::execute(on.file, u"UPDATE items SET outcome = 'rejected'"_s));
    QCOMPARE(verify().alteredTable, u"items"_s);
    QCOMPARE(verify().alteredId, itemId);
}

void TestHistoryReader::newerFileIsAnError()
{
    Library on;
    QVERIFY(JournalSamples::execute(on.file, u"PRAGMA user_version = 999"_s));
    const auto page = pageOf(&on.reader);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::JournalNewer);
}

void TestHistoryReader::damagedFileIsAnError()
{
    Library on;
    QFile file(on.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, 'x'));
    file.close();
    const auto page = pageOf(&on.reader);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::JournalUnreadable);
    QVERIFY(errorText(page.error()).contains(on.file));
    // A reader moves nothing.
    QVERIFY(QFile::exists(on.file));
}

void TestHistoryReader::readOnlyFolderIsRead()
{
#ifdef Q_OS_UNIX
    Library on;
    QVERIFY(JournalSamples::write(on.journal.get(), {.name = u"kept"_s}) > 0);
    on.journal.reset();
    constexpr QFile::Permissions readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    constexpr QFile::Permissions enterable = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(on.file, readable));
    QVERIFY(QFile::setPermissions(on.folder.path(), readable | enterable));
    // Rights do not bind the administrator.
    constexpr uid_t nobody = 65534;
    const bool isAdministrator = geteuid() == 0;
    QVERIFY(!isAdministrator || seteuid(nobody) == 0);
    const QStringList names = namesOf(pageOf(&on.reader));
    const auto written = Database::open(on.file, Database::Access::ReadWrite);
    QVERIFY(!isAdministrator || seteuid(0) == 0);
    QVERIFY(QFile::setPermissions(on.folder.path(), readable | enterable | QFile::WriteOwner));
    QCOMPARE(names, QStringList({u"kept"_s}));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::JournalUnavailable);
#else
    QSKIP("a folder's rights are other ones there");
#endif
}

void TestHistoryReader::strayNumbersEndToo()
{
    Library on;
    QVERIFY(JournalSamples::write(on.journal.get(), {.name = u"usual"_s}) > 0);
    for (const auto &number :
         {u"9223372036854775807"_s, u"4611686018427387904"_s, u"-9223372036854775807"_s}) {
        QVERIFY(JournalSamples::execute(
            on.file, u"INSERT INTO items (id, job_id, created_at, user_id, user_id_type, target_user_id, "
                     "target_name, target_contact, app_ids, override_reason, state, changed_at) VALUES "
                     "(%1, 99, 1, '', '', '', 'stray', '', 'no JSON', '', 'odd', 1)"_s.arg(number)));
    }
    const QStringList names = namesOf(pageOf(&on.reader, {.text = u"usual"_s}));
    QCOMPARE(names, QStringList({u"usual"_s}));
    QVERIFY(namesOf(pageOf(&on.reader)).contains(u"stray"_s));
}

void TestHistoryReader::abortedCallIsNotAnswered()
{
    Library on;
    QVERIFY(JournalSamples::write(on.journal.get()) > 0);
    bool isAnswered = false;
    on.reader.page({}, 0, 10, this, [&](const Result<HistorySlice> &) { isAnswered = true; })->abort();
    {
        QObject context;
        on.reader.page({}, 0, 10, &context, [&](const Result<HistorySlice> &) { isAnswered = true; });
    }
    QVERIFY(pageOf(&on.reader));
    QVERIFY(!isAnswered);
}

void TestHistoryReader::scanHandsOutEverything()
{
    Library on;
    QVERIFY(JournalSamples::fill(on.file, 2500));
    // Called in another thread, but never two at a time.
    auto calls = std::make_shared<QStringList>();
    auto items = std::make_shared<int>(0);
    const HistorySink sink{
        .begin = [calls]() -> std::optional<Error> {
            calls->append(u"begin"_s);
            return {};
        },
        .item = [items](const HistoryItem &) -> std::optional<Error> {
            ++*items;
            return {};
        },
        .end = [calls](const ChainHead &) -> std::optional<Error> {
            calls->append(u"end"_s);
            return {};
        },
    };
    QObject context;
    const auto count =
        answerOf<Result<qint64>>([&](const auto &handler) { on.reader.scan({}, sink, &context, handler); });
    QCOMPARE(count->value(), 2500);
    QCOMPARE(*items, 2500);
    QCOMPARE(*calls, QStringList({u"begin"_s, u"end"_s}));
}

void TestHistoryReader::endsWhileItReads()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    QVERIFY(JournalSamples::fill(file, 2500));
    auto items = std::make_shared<std::atomic_int>(0);
    auto reader = std::make_unique<HistoryReader>(file);
    const HistorySink sink{
        .begin = [] { return std::optional<Error>(); },
        .item =
            [items, closed = std::make_shared<QSemaphore>()](const HistoryItem &) {
                ++*items;
                // Long enough that all of them would take seconds.
                (void)closed->tryAcquire(1, 5);
                return std::optional<Error>();
            },
        .end = [](const ChainHead &) { return std::optional<Error>(); },
    };
    bool isAnswered = false;
    reader->scan({}, sink, this, [&](const Result<qint64> &) { isAnswered = true; });
    QTRY_VERIFY(*items > 0);
    reader.reset();
    const int last = *items;
    QCoreApplication::processEvents();
    QCOMPARE(*items, last);
    QVERIFY(last < 2500);
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(TestHistoryReader)
#include "tst_historyreader.moc"

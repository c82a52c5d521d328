// SPDX-License-Identifier: Apache-2.0
#include "store/journal/database.h"
#include "store/journal/schema.h"
#include "support/journalrows.h"
#include "support/kicktarget.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray digest(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
               : QByteArray();
}

} // namespace

/// A journal that cannot be written: nothing is sent, and the words say so.
class TestJournalUnusable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_kicksBefore = m_on->sandbox->requestCount("kick-users"); }
    void pathBelowAFileSendsNothing();
    void folderInPlaceOfTheFileSendsNothing();
    void folderThatTakesTheFilesPlaceSendsNothing();
    void otherFileInTheFilesPlaceSendsNothing();
    void newerJournalIsLeftAlone();

private:
    KickResult kick(Journal *journal) const;
    void verifyNothingSent(const KickResult &result, ErrorCode code) const;

    std::unique_ptr<SandboxSession> m_on;
    KickPlan m_target;
    qint64 m_kicksBefore = 0;
};

void TestJournalUnusable::initTestCase()
{
    m_on = std::make_unique<SandboxSession>();
    m_target = onlineTarget(*m_on);
    m_target.proofLimit = 0s;
}

KickResult TestJournalUnusable::kick(Journal *journal) const
{
    Session session(m_on->profile(), m_on->address.secret, journal);
    QObject context;
    const auto result =
        answerOf<KickResult>([&](auto handler) { session.kicker()->start(m_target, &context, {}, handler); });
    if (!result)
        qFatal("The kick has no end");
    return *result;
}

void TestJournalUnusable::verifyNothingSent(const KickResult &result, ErrorCode code) const
{
    QCOMPARE(KickOutcomes::wireName(result.outcome), u"not_sent"_s);
    QVERIFY(result.error.has_value());
    QCOMPARE(errorCodeName(result.error->code), errorCodeName(code));
    QVERIFY(result.journalError.has_value());
    QCOMPARE(result.attempts, 0);
    QCOMPARE(m_on->sandbox->requestCount("kick-users"), m_kicksBefore);
}

void TestJournalUnusable::pathBelowAFileSendsNothing()
{
    const QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"plain"_s), "text"));
    Journal journal(folder.filePath(u"plain/journal.db"_s));
    verifyNothingSent(kick(&journal), ErrorCode::JournalUnavailable);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"plain"_s});
}

void TestJournalUnusable::folderInPlaceOfTheFileSendsNothing()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"journal.db"_s));
    Journal journal(folder.filePath(u"journal.db"_s));
    verifyNothingSent(kick(&journal), ErrorCode::JournalUnavailable);
    QVERIFY(QFileInfo(folder.filePath(u"journal.db"_s)).isDir());
}

void TestJournalUnusable::folderThatTakesTheFilesPlaceSendsNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    Journal journal(file);
    QObject context;
    const auto written = answerOf<Result<JournalReceipt>>(
        [&](auto handler) { journal.begin({}, {.target = {.identifier = u"u"_s}}, &context, handler); });
    QVERIFY(written && written->hasValue());
    QVERIFY(QFile::rename(file, folder.filePath(u"elsewhere.db"_s)));
    QVERIFY(QDir(folder.path()).mkdir(u"journal.db"_s));
    verifyNothingSent(kick(&journal), ErrorCode::JournalForeign);
}

void TestJournalUnusable::otherFileInTheFilesPlaceSendsNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    const QString aside = folder.filePath(u"elsewhere.db"_s);
    Journal journal(file);
    QCOMPARE(KickOutcomes::wireName(kick(&journal).outcome), u"accepted"_s);
    m_kicksBefore = m_on->sandbox->requestCount("kick-users");
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QVERIFY(QFile::rename(file + suffix, aside + suffix));
    QVERIFY(write(file, {}));
    verifyNothingSent(kick(&journal), ErrorCode::JournalForeign);
    QCOMPARE(QFileInfo(file).size(), 0);
    QCOMPARE(JournalRows::read(aside).items.size(), 1);
}

void TestJournalUnusable::newerJournalIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    {
        const auto database = Database::open(file, Database::Access::ReadWrite);
        QVERIFY(database.hasValue());
        QVERIFY((*database)->execute(u"PRAGMA user_version = 999"_s));
    }
    const QByteArray before = digest(file);
    QVERIFY(!before.isEmpty());
    {
        Journal journal(file);
        verifyNothingSent(kick(&journal), ErrorCode::JournalNewer);
    }
    QCOMPARE(digest(file), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"journal.db"_s});
}

QTEST_GUILESS_MAIN(TestJournalUnusable)
#include "tst_journalunusable.moc"

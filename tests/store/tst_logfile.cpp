// SPDX-License-Identifier: Apache-2.0
#include "store/files/logfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

LogEvent sample()
{
    return {.endpoint = Endpoint::KickUsers,
            .attempt = 2,
            .httpStatus = 200,
            .statusCode = 404,
            .apiCode = 2004,
            .sentBytes = 120,
            .receivedBytes = 340,
            .duration = 35ms,
            .error = ErrorCode::UserNotFound,
            .requestId = u"8f3c-01AB"_s};
}

QByteArrayList linesOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArrayList lines = file.readAll().split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

class LogFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesOneLineAnEvent();
    void isReadByItsOwnerOnly();
    void keepsThreeOldFiles();
    void goesOnWhileAnotherPutsTheFileAside();
    void writersDoNotCutEachOthersLines();
    void hasNoPlaceForHostileValues_data();
    void hasNoPlaceForHostileValues();
    void knowsEveryEndpointByItsPath();
    void doesNothingWhereItCannotWrite_data();
    void doesNothingWhereItCannotWrite();

private:
    bool fill(const QByteArray &mark, qint64 size) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LogFile> m_log;
};

void LogFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_log = std::make_unique<LogFile>(m_folder->filePath(u"kickdesk.log"_s));
}

/// Makes a full log of @p size bytes that starts with @p mark.
bool LogFileTest::fill(const QByteArray &mark, qint64 size) const
{
    QFile file(m_log->file());
    const QByteArray bytes = mark + QByteArray(size - mark.size() - 1, 'x') + '\n';
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == size;
}

void LogFileTest::writesOneLineAnEvent()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    m_log->write(sample());
    m_log->write({.endpoint = Endpoint::GetUser, .isAborted = true});
    const QByteArrayList lines = linesOf(m_log->file());
    QCOMPARE(lines.size(), 2);
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(lines.first().left(24)), Qt::ISODate);
    QVERIFY2(time >= before && time <= QDateTime::currentDateTimeUtc(), lines.first().constData());
    QVERIFY(lines.first().left(24).endsWith('Z'));
    QCOMPARE(lines.first().mid(24),
             " /api/v3/kick-users attempt=2 status=200 statusCode=404 apiCode=2004 ms=35 "
             "sent=120 received=340 error=user-not-found requestId=8f3c-01AB"_ba);
    QCOMPARE(lines.last().mid(24), " /api/v3/get-user attempt=1 ms=0 sent=0 received=0 error=aborted"_ba);
}

void LogFileTest::isReadByItsOwnerOnly()
{
    m_log->write(sample());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(m_log->file()) & others));
}

void LogFileTest::keepsThreeOldFiles()
{
    const QByteArrayList marks{"first", "second", "third", "fourth"};
    for (const QByteArray &mark : marks) {
        QVERIFY(fill(mark, LogFile::maximumSize));
        m_log->write(sample());
        QCOMPARE(linesOf(m_log->file()).size(), 1);
    }
    QVERIFY(linesOf(m_log->oldFile(1)).value(0).startsWith("fourth"));
    QVERIFY(linesOf(m_log->oldFile(2)).value(0).startsWith("third"));
    QVERIFY(linesOf(m_log->oldFile(3)).value(0).startsWith("second"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 4);
    QCOMPARE(m_log->oldFile(1), m_folder->filePath(u"kickdesk.1.log"_s));
}

void LogFileTest::goesOnWhileAnotherPutsTheFileAside()
{
    QLockFile lock(m_log->file() + u".lock"_s);
    QVERIFY(lock.tryLock(0));
    QVERIFY(fill("full", LogFile::maximumSize));
    m_log->write(sample());
    QCOMPARE(linesOf(m_log->file()).size(), 2);
    // But not for ever.
    QVERIFY(fill("full", 2 * LogFile::maximumSize));
    m_log->write(sample());
    QCOMPARE(linesOf(m_log->file()).size(), 1);
}

void LogFileTest::writersDoNotCutEachOthersLines()
{
    // Together a little more than two files.
    constexpr int linesEach = 9000;
    const QString name = m_log->file();
    const auto writeAll = [name] {
        const LogFile log(name);
        for (int i = 0; i < linesEach; ++i)
            log.write(sample());
    };
    const std::unique_ptr<QThread> one(QThread::create(writeAll));
    const std::unique_ptr<QThread> other(QThread::create(writeAll));
    one->start();
    other->start();
    QVERIFY(one->wait() && other->wait());

    static const QRegularExpression whole(
        uR"(\A\d{4}-\d\d-\d\dT[\d:.]{12}Z /api/v3/kick-users attempt=2 .* requestId=8f3c-01AB\z)"_s);
    QByteArrayList lines = linesOf(name);
    QVERIFY(QFile::exists(m_log->oldFile(2)));
    for (int place = 1; place <= LogFile::maximumOldFiles; ++place)
        lines += linesOf(m_log->oldFile(place));
    QCOMPARE(lines.size(), 2 * linesEach);
    for (const QByteArray &line : std::as_const(lines))
        QVERIFY2(whole.match(QString::fromLatin1(line)).hasMatch(), line.constData());
}

void LogFileTest::hasNoPlaceForHostileValues_data()
{
    QTest::addColumn<QString>("requestId");
    QTest::addColumn<int>("code");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("line break") << u"canary\nforged"_s << 10'000;
    QTest::newRow("line break at the end") << u"canary\n"_s << -1;
    QTest::newRow("e-mail") << u"canary@corp.cn"_s << 1'380'013'800;
    QTest::newRow("token") << u"canary.eyJ.sig"_s << 123'456;
    QTest::newRow("blank") << u"canary error=none"_s << -5;
    QTest::newRow("digits of another script") << u"canary٣"_s << 0;
    QTest::newRow("too long") << u"canary"_s.repeated(11) << 0;
}

void LogFileTest::hasNoPlaceForHostileValues()
{
    QFETCH(const QString, requestId);
    QFETCH(const int, code);
    m_log->write({.endpoint = Endpoints::fromPath(u"/api/v3/canary"_s),
                  .httpStatus = code,
                  .statusCode = code,
                  .apiCode = code,
                  .requestId = requestId});
    const QByteArrayList lines = linesOf(m_log->file());
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().mid(24), " other attempt=1 ms=0 sent=0 received=0"_ba);
}

void LogFileTest::knowsEveryEndpointByItsPath()
{
    for (int i = 0; i < static_cast<int>(Endpoint::Other); ++i) {
        const auto endpoint = static_cast<Endpoint>(i);
        QVERIFY(Endpoints::path(endpoint).startsWith("/api/v3/"_L1));
        QCOMPARE(Endpoints::fromPath(Endpoints::path(endpoint).toString()), endpoint);
    }
    QCOMPARE(Endpoints::fromPath(u"other"_s), Endpoint::Other);
}

void LogFileTest::doesNothingWhereItCannotWrite_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("no folder") << u"missing/kickdesk.log"_s;
    QTest::newRow("a folder in its place") << u"folder.log"_s;
    QTest::newRow("a link in its place") << u"link.log"_s;
}

void LogFileTest::doesNothingWhereItCannotWrite()
{
    QFETCH(const QString, place);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder.log"_s));
    QVERIFY(QFile::link(m_folder->filePath(u"target"_s), m_folder->filePath(u"link.log"_s)));
    const LogFile log(m_folder->filePath(place));
    QVERIFY(!log.isUsable());
    log.write(sample());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::NoSymLinks), QStringList());
    QVERIFY(m_log->isUsable());
}

QTEST_GUILESS_MAIN(LogFileTest)
#include "tst_logfile.moc"

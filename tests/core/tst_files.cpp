// SPDX-License-Identifier: Apache-2.0
#include "api/net/cafile.h"
#include "core/files/files.h"
#include "core/list/listtext.h"
#include "core/plan/listplanfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 bound = 1000;

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

constexpr QFile::Permissions everybody =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr QFile::Permissions others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;

/// The own folder is @p folder while this lives.
class OwnFolder
{
public:
    explicit OwnFolder(const QString &folder)
        : m_before(qgetenv("KICKDESK_DATA_DIR"))
    {
        qputenv("KICKDESK_DATA_DIR", QFile::encodeName(folder));
    }
    ~OwnFolder() { qputenv("KICKDESK_DATA_DIR", m_before); }

private:
    QByteArray m_before;
};

} // namespace

/// Every file that the program touches goes through one door.
class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatFits_data();
    void readsWhatFits();
    void nothingButFilesIsRead_data();
    void nothingButFilesIsRead();
    void listMayComeThroughAPipe();
    void endlessPipeIsReadToItsBound();
    void ownFilesAreNotWrittenOver_data();
    void ownFilesAreNotWrittenOver();
    void outputIsAllOrNothing();
    void outputIsAsPrivateAsWanted();
    void deviceIsWrittenToAndNotReplaced();
    void pipeIsWrittenToAndNotReplaced();
    void folderIsNoOutput();
    void linkIsNoOwnFile_data();
    void linkIsNoOwnFile();
    void ownFileIsPrivateFromTheBeginning();
    void rightsAreTakenFromOwnFilesOnly();
    void relativeDataHomeIsIgnored();
};

void TestFiles::readsWhatFits_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("fits");
    QTest::newRow("empty") << qint64(0) << true;
    QTest::newRow("as long as it may be") << bound << true;
    QTest::newRow("one more") << bound + 1 << false;
    QTest::newRow("far more") << 100 * bound << false;
}

void TestFiles::readsWhatFits()
{
    QFETCH(qint64, size);
    QFETCH(bool, fits);
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"a"_s);
    QCOMPARE(Files::read(name, bound).state, Files::Content::State::Missing);
    const QByteArray bytes(size, 'x');
    QVERIFY(write(name, bytes));
    const Files::Content content = Files::read(name, bound);
    QCOMPARE(content.state, fits ? Files::Content::State::Complete : Files::Content::State::TooLarge);
    QCOMPARE(content.bytes, fits ? bytes : QByteArray());
}

void TestFiles::nothingButFilesIsRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << u"folder"_s;
    QTest::newRow("endless device") << u"/dev/zero"_s;
    QTest::newRow("link to it") << u"link"_s;
    QTest::newRow("pipe that nobody writes to") << u"pipe"_s;
}

void TestFiles::nothingButFilesIsRead()
{
#ifndef Q_OS_UNIX
    QSKIP("these are files of Unix");
#else
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(dir.mkdir(u"folder"_s));
    QCOMPARE(mkfifo(QFile::encodeName(folder.filePath(u"pipe"_s)).constData(), S_IRUSR | S_IWUSR), 0);
    QVERIFY(QFile::link(u"/dev/zero"_s, folder.filePath(u"link"_s)));
    const QString file = dir.absoluteFilePath(name);
    QCOMPARE(Files::read(file, bound).state, Files::Content::State::Unreadable);
    QCOMPARE(CaFiles::read(file).problem, std::optional(CaFileProblem::Unreadable));
    if (name == "pipe"_L1)
        return;
    QCOMPARE(ListTexts::readBytes(file).error().code, ErrorCode::ListUnreadable);
    QCOMPARE(ListPlanFiles::load(file).error().code, ErrorCode::PlanUnreadable);
#endif
}

void TestFiles::listMayComeThroughAPipe()
{
#ifndef Q_OS_UNIX
    QSKIP("it is a pipe of Unix");
#else
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
    const std::unique_ptr<QThread> writer(QThread::create([pipe] { write(pipe, "one\ntwo\n"); }));
    writer->start();
    const Result<QByteArray> found = ListTexts::readBytes(pipe);
    writer->wait();
    QVERIFY(found);
    QCOMPARE(*found, "one\ntwo\n"_ba);
#endif
}

void TestFiles::endlessPipeIsReadToItsBound()
{
#ifndef Q_OS_UNIX
    QSKIP("it is a pipe of Unix");
#else
    // As good as endless, and no harm where it is read to its end.
    constexpr qint64 offered = qint64{32} * 1024 * 1024;
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
    // Otherwise the writer would be ended by its first write behind the reader's end.
    std::signal(SIGPIPE, SIG_IGN);
    qint64 written = 0;
    const std::unique_ptr<QThread> writer(QThread::create([&pipe, &written] {
        QFile file(pipe);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        const QByteArray part(1024, 'x');
        while (written < offered && file.write(part) == part.size())
            written += part.size();
    }));
    writer->start();
    const Files::Content content = Files::read(pipe, bound, Files::Source::FileOrPipe);
    writer->wait();
    QCOMPARE(content.state, Files::Content::State::TooLarge);
    QVERIFY2(written < offered, qPrintable(QString::number(written)));
#endif
}

void TestFiles::ownFilesAreNotWrittenOver_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("journal") << u"own/journal.db"_s;
    QTest::newRow("by another way") << u"own/../own/journal.db"_s;
    QTest::newRow("by a link to the folder") << u"door/journal.db"_s;
    QTest::newRow("link to the file") << u"link.csv"_s;
    QTest::newRow("log that is not there yet") << u"own/journal.db-wal"_s;
    QTest::newRow("connections") << u"own/profiles.json"_s;
}

void TestFiles::ownFilesAreNotWrittenOver()
{
#ifndef Q_OS_UNIX
    QSKIP("these are links of Unix");
#endif
    QFETCH(QString, name);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"own"_s));
    const QString journal = folder.filePath(u"own/journal.db"_s);
    QVERIFY(write(journal, "kicks"));
    QVERIFY(QFile::link(folder.filePath(u"own"_s), folder.filePath(u"door"_s)));
    QVERIFY(QFile::link(journal, folder.filePath(u"link.csv"_s)));
    const OwnFolder own(folder.filePath(u"own"_s));
    const auto error = OutputFile::save(folder.filePath(name), "export", OutputFile::Reader::Usual);
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::FileIsOwn);
    QCOMPARE(contentOf(journal), "kicks"_ba);
    QCOMPARE(QDir(folder.filePath(u"own"_s)).entryList(QDir::Files), QStringList{u"journal.db"_s});
}

void TestFiles::outputIsAllOrNothing()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"a.csv"_s);
    QVERIFY(write(name, "before"));
    {
        OutputFile file(name, OutputFile::Reader::Usual);
        QVERIFY(!file.open());
        QVERIFY(!file.write("after"));
    }
    QCOMPARE(contentOf(name), "before"_ba);
    QVERIFY(!OutputFile::save(name, "after", OutputFile::Reader::Usual));
    QCOMPARE(contentOf(name), "after"_ba);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a.csv"_s});
}

void TestFiles::outputIsAsPrivateAsWanted()
{
#ifdef Q_OS_WIN
    QSKIP("the rights of the folder hold there");
#endif
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"plan.json"_s);
    QVERIFY(write(name, "before") && QFile::setPermissions(name, everybody));
    QVERIFY(!OutputFile::save(name, "after", OutputFile::Reader::OwnerOnly));
    QVERIFY(!(QFile::permissions(name) & others));
}

void TestFiles::deviceIsWrittenToAndNotReplaced()
{
#ifndef Q_OS_UNIX
    QSKIP("it is a device of Unix");
#else
    const QTemporaryDir folder;
    const QString link = folder.filePath(u"link.csv"_s);
    QVERIFY(QFile::link(u"/dev/null"_s, link));
    for (const QString &name : {u"/dev/null"_s, link}) {
        QVERIFY(!OutputFile::save(name, "export", OutputFile::Reader::OwnerOnly));
        struct stat status = {};
        QCOMPARE(stat("/dev/null", &status), 0);
        QVERIFY(S_ISCHR(status.st_mode));
    }
    QVERIFY(QFileInfo(link).isSymLink());
    // A disk that is full is told.
    QCOMPARE(OutputFile::save(u"/dev/full"_s, "export", OutputFile::Reader::Usual)->code,
             ErrorCode::FileUnwritable);
#endif
}

void TestFiles::pipeIsWrittenToAndNotReplaced()
{
#ifndef Q_OS_UNIX
    QSKIP("it is a pipe of Unix");
#else
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), S_IRUSR | S_IWUSR), 0);
    // It has no reader, and the program waits for none.
    QCOMPARE(OutputFile::save(pipe, "export", OutputFile::Reader::Usual)->code, ErrorCode::FileUnwritable);
    QByteArray read;
    const std::unique_ptr<QThread> reader(QThread::create([&] { read = contentOf(pipe); }));
    reader->start();
    bool isWritten = false;
    QTRY_VERIFY(isWritten =
                    isWritten || !OutputFile::save(pipe, "export", OutputFile::Reader::Usual).has_value());
    reader->wait();
    QCOMPARE(read, "export"_ba);
    struct stat status = {};
    QCOMPARE(stat(QFile::encodeName(pipe).constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
#endif
}

void TestFiles::folderIsNoOutput()
{
    const QTemporaryDir folder;
    const auto error = OutputFile::save(folder.path(), "export", OutputFile::Reader::Usual);
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::FileUnwritable);
}

void TestFiles::linkIsNoOwnFile_data()
{
    QTest::addColumn<bool>("isHard");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("symbolic") << false << true;
    QTest::newRow("symbolic, to nothing yet") << false << false;
    QTest::newRow("hard") << true << true;
}

void TestFiles::linkIsNoOwnFile()
{
#ifndef Q_OS_UNIX
    QSKIP("these are links of Unix");
#else
    QFETCH(bool, isHard);
    QFETCH(bool, isThere);
    const QTemporaryDir folder;
    const QString victim = folder.filePath(u"victim"_s);
    const QString name = folder.filePath(u"own"_s);
    if (isThere)
        QVERIFY(write(victim, "of somebody") && QFile::setPermissions(victim, everybody));
    const QByteArray from = QFile::encodeName(victim);
    const QByteArray to = QFile::encodeName(name);
    QCOMPARE(isHard ? ::link(from.constData(), to.constData()) : symlink(from.constData(), to.constData()),
             0);
    QVERIFY(!Files::isOurs(name));
    QVERIFY(!Files::closeToOthers(name));
    QFile file;
    QVERIFY(!Files::openOwn(&file, name, QIODevice::ReadWrite));
    QVERIFY(!Files::makeOwn(name));
    QVERIFY(!Files::replaceOwn(name, "ours"));
    QCOMPARE(QFile::exists(victim), isThere);
    QCOMPARE(contentOf(victim), isThere ? "of somebody"_ba : QByteArray());
    QVERIFY(!isThere || (QFile::permissions(victim) & others));
#endif
}

void TestFiles::ownFileIsPrivateFromTheBeginning()
{
    const QTemporaryDir folder;
    const QString made = folder.filePath(u"made"_s);
    QVERIFY(Files::makeOwn(made));
    QVERIFY(!Files::makeOwn(made));
    const QString name = folder.filePath(u"opened"_s);
    QFile opened;
    QVERIFY(Files::openOwn(&opened, name, QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(opened.write("one"), 3);
    opened.close();
    QVERIFY(Files::openOwn(&opened, name, QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(opened.write("two"), 3);
    opened.close();
    QCOMPARE(contentOf(name), "onetwo"_ba);
    const QString replaced = folder.filePath(u"replaced"_s);
    QVERIFY(Files::replaceOwn(replaced, "one") && Files::replaceOwn(replaced, "two"));
    QCOMPARE(contentOf(replaced), "two"_ba);
#ifndef Q_OS_WIN
    for (const QString &each : {made, name, replaced})
        QVERIFY2(!(QFile::permissions(each) & others), qPrintable(each));
#endif
}

void TestFiles::rightsAreTakenFromOwnFilesOnly()
{
#ifdef Q_OS_WIN
    QSKIP("the rights of the folder hold there");
#endif
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"a"_s);
    QVERIFY(write(name, "a") && QFile::setPermissions(name, everybody));
    QVERIFY(Files::closeToOthers(name));
    QVERIFY(!(QFile::permissions(name) & others));
    QVERIFY(!Files::closeToOthers(name));
    QVERIFY(!Files::closeToOthers(folder.filePath(u"missing"_s)));
}

void TestFiles::relativeDataHomeIsIgnored()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux has the variable");
#endif
    const OwnFolder none(QString{});
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", "here");
    QCOMPARE(Files::ownFolder(), QDir::home().filePath(u".local/share/kickdesk"_s));
    const QTemporaryDir folder;
    qputenv("XDG_DATA_HOME", QFile::encodeName(folder.path()));
    QCOMPARE(Files::ownFolder(), folder.filePath(u"kickdesk"_s));
    qputenv("XDG_DATA_HOME", before);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"

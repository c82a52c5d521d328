// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

/// A copy of the program keeps its data beside it where a file `portable` says so, and nowhere else.
class TestCliPortable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsItsDataBesideIt();
    void withoutTheMarkUsesTheFolderOfTheUser();
    void theNamedFolderComesFirst();

private:
    bool mark() const;
    QJsonObject run(const QStringList &arguments, const QString &namedFolder) const;
    QString kick(const QString &namedFolder = {}) const;
    bool hasJournal(const QString &folder) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_program;
};

void TestCliPortable::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    for (const auto &name : {u"program"_s, u"home"_s})
        QVERIFY(QDir(m_folder->path()).mkdir(name));
    const QString original = QStringLiteral(KICKDESK_CLI);
    m_program = m_folder->filePath(u"program/"_s + QFileInfo(original).fileName());
    QVERIFY(QFile::copy(original, m_program));
}

bool TestCliPortable::mark() const
{
    QFile file(m_folder->filePath(u"program/portable"_s));
    return file.open(QIODevice::WriteOnly);
}

/// Runs the copy on its sandbox without the data folder that the tests have; what it prints.
QJsonObject TestCliPortable::run(const QStringList &arguments, const QString &namedFolder) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"KICKDESK_DATA_DIR"_s);
    if (!namedFolder.isEmpty())
        environment.insert(u"KICKDESK_DATA_DIR"_s, namedFolder);
    environment.insert(u"HOME"_s, m_folder->filePath(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_folder->filePath(u"home/share"_s));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(m_program, QStringList{u"--sandbox"_s, u"--json"_s} + arguments);
    process.waitForFinished(60'000);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

/// Kicks the first user of the sandbox, which leaves a journal; what became of it.
QString TestCliPortable::kick(const QString &namedFolder) const
{
    const QString user = run({u"search"_s, u"--limit"_s, u"1"_s}, namedFolder).value("userId"_L1).toString();
    return run({u"kick"_s, user, u"--everywhere"_s, u"--verify"_s, u"0"_s, u"--yes"_s}, namedFolder)
        .value("outcome"_L1)
        .toString();
}

bool TestCliPortable::hasJournal(const QString &folder) const
{
    return QFileInfo::exists(m_folder->filePath(folder + u"/journal.db"_s));
}

void TestCliPortable::keepsItsDataBesideIt()
{
    QVERIFY(mark());
    QCOMPARE(kick(), u"accepted"_s);
    QVERIFY(hasJournal(u"program/data"_s));
    QVERIFY(QDir(m_folder->filePath(u"home"_s)).isEmpty());
}

void TestCliPortable::withoutTheMarkUsesTheFolderOfTheUser()
{
    QCOMPARE(kick(), u"accepted"_s);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"program/data"_s)));
    QVERIFY(!QDir(m_folder->filePath(u"home"_s)).isEmpty());
}

void TestCliPortable::theNamedFolderComesFirst()
{
    QVERIFY(mark());
    QCOMPARE(kick(m_folder->filePath(u"named"_s)), u"accepted"_s);
    QVERIFY(hasJournal(u"named"_s));
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"program/data"_s)));
}

QTEST_GUILESS_MAIN(TestCliPortable)
#include "tst_cliportable.moc"

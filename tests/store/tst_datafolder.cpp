// SPDX-License-Identifier: Apache-2.0
#include "store/connections/profilestore.h"
#include "store/files/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
constexpr QFile::Permissions everybody = QFile::ReadOwner | QFile::WriteOwner | others;

bool isPrivate(const QString &name)
{
    return !(QFileInfo(name).permissions() & others);
}

} // namespace

/// The folder belongs to its user, and what else is in it is none of the program's business.
class TestDataFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { qputenv("KICKDESK_DATA_DIR", m_before); }
    void newFolderIsPrivate();
    void openFolderIsClosed();
    void ownFilesAreClosed();
    void lockThatWasLeftIsNoFinding();
    void filesOfOthersAreLeftAlone_data();
    void filesOfOthersAreLeftAlone();
    void linksAreNotFollowed();
    void folderOfAnotherUserIsRefused();
    void linkToAFolderOfOursIsGood();
    void fileInItsPlaceIsUnusable();

private:
    QString make(const QString &name) const;

    QByteArray m_before = qgetenv("KICKDESK_DATA_DIR");
    std::unique_ptr<QTemporaryDir> m_outside;
    QString m_folder;
};

void TestDataFolder::init()
{
#ifndef Q_OS_UNIX
    QSKIP("on other systems the folder is in the user's profile");
#endif
    m_outside = std::make_unique<QTemporaryDir>();
    m_folder = m_outside->filePath(u"data"_s);
    qputenv("KICKDESK_DATA_DIR", QFile::encodeName(m_folder));
}

QString TestDataFolder::make(const QString &name) const
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(everybody) ? name : QString();
}

void TestDataFolder::newFolderIsPrivate()
{
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    QVERIFY(isPrivate(m_folder));
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
}

void TestDataFolder::openFolderIsClosed()
{
    QVERIFY(QDir().mkpath(m_folder) && QFile::setPermissions(m_folder, everybody | QFile::ExeOwner));
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Repaired);
    QVERIFY(isPrivate(m_folder));
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
}

void TestDataFolder::ownFilesAreClosed()
{
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    const QStringList names{u"journal.db"_s,    u"journal.db-wal"_s, u"journal.db.damaged-1"_s,
                            u"profiles.json"_s, u"settings.ini"_s,   u"kickdesk.1.log"_s};
    for (const QString &name : names)
        QVERIFY(!make(DataFolder::file(name)).isEmpty());
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Repaired);
    for (const QString &name : names)
        QVERIFY2(isPrivate(DataFolder::file(name)), qPrintable(name));
}

/// QLockFile leaves its files to the umask, and a program that was ended leaves one.
void TestDataFolder::lockThatWasLeftIsNoFinding()
{
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    for (const auto &name :
         {u"journal.db.lock"_s, u"journal.db.list-1.lock"_s, u"profiles.json.lock.rmlock"_s}) {
        const QString lock = make(DataFolder::file(name));
        QVERIFY(!lock.isEmpty() && !isPrivate(lock));
        QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
        QVERIFY(isPrivate(lock));
    }
}

void TestDataFolder::filesOfOthersAreLeftAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isFolderOpen");
    for (const char *name : {"program", ".profile", "my journal.db", "journal.txt"}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name) << false;
        // As a home folder usually is.
        QTest::addRow("%s, in an open folder", name) << QString::fromLatin1(name) << true;
    }
}

void TestDataFolder::filesOfOthersAreLeftAlone()
{
    QFETCH(QString, name);
    QFETCH(bool, isFolderOpen);
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    const QString program = make(DataFolder::file(name));
    QVERIFY(!program.isEmpty());
    QVERIFY(!isFolderOpen || QFile::setPermissions(m_folder, everybody | QFile::ExeOwner));
    QCOMPARE(DataFolder::prepare(), isFolderOpen ? DataFolder::State::Repaired : DataFolder::State::Ready);
    QVERIFY(QFileInfo(program).isExecutable());
    QVERIFY(!isPrivate(program));
}

void TestDataFolder::linksAreNotFollowed()
{
#ifdef Q_OS_UNIX
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    const QString soft = make(m_outside->filePath(u"soft"_s));
    const QString hard = make(m_outside->filePath(u"hard"_s));
    QCOMPARE(symlink(QFile::encodeName(soft).constData(),
                     QFile::encodeName(DataFolder::file(u"journal.db-shm"_s)).constData()),
             0);
    QCOMPARE(link(QFile::encodeName(hard).constData(),
                  QFile::encodeName(DataFolder::file(u"kickdesk.log"_s)).constData()),
             0);
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    QVERIFY(!isPrivate(soft));
    QVERIFY(!isPrivate(hard));
#endif
}

void TestDataFolder::folderOfAnotherUserIsRefused()
{
#ifdef Q_OS_UNIX
    constexpr uid_t somebody = 12345;
    QString folder = u"/usr"_s;
    if (geteuid() == 0) {
        folder = m_folder;
        QVERIFY(QDir().mkpath(folder) && QFile::setPermissions(folder, everybody | QFile::ExeOwner));
        QCOMPARE(chown(QFile::encodeName(folder).constData(), somebody, somebody), 0);
    }
    qputenv("KICKDESK_DATA_DIR", QFile::encodeName(folder));
    const QFile::Permissions before = QFileInfo(folder).permissions();
    QCOMPARE(DataFolder::prepare(), DataFolder::State::OfAnotherUser);
    QCOMPARE(QFileInfo(folder).permissions(), before);
    const Profile profile{.name = u"a"_s, .host = QUrl(u"https://a.example"_s), .keyId = u"k"_s};
    QCOMPARE(ProfileStore().add(profile).error().code, ErrorCode::FileUnwritable);
    QVERIFY(!QFile::exists(DataFolder::file(u"profiles.json"_s)));
#endif
}

void TestDataFolder::linkToAFolderOfOursIsGood()
{
    const QString elsewhere = m_outside->filePath(u"elsewhere"_s);
    QVERIFY(QDir().mkpath(elsewhere) && QFile::setPermissions(elsewhere, everybody | QFile::ExeOwner));
    QVERIFY(QFile::link(elsewhere, m_folder));
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Repaired);
    QVERIFY(isPrivate(elsewhere));
}

void TestDataFolder::fileInItsPlaceIsUnusable()
{
    QVERIFY(!make(m_folder).isEmpty());
    QCOMPARE(DataFolder::prepare(), DataFolder::State::Unusable);
}

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_datafolder.moc"

// SPDX-License-Identifier: Apache-2.0
#include "gui/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void firstOwnsTheFolder();
    void laterHandsOver();
    void endsWithItsOwner();
    void outlivesACrash();
    void takesItemsOnly_data();
    void takesItemsOnly();
    void survivesHostileClients();
    void failsWithoutAnOwner();

private:
    QString serverName() const
    {
        return u"kickdesk-"_s +
               QString::fromLatin1(QCryptographicHash::hash(QDir(m_folder->path()).canonicalPath().toUtf8(),
                                                            QCryptographicHash::Sha256)
                                       .toHex()
                                       .left(16));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SingleInstanceTest::firstOwnsTheFolder()
{
    SingleInstance first(m_folder->path());
    SingleInstance second(m_folder->path());
    QVERIFY(first.acquire());
    QVERIFY(!second.acquire());
    const QTemporaryDir elsewhere;
    SingleInstance other(elsewhere.path());
    QVERIFY(other.acquire());
}

void SingleInstanceTest::laterHandsOver()
{
    SingleInstance first(m_folder->path());
    QVERIFY(first.acquire());
    const QSignalSpy received(&first, &SingleInstance::received);
    SingleInstance second(m_folder->path());
    QVERIFY(!second.acquire());
    const QSignalSpy ended(&second, &SingleInstance::handOverEnded);
    const QStringList items{u"kickdesk:user?id=张三"_s, m_folder->filePath(u"名单.csv"_s)};
    second.handOver(items);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(ended.first().first().toBool());
    QCOMPARE(received.count(), 1);
    QCOMPARE(received.first().first().toStringList(), items);
    // Without anything to open the window is raised all the same.
    second.handOver({});
    QTRY_COMPARE(received.count(), 2);
    QVERIFY(received.last().first().toStringList().isEmpty());
}

void SingleInstanceTest::endsWithItsOwner()
{
    auto first = std::make_unique<SingleInstance>(m_folder->path());
    QVERIFY(first->acquire());
    first.reset();
    SingleInstance second(m_folder->path());
    QVERIFY(second.acquire());
}

void SingleInstanceTest::outlivesACrash()
{
    QProcess owner;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KICKDESK_DATA_DIR"_s, m_folder->path());
    owner.setProcessEnvironment(environment);
    owner.start(QStringLiteral(KICKDESK), {u"--sandbox"_s, u"--users"_s, u"10"_s});
    QVERIFY(owner.waitForStarted());
    SingleInstance later(m_folder->path());
    const QSignalSpy ended(&later, &SingleInstance::handOverEnded);
    // The program listens once it is up.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const qsizetype before = ended.count();
            later.handOver({});
            return QTest::qWaitFor([&] { return ended.count() > before; }) && ended.last().first().toBool();
        }(),
        20000);
    QVERIFY(!later.acquire());
    owner.kill();
    QVERIFY(owner.waitForFinished());
    // Else the next start would tell of files that others could read.
    const QFileInfo lock(m_folder->filePath(u"window.lock"_s));
    QVERIFY(lock.exists() && !lock.permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(later.acquire());
    // It listens under the name that the crash left behind.
    const QSignalSpy received(&later, &SingleInstance::received);
    SingleInstance third(m_folder->path());
    third.handOver({u"kickdesk:x"_s});
    QTRY_COMPARE(received.count(), 1);
}

void SingleInstanceTest::takesItemsOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isItem");
    QTest::newRow("link") << u"kickdesk:user/1"_s << true;
    QTest::newRow("file") << u"/home/agent/名单.csv"_s << true;
    QTest::newRow("another link") << u"https://evil.example"_s << false;
    QTest::newRow("relative file") << u"list.csv"_s << false;
    QTest::newRow("line feed") << u"kickdesk:a\nb"_s << false;
    QTest::newRow("direction mark") << u"kickdesk:\u202Eabc"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("long") << u"kickdesk:"_s + QString(5000, u'x') << false;
}

void SingleInstanceTest::takesItemsOnly()
{
    QFETCH(QString, text);
    QFETCH(bool, isItem);
    QCOMPARE(SingleInstance::isItem(text), isItem);
}

void SingleInstanceTest::survivesHostileClients()
{
    SingleInstance first(m_folder->path());
    QVERIFY(first.acquire());
    const QSignalSpy received(&first, &SingleInstance::received);
    const auto send = [this](const QByteArray &bytes) {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(serverName());
        socket->write(bytes);
        return socket;
    };
    std::vector<std::unique_ptr<QLocalSocket>> clients;
    for (const QByteArray &bytes : {QByteArray("\n"), QByteArray("{}\n"), QByteArray("[1,null,[]]\n"),
                                    QByteArray("\xff\xfe\n"), QByteArray("[\"https://evil.example\"]\n")})
        clients.push_back(send(bytes));
    QTRY_COMPARE(received.count(), 5);
    for (const QList<QVariant> &call : received)
        QVERIFY(call.first().toStringList().isEmpty());
    clients.clear();

    // Without an end the message is cut off and its client dropped, and so are silent clients in great
    // number.
    clients.push_back(send(QByteArray(1000000, 'x')));
    for (int i = 0; i < 40; ++i)
        clients.push_back(send({}));
    for (const auto &client : clients)
        QTRY_COMPARE(client->state(), QLocalSocket::UnconnectedState);
    QCOMPARE(received.count(), 5);

    SingleInstance second(m_folder->path());
    second.handOver({u"kickdesk:x"_s});
    QTRY_COMPARE(received.count(), 6);
    QCOMPARE(received.last().first().toStringList(), QStringList(u"kickdesk:x"_s));
}

void SingleInstanceTest::failsWithoutAnOwner()
{
    SingleInstance lonely(m_folder->path());
    const QSignalSpy ended(&lonely, &SingleInstance::handOverEnded);
    lonely.handOver({});
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!ended.first().first().toBool());
}

QTEST_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"

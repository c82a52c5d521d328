// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "gui/app/instancebox.h"
#include "gui/app/startup.h"
#include "gui/help/helpbrowser.h"
#include "gui/help/helpwindow.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

SingleInstance::Answer answer(const QSignalSpy &ended)
{
    return ended.last().first().value<SingleInstance::Answer>();
}

/// The lock file as the system's own class writes it.
void leaveLock(const QString &folder, const QString &computer)
{
    QFile file(QDir(folder).filePath(u"window.lock"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("4711\nKickdesk\n" + computer.toUtf8() + "\n\n\n");
}

/// The window of that class on the screen; null while there is none.
template <typename T>
T *window()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto found = std::ranges::find_if(windows, [](const QWidget *each) {
        return each->isVisible() && qobject_cast<const T *>(each) != nullptr;
    });
    return found == windows.end() ? nullptr : qobject_cast<T *>(*found);
}

constexpr auto box = &window<InstanceBox>;

void press(QMessageBox::ButtonRole role)
{
    const QList<QAbstractButton *> buttons = box()->buttons();
    for (QAbstractButton *button : buttons) {
        if (box()->buttonRole(button) == role) {
            button->click();
            return;
        }
    }
    QFAIL("there is no such button");
}

} // namespace

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
    void listensWhereNobodyElseCan_data();
    void listensWhereNobodyElseCan();
    void tellsLinksToItsOwnUserOnly();
    void saysWhichSessionHasTheWindow();
    void lockOfAnotherComputerIsTakenOver();
    void lockOfAnotherComputerIsLeft();
    void silentOwnerIsNamed();
    void theQuestionHasItsHelp();

private:
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
    QCOMPARE(answer(ended), SingleInstance::Answer::Taken);
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
            return QTest::qWaitFor([&] { return ended.count() > before; }) &&
                   answer(ended) == SingleInstance::Answer::Taken;
        }(),
        20000);
    QVERIFY(!later.acquire());
    owner.kill();
    QVERIFY(owner.waitForFinished());
    const QFileInfo lock(m_folder->filePath(u"window.lock"_s));
    QVERIFY(lock.exists());
#ifndef Q_OS_WIN
    // Else the next start would tell of files that others could read; Windows has access lists.
    QVERIFY(!lock.permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
#endif
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
        socket->connectToServer(SingleInstance::serverName(m_folder->path()));
        socket->write(bytes);
        return socket;
    };
    std::vector<std::unique_ptr<QLocalSocket>> clients;
    for (const QByteArray &bytes :
         {QByteArray("\n"), QByteArray("{}\n"), QByteArray("[1,null,[]]\n"), QByteArray("\xff\xfe\n"),
          QByteArray("{\"items\":[\"https://evil.example\"]}\n")})
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
    QCOMPARE(answer(ended), SingleInstance::Answer::NoAnswer);
}

void SingleInstanceTest::listensWhereNobodyElseCan_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("short") << u"a"_s;
    QTest::newRow("long") << QString(120, u'a');
}

void SingleInstanceTest::listensWhereNobodyElseCan()
{
#ifdef Q_OS_WIN
    QSKIP("a pipe is no file");
#else
    QFETCH(QString, folder);
    // As the data folder is.
    const QString place = m_folder->filePath(folder);
    QVERIFY(QDir().mkdir(place));
    QVERIFY(QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    SingleInstance first(place);
    QVERIFY(first.acquire());
    const QFileInfo socket(SingleInstance::serverName(place));
    QVERIFY2(socket.exists(), qPrintable(socket.filePath()));
    const QFileInfo around(socket.absolutePath());
    QCOMPARE(around.ownerId(), geteuid());
    QVERIFY(!around.permissions().testAnyFlags(QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                               QFile::ReadOther | QFile::WriteOther | QFile::ExeOther));
#endif
}

/// Somebody else has made the socket, as in a folder that all may write to.
void SingleInstanceTest::tellsLinksToItsOwnUserOnly()
{
#ifdef Q_OS_LINUX
    if (geteuid() != 0)
        QSKIP("only root can be somebody else");
    constexpr uid_t someoneElse = 65534;
    QLocalServer thief;
    const auto heard = std::make_shared<QByteArray>();
    connect(&thief, &QLocalServer::newConnection, &thief, [&thief, heard] {
        QLocalSocket *socket = thief.nextPendingConnection();
        connect(socket, &QLocalSocket::readyRead, &thief, [socket, heard] {
            *heard += socket->readAll();
            socket->write("+\n");
        });
    });
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    // The system remembers who has begun to listen.
    QCOMPARE(seteuid(someoneElse), 0);
    const bool isListening = thief.listen(SingleInstance::serverName(m_folder->path()));
    QCOMPARE(seteuid(0), 0);
    if (!isListening)
        QSKIP("another user cannot reach the folder of this test");
    SingleInstance second(m_folder->path());
    const QSignalSpy ended(&second, &SingleInstance::handOverEnded);
    second.handOver({u"kickdesk:13800138000"_s});
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(answer(ended), SingleInstance::Answer::NoAnswer);
    QCOMPARE(*heard, QByteArray());
#else
    QSKIP("the users of this system cannot be played");
#endif
}

void SingleInstanceTest::saysWhichSessionHasTheWindow()
{
    SingleInstance first(m_folder->path(), u":10"_s);
    QVERIFY(first.acquire());
    const QSignalSpy received(&first, &SingleInstance::received);
    SingleInstance second(m_folder->path(), u":11"_s);
    QVERIFY(!second.acquire());
    const QSignalSpy ended(&second, &SingleInstance::handOverEnded);
    second.handOver({u"kickdesk:x"_s});
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(answer(ended), SingleInstance::Answer::OtherSession);
    QCOMPARE(second.owner().session.plain(), u":10"_s);
    QCOMPARE(second.owner().pid, QCoreApplication::applicationPid());
    QCOMPARE(received.count(), 0);
    // Who does not know its session is no stranger.
    SingleInstance third(m_folder->path(), QString());
    third.handOver({u"kickdesk:x"_s});
    QTRY_COMPARE(received.count(), 1);

    const Translation translation;
    const InstanceBox asked(InstanceBox::Problem::OtherSession, second.owner(), &translation);
    QVERIFY2(asked.text().contains(u"(:10)"_s), qPrintable(asked.text()));
    QCOMPARE(asked.buttons().size(), 1);
}

void SingleInstanceTest::theQuestionHasItsHelp()
{
    leaveLock(m_folder->path(), u"PC-17"_s);
    const Translation translation;
    Startup startup(m_folder->path(), &translation);
    startup.begin({});
    QTRY_VERIFY(box() != nullptr);
    QVERIFY(window<HelpWindow>() == nullptr);
    QTest::keyClick(box(), Qt::Key_F1);
    QVERIFY(window<HelpWindow>() != nullptr);
    const auto *browser = window<HelpWindow>()->findChild<HelpBrowser *>();
    QTRY_COMPARE(browser->headings().value(browser->currentHeading()).anchor, u"already-open"_s);
    press(QMessageBox::RejectRole);
    // It goes with the question.
    QTRY_VERIFY(window<HelpWindow>() == nullptr);
}

void SingleInstanceTest::lockOfAnotherComputerIsTakenOver()
{
    leaveLock(m_folder->path(), u"PC-<b>17</b>"_s);
    const Translation translation;
    Startup startup(m_folder->path(), &translation);
    const QSignalSpy mayOpen(&startup, &Startup::mayOpen);
    const QSignalSpy ended(&startup, &Startup::ended);
    startup.begin({});
    QTRY_VERIFY(box() != nullptr);
    QCOMPARE(mayOpen.count(), 0);
    QVERIFY2(box()->text().contains(u"PC-<b>17</b>"_s), qPrintable(box()->text()));
    QVERIFY2(box()->text().contains(u"window.lock"_s), qPrintable(box()->text()));
    QCOMPARE(box()->textFormat(), Qt::PlainText);
    press(QMessageBox::AcceptRole);
    QTRY_COMPARE(mayOpen.count(), 1);
    QCOMPARE(ended.count(), 0);
    SingleInstance second(m_folder->path());
    QVERIFY(!second.acquire());
    QVERIFY(second.owner().isHere);
}

void SingleInstanceTest::lockOfAnotherComputerIsLeft()
{
    leaveLock(m_folder->path(), u"PC-17"_s);
    const Translation translation;
    Startup startup(m_folder->path(), &translation);
    const QSignalSpy ended(&startup, &Startup::ended);
    startup.begin({});
    QTRY_VERIFY(box() != nullptr);
    press(QMessageBox::RejectRole);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!ended.first().first().toBool());
    QVERIFY(QFile::exists(m_folder->filePath(u"window.lock"_s)));
}

/// Its process lives, but does not listen.
void SingleInstanceTest::silentOwnerIsNamed()
{
#ifdef Q_OS_WIN
    QSKIP("a pipe cannot be taken from its owner");
#endif
    auto first = std::make_unique<SingleInstance>(m_folder->path());
    QVERIFY(first->acquire());
    QLocalServer::removeServer(SingleInstance::serverName(m_folder->path()));
    const Translation translation;
    Startup startup(m_folder->path(), &translation);
    const QSignalSpy mayOpen(&startup, &Startup::mayOpen);
    startup.begin({});
    QTRY_VERIFY(box() != nullptr);
    const QString pid = QString::number(QCoreApplication::applicationPid());
    QVERIFY2(box()->text().contains(pid), qPrintable(box()->text()));
    first.reset();
    press(QMessageBox::AcceptRole);
    QTRY_COMPARE(mayOpen.count(), 1);
}

QTEST_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"

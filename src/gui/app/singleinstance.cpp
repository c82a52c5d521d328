// SPDX-License-Identifier: Apache-2.0
#include "gui/app/singleinstance.h"

#include "core/files/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype maximumMessage = qsizetype{64} * 1024;
constexpr qsizetype maximumAnswer = 256;
constexpr int maximumConnections = 8;
constexpr auto timeLimit = 2s;
constexpr char endOfMessage = '\n';
constexpr char taken = '+';
constexpr char elsewhere = '-';

QByteArray written(const QStringList &items, const QString &session)
{
    const QJsonObject message{{"session"_L1, session}, {"items"_L1, QJsonArray::fromStringList(items)}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact) + endOfMessage;
}

QStringList itemsOf(const QJsonObject &message)
{
    QStringList items;
    const QJsonArray array = message.value("items"_L1).toArray();
    for (const auto &value : array) {
        if (items.size() < SingleInstance::maximumItems && SingleInstance::isItem(value.toString()))
            items << value.toString();
    }
    return items;
}

/// Whether the name in a lock means this computer. On Windows Qt writes the NetBIOS name there, which has
/// capitals and 15 letters at the most.
bool isThisComputer(const QString &name)
{
#ifdef Q_OS_WIN
    std::array<wchar_t, MAX_COMPUTERNAME_LENGTH + 1> own{};
    auto size = static_cast<DWORD>(own.size());
    if (GetComputerNameW(own.data(), &size) &&
        name.compare(QString::fromWCharArray(own.data()), Qt::CaseInsensitive) == 0)
        return true;
#endif
    return name.isEmpty() || name == QSysInfo::machineHostName();
}

/// Whether a process of this user is at the other end.
bool isOwnUser(const QLocalSocket &socket)
{
#if defined(Q_OS_LINUX)
    ucred peer{};
    socklen_t size = sizeof peer;
    return getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) ==
               0 &&
           peer.uid == geteuid();
#elif defined(Q_OS_UNIX)
    uid_t user = 0;
    gid_t group = 0;
    return getpeereid(static_cast<int>(socket.socketDescriptor()), &user, &group) == 0 && user == geteuid();
#else
    // The pipe lets in this user only.
    Q_UNUSED(socket)
    return true;
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QString session, QObject *parent)
    : QObject(parent)
    , m_name(serverName(folder))
    , m_session(std::move(session))
    , m_lock(QDir(folder).filePath(u"window.lock"_s))
{
    // The lock of a process that has ended is stale however young it is, that of a living one never.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(maximumConnections);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::acquire()
{
    if (!m_lock.tryLock(0))
        return m_lock.error() != QLockFile::LockFailedError;
    // Any program may see that the lock is taken, but a file in the folder that others can read is taken for
    // a fault at the next start after a crash.
    Files::closeToOthers(m_lock.fileName());
    // What is there under this name was left by an owner that has crashed.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true;
}

InstanceOwner SingleInstance::owner() const
{
    InstanceOwner owner{.session = m_otherSession,
                        .since = QFileInfo(m_lock.fileName()).lastModified().toUTC(),
                        .file = m_lock.fileName()};
    QString computer;
    QString program;
    if (m_lock.getLockInfo(&owner.pid, &computer, &program)) {
        owner.computer = ServerText(computer);
        owner.isHere = isThisComputer(computer);
    }
    return owner;
}

bool SingleInstance::takeOver()
{
    return !owner().isHere && m_lock.removeStaleLockFile() && acquire();
}

void SingleInstance::handOver(const QStringList &items)
{
    m_isEnded = false;
    m_socket = new QLocalSocket(this);
    connect(m_socket, &QLocalSocket::connected, this, [this, items] {
        // A link may hold a phone number, so it goes to this user's process only.
        if (isOwnUser(*m_socket))
            m_socket->write(written(items.mid(0, maximumItems), m_session));
        else
            end(Answer::NoAnswer);
    });
    connect(m_socket, &QLocalSocket::readyRead, this, &SingleInstance::takeAnswer);
    connect(
        m_socket, &QLocalSocket::errorOccurred, this, [this] { end(Answer::NoAnswer); },
        Qt::QueuedConnection);
    QTimer::singleShot(timeLimit, m_socket, [this] { end(Answer::NoAnswer); });
    m_socket->connectToServer(m_name);
}

bool SingleInstance::isItem(const QString &text)
{
    const bool isPrintable = std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
    return text.size() <= maximumItemLength && isPrintable &&
           (text.startsWith("kickdesk:"_L1) || QDir::isAbsolutePath(text));
}

QString SingleInstance::currentSession()
{
#ifdef Q_OS_WIN
    DWORD session = 0;
    return ProcessIdToSessionId(GetCurrentProcessId(), &session) ? QString::number(session) : QString();
#else
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    return wayland.isEmpty() ? qEnvironmentVariable("DISPLAY") : wayland;
#endif
}

QString SingleInstance::serverName(const QString &folder)
{
    // The same for every way to write a folder.
    const QString place = QDir(folder).canonicalPath();
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256);
    constexpr int hashLength = 16;
    const QString unique = u"kickdesk-"_s + QString::fromLatin1(hash.toHex().left(hashLength));
#ifdef Q_OS_WIN
    return unique;
#else
    // In a folder that others may write to, anybody could be the owner. The path of a socket may have 103
    // bytes on macOS, and there is a longer one while it is made.
    constexpr qsizetype longestPath = 85;
    const QString inFolder = QDir(place).filePath(u"window.socket"_s);
    if (inFolder.toUtf8().size() <= longestPath)
        return inFolder;
    return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).filePath(unique);
#endif
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        // Anybody of this user may connect, also a program that never says anything.
        socket->setReadBufferSize(maximumMessage);
        socket->setParent(this);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(timeLimit, socket, [socket] { socket->abort(); });
        const bool isOneTooMany =
            findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly).size() > maximumConnections;
        if (isOneTooMany || !isOwnUser(*socket)) {
            socket->abort();
            socket->deleteLater();
        }
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= maximumMessage)
            socket->abort();
        return;
    }
    const QJsonObject message = QJsonDocument::fromJson(socket->readLine(maximumMessage)).object();
    const QString session = message.value("session"_L1).toString();
    const bool isElsewhere = !session.isEmpty() && !m_session.isEmpty() && session != m_session;
    socket->write(isElsewhere ? elsewhere + m_session.toUtf8().left(maximumAnswer) : QByteArray(1, taken));
    socket->write(QByteArray(1, endOfMessage));
    socket->disconnectFromServer();
    if (!isElsewhere)
        Q_EMIT received(itemsOf(message));
}

void SingleInstance::takeAnswer()
{
    const bool isWhole = m_socket->canReadLine();
    if (!isWhole && m_socket->bytesAvailable() <= maximumAnswer)
        return;
    const QByteArray answer = m_socket->readLine(maximumAnswer + 2).trimmed();
    if (answer.startsWith(elsewhere))
        m_otherSession = ServerText(QString::fromUtf8(answer.mid(1)));
    if (answer.startsWith(taken))
        end(Answer::Taken);
    else
        end(answer.startsWith(elsewhere) ? Answer::OtherSession : Answer::NoAnswer);
}

void SingleInstance::end(Answer answer)
{
    if (std::exchange(m_isEnded, true))
        return;
    m_socket->deleteLater();
    Q_EMIT handOverEnded(answer);
}

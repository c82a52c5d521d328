// SPDX-License-Identifier: Apache-2.0
#include "gui/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype maximumMessage = qsizetype{64} * 1024;
constexpr int maximumConnections = 8;
constexpr auto timeLimit = 2s;
constexpr char endOfMessage = '\n';
constexpr char taken = '+';

/// Short, because the path of a socket may have 107 bytes on Linux; the same for every way to write a folder.
QString serverName(const QString &folder)
{
    const QByteArray hash =
        QCryptographicHash::hash(QDir(folder).canonicalPath().toUtf8(), QCryptographicHash::Sha256);
    constexpr int length = 16;
    return u"kickdesk-"_s + QString::fromLatin1(hash.toHex().left(length));
}

QByteArray written(const QStringList &items)
{
    return QJsonDocument(QJsonArray::fromStringList(items)).toJson(QJsonDocument::Compact) + endOfMessage;
}

QStringList itemsOf(const QByteArray &message)
{
    QStringList items;
    const QJsonArray array = QJsonDocument::fromJson(message).array();
    for (const auto &value : array) {
        if (items.size() < SingleInstance::maximumItems && SingleInstance::isItem(value.toString()))
            items << value.toString();
    }
    return items;
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_name(serverName(folder))
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
    QFile::setPermissions(m_lock.fileName(), QFile::ReadOwner | QFile::WriteOwner);
    // What is there under this name was left by an owner that has crashed.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true;
}

void SingleInstance::handOver(const QStringList &items)
{
    m_isEnded = false;
    m_socket = new QLocalSocket(this);
    connect(m_socket, &QLocalSocket::connected, this,
            [this, items] { m_socket->write(written(items.mid(0, maximumItems))); });
    connect(m_socket, &QLocalSocket::readyRead, this, [this] { end(m_socket->readAll().startsWith(taken)); });
    connect(
        m_socket, &QLocalSocket::errorOccurred, this, [this] { end(false); }, Qt::QueuedConnection);
    QTimer::singleShot(timeLimit, m_socket, [this] { end(false); });
    m_socket->connectToServer(m_name);
}

bool SingleInstance::isItem(const QString &text)
{
    const bool isPrintable = std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
    return text.size() <= maximumItemLength && isPrintable &&
           (text.startsWith("kickdesk:"_L1) || QDir::isAbsolutePath(text));
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
        if (findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly).size() > maximumConnections) {
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
    const QStringList items = itemsOf(socket->readLine(maximumMessage));
    socket->write(QByteArray(1, taken));
    socket->disconnectFromServer();
    Q_EMIT received(items);
}

void SingleInstance::end(bool isTaken)
{
    if (std::exchange(m_isEnded, true))
        return;
    m_socket->deleteLater();
    Q_EMIT handOverEnded(isTaken);
}

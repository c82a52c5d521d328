// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service/sandbox.h"

#include "sandbox/faults/faults.h"
#include "sandbox/pool/users.h"
#include "sandbox/service/requestlog.h"
#include "sandbox/service/server.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QEvent>
#include <QThread>
#include <QtEndian>

#include <openssl/crypto.h>
#include <optional>

using namespace Qt::Literals::StringLiterals;

class Sandbox::Private
{
public:
    /// Runs @p action in the server's thread and returns when it is done.
    template <typename Action>
    void inThread(Action action)
    {
        QMetaObject::invokeMethod(&context, action, Qt::BlockingQueuedConnection);
    }

    SandboxOptions options;
    Simulated::RequestLog log;
    QThread thread;
    /// Lives in the thread.
    QObject context;
    /// Made, used and destroyed in the thread.
    std::unique_ptr<Simulated::Server> server;
};

Sandbox::Sandbox(SandboxOptions options, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->options = std::move(options);
    m_d->thread.setObjectName(u"sandbox"_s);
    m_d->context.moveToThread(&m_d->thread);
}

Sandbox::~Sandbox()
{
    if (!m_d->thread.isRunning())
        return;
    m_d->inThread([this] {
        m_d->server.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        // Waiting for a QThread is not waiting for the thread: at the end of the process what OpenSSL keeps
        // for it might still be there.
        OPENSSL_thread_stop();
    });
    m_d->thread.quit();
    m_d->thread.wait();
}

Result<SandboxAddress> Sandbox::start()
{
    Q_ASSERT(!m_d->thread.isRunning());
    std::optional<Result<SandboxAddress>> address;
    m_d->thread.start();
    m_d->inThread([this, &address] {
        m_d->server = std::make_unique<Simulated::Server>(m_d->options, m_d->log);
        address = m_d->server->start();
    });
    return *address;
}

quint16 Sandbox::usualPort(const SandboxOptions &options, const QString &folder)
{
    // Below those that systems hand out by themselves.
    constexpr quint16 first = 20000;
    constexpr quint16 count = 10000;
    const QStringList parts{folder, QString::number(options.users), QString::number(options.applications),
                            QString::number(options.seed)};
    const QByteArray hash = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return static_cast<quint16>(first + (qFromBigEndian<quint32>(hash.constData()) % count));
}

void Sandbox::setFaults(const QStringList &faults)
{
    m_d->options.faults = faults;
    if (m_d->thread.isRunning())
        m_d->inThread([this, faults] { m_d->server->setFaults(faults); });
}

QList<SandboxRequest> Sandbox::requests() const
{
    return m_d->log.requests();
}

qint64 Sandbox::requestCount(const QByteArray &endpoint) const
{
    return m_d->log.count(endpoint);
}

QStringList Sandbox::faultNames()
{
    return Simulated::Faults::names();
}

QString Sandbox::faultProblem(const QString &fault)
{
    return Simulated::Faults::problem(fault);
}

QString Sandbox::userId(const SandboxOptions &options, int place)
{
    if (place < 0 || place >= options.users)
        return {};
    const Simulated::Users users(options.seed, static_cast<quint32>(options.users));
    return QString::fromLatin1(users.text(Simulated::UserField::Id, static_cast<quint32>(place)));
}

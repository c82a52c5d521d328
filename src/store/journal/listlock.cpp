// SPDX-License-Identifier: Apache-2.0
#include "store/journal/listlock.h"

#include "core/files/files.h"
#include "store/files/fileidentity.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <chrono>
#include <utility>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <cerrno>
#include <csignal>
#include <sys/file.h>
#include <sys/stat.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Somebody who asks for the owner has the lock for a moment, and a file that has just been given up is gone.
constexpr int fewestTrials = 5;
/// Who has just got the lock has not said so yet, and what stands in the file may be of somebody who was
/// killed.
constexpr auto longestTrial = 200ms;

QString lockFile(const QString &journalFile, qint64 jobId)
{
    return u"%1.list-%2.lock"_s.arg(journalFile, QString::number(jobId));
}

#ifdef Q_OS_WIN

/// Far behind the text, because what is locked cannot be read by others.
constexpr DWORD lockedByte = 0x7fffffff;

bool tryLock(const QFile &file)
{
    OVERLAPPED place{};
    place.Offset = lockedByte;
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    return LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place) != 0;
}

bool isRunning(qint64 pid)
{
    const HANDLE process = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(pid));
    // One of another user, or with more rights, is there and cannot be opened.
    if (process == nullptr)
        return GetLastError() == ERROR_ACCESS_DENIED;
    // One that has ended stays there for as long as any other has it open.
    const bool isRunning = WaitForSingleObject(process, 0) == WAIT_TIMEOUT;
    CloseHandle(process);
    return isRunning;
}

/// An open file cannot be moved away on Windows.
bool isStillThere(const QFile &, const QString &)
{
    return true;
}

#else

bool tryLock(const QFile &file)
{
    return flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
}

bool isRunning(qint64 pid)
{
    return kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

/// The one who had it before may have removed the file between our opening and our locking it.
bool isStillThere(const QFile &file, const QString &name)
{
    struct stat status = {};
    const bool isKnown = fstat(file.handle(), &status) == 0;
    return isKnown && FileIdentity::of(name) ==
                          FileIdentity{.device = quint64(status.st_dev), .number = quint64(status.st_ino)};
}

#endif

ListOwner read(QFile *file)
{
    file->seek(0);
    // Behind it may be the rest of a longer line, of somebody whose number had more digits.
    const QJsonObject object = QJsonDocument::fromJson(file->readLine()).object();
    return {.pid = object.value("pid"_L1).toInteger(),
            .host = object.value("host"_L1).toString(),
            .program = object.value("program"_L1).toString(),
            .seenAt = QDateTime::fromString(object.value("seenAt"_L1).toString(), Qt::ISODateWithMs)};
}

/// Whether @p owner may be the one who has the lock. A process of another computer cannot be checked.
bool isPossible(const ListOwner &owner)
{
    return owner.pid > 0 && (owner.host != QSysInfo::machineHostName() || isRunning(owner.pid));
}

QString text(const ListOwner &owner)
{
    return u"%1, %2, PID %3"_s.arg(owner.program, owner.host, QString::number(owner.pid));
}

} // namespace

ListLock::ListLock(QString name)
    : m_name(std::move(name))
{
}

ListLock::~ListLock()
{
#ifndef Q_OS_WIN
    // While it is still locked: who opens it now finds that it is gone.
    if (m_file.isOpen())
        QFile::remove(m_name);
#endif
}

Result<std::shared_ptr<ListLock>> ListLock::take(const QString &journalFile, qint64 jobId)
{
    const QString name = lockFile(journalFile, jobId);
    ListOwner holder;
    const QDeadlineTimer end(longestTrial);
    for (int trial = 0; trial < fewestTrials || (!isPossible(holder) && !end.hasExpired()); ++trial) {
        // Lets the owner write.
        if (trial >= fewestTrials)
            QThread::yieldCurrentThread();
        const std::shared_ptr<ListLock> lock(new ListLock(name));
        if (!Files::openOwn(&lock->m_file, name, QIODevice::ReadWrite | QIODevice::Unbuffered))
            return Error{.code = ErrorCode::JournalUnavailable, .detail = ServerText(name)};
        const bool isMine = tryLock(lock->m_file);
        if (isMine && isStillThere(lock->m_file, name)) {
            lock->beat();
            return lock;
        }
        holder = read(&lock->m_file);
        lock->m_file.close();
    }
    return Error{.code = ErrorCode::ListOwned, .detail = ServerText(holder.pid > 0 ? text(holder) : name)};
}

std::optional<ListOwner> ListLock::owner(const QString &journalFile, qint64 jobId)
{
    QFile file;
    if (!Files::openToRead(&file, lockFile(journalFile, jobId)) || tryLock(file))
        return {};
    return read(&file);
}

void ListLock::beat()
{
    const QJsonObject owner{{"pid"_L1, QCoreApplication::applicationPid()},
                            {"host"_L1, QSysInfo::machineHostName()},
                            {"program"_L1, QCoreApplication::applicationName()},
                            {"seenAt"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    const QByteArray line = QJsonDocument(owner).toJson(QJsonDocument::Compact) + '\n';
    m_file.seek(0);
    m_file.write(line);
}

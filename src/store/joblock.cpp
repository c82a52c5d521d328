// SPDX-License-Identifier: Apache-2.0
#include "store/joblock.h"

#include "store/fileidentity.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <sys/file.h>
#include <sys/stat.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

/// Somebody who asks for the owner has the lock for a moment, and a file that has just been given up is gone.
constexpr int maximumTrials = 5;

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

/// An open file cannot be moved away on Windows.
bool isStillThere(const QFile &)
{
    return true;
}

#else

bool tryLock(const QFile &file)
{
    return flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
}

/// The one who had it before may have removed the file between our opening and our locking it.
bool isStillThere(const QFile &file)
{
    struct stat status = {};
    const bool isKnown = fstat(file.handle(), &status) == 0;
    return isKnown && FileIdentity::of(file.fileName()) ==
                          FileIdentity{.device = quint64(status.st_dev), .number = quint64(status.st_ino)};
}

#endif

bool open(QFile *file)
{
    const bool isOpen = file->open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    if (isOpen)
        file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return isOpen;
}

JobOwner read(QFile *file)
{
    file->seek(0);
    const QJsonObject object = QJsonDocument::fromJson(file->readAll().trimmed()).object();
    return {.pid = object.value("pid"_L1).toInteger(),
            .host = object.value("host"_L1).toString(),
            .program = object.value("program"_L1).toString(),
            .seenAt = QDateTime::fromString(object.value("seenAt"_L1).toString(), Qt::ISODateWithMs)};
}

QString text(const JobOwner &owner)
{
    return u"%1, %2, PID %3"_s.arg(owner.program, owner.host, QString::number(owner.pid));
}

} // namespace

JobLock::JobLock(const QString &file)
    : m_file(file)
{
}

JobLock::~JobLock()
{
#ifndef Q_OS_WIN
    // While it is still locked: who opens it now finds that it is gone.
    if (m_file.isOpen())
        QFile::remove(m_file.fileName());
#endif
}

Result<std::shared_ptr<JobLock>> JobLock::take(const QString &journalFile, qint64 jobId)
{
    const QString name = lockFile(journalFile, jobId);
    JobOwner holder;
    for (int trial = 0; trial < maximumTrials; ++trial) {
        const std::shared_ptr<JobLock> lock(new JobLock(name));
        if (!open(&lock->m_file))
            return Error{.code = ErrorCode::JournalUnavailable, .detail = ServerText(name)};
        const bool isMine = tryLock(lock->m_file);
        if (isMine && isStillThere(lock->m_file)) {
            lock->beat();
            return lock;
        }
        holder = read(&lock->m_file);
        lock->m_file.close();
    }
    return Error{.code = ErrorCode::JobOwned, .detail = ServerText(text(holder))};
}

std::optional<JobOwner> JobLock::owner(const QString &journalFile, qint64 jobId)
{
    QFile file(lockFile(journalFile, jobId));
    if (!file.exists() || !file.open(QIODevice::ReadOnly) || tryLock(file))
        return {};
    return read(&file);
}

void JobLock::beat()
{
    const QJsonObject owner{{"pid"_L1, QCoreApplication::applicationPid()},
                            {"host"_L1, QSysInfo::machineHostName()},
                            {"program"_L1, QCoreApplication::applicationName()},
                            {"seenAt"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    // Always as long, so that a reader never meets the rest of a longer text.
    const QByteArray line = QJsonDocument(owner).toJson(QJsonDocument::Compact) + '\n';
    m_file.seek(0);
    m_file.write(line);
}

// SPDX-License-Identifier: Apache-2.0
#include "store/files/logfile.h"

#include "core/files/files.h"
#include "store/files/datafolder.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

bool openToAppend(QFile *file, const QString &name)
{
    // Unbuffered, so that a line is one write, which others that append do not come between.
    return Files::openOwn(file, name, QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
}

} // namespace

LogFile::LogFile()
    : LogFile(DataFolder::file(u"kickdesk.log"_s))
{
}

LogFile::LogFile(QString file)
    : m_file(std::move(file))
{
}

void LogFile::write(const LogEvent &event) const
{
    const QByteArray time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1();
    const QByteArray line = time + ' ' + logLine(event) + '\n';
    const QMutexLocker lock(&m_open->mutex);
    if (!open())
        return;
    if (m_open->file.size() + line.size() > maximumSize) {
        m_open->file.close();
        rotate();
        if (!open())
            return;
    }
    // Twice the size only where the file cannot be put aside: the disk is not filled for that.
    if (m_open->file.size() + line.size() <= 2 * maximumSize)
        m_open->file.write(line);
#ifdef Q_OS_WIN
    // It cannot be put aside while it is open.
    m_open->file.close();
#endif
}

bool LogFile::open() const
{
    if (m_open->file.isOpen() && m_open->identity && FileIdentity::of(m_file) == m_open->identity)
        return true;
    m_open->file.close();
    if (!openToAppend(&m_open->file, m_file))
        return false;
    m_open->identity = FileIdentity::of(m_file);
    return true;
}

bool LogFile::isUsable() const
{
    QFile file;
    return openToAppend(&file, m_file);
}

QString LogFile::oldFile(int place) const
{
    return u"%1.%2.log"_s.arg(m_file.chopped(4), QString::number(place));
}

void LogFile::rotate() const
{
    QLockFile lock(m_file + ".lock"_L1);
    // Another process is at it; the next line finds the new file.
    if (!lock.tryLock(0))
        return;
    // It may have done so between the look at the size and the lock.
    if (QFileInfo(m_file).size() <= maximumSize / 2)
        return;
    QFile::remove(oldFile(maximumOldFiles));
    for (int place = maximumOldFiles; place > 1; --place)
        QFile::rename(oldFile(place - 1), oldFile(place));
    QFile::rename(m_file, oldFile(1));
}

// SPDX-License-Identifier: Apache-2.0
#include "store/fileidentity.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX

#include <sys/stat.h>

QByteArray fileIdentity(const QString &path)
{
    struct stat found = {};
    if (stat(QFile::encodeName(path).constData(), &found) != 0 || !S_ISREG(found.st_mode))
        return {};
    return QByteArray::number(quint64(found.st_dev)) + ':' + QByteArray::number(quint64(found.st_ino));
}

#else

// SQLite keeps its file open in a way that lets nobody take its place.
QByteArray fileIdentity(const QString &path)
{
    return QFileInfo(path).isFile() ? QByteArray("file") : QByteArray();
}

#endif

// SPDX-License-Identifier: Apache-2.0
#include "store/fileidentity.h"

#ifdef Q_OS_WIN

#include <QFileInfo>

std::optional<FileIdentity> FileIdentity::of(const QString &file)
{
    return QFileInfo::exists(file) ? std::optional(FileIdentity()) : std::nullopt;
}

#else

#include <QFile>

#include <sys/stat.h>

std::optional<FileIdentity> FileIdentity::of(const QString &file)
{
    struct stat status = {};
    if (stat(QFile::encodeName(file).constData(), &status) != 0)
        return {};
    return FileIdentity{.device = quint64(status.st_dev), .number = quint64(status.st_ino)};
}

#endif

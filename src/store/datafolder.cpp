// SPDX-License-Identifier: Apache-2.0
#include "store/datafolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFile::Permissions ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerFile | QFile::ExeOwner;
constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// True when @p file had to be closed to others.
bool close(const QFileInfo &file, QFile::Permissions permissions)
{
    return (file.permissions() & others) && QFile::setPermissions(file.filePath(), permissions);
}

} // namespace

QString DataFolder::path()
{
    const QString chosen = qEnvironmentVariable("KICKDESK_DATA_DIR");
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath();
    const QDir program(QCoreApplication::applicationDirPath());
    if (program.exists(u"portable"_s))
        return program.filePath(u"data"_s);
    // Not AppDataLocation, which depends on the name of the program: both programs share one journal.
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(u"kickdesk"_s);
}

QString DataFolder::file(const QString &name)
{
    return QDir(path()).filePath(name);
}

QString DataFolder::journalFile()
{
    return file(u"journal.db"_s);
}

DataFolder::State DataFolder::prepare()
{
    const bool isNew = !QFileInfo::exists(path());
    if (!QDir().mkpath(path()) || !QFileInfo(path()).isWritable())
        return State::Unusable;
    // On Windows the folder is in the user's profile, which other users cannot read.
    bool wasOpen = close(QFileInfo(path()), ownerFolder);
    const QFileInfoList files = QDir(path()).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        wasOpen |= close(file, ownerFile);
    return wasOpen && !isNew ? State::Repaired : State::Ready;
}

// SPDX-License-Identifier: Apache-2.0
#include "store/files/datafolder.h"

#include "core/files/files.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// How the names begin of what the program keeps: files, their locks, and what SQLite keeps beside them.
constexpr std::array ownNames{"journal.db"_L1, "profiles.json"_L1, "settings.ini"_L1, "kickdesk."_L1,
                              "window.lock"_L1};

/// QLockFile leaves its files to the umask, also the one that it makes while it takes a lock over that was
/// left.
bool isLock(const QString &name)
{
    return name.endsWith(".lock"_L1) || name.endsWith(".lock.rmlock"_L1);
}

bool isOwnName(const QString &name)
{
    return std::ranges::any_of(ownNames, [&name](QLatin1StringView own) { return name.startsWith(own); });
}

} // namespace

QString DataFolder::path()
{
    return Files::ownFolder();
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
    const QString folder = path();
    const bool isNew = !QFileInfo::exists(folder);
    if (!QDir().mkpath(folder))
        return State::Unusable;
    const Files::Folder found = Files::closeFolder(folder);
    if (found == Files::Folder::OfAnotherUser)
        return State::OfAnotherUser;
    if (!QFileInfo(folder).isWritable())
        return State::Unusable;
    bool wasOpen = found == Files::Folder::Closed;
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (!isOwnName(name))
            continue;
        const bool wasFileOpen = Files::closeToOthers(file(name));
        // They hold a process ID, and a program that was ended leaves one.
        wasOpen |= wasFileOpen && !isLock(name);
    }
    return wasOpen && !isNew ? State::Repaired : State::Ready;
}

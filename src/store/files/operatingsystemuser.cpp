// SPDX-License-Identifier: Apache-2.0
#include "store/files/operatingsystemuser.h"

#include <QtGlobal>

#ifdef Q_OS_WIN

#include <array>
#include <lmcons.h>
#include <windows.h>

QString operatingSystemUser()
{
    std::array<wchar_t, UNLEN + 1> name{};
    auto size = static_cast<DWORD>(name.size());
    return GetUserNameW(name.data(), &size) ? QString::fromWCharArray(name.data()) : QString();
}

#else

#include <array>
#include <pwd.h>
#include <unistd.h>

QString operatingSystemUser()
{
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 4096> buffer{};
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return QString::number(geteuid());
    return QString::fromLocal8Bit(entry.pw_name);
}

#endif

// SPDX-License-Identifier: Apache-2.0
#include "core/files/sharing.h"

#include <QDeadlineTimer>
#include <QDir>
#include <qt_windows.h>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr auto longestWait = 2s;
constexpr DWORD pauseMs = 20;

DWORD rights(Sharing::Access access)
{
    switch (access) {
    case Sharing::Access::Read:
        return GENERIC_READ;
    case Sharing::Access::Write:
        return GENERIC_WRITE;
    case Sharing::Access::Replace:
        break;
    }
    return DELETE;
}

bool isShut(const std::wstring &file, DWORD access)
{
    constexpr DWORD everything = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    const HANDLE opened =
        CreateFileW(file.c_str(), access, everything, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (opened == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION;
    CloseHandle(opened);
    return false;
}

} // namespace

void Sharing::awaitAccess(const QString &file, Access access)
{
    const std::wstring name = QDir::toNativeSeparators(file).toStdWString();
    const QDeadlineTimer end(longestWait);
    while (isShut(name, rights(access)) && !end.hasExpired())
        Sleep(pauseMs);
}

// SPDX-License-Identifier: Apache-2.0
#include <cwchar>
#include <windows.h>

/// Runs the rest of the command line without the rights of an administrator, and ends as it does.
int wmain()
{
    SID_IDENTIFIER_AUTHORITY authority = SECURITY_NT_AUTHORITY;
    PSID administrators = nullptr;
    HANDLE token = nullptr;
    HANDLE limited = nullptr;
    if (!AllocateAndInitializeSid(&authority, 2, SECURITY_BUILTIN_DOMAIN_RID, DOMAIN_ALIAS_RID_ADMINS, 0, 0,
                                  0, 0, 0, 0, &administrators) ||
        !OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &token))
        return -1;
    SID_AND_ATTRIBUTES removed{.Sid = administrators, .Attributes = 0};
    if (!CreateRestrictedToken(token, 0, 1, &removed, 0, nullptr, 0, nullptr, &limited))
        return -2;
    // This program is named in quotes, and a space follows.
    wchar_t *commandLine = std::wcschr(GetCommandLineW() + 1, L'"');
    STARTUPINFOW startup{};
    startup.cb = sizeof(startup);
    PROCESS_INFORMATION process{};
    if (!commandLine || !CreateProcessAsUserW(limited, nullptr, commandLine + 2, nullptr, nullptr, FALSE, 0,
                                              nullptr, nullptr, &startup, &process))
        return -3;
    WaitForSingleObject(process.hProcess, INFINITE);
    DWORD exitCode = 0;
    GetExitCodeProcess(process.hProcess, &exitCode);
    return int(exitCode);
}

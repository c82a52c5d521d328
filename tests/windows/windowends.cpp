// SPDX-License-Identifier: Apache-2.0
// Starts a program with a window again and again, and closes it each time at another moment, as its user
// does.
//   windowends TIMES PROGRAM [ARGUMENT...]
// Prints how the slowest ended; every process that does not end by itself, with 0 and in time, is named, and
// the exit code is 1. With QT_QPA_PLATFORM=offscreen there is no window to close, and the program's loop is
// told to end.
#include <qt_windows.h>

#include <algorithm>
#include <cstdio>
#include <cwchar>
#include <shellapi.h>
#include <string>

namespace {

/// Milliseconds.
constexpr DWORD longestStart = 120'000;
constexpr DWORD longestEnd = 2'000;
constexpr DWORD longestHang = 30'000;
constexpr DWORD betweenLooks = 20;
/// The moments are as far apart as this, and begin again after as many.
constexpr DWORD momentStep = 170;
constexpr int moments = 12;

struct Run
{
    PROCESS_INFORMATION process{};
    bool isStarted = false;
    bool hasWindow = false;
};

struct End
{
    DWORD code = STILL_ACTIVE;
    DWORD milliseconds = 0;
};

BOOL CALLBACK close(HWND window, LPARAM)
{
    if (IsWindowVisible(window) != 0)
        PostMessageW(window, WM_CLOSE, 0, 0);
    return TRUE;
}

BOOL CALLBACK look(HWND window, LPARAM isVisible)
{
    *reinterpret_cast<bool *>(isVisible) |= IsWindowVisible(window) != 0;
    return TRUE;
}

bool isOffscreen()
{
    wchar_t platform[32] = {};
    GetEnvironmentVariableW(L"QT_QPA_PLATFORM", platform, 32);
    return std::wcscmp(platform, L"offscreen") == 0;
}

bool hasWindow(DWORD thread)
{
    bool isVisible = false;
    EnumThreadWindows(thread, look, reinterpret_cast<LPARAM>(&isVisible));
    return isVisible;
}

/// Starts the program; returns once its window is there, or once its loop waits where there are no windows.
Run start(std::wstring command)
{
    Run run;
    STARTUPINFOW info{};
    info.cb = sizeof info;
    run.isStarted = CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr,
                                   &info, &run.process) != 0;
    if (!run.isStarted)
        return run;
    const DWORD begin = GetTickCount();
    run.hasWindow = WaitForInputIdle(run.process.hProcess, longestStart) == 0;
    while (run.hasWindow && !isOffscreen() && !hasWindow(run.process.dwThreadId)) {
        run.hasWindow = GetTickCount() - begin < longestStart &&
                        WaitForSingleObject(run.process.hProcess, betweenLooks) == WAIT_TIMEOUT;
    }
    return run;
}

/// Asks the program to end and waits for it.
End end(const Run &run)
{
    const DWORD begin = GetTickCount();
    if (isOffscreen())
        PostThreadMessageW(run.process.dwThreadId, WM_QUIT, 0, 0);
    else
        EnumThreadWindows(run.process.dwThreadId, close, 0);
    WaitForSingleObject(run.process.hProcess, longestHang);
    End end{.milliseconds = GetTickCount() - begin};
    GetExitCodeProcess(run.process.hProcess, &end.code);
    return end;
}

/// Whether it ended as it should.
bool once(const std::wstring &command, int number, DWORD *slowest)
{
    const Run run = start(command);
    if (!run.isStarted) {
        std::printf("%d: not started, error %lu\n", number, GetLastError());
        return false;
    }
    WaitForSingleObject(run.process.hProcess, static_cast<DWORD>(number % moments) * momentStep);
    const End how = end(run);
    *slowest = std::max(*slowest, how.milliseconds);
    const bool isGood = run.hasWindow && how.code == 0 && how.milliseconds <= longestEnd;
    if (!isGood) {
        std::printf("%d: window %s, code %ld, ended after %lu ms\n", number,
                    run.hasWindow ? "shown" : "missing", static_cast<long>(how.code), how.milliseconds);
    }
    if (how.code == STILL_ACTIVE)
        TerminateProcess(run.process.hProcess, 1);
    CloseHandle(run.process.hThread);
    CloseHandle(run.process.hProcess);
    return isGood;
}

} // namespace

int main()
{
    int count = 0;
    LPWSTR *words = CommandLineToArgvW(GetCommandLineW(), &count);
    const int times = count > 2 ? _wtoi(words[1]) : 0;
    if (times <= 0) {
        std::puts("usage: windowends TIMES PROGRAM [ARGUMENT...]");
        return 2;
    }
    std::wstring command;
    for (int at = 2; at < count; ++at)
        command.append(command.empty() ? L"\"" : L" \"").append(words[at]).append(L"\"");
    LocalFree(words);
    int bad = 0;
    DWORD slowest = 0;
    for (int number = 0; number < times; ++number)
        bad += once(command, number, &slowest) ? 0 : 1;
    std::printf("window: %d started, %d did not end as they should, the slowest after %lu ms\n", times, bad,
                slowest);
    return bad == 0 ? 0 : 1;
}

// SPDX-License-Identifier: Apache-2.0
#include "cli/program/interrupt.h"

#include <csignal>

#ifdef Q_OS_WIN

#include <QMetaObject>

#include <atomic>
#include <windows.h>

namespace {

std::atomic<Interrupt *> receiver{nullptr};

/// Runs in a thread of its own that the system makes for it.
BOOL WINAPI handle(DWORD event)
{
    Interrupt *interrupt = receiver;
    if (!interrupt)
        return FALSE;
    const int number = event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT ? SIGINT : SIGTERM;
    QMetaObject::invokeMethod(
        interrupt, [interrupt, number] { Q_EMIT interrupt->received(number); }, Qt::QueuedConnection);
    // The console window takes the process with it once this returns.
    if (number == SIGTERM)
        Sleep(INFINITE);
    return TRUE;
}

} // namespace

class Interrupt::Private
{
};

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    receiver = this;
    SetConsoleCtrlHandler(handle, TRUE);
}

Interrupt::~Interrupt()
{
    SetConsoleCtrlHandler(handle, FALSE);
    receiver = nullptr;
}

#else

#include <QSocketNotifier>

#include <array>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace {

/// The end of the pipe that the signal handler writes to: all that a handler may touch.
volatile std::sig_atomic_t writeEnd = -1;

extern "C" void writeSignal(int number)
{
    const auto byte = static_cast<char>(number);
    // A full pipe already holds a signal that was not read yet.
    [[maybe_unused]] const auto written = write(static_cast<int>(writeEnd), &byte, 1);
}

} // namespace

class Interrupt::Private
{
public:
    explicit Private(Interrupt *interrupt)
    {
        if (pipe(m_ends.data()) != 0)
            return;
        for (const int end : m_ends) {
            fcntl(end, F_SETFD, FD_CLOEXEC);
            fcntl(end, F_SETFL, O_NONBLOCK);
        }
        m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, interrupt, [this, interrupt] {
            char number = 0;
            while (read(m_ends[0], &number, 1) == 1) {
                if (const int told = toldAs(number); told != 0)
                    Q_EMIT interrupt->received(told);
            }
        });
        writeEnd = m_ends[1];
        for (const int number : {SIGINT, SIGTERM})
            std::signal(number, writeSignal);
        // Started by nohup, the program goes on without its terminal.
        if (std::signal(SIGHUP, writeSignal) == SIG_IGN)
            std::signal(SIGHUP, SIG_IGN);
    }
    ~Private()
    {
        for (const int number : {SIGINT, SIGTERM, SIGHUP})
            std::signal(number, SIG_DFL);
        for (const int end : m_ends)
            close(end);
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

private:
    /// SIGTERM for the first SIGHUP, 0 for others: shell and kernel may both tell of one terminal that is
    /// gone, and a second signal would take the time from what is on the wire.
    int toldAs(int number)
    {
        if (number != SIGHUP)
            return number;
        return std::exchange(m_hasHungUp, true) ? 0 : SIGTERM;
    }

    bool m_hasHungUp = false;
    std::array<int, 2> m_ends{-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(this))
{
}

Interrupt::~Interrupt() = default;

#endif

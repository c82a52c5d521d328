// SPDX-License-Identifier: Apache-2.0
#include "cli/io/console.h"

#include <QFile>

#ifdef Q_OS_WIN
#include <QStringDecoder>
#include <qt_windows.h>

#include <algorithm>
#include <fcntl.h>
#include <io.h>
#else
#include <unistd.h>
#endif

namespace {

enum Descriptor : int {
    In = 0,
    Out = 1,
    Err = 2,
};

#ifdef Q_OS_WIN

HANDLE handleOf(Descriptor descriptor)
{
    return reinterpret_cast<HANDLE>(_get_osfhandle(descriptor));
}

/// Also the null device counts as a terminal for the C library.
bool isTerminal(Descriptor descriptor)
{
    DWORD mode = 0;
    return GetConsoleMode(handleOf(descriptor), &mode) != 0;
}

/// Writes to the console in its own encoding, UTF-16. Its code page would have to be changed for UTF-8, and
/// would stay so for what is run after this program.
class ConsoleWriter : public QIODevice
{
public:
    explicit ConsoleWriter(HANDLE console)
        : m_console(console)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }

    qint64 writeData(const char *data, qint64 size) override
    {
        // A letter may begin at the end of these bytes and end with the next.
        const QString text = m_decoder.decode(QByteArrayView(data, static_cast<qsizetype>(size)));
        constexpr qsizetype most = 4096;
        for (qsizetype at = 0; at < text.size();) {
            DWORD written = 0;
            const auto length = static_cast<DWORD>(std::min(most, text.size() - at));
            if (!WriteConsoleW(m_console, text.constData() + at, length, &written, nullptr) || written == 0)
                return -1;
            at += static_cast<qsizetype>(written);
        }
        return size;
    }

private:
    HANDLE m_console;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
};

#else

bool isTerminal(Descriptor descriptor)
{
    return isatty(descriptor) != 0;
}

#endif

std::unique_ptr<QIODevice> opened(Descriptor descriptor)
{
#ifdef Q_OS_WIN
    if (descriptor != In && isTerminal(descriptor))
        return std::make_unique<ConsoleWriter>(handleOf(descriptor));
    // Otherwise each line feed becomes two bytes.
    if (!isTerminal(descriptor) && handleOf(descriptor) != INVALID_HANDLE_VALUE)
        _setmode(descriptor, _O_BINARY);
#endif
    auto file = std::make_unique<QFile>();
    file->open(descriptor,
               (descriptor == In ? QIODevice::ReadOnly : QIODevice::WriteOnly) | QIODevice::Unbuffered);
    return file;
}

} // namespace

Console::Console()
    : m_in(opened(In))
    , m_out(opened(Out))
    , m_err(opened(Err))
    , m_isErrTerminal(isTerminal(Err))
{
}

Console::~Console() = default;

Streams Console::streams() const
{
    return {.in = m_in.get(), .out = m_out.get(), .err = m_err.get(), .isErrTerminal = m_isErrTerminal};
}

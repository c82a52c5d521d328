// SPDX-License-Identifier: Apache-2.0
#include "core/program/processguard.h"

#include "core/identifiers/idcleaning.h"

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <array>
#include <cstdio>
#include <utility>

#ifdef Q_OS_WIN
#include <windows.h>

// Needs what stands above.
#include <shellapi.h>
#else
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#if defined(Q_OS_UNIX) && !defined(Q_OS_LINUX)
extern char **environ;
#endif

namespace {

/// What names code to load, or makes a library write down keys or what is typed. What chooses among that
/// which is installed (QT_QPA_PLATFORM, QT_IM_MODULE, GTK_THEME) and what only changes the looks stays.
constexpr std::array doors{
    // Qt. The logging rules can have every key press written to the standard error.
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_QPA_GENERIC_PLUGINS",
    "QML_IMPORT_PATH",
    "QML2_IMPORT_PATH",
    "QML_PLUGIN_PATH",
    "QT_OPENGL_DLL",
    "QT_VULKAN_LIB",
    "QT_LOGGING_CONF",
    "QT_LOGGING_RULES",
    // OpenSSL
    "OPENSSL_CONF",
    "OPENSSL_CONF_INCLUDE",
    "OPENSSL_MODULES",
    "OPENSSL_ENGINES",
    "SSLKEYLOGFILE",
    // The C library
    "GCONV_PATH",
    // libsecret, which would keep secrets in a file under a password that is no secret, or elsewhere
    "SECRET_BACKEND",
    "SECRET_FILE_TEST_PASSWORD",
    "SECRET_FILE_TEST_PATH",
    "SECRET_SERVICE_BUS_NAME",
    // GTK and GLib, which Qt's platform theme loads
    "GTK_MODULES",
    "GTK3_MODULES",
    "GTK_PATH",
    "GTK_EXE_PREFIX",
    "GTK_IM_MODULE_FILE",
    "GDK_PIXBUF_MODULE_FILE",
    "GDK_PIXBUF_MODULEDIR",
    "GIO_EXTRA_MODULES",
    "GIO_MODULE_DIR",
    // Drivers; the window is drawn without them
    "LIBGL_DRIVERS_PATH",
    "__EGL_VENDOR_LIBRARY_DIRS",
    "__EGL_VENDOR_LIBRARY_FILENAMES",
};

#ifdef Q_OS_UNIX

/// Whatever the loader of Linux and of macOS obeys; it did so for this process and would for a child.
constexpr std::array loaderPrefixes{"LD_", "DYLD_"};

void closeToTheLoader()
{
    QList<QByteArray> names;
    for (char **entry = environ; entry && *entry; ++entry) {
        for (const char *prefix : loaderPrefixes) {
            if (qstrncmp(*entry, prefix, qstrlen(prefix)) == 0)
                names.append(QByteArray(*entry).split('=').constFirst());
        }
    }
    for (const QByteArray &name : std::as_const(names))
        qunsetenv(name.constData());
}

/// Where standard input, output or error is closed, the next thing that is opened gets its number: the pipe
/// of the signals would then read what is meant for the screen. As before, using such a stream fails.
void keepStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(descriptor, F_GETFD) == -1)
            open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

#endif

void closeMemory()
{
#ifdef Q_OS_WIN
    // Otherwise a crash shows a dialog, and what it offers is a dump.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
#else
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#if defined(Q_OS_LINUX) && !defined(KICKDESK_SANITIZED)
    // Not with the leak sanitizer, which looks at its own process as a debugger does. A core that is piped to
    // a program ignores the limit, and any process of the same user could attach and read the secret. The
    // price: /proc/PID belongs to root, so the user's own tools cannot look into it.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace

void ProcessGuard::closeDoors()
{
    closeMemory();
#ifdef Q_OS_WIN
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    SetDllDirectoryW(L"");
#else
    keepStandardDescriptors();
    closeToTheLoader();
#endif
    for (const char *name : doors)
        qunsetenv(name);
}

QStringList ProcessGuard::arguments(int argc, char **argv)
{
#ifdef Q_OS_WIN
    // What main() gets has lost every letter that the code page does not have.
    int count = 0;
    LPWSTR *wide = CommandLineToArgvW(GetCommandLineW(), &count);
    QStringList result;
    for (int at = 0; wide != nullptr && at < count; ++at)
        result.append(QString::fromWCharArray(wide[at]));
    LocalFree(wide);
    if (!result.isEmpty())
        return result;
#endif
    QStringList plain;
    for (int at = 0; at < argc; ++at)
        plain.append(QString::fromLocal8Bit(argv[at]));
    return plain;
}

int ProcessGuard::end(int code)
{
#ifdef Q_CC_MINGW
    std::fflush(nullptr);
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(code));
#endif
    return code;
}

Secret ProcessGuard::takeSecret(const char *name)
{
    QByteArray value;
#ifdef Q_OS_UNIX
    const QByteArray start = QByteArray(name) + '=';
    for (char **entry = environ; entry && *entry; ++entry) {
        if (qstrncmp(*entry, start.constData(), static_cast<size_t>(start.size())) != 0)
            continue;
        // Volatile, because what is written is never read and the compiler could leave it out.
        volatile char *at = *entry + start.size();
        if (value.isEmpty())
            value = IdCleaning::trimmed(QByteArray(*entry + start.size()));
        while (*at != '\0')
            *at++ = '\0';
    }
#else
    value = IdCleaning::trimmed(qEnvironmentVariable(name)).toUtf8();
#endif
    qunsetenv(name);
    return Secret(value);
}

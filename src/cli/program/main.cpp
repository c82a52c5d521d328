// SPDX-License-Identifier: Apache-2.0
#include "cli/io/console.h"
#include "cli/program/interrupt.h"
#include "cli/program/program.h"
#include "core/program/processguard.h"
#include "store/connections/keychainsecretstore.h"

#include <QByteArrayView>
#include <QCoreApplication>

#include <algorithm>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The keychain of Linux answers in GLib's event loop. A guess on the safe side: saved connections are named
/// by an option, and are the matter of a command.
bool mayNeedKeychain(std::span<char *const> arguments)
{
    return std::ranges::any_of(
        arguments, [](const char *argument) { return QByteArrayView(argument).contains("profile"); });
}

int run(int argc, char *argv[])
{
    ProcessGuard::closeDoors();
    // GLib's event loop wakes itself with a system call for every event that is posted.
    if (!mayNeedKeychain({argv, static_cast<std::size_t>(argc)}))
        qputenv("QT_NO_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kickdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KICKDESK_VERSION));

    const Console console;
    KeychainSecretStore secrets;
    Program program(console.streams(), &secrets);
    QObject::connect(&program, &Program::finished, &application, &QCoreApplication::exit);
    program.start(QCoreApplication::arguments().mid(1));

    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::received, &program, &Program::interrupt);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    return ProcessGuard::end(run(argc, argv));
}

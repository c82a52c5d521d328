// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.h"
#include "cli/program.h"
#include "core/processguard.h"
#include "store/keychainsecretstore.h"

#include <QCoreApplication>
#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    ProcessGuard::closeDoors();
#ifdef Q_OS_WIN
    SetConsoleOutputCP(CP_UTF8);
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"kickdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KICKDESK_VERSION));

    // Unbuffered, so that a line is in the pipe when the command says so. A stream that is closed fails when
    // it is used.
    QFile in;
    QFile out;
    QFile err;
    in.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered);
    out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered);
    err.open(2, QIODevice::WriteOnly | QIODevice::Unbuffered);

    KeychainSecretStore secrets;
    Program program({.in = &in, .out = &out, .err = &err}, &secrets);
    QObject::connect(&program, &Program::finished, &application, &QCoreApplication::exit);
    program.start(QCoreApplication::arguments().mid(1));

    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::received, &program, &Program::interrupt);
    return QCoreApplication::exec();
}

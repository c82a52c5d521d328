// SPDX-License-Identifier: Apache-2.0
#include "store/connections/keychainsecretstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <cstdlib>

/// keychainprobe write|read|remove SECRET [BINDING]: one call to the keychain of this session, in a process
/// of its own. Prints the state, the secret that was read, and the milliseconds.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return EXIT_FAILURE;
    const SecretKey key{.host = QStringLiteral("https://api.authing.cn"),
                        .keyId = QStringLiteral("密钥 1"),
                        .binding = arguments.value(3)};
    KeychainSecretStore store;
    QObject context;
    QElapsedTimer clock;
    clock.start();
    const auto tell = [&clock](const SecretAnswer &answer) {
        std::printf("%s|%s|%lld\n", qUtf8Printable(secretStateName(answer.state)),
                    answer.secret.reveal().constData(), static_cast<long long>(clock.elapsed()));
        QCoreApplication::quit();
    };
    if (arguments.at(1) == QLatin1StringView("write"))
        store.write(key, Secret(arguments.at(2).toUtf8()), &context, tell);
    else if (arguments.at(1) == QLatin1StringView("remove"))
        store.remove(key, &context, tell);
    else
        store.read(key, &context, tell);
    return QCoreApplication::exec();
}

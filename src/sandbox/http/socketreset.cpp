// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/socketreset.h"

#include <QAbstractSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace Simulated {

void resetConnection(QAbstractSocket *socket)
{
    linger noLinger{};
    noLinger.l_onoff = 1;
    noLinger.l_linger = 0;
#ifdef Q_OS_WIN
    const auto handle = static_cast<SOCKET>(socket->socketDescriptor());
#else
    const auto handle = static_cast<int>(socket->socketDescriptor());
#endif

    // If this fails the close is an orderly one, which is the next best thing.
    static_cast<void>(::setsockopt(handle, SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&noLinger),
                                   sizeof noLinger));
    socket->abort();
}

} // namespace Simulated

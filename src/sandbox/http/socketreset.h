// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractSocket;

namespace Simulated {

/// Ends the connection with a TCP reset instead of an orderly close. Unsent bytes are lost.
void resetConnection(QAbstractSocket *socket);

} // namespace Simulated

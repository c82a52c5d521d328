// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

#include <chrono>

namespace Simulated {

/// The server's time of day, which a fault can set wrong.
class Clock
{
public:
    /// Milliseconds since 1970.
    qint64 now() const { return QDateTime::currentMSecsSinceEpoch() + m_error.count(); }

    void setError(std::chrono::milliseconds error) { m_error = error; }

private:
    std::chrono::milliseconds m_error{0};
};

} // namespace Simulated

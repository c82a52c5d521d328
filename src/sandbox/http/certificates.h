// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/faults/faulttype.h"

#include <QByteArray>
#include <QSslCertificate>
#include <QSslKey>

#include <memory>

namespace Simulated {

/// What the server shows at the start of TLS. Both are null when libcrypto failed.
struct ServerCertificate
{
    QSslCertificate leaf;
    QSslKey key;
};

/// A root made anew for each run of the sandbox, and the certificates that it signs.
class Certificates
{
public:
    Certificates();
    ~Certificates();

    /// The root to trust, in PEM.
    QByteArray rootPem() const;

    /// A certificate for 127.0.0.1, ::1 and localhost that is right but for @p fault.
    ServerCertificate issue(ConnectFault fault) const;

private:
    struct Private;
    std::unique_ptr<const Private> m_d;
};

} // namespace Simulated

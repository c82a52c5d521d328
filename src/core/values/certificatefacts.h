// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/servertext.h"
#include "core/values/tlsproblem.h"

#include <QDateTime>
#include <QList>

/// What a certificate says of itself, and what is wrong with it.
struct CertificateFacts
{
    ServerText subject;
    ServerText issuer;
    /// UTC; invalid when the server showed no certificate.
    QDateTime notBefore;
    QDateTime notAfter;
    /// Fingerprint of the whole certificate: upper-case hex pairs with colons between them.
    QString sha256;
    QList<TlsProblem> problems;
};

namespace CertificateWords {

/// A line for each fact, for a text that is copied.
QString details(const CertificateFacts &certificate);

} // namespace CertificateWords

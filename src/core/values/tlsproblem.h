// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

/// Why a server could not prove that it is the right one.
enum class TlsProblem {
    Expired,
    NotYetValid,
    WrongHost,
    SelfSigned,
    UnknownIssuer,
    /// A key or a signature that can be forged today: RSA with 1024 bits, SHA-1.
    TooWeak,
    Revoked,
    /// Nothing newer than TLS 1.1.
    OldProtocol,
    /// What came was not TLS at all.
    NotTls,
    Other,
};

namespace TlsProblems {

/// Stable name for JSON and for Error::detail, such as "certificate-expired".
QString name(TlsProblem problem);

/// The problem of that name, or nothing.
std::optional<TlsProblem> fromName(QStringView name);

/// Words that follow a sentence in brackets, such as "the certificate has expired".
QString text(TlsProblem problem);

} // namespace TlsProblems

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "installer/command.h"

/// Signing with a certificate of the tests, which no computer trusts.
namespace Signature {

/// Makes the certificate and its key in the build tree; why that failed, or nothing.
QByteArray makeCertificate();

/// What `installer/windows/build` signs with.
QProcessEnvironment environment();

/// Whether the signature of @p file is there, fits the file and comes from the certificate; what the checker
/// says.
CommandResult verify(const QString &file);

} // namespace Signature

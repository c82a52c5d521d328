// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/certificatefacts.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QString>

/// What Qt tells about certificates and handshakes, as values of our own.
namespace Certificates {

/// What @p certificate says of itself; empty for a null one.
CertificateFacts facts(const QSslCertificate &certificate);

/// The problems behind @p errors, each once and the one that says most first; never empty.
QList<TlsProblem> problems(const QList<QSslError> &errors);

/// The problem behind a handshake that broke off with OpenSSL's @p text.
TlsProblem handshakeProblem(const QString &text);

} // namespace Certificates

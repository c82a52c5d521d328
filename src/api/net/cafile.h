// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/certificatefacts.h"

#include <QList>
#include <QSslCertificate>
#include <QString>

#include <optional>

/// Why a file gives no root to trust.
enum class CaFileProblem {
    Unreadable,
    /// Nothing in it is a certificate in PEM.
    NoCertificate,
    /// Certificates, but none that may sign others and is signed by itself: a server's own or an intermediate
    /// one.
    NoRoot,
    /// Every root in it has expired or is not valid yet.
    NotValidNow,
};

/// What a file with private roots holds.
struct CaFile
{
    /// The first root, or the first certificate if there is no root.
    CertificateFacts facts;
    /// What may be trusted; empty when there is a problem.
    QList<QSslCertificate> roots;
    std::optional<CaFileProblem> problem;
};

namespace CaFiles {

/// Reads the PEM file at @p path, at most 1 MB of it.
CaFile read(const QString &path);

/// What is wrong and what to do, as a sentence.
QString problemText(CaFileProblem problem);

} // namespace CaFiles

// SPDX-License-Identifier: Apache-2.0
#include "api/net/certificates.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSslKey>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ErrorRow
{
    QSslError::SslError error;
    TlsProblem problem;
};

/// What is wrong with the certificate itself says more than who signed it.
constexpr std::array errorTable{
    ErrorRow{QSslError::CertificateExpired, TlsProblem::Expired},
    ErrorRow{QSslError::CertificateNotYetValid, TlsProblem::NotYetValid},
    ErrorRow{QSslError::CertificateRevoked, TlsProblem::Revoked},
    ErrorRow{QSslError::CertificateBlacklisted, TlsProblem::Revoked},
    ErrorRow{QSslError::HostNameMismatch, TlsProblem::WrongHost},
    ErrorRow{QSslError::SelfSignedCertificate, TlsProblem::SelfSigned},
    ErrorRow{QSslError::SelfSignedCertificateInChain, TlsProblem::UnknownIssuer},
    ErrorRow{QSslError::UnableToGetIssuerCertificate, TlsProblem::UnknownIssuer},
    ErrorRow{QSslError::UnableToGetLocalIssuerCertificate, TlsProblem::UnknownIssuer},
    ErrorRow{QSslError::UnableToVerifyFirstCertificate, TlsProblem::UnknownIssuer},
    ErrorRow{QSslError::CertificateUntrusted, TlsProblem::UnknownIssuer},
    ErrorRow{QSslError::CertificateRejected, TlsProblem::UnknownIssuer},
    ErrorRow{QSslError::InvalidCaCertificate, TlsProblem::UnknownIssuer},
};

struct ReasonRow
{
    QLatin1StringView reason;
    TlsProblem problem;
};

/// The reasons of OpenSSL, as they stand in its error strings and in those of its certificate check.
constexpr std::array reasonTable{
    ReasonRow{"key too small"_L1, TlsProblem::TooWeak},
    ReasonRow{"key too weak"_L1, TlsProblem::TooWeak},
    ReasonRow{"md too weak"_L1, TlsProblem::TooWeak},
    ReasonRow{"digest too weak"_L1, TlsProblem::TooWeak},
    ReasonRow{"digest algorithm too weak"_L1, TlsProblem::TooWeak},
    ReasonRow{"wrong version number"_L1, TlsProblem::NotTls},
    ReasonRow{"unknown protocol"_L1, TlsProblem::NotTls},
    ReasonRow{"packet length too long"_L1, TlsProblem::NotTls},
    ReasonRow{"unsupported protocol"_L1, TlsProblem::OldProtocol},
    ReasonRow{"alert protocol version"_L1, TlsProblem::OldProtocol},
    ReasonRow{"version too low"_L1, TlsProblem::OldProtocol},
};

QString distinguishedName(const QSslCertificate &certificate,
                          QStringList (QSslCertificate::*value)(QSslCertificate::SubjectInfo) const)
{
    QStringList parts;
    for (const auto kind : {QSslCertificate::CommonName, QSslCertificate::OrganizationalUnitName,
                            QSslCertificate::Organization}) {
        for (const QString &part : (certificate.*value)(kind))
            parts << part;
    }
    return parts.join(u", "_s);
}

/// OpenSSL refuses these, and Qt has no name for the reason.
bool isWeak(const QSslCertificate &certificate)
{
    constexpr int minimumRsaBits = 2048;
    static const QRegularExpression oldDigest(u"Signature Algorithm: \\S*(sha1|md5)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QSslKey key = certificate.publicKey();
    return (key.algorithm() == QSsl::Rsa && key.length() < minimumRsaBits) ||
           oldDigest.match(certificate.toText()).hasMatch();
}

} // namespace

CertificateFacts Certificates::facts(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    return {.subject = ServerText(distinguishedName(certificate, &QSslCertificate::subjectInfo)),
            .issuer = ServerText(distinguishedName(certificate, &QSslCertificate::issuerInfo)),
            .notBefore = certificate.effectiveDate().toUTC(),
            .notAfter = certificate.expiryDate().toUTC(),
            .sha256 =
                QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper())};
}

QList<TlsProblem> Certificates::problems(const QList<QSslError> &errors)
{
    QList<TlsProblem> result;
    for (const ErrorRow &row : errorTable) {
        const bool isThere = std::ranges::any_of(
            errors, [&row](const QSslError &error) { return error.error() == row.error; });
        if (isThere && !result.contains(row.problem))
            result << row.problem;
    }
    for (const QSslError &error : errors) {
        const bool isUnnamed = error.error() == QSslError::UnspecifiedError;
        const TlsProblem problem = isUnnamed && isWeak(error.certificate())
                                       ? TlsProblem::TooWeak
                                       : handshakeProblem(error.errorString());
        if (problem != TlsProblem::Other && !result.contains(problem))
            result << problem;
    }
    // No issuer vouches for a self-signed certificate either.
    if (result.contains(TlsProblem::SelfSigned))
        result.removeAll(TlsProblem::UnknownIssuer);
    return result.isEmpty() ? QList{TlsProblem::Other} : result;
}

TlsProblem Certificates::handshakeProblem(const QString &text)
{
    const auto *const row = std::ranges::find_if(reasonTable, [&text](const ReasonRow &each) {
        return text.contains(each.reason, Qt::CaseInsensitive);
    });
    return row == reasonTable.end() ? TlsProblem::Other : row->problem;
}

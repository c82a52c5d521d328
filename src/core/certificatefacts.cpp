// SPDX-License-Identifier: Apache-2.0
#include "core/certificatefacts.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

QString CertificateWords::details(const CertificateFacts &certificate)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("CertificateWords", text); };
    const auto time = [](const QDateTime &utc) { return utc.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s); };
    QStringList lines;
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines << label + u' ' + value;
    };
    add(tr(QT_TRANSLATE_NOOP("CertificateWords", "Certificate of:")), certificate.subject.plain());
    add(tr(QT_TRANSLATE_NOOP("CertificateWords", "Issued by:")), certificate.issuer.plain());
    add(tr(QT_TRANSLATE_NOOP("CertificateWords", "Valid from:")), time(certificate.notBefore));
    add(tr(QT_TRANSLATE_NOOP("CertificateWords", "Valid until:")), time(certificate.notAfter));
    add(tr(QT_TRANSLATE_NOOP("CertificateWords", "SHA-256 fingerprint:")), certificate.sha256);
    for (const TlsProblem problem : certificate.problems)
        add(tr(QT_TRANSLATE_NOOP("CertificateWords", "Problem:")), TlsProblems::text(problem));
    return lines.join(u'\n');
}

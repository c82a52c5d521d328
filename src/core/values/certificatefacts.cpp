// SPDX-License-Identifier: Apache-2.0
#include "core/values/certificatefacts.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

QString CertificateWords::details(const CertificateFacts &certificate)
{
    // lupdate drops the texts within a call that is named tr.
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("CertificateWords", text);
    };
    const auto time = [](const QDateTime &utc) { return utc.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s); };
    QStringList lines;
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines << label + u' ' + value;
    };
    add(translated(QT_TRANSLATE_NOOP("CertificateWords", "Certificate of:")), certificate.subject.plain());
    add(translated(QT_TRANSLATE_NOOP("CertificateWords", "Issued by:")), certificate.issuer.plain());
    add(translated(QT_TRANSLATE_NOOP("CertificateWords", "Valid from:")), time(certificate.notBefore));
    add(translated(QT_TRANSLATE_NOOP("CertificateWords", "Valid until:")), time(certificate.notAfter));
    add(translated(QT_TRANSLATE_NOOP("CertificateWords", "SHA-256 fingerprint:")), certificate.sha256);
    for (const TlsProblem problem : certificate.problems)
        add(translated(QT_TRANSLATE_NOOP("CertificateWords", "Problem:")), TlsProblems::text(problem));
    return lines.join(u'\n');
}

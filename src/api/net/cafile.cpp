// SPDX-License-Identifier: Apache-2.0
#include "api/net/cafile.h"

#include "api/net/certificates.h"
#include "core/files/files.h"

#include <QCoreApplication>
#include <QSslCertificateExtension>
#include <QVariantMap>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Far more than the roots of any company.
constexpr qint64 maximumSize = qint64{1024} * 1024;

struct ProblemText
{
    CaFileProblem problem;
    const char *text;
};

constexpr std::array problemTexts{
    ProblemText{CaFileProblem::Unreadable,
                QT_TRANSLATE_NOOP("CaFile", "The file cannot be read. Check that it is there and that you "
                                            "may open it.")},
    ProblemText{CaFileProblem::NoCertificate,
                QT_TRANSLATE_NOOP("CaFile", "There is no certificate in the file. Choose a PEM file with the "
                                            "root certificate.")},
    ProblemText{CaFileProblem::NoRoot,
                QT_TRANSLATE_NOOP("CaFile",
                                  "The file holds a certificate, but not the root that signed it. Ask your "
                                  "administrator for the root certificate.")},
    ProblemText{CaFileProblem::NotValidNow,
                QT_TRANSLATE_NOOP("CaFile",
                                  "The root certificate in the file is not valid today. Ask your "
                                  "administrator for the new one, or check the clock of this computer.")},
};

bool isAuthority(const QSslCertificate &certificate)
{
    const QList<QSslCertificateExtension> extensions = certificate.extensions();
    return std::ranges::any_of(extensions, [](const QSslCertificateExtension &extension) {
        return extension.name() == "basicConstraints"_L1 && extension.value().toMap().value(u"ca"_s).toBool();
    });
}

bool isRoot(const QSslCertificate &certificate)
{
    return certificate.isSelfSigned() && isAuthority(certificate);
}

bool isValidNow(const QSslCertificate &certificate)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return certificate.effectiveDate() <= now && now <= certificate.expiryDate();
}

} // namespace

CaFile CaFiles::read(const QString &path)
{
    const Files::Content content = Files::read(path, maximumSize);
    if (content.state != Files::Content::State::Complete)
        return {.problem = CaFileProblem::Unreadable};
    const QList<QSslCertificate> all = QSslCertificate::fromData(content.bytes, QSsl::Pem);
    if (all.isEmpty())
        return {.problem = CaFileProblem::NoCertificate};

    QList<QSslCertificate> roots;
    std::ranges::copy_if(all, std::back_inserter(roots), isRoot);
    if (roots.isEmpty())
        return {.facts = Certificates::facts(all.first()), .problem = CaFileProblem::NoRoot};
    QList<QSslCertificate> valid;
    std::ranges::copy_if(roots, std::back_inserter(valid), isValidNow);
    if (valid.isEmpty())
        return {.facts = Certificates::facts(roots.first()), .problem = CaFileProblem::NotValidNow};
    return {.facts = Certificates::facts(valid.first()), .roots = valid};
}

QString CaFiles::problemText(CaFileProblem problem)
{
    const auto *const row = std::ranges::find(problemTexts, problem, &ProblemText::problem);
    return QCoreApplication::translate("CaFile", row->text);
}

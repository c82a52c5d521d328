// SPDX-License-Identifier: Apache-2.0
#include "support/testcertificates.h"

#include <QFile>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestRunMs = 30'000;

} // namespace

TestCertificates::TestCertificates()
{
    makeKey(u"root"_s, TestCertificateRecipe().key);
    run({u"req"_s, u"-x509"_s, u"-key"_s, u"root.key"_s, u"-out"_s, u"root.pem"_s, u"-days"_s, u"30"_s,
         u"-subj"_s, u"/O=Kickdesk tests/CN=Test root"_s, u"-addext"_s, u"keyUsage=critical,keyCertSign"_s});
}

QString TestCertificates::issue(const QString &name, const TestCertificateRecipe &recipe) const
{
    makeKey(name, recipe.key);
    QFile extensions(file(name + u".ext"_s));
    if (!extensions.open(QIODevice::WriteOnly))
        qFatal("The extensions could not be written");
    extensions.write(recipe.isAuthority ? "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"
                                        : "basicConstraints=critical,CA:FALSE\n"
                                          "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
    extensions.close();
    const QString request = name + u".csr"_s;
    run({u"req"_s, u"-new"_s, u"-key"_s, name + u".key"_s, u"-out"_s, request, u"-subj"_s,
         u"/CN=Test "_s + name});
    run({u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s, u"root.pem"_s, u"-CAkey"_s, u"root.key"_s,
         u"-CAcreateserial"_s, u"-days"_s, u"30"_s, u"-extfile"_s, name + u".ext"_s, u"-out"_s,
         name + u".pem"_s, u'-' + recipe.digest});
    return file(name + u".pem"_s);
}

void TestCertificates::makeKey(const QString &name, const QStringList &key) const
{
    run({u"genpkey"_s, u"-algorithm"_s, key.at(0), u"-pkeyopt"_s, key.at(1), u"-out"_s, name + u".key"_s});
}

void TestCertificates::run(const QStringList &arguments) const
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(u"openssl"_s, arguments);
    if (!openssl.waitForFinished(longestRunMs) || openssl.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')),
               openssl.readAllStandardError().constData());
}

// SPDX-License-Identifier: Apache-2.0
#include "installer/signature.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString folder = u"" KICKDESK_BINARY_DIR u"/tests/windows/signing"_s;

QString file(const QString &name)
{
    return folder + u'/' + name;
}

} // namespace

QByteArray Signature::makeCertificate()
{
    QFile password(file(u"password"_s));
    if (!QDir().mkpath(folder) || !password.open(QIODevice::WriteOnly) || password.write("of the tests") < 0)
        return "the build tree cannot be written";
    password.close();
    const QList<QStringList> steps{
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-subj"_s, u"/CN=Kickdesk test"_s,
         u"-addext"_s, u"extendedKeyUsage=codeSigning"_s, u"-addext"_s, u"keyUsage=digitalSignature"_s,
         u"-days"_s, u"30"_s, u"-keyout"_s, file(u"key.pem"_s), u"-out"_s, file(u"certificate.pem"_s)},
        {u"pkcs12"_s, u"-export"_s, u"-inkey"_s, file(u"key.pem"_s), u"-in"_s, file(u"certificate.pem"_s),
         u"-passout"_s, u"file:"_s + password.fileName(), u"-out"_s, file(u"certificate.p12"_s)},
    };
    for (const QStringList &step : steps) {
        const CommandResult result = Command::run(u"openssl"_s, step);
        if (result.exitCode != 0)
            return result.output;
    }
    return {};
}

QProcessEnvironment Signature::environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KICKDESK_SIGN"_s, QStringLiteral(KICKDESK_SOURCE_DIR "/installer/windows/sign"));
    environment.insert(u"KICKDESK_SIGN_CERTIFICATE"_s, file(u"certificate.p12"_s));
    environment.insert(u"KICKDESK_SIGN_PASSWORD_FILE"_s, file(u"password"_s));
    return environment;
}

CommandResult Signature::verify(const QString &signedFile)
{
    return Command::run(u"osslsigncode"_s,
                        {u"verify"_s, u"-CAfile"_s, file(u"certificate.pem"_s), u"-in"_s, signedFile});
}

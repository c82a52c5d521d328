// SPDX-License-Identifier: Apache-2.0
#include "support/testcertificates.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr long lifetimeSeconds = 30L * 86'400;
constexpr int version3 = 2;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Extension = std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

void require(bool isDone, const char *what)
{
    if (!isDone)
        qFatal("OpenSSL does not make %s", what);
}

std::shared_ptr<EVP_PKEY> makeKey(const QStringList &recipe)
{
    const QByteArray algorithm = recipe.at(0).toLatin1();
    const QByteArrayList option = recipe.at(1).toLatin1().split(':');
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm.constData(), nullptr),
                             &EVP_PKEY_CTX_free);
    EVP_PKEY *key = nullptr;
    require(context != nullptr && EVP_PKEY_keygen_init(context.get()) == 1 &&
                EVP_PKEY_CTX_ctrl_str(context.get(), option.at(0).constData(), option.at(1).constData()) ==
                    1 &&
                EVP_PKEY_generate(context.get(), &key) == 1,
            "the key");
    return {key, &EVP_PKEY_free};
}

void addName(X509 *certificate, const char *field, const QString &value)
{
    const QByteArray text = value.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), field, MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(text.constData()), -1, -1, 0);
}

void extend(X509 *certificate, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value), &X509_EXTENSION_free);
    require(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1, value);
}

/// Lacks names, extensions and signature.
std::shared_ptr<X509> blank(EVP_PKEY *key, int serial)
{
    std::shared_ptr<X509> result(X509_new(), &X509_free);
    X509_set_version(result.get(), version3);
    ASN1_INTEGER_set(X509_get_serialNumber(result.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(result.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(result.get()), lifetimeSeconds);
    X509_set_pubkey(result.get(), key);
    return result;
}

void makeAuthority(X509 *certificate)
{
    extend(certificate, NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate, NID_key_usage, "critical,keyCertSign");
}

void write(const QString &path, BIO *contents)
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(contents, &data);
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(data, length) == length, "the file");
}

} // namespace

TestCertificates::TestCertificates()
    : m_rootKey(makeKey(TestCertificateRecipe().key))
    , m_root(blank(m_rootKey.get(), 1))
{
    addName(m_root.get(), "O", u"Kickdesk tests"_s);
    addName(m_root.get(), "CN", u"Test root"_s);
    X509_set_issuer_name(m_root.get(), X509_get_subject_name(m_root.get()));
    makeAuthority(m_root.get());
    require(X509_sign(m_root.get(), m_rootKey.get(), EVP_sha256()) > 0, "the root");
    save(u"root"_s, m_root.get(), m_rootKey.get());
}

QString TestCertificates::issue(const QString &name, const TestCertificateRecipe &recipe) const
{
    const auto key = makeKey(recipe.key);
    const auto certificate = blank(key.get(), ++m_serial);
    addName(certificate.get(), "CN", u"Test "_s + name);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(m_root.get()));
    if (recipe.isAuthority) {
        makeAuthority(certificate.get());
    } else {
        extend(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
        extend(certificate.get(), NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost");
    }
    const EVP_MD *digest = EVP_get_digestbyname(recipe.digest.toLatin1().constData());
    require(X509_sign(certificate.get(), m_rootKey.get(), digest) > 0, "the certificate");
    save(name, certificate.get(), key.get());
    return file(name + u".pem"_s);
}

void TestCertificates::save(const QString &name, X509 *certificate, EVP_PKEY *key) const
{
    const Bio publicPart(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(publicPart.get(), certificate);
    write(file(name + u".pem"_s), publicPart.get());
    const Bio keyPart(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PrivateKey(keyPart.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    write(file(name + u".key"_s), keyPart.get());
}

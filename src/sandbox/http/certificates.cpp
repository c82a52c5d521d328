// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/certificates.h"

#include <array>
#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace Simulated {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using X509Pointer = std::unique_ptr<X509, decltype(&X509_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Extension = std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)>;

constexpr long daySeconds = 86'400;
constexpr int version3 = 2;

struct Lifetime
{
    long beginsInDays = -1;
    long endsInDays = 365;
};

Key ellipticKey()
{
    return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

Lifetime lifetime(ConnectFault fault)
{
    if (fault == ConnectFault::TlsExpired)
        return {.beginsInDays = -30, .endsInDays = -1};
    if (fault == ConnectFault::TlsNotYet)
        return {.beginsInDays = 30, .endsInDays = 60};
    return {};
}

const char *alternativeNames(ConnectFault fault)
{
    return fault == ConnectFault::TlsWrongHost ? "DNS:other.example" : "IP:127.0.0.1,IP:::1,DNS:localhost";
}

void setName(X509_NAME *name, const char *commonName)
{
    const auto *const text = reinterpret_cast<const unsigned char *>(commonName);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0);
}

void setSerial(X509 *certificate)
{
    std::array<unsigned char, 8> bytes{};
    RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    quint64 serial = 0;
    for (const unsigned char byte : bytes)
        serial = serial << 8 | byte;
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1 | 1);
}

/// A certificate of @p key that lacks issuer, extensions and signature.
X509Pointer blank(EVP_PKEY *key, const char *commonName, const Lifetime &lifetime)
{
    X509Pointer result(X509_new(), &X509_free);
    X509_set_version(result.get(), version3);
    setSerial(result.get());
    X509_gmtime_adj(X509_getm_notBefore(result.get()), lifetime.beginsInDays * daySeconds);
    X509_gmtime_adj(X509_getm_notAfter(result.get()), lifetime.endsInDays * daySeconds);
    setName(X509_get_subject_name(result.get()), commonName);
    X509_set_pubkey(result.get(), key);
    return result;
}

void extend(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value), &X509_EXTENSION_free);
    if (extension)
        X509_add_ext(certificate, extension.get(), -1);
}

X509Pointer makeRoot(EVP_PKEY *key, const char *commonName)
{
    X509Pointer root = blank(key, commonName, {});
    X509_set_issuer_name(root.get(), X509_get_subject_name(root.get()));
    extend(root.get(), root.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(root.get(), root.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(root.get(), root.get(), NID_subject_key_identifier, "hash");
    X509_sign(root.get(), key, EVP_sha256());
    return root;
}

X509Pointer makeLeaf(EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey, ConnectFault fault)
{
    X509Pointer leaf = blank(key, "Kickdesk sandbox", lifetime(fault));
    X509 *const from = issuer == nullptr ? leaf.get() : issuer;
    X509_set_issuer_name(leaf.get(), X509_get_subject_name(from));
    extend(leaf.get(), from, NID_basic_constraints, "critical,CA:FALSE");
    extend(leaf.get(), from, NID_key_usage, "critical,digitalSignature,keyEncipherment");
    extend(leaf.get(), from, NID_ext_key_usage, "serverAuth");
    extend(leaf.get(), from, NID_subject_alt_name, alternativeNames(fault));
    X509_sign(leaf.get(), issuerKey, EVP_sha256());
    return leaf;
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    return {data, length};
}

QByteArray pem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(bio.get(), certificate);
    return contents(bio.get());
}

QByteArray pem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio.get());
}

} // namespace

struct Certificates::Private
{
    Key rootKey = ellipticKey();
    X509Pointer root = makeRoot(rootKey.get(), "Kickdesk sandbox root");
    /// No client is told to trust this one.
    Key strangerKey = ellipticKey();
    X509Pointer stranger = makeRoot(strangerKey.get(), "Unknown root");
};

Certificates::Certificates()
    : m_d(std::make_unique<const Private>())
{
}

Certificates::~Certificates() = default;

QByteArray Certificates::rootPem() const
{
    return pem(m_d->root.get());
}

ServerCertificate Certificates::issue(ConnectFault fault) const
{
    const Key key = ellipticKey();
    const X509Pointer leaf = fault == ConnectFault::TlsSelfSigned
                                 ? makeLeaf(key.get(), nullptr, key.get(), fault)
                             : fault == ConnectFault::TlsUnknownCa
                                 ? makeLeaf(key.get(), m_d->stranger.get(), m_d->strangerKey.get(), fault)
                                 : makeLeaf(key.get(), m_d->root.get(), m_d->rootKey.get(), fault);
    return {.leaf = QSslCertificate(pem(leaf.get()), QSsl::Pem),
            .key = QSslKey(pem(key.get()), QSsl::Ec, QSsl::Pem)};
}

} // namespace Simulated

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <openssl/types.h>

/// What a certificate of TestCertificates is made with.
struct TestCertificateRecipe
{
    /// As `openssl genpkey` names them: the algorithm and one option.
    QStringList key{QStringLiteral("EC"), QStringLiteral("ec_paramgen_curve:P-256")};
    QString digest = QStringLiteral("sha256");
    bool isAuthority = false;
};

/// A root of its own and certificates for 127.0.0.1 and localhost that it signs, in a folder that goes with
/// it.
class TestCertificates
{
public:
    /// Fails the program when OpenSSL cannot make the root.
    TestCertificates();

    /// PEM file of the root.
    QString rootFile() const { return file(QStringLiteral("root.pem")); }

    /// Makes NAME.pem and NAME.key; the path of the former.
    QString issue(const QString &name, const TestCertificateRecipe &recipe = {}) const;

    /// The path of @p name in the folder.
    QString file(const QString &name) const { return m_folder.filePath(name); }

private:
    void save(const QString &name, X509 *certificate, EVP_PKEY *key) const;

    QTemporaryDir m_folder;
    std::shared_ptr<EVP_PKEY> m_rootKey;
    std::shared_ptr<X509> m_root;
    mutable int m_serial = 1;
};

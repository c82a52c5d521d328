// SPDX-License-Identifier: Apache-2.0
#include "core/sha256.h"

#include <array>
#include <openssl/evp.h>

QByteArray Sha256::hex(const QByteArray &data)
{
    // A list hashes thousands of times a second. This uses the instructions that processors have for it,
    // which Qt's own SHA-256 does not, and looks the algorithm up once.
    static EVP_MD *const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    const auto length = static_cast<std::size_t>(data.size());
    // The journal proves nothing without its hashes.
    if (EVP_Digest(data.constData(), length, digest.data(), &size, algorithm, nullptr) != 1)
        qFatal("SHA-256 is not there");
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(size)).toHex();
}

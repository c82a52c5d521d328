// SPDX-License-Identifier: Apache-2.0
#include "core/values/tenant.h"

#include "core/values/brand.h"

#include <algorithm>
#include <array>

namespace {

constexpr qsizetype maximumNameLength = 64;
constexpr qsizetype maximumValueLength = 256;

/// What a tenant must not overwrite; in lower case.
constexpr std::array<QByteArrayView, 15> reserved{
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cookie",
    "date",
    "expect",
    "host",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "accept-encoding",
};

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Headers of the service that the program sets itself, without what the brand puts before them.
bool isOwn(QByteArrayView lowerCase)
{
    return lowerCase == "lang" || lowerCase == "userpool-id" || lowerCase == "date" ||
           lowerCase.startsWith("signature-");
}

bool isReserved(const QByteArray &lowerCase)
{
    const auto isOwnOf = [&lowerCase](Brand brand) {
        const QByteArray prefix = Brands::headerPrefix(brand);
        return lowerCase.startsWith(prefix) && isOwn(QByteArrayView(lowerCase).sliced(prefix.size()));
    };
    return std::ranges::find(reserved, QByteArrayView(lowerCase)) != reserved.end() ||
           isOwnOf(Brand::Authing) || isOwnOf(Brand::GenAuth) || lowerCase.startsWith("proxy-");
}

} // namespace

bool Tenants::isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && name.size() <= maximumNameLength &&
           std::ranges::all_of(name, isNameCharacter) && !isReserved(name.toLower());
}

bool Tenants::isValue(const QByteArray &value)
{
    return !value.isEmpty() && value.size() <= maximumValueLength &&
           std::ranges::all_of(value, [](char c) { return c > ' ' && c <= '~'; });
}

bool Tenants::isUsable(const QByteArray &name, const QByteArray &value)
{
    return (name.isEmpty() && value.isEmpty()) || (isHeaderName(name) && isValue(value));
}

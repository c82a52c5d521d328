// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/brand.h"
#include "core/values/secret.h"

#include <QByteArray>
#include <QList>

#include <utility>

/// Name and value of one header or query parameter. Header names are lower case.
struct NameValue
{
    QByteArray name;
    QByteArray value;

    friend bool operator==(const NameValue &, const NameValue &) = default;
};
using NameValueList = QList<NameValue>;

/// HMAC-SHA1 signatures of the management API (docs/api.md#signature). Pure functions: the client signs with
/// them and the sandbox verifies with them; tests/fixtures/signature.json holds vectors of the official SDK.
namespace Signer {

/// What is signed: method, signed headers (`date` and those of @p brand) and resource, joined by line feeds,
/// in UTF-8.
///
/// @p parameters are the query parameters of a GET (undecorated: not percent-encoded) or
/// canonicalParameters() of any other request's body.
QByteArray stringToSign(Brand brand, const QByteArray &method, const QByteArray &path,
                        const NameValueList &headers, const NameValueList &parameters);

/// The top-level members of the JSON object @p body in their order there, each value as it is signed: strings
/// raw, everything else compact with nested members in received order. Empty for `{}` and for anything that
/// is not one JSON object.
NameValueList canonicalParameters(const QByteArray &body);

/// Base64 of HMAC-SHA1 over @p stringToSign.
QByteArray signature(const Secret &secret, const QByteArray &stringToSign);

/// `authing <keyId>:<signature>` or `GenAuth <keyId>:<signature>`, the value of the Authorization header.
QByteArray authorization(Brand brand, const QByteArray &keyId, const Secret &secret,
                         const QByteArray &stringToSign);

} // namespace Signer

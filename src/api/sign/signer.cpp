// SPDX-License-Identifier: Apache-2.0
#include "api/sign/signer.h"

#include "api/sign/canonicaljson.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSigned(Brand brand, const QByteArray &name)
{
    return name == "date" || name.startsWith(Brands::headerPrefix(brand));
}

/// TAB, LF, CR and FF become one space each; outer white space goes.
QByteArray canonicalHeaderValue(QByteArray value)
{
    for (const char separator : {'\t', '\n', '\r', '\f'})
        value.replace(separator, ' ');
    return value.trimmed();
}

QByteArray canonicalHeaders(Brand brand, const NameValueList &headers)
{
    NameValueList chosen;
    for (const NameValue &header : headers) {
        const QByteArray name = header.name.toLower();
        if (isSigned(brand, name))
            chosen.append({.name = name, .value = canonicalHeaderValue(header.value)});
    }
    std::ranges::sort(chosen, {}, &NameValue::name);
    QByteArray result;
    for (const NameValue &header : std::as_const(chosen))
        result += header.name + ':' + header.value + '\n';
    return result;
}

QByteArray canonicalResource(const QByteArray &path, NameValueList parameters)
{
    if (parameters.isEmpty())
        return path;
    std::ranges::stable_sort(parameters, {}, &NameValue::name);
    QByteArrayList pairs;
    for (const NameValue &parameter : std::as_const(parameters))
        pairs += parameter.name + '=' + parameter.value;
    return path + '?' + pairs.join('&');
}

} // namespace

QByteArray Signer::stringToSign(Brand brand, const QByteArray &method, const QByteArray &path,
                                const NameValueList &headers, const NameValueList &parameters)
{
    return method + '\n' + canonicalHeaders(brand, headers) + canonicalResource(path, parameters);
}

NameValueList Signer::canonicalParameters(const QByteArray &body)
{
    const auto members = CanonicalJson::topLevelMembers(body);
    if (!members)
        return {};
    NameValueList parameters;
    for (const CanonicalJson::Member &member : *members)
        parameters.append({.name = member.name, .value = member.value});
    return parameters;
}

QByteArray Signer::signature(const Secret &secret, const QByteArray &stringToSign)
{
    return QMessageAuthenticationCode::hash(stringToSign, secret.reveal(), QCryptographicHash::Sha1)
        .toBase64();
}

QByteArray Signer::authorization(Brand brand, const QByteArray &keyId, const Secret &secret,
                                 const QByteArray &stringToSign)
{
    return Brands::signatureScheme(brand) + keyId + ':' + signature(secret, stringToSign);
}

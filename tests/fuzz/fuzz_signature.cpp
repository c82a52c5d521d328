// SPDX-License-Identifier: Apache-2.0
#include "api/sign/signer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cstdint>

namespace {

/// @p text as one JSON value, by Qt's reader.
QJsonValue valueOf(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + text + ']');
    return document.array().size() == 1 ? document.array().first() : QJsonValue(QJsonValue::Undefined);
}

/// False where @p value holds half a surrogate pair, which is no text that anybody could sign.
bool isText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().isValidUtf16();
    const QJsonArray array = value.toArray();
    const QJsonObject object = value.toObject();
    return std::ranges::all_of(array, isText) && std::ranges::all_of(object, isText) &&
           std::ranges::all_of(object.keys(), &QString::isValidUtf16);
}

/// What is signed of @p member against Qt's reading of the same body.
void compare(const NameValue &member, const QJsonObject &object)
{
    const QString name = QString::fromUtf8(member.name);
    if (!object.contains(name))
        qFatal("a member that is not in the body");
    const QJsonValue expected = object.value(name);
    const bool isSame = expected.isString() ? expected.toString().toUtf8() == member.value
                                            : valueOf(member.value) == expected;
    if (!isSame)
        qFatal("a value that is not the body's");
}

} // namespace

/// Any bytes as the body of a request: what is signed is what Qt's own reader finds in it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const NameValueList signedMembers = Signer::canonicalParameters(body);
    (void)Signer::stringToSign(Brand::Authing, "POST", "/api/v3/kick-users",
                               {{.name = "date", .value = body}}, signedMembers);
    const QJsonDocument document = QJsonDocument::fromJson(body);
    // Qt 6.4 drops a byte order mark at the start of a name.
    const bool hasMark = body.contains("\xef\xbb\xbf") || body.toLower().contains("\\ufeff");
    if (signedMembers.isEmpty() || !document.isObject() || hasMark || !isText(document.object()))
        return 0;
    QSet<QByteArray> names;
    for (const NameValue &member : signedMembers)
        names.insert(member.name);
    // Of two members with one name each reader may take another.
    if (names.size() != signedMembers.size())
        return 0;
    if (document.object().size() != names.size())
        qFatal("a member of the body that is not signed");
    for (const NameValue &member : signedMembers)
        compare(member, document.object());
    return 0;
}

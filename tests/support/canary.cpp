// SPDX-License-Identifier: Apache-2.0
#include "support/canary.h"

#include <QDirIterator>
#include <QFile>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The Base64 of @p secret behind @p offset bytes, without the characters that the neighbours shape.
QByteArray base64(const QByteArray &secret, qsizetype offset, QByteArray::Base64Options options)
{
    const QByteArray whole = (QByteArray(offset, '\0') + secret).toBase64(options);
    const qsizetype first = (offset * 8 + 5) / 6;
    const qsizetype last = (offset + secret.size()) * 8 / 6;
    return whole.mid(first, last - first);
}

QByteArray utf16(const QByteArray &secret, bool isBigEndian)
{
    QByteArray result;
    for (const char c : secret)
        result += isBigEndian ? QByteArray("\0", 1) + c : c + QByteArray("\0", 1);
    return result;
}

QByteArray eachAs(const QByteArray &secret, const char *prefix)
{
    QByteArray result;
    for (const char c : secret)
        result += prefix + QByteArray(1, c).toHex();
    return result;
}

} // namespace

QList<CanaryForm> Canaries::forms(const QByteArray &secret)
{
    constexpr auto url = QByteArray::Base64UrlEncoding;
    constexpr auto plain = QByteArray::Base64Encoding;
    QByteArray reversed = secret;
    std::ranges::reverse(reversed);
    return {{u"raw"_s, secret},
            {u"UTF-16LE"_s, utf16(secret, false)},
            {u"UTF-16BE"_s, utf16(secret, true)},
            {u"Base64 at 0"_s, base64(secret, 0, plain)},
            {u"Base64 at 1"_s, base64(secret, 1, plain)},
            {u"Base64 at 2"_s, base64(secret, 2, plain)},
            {u"Base64url"_s, base64(secret, 0, url)},
            {u"hex"_s, secret.toHex()},
            {u"HEX"_s, secret.toHex().toUpper()},
            {u"percent"_s, eachAs(secret, "%")},
            {u"JSON"_s, eachAs(secret, "\\u00")},
            {u"reversed"_s, reversed}};
}

QStringList Canaries::found(const QByteArray &haystack, const QByteArray &secret)
{
    QStringList result;
    const QList<CanaryForm> all = forms(secret);
    for (const CanaryForm &form : all) {
        if (haystack.contains(form.bytes))
            result << form.name;
    }
    return result;
}

QStringList Canaries::foundUnder(const QString &folder, const QByteArray &secret)
{
    QStringList result;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QStringList forms = found(file.readAll(), secret);
        for (const QString &form : forms)
            result << file.fileName() + u": "_s + form;
    }
    return result;
}

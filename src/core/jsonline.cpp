// SPDX-License-Identifier: Apache-2.0
#include "core/jsonline.h"

#include <QJsonDocument>
#include <QString>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool mustBeEscaped(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

bool isPlain(char byte)
{
    return byte >= ' ' && byte <= '~';
}

} // namespace

QByteArray jsonLine(const QJsonObject &object)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    // Nearly all lines of a list, and not worth the decoding.
    if (std::ranges::all_of(bytes, isPlain))
        return bytes + '\n';
    const QString json = QString::fromUtf8(bytes);
    if (std::ranges::none_of(json, mustBeEscaped))
        return bytes + '\n';
    QString result;
    result.reserve(json.size() + 1);
    for (const QChar character : json) {
        // Outside strings JSON has no such character, so that an escape is valid wherever one stands.
        if (mustBeEscaped(character))
            result += u"\\u%1"_s.arg(static_cast<uint>(character.unicode()), 4, 16, QLatin1Char('0'));
        else
            result += character;
    }
    return result.toUtf8() + '\n';
}

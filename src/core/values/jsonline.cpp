// SPDX-License-Identifier: Apache-2.0
#include "core/values/jsonline.h"

#include "core/values/servertext.h"

#include <QJsonDocument>
#include <QString>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Written as an escape a character is still the same, so that more may be than a screen shows by name.
bool mustBeEscaped(char32_t character)
{
    const bool isVariant =
        (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0000 && character <= 0xE0FFF);
    return isVariant || ServerText::isHidden(character);
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
    const QList<uint> json = QString::fromUtf8(bytes).toUcs4();
    if (std::ranges::none_of(json, mustBeEscaped))
        return bytes + '\n';
    QString result;
    result.reserve(bytes.size());
    for (const char32_t character : json) {
        const auto units = QChar::fromUcs4(character);
        // Outside strings JSON has no such character, so that an escape is valid wherever one stands.
        if (mustBeEscaped(character)) {
            for (const char16_t unit : units)
                result += u"\\u%1"_s.arg(uint{unit}, 4, 16, QLatin1Char('0'));
        } else {
            result += units;
        }
    }
    return result.toUtf8() + '\n';
}

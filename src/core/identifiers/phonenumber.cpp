// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/phonenumber.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Length of the country code at the start of @p digits. ITU-T E.164 codes are prefix-free: one digit for
/// zones 1 and 7, two for the listed ones, three for every other.
qsizetype countryCodeLength(QStringView digits)
{
    static constexpr std::array twoDigits{
        "20"_L1, "27"_L1, "30"_L1, "31"_L1, "32"_L1, "33"_L1, "34"_L1, "36"_L1, "39"_L1, "40"_L1, "41"_L1,
        "43"_L1, "44"_L1, "45"_L1, "46"_L1, "47"_L1, "48"_L1, "49"_L1, "51"_L1, "52"_L1, "53"_L1, "54"_L1,
        "55"_L1, "56"_L1, "57"_L1, "58"_L1, "60"_L1, "61"_L1, "62"_L1, "63"_L1, "64"_L1, "65"_L1, "66"_L1,
        "81"_L1, "82"_L1, "84"_L1, "86"_L1, "90"_L1, "91"_L1, "92"_L1, "93"_L1, "94"_L1, "95"_L1, "98"_L1};
    if (digits.startsWith(u'1') || digits.startsWith(u'7'))
        return 1;
    const auto startsDigits = [digits](QLatin1StringView code) { return digits.startsWith(code); };
    return std::ranges::any_of(twoDigits, startsDigits) ? 2 : 3;
}

/// Middle dots and the long vowel mark are what input methods give for a dash.
bool isSeparator(QChar character)
{
    static const QString others = u" ()\u2212\u00B7\u2022\u2027\u30FB\u30FC"_s;
    return character.category() == QChar::Punctuation_Dash || others.contains(character);
}

/// What a point or comma in a number means; nothing where they only separate.
std::optional<IdFault> pointFault(const QString &number)
{
    static const QRegularExpression onePoint(u"^\\+?([0-9]+)\\.([0-9]+)$"_s);
    static const QRegularExpression shortEnd(u"\\.[0-9]{0,2}$"_s);
    static const QRegularExpression thousands(u"^1[3-9](,[0-9]{3}){3}$"_s);
    static const QRegularExpression severalNumbers(u"[0-9][,;/|、，；][^0-9]*[0-9]"_s);
    if (severalNumbers.match(number).hasMatch() && !thousands.match(number).hasMatch())
        return IdFault::SeveralValues;
    const QRegularExpressionMatch match = onePoint.match(number);
    // "010.62345678" has an area code in front of its point.
    constexpr qsizetype longestCode = 4;
    constexpr qsizetype shortestRest = 7;
    if (match.hasMatch() && (match.capturedLength(1) > longestCode || match.capturedLength(2) < shortestRest))
        return IdFault::DecimalNumber;
    return shortEnd.match(number).hasMatch() ? std::optional(IdFault::DecimalNumber) : std::nullopt;
}

/// A mobile number of mainland China behind its country code.
bool isMobileWithCode(const QString &digits)
{
    static const QRegularExpression shape(u"^861[3-9][0-9]{9}$"_s);
    return shape.match(digits).hasMatch();
}

} // namespace

bool PhoneNumbers::isLike(const QString &text)
{
    static const QRegularExpression shape(u"^\\+?([0-9]-?){7,15}$"_s);
    return shape.match(text).hasMatch();
}

QString PhoneNumbers::compact(const QString &text)
{
    QString result;
    for (const QChar character : text) {
        if (character.isDigit())
            result += QString::number(character.digitValue());
        else if (!isSeparator(character))
            result += character;
    }
    return result;
}

PhoneNumber PhoneNumbers::read(const QString &text)
{
    // "+44 (0)20": the zero is dialled only without the country code.
    static const QRegularExpression trunkZero(u"^((?:\\+|00)[0-9 -]*)\\(0\\)"_s);
    QString number = compact(QString(text).replace(trunkZero, u"\\1"_s));
    if (const auto fault = pointFault(number))
        return {.fault = fault};
    number.remove(u'.').remove(u',');
    if (number.startsWith("00"_L1))
        number.replace(0, 2, u'+');
    PhoneNumber result{.digits = number};
    if (number.startsWith(u'+')) {
        const QString digits = number.mid(1);
        const qsizetype length = qMin(countryCodeLength(digits), digits.size());
        const QString code = u'+' + digits.left(length);
        result = {.digits = digits.mid(length), .countryCode = code == "+86"_L1 ? QString() : code};
    }
    if (isMobileWithCode(result.digits)) {
        if (!result.countryCode.isEmpty())
            return {.fault = IdFault::WrongShape};
        result.digits.remove(0, 2);
    }
    return result;
}

// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/idcleaning.h"

#include "core/identifiers/phonenumber.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

using CodePoints = QList<uint>;

constexpr uint zeroWidthNonJoiner = 0x200C;
constexpr uint zeroWidthJoiner = 0x200D;
constexpr uint rightToLeftOverride = 0x202E;

/// Characters without width that Unicode does not count among the format characters.
bool isIgnorable(uint point)
{
    struct Range
    {
        uint first;
        uint last;
    };
    static constexpr std::array ranges{Range{0x034F, 0x034F}, Range{0x115F, 0x1160},  Range{0x17B4, 0x17B5},
                                       Range{0x180B, 0x180F}, Range{0x3164, 0x3164},  Range{0xFE00, 0xFE0F},
                                       Range{0xFFA0, 0xFFA0}, Range{0xE0000, 0xE0FFF}};
    return std::ranges::any_of(
        ranges, [point](const Range &range) { return point >= range.first && point <= range.last; });
}

bool isMark(uint point)
{
    return QChar::category(point) == QChar::Other_Format || isIgnorable(point);
}

bool isInvisible(uint point)
{
    const QChar::Category category = QChar::category(point);
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || isMark(point);
}

bool isAscii(uint point)
{
    return point < 0x80;
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar character) { return isAscii(character.unicode()); });
}

/// True for what most lists hold: nothing in it could be dropped or read in another way.
bool isClean(const QString &text)
{
    const auto isPlain = [](QChar character) {
        const char16_t unit = character.unicode();
        return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') ||
               (unit >= u'0' && unit <= u'9') || unit == u'@' || unit == u'.' || unit == u'_' ||
               unit == u'-' || unit == u'+';
    };
    return !text.isEmpty() && text.size() <= IdTypes::maximumLength && std::ranges::all_of(text, isPlain) &&
           !text.endsWith(u'.') && text.count(u'@') < 2;
}

CodePoints insideOf(const CodePoints &text)
{
    const auto isKept = [](uint point) { return !QChar::isSpace(point) && !isInvisible(point); };
    const auto first = std::ranges::find_if(text, isKept);
    const auto last = std::find_if(text.rbegin(), text.rend(), isKept).base();
    return first < last ? CodePoints(first, last) : CodePoints();
}

QString textOf(const CodePoints &points)
{
    QString result;
    for (const uint point : points)
        result.append(QStringView(QChar::fromUcs4(point)));
    return result;
}

/// A cell border or a line end stands between two values.
bool isValueEnd(uint point)
{
    static constexpr std::array<uint, 7> ends{'\t', '\n', '\v', '\f', '\r', 0x2028, 0x2029};
    return std::ranges::find(ends, point) != ends.end();
}

/// Without the marks that a browser, a chat or a word processor puts between letters. Those that change how
/// the text is read stay, and are refused later: the override of the direction, and joiners within a script
/// that needs them.
CodePoints withoutMarks(const CodePoints &text)
{
    CodePoints result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const uint point = text.at(at);
        const bool isJoiner = point == zeroWidthJoiner || point == zeroWidthNonJoiner;
        const bool joins = isJoiner && !result.isEmpty() && !isAscii(result.constLast()) &&
                           at + 1 < text.size() && !isAscii(text.at(at + 1));
        if (!isMark(point) || point == rightToLeftOverride || joins)
            result.append(point);
    }
    return result;
}

/// True for a letter that Unicode takes for one of ASCII: the Kelvin sign, the long s, a ligature. A server
/// may keep them apart, so that the same text with the letter of ASCII means another user.
bool isLikeAscii(uint point)
{
    const QChar::Decomposition tag = QChar::decompositionTag(point);
    if (isAscii(point) || tag == QChar::NoDecomposition || tag == QChar::Wide || tag == QChar::Narrow)
        return false;
    const QString plain = textOf({point}).normalized(QString::NormalizationForm_KC);
    return isAscii(plain) && std::ranges::all_of(plain, [](QChar character) { return character.isLetter(); });
}

/// @p text in the form @p form, but for the letters that would become those of ASCII.
QString normalized(const QString &text, QString::NormalizationForm form)
{
    if (isAscii(text))
        return text;
    const CodePoints points = text.toUcs4();
    if (std::ranges::none_of(points, isLikeAscii))
        return text.normalized(form);
    QString result;
    CodePoints piece;
    for (const uint point : points) {
        if (!isLikeAscii(point)) {
            piece.append(point);
            continue;
        }
        result += textOf(std::exchange(piece, {})).normalized(form) + textOf({point});
    }
    return result + textOf(piece).normalized(form);
}

/// One width, one dash, one space.
QString compatible(const QString &text)
{
    QString result = normalized(text, QString::NormalizationForm_KC);
    for (QChar &character : result) {
        if (character.category() == QChar::Punctuation_Dash || character == u'\u2212')
            character = u'-';
        else if (character.category() == QChar::Separator_Space)
            character = u' ';
    }
    return result;
}

bool isEmail(const QString &text)
{
    static const QRegularExpression shape(u"^[^\\s@<>;,]+@[^\\s@<>;,]+$"_s);
    return shape.match(text).hasMatch();
}

/// Names keep their characters: a directory may well have full-width brackets in them.
QString folded(const QString &text, std::optional<IdType> type)
{
    const QString plain = compatible(text);
    QString address = plain;
    // The full stop of Chinese and Japanese input methods.
    address.replace(u'\u3002', u'.');
    if (type == IdType::Email || (isEmail(address) && type != IdType::Phone))
        return address;
    if (type == IdType::Phone || type == IdType::UserId || isAscii(plain))
        return plain;
    return normalized(text, QString::NormalizationForm_C);
}

/// The ID in another system may have any form.
bool isOpaque(std::optional<IdType> type)
{
    return type == IdType::Identity || type == IdType::SyncRelation;
}

QString withoutQuotes(const QString &text)
{
    static const QRegularExpression formula(u"^=\"([^\"]*)\"$"_s);
    const QRegularExpressionMatch match = formula.match(text);
    if (match.hasMatch())
        return match.captured(1);
    static constexpr std::array<QStringView, 4> pairs{u"\"\"", u"''", u"\u201C\u201D", u"\u2018\u2019"};
    for (const QStringView pair : pairs) {
        if (text.size() > 1 && text.startsWith(pair.front()) && text.endsWith(pair.back()))
            return text.mid(1, text.size() - 2);
    }
    // A spreadsheet writes it in front of what is no number.
    return text.startsWith(u'\'') ? text.mid(1) : text;
}

QString withoutName(const QString &text)
{
    static const QRegularExpression named(u"^[^<>]*<([^<>]+)>$"_s);
    const QRegularExpressionMatch match = named.match(text);
    return match.hasMatch() ? match.captured(1) : text;
}

QString withoutPrefix(const QString &text)
{
    // An expression that leaves the case open would take the long s for an s.
    static const QRegularExpression address(
        u"^(?:[sS][mM][tT][pP]|[mM][aA][iI][lL][tT][oO]|[sS][iI][pP]):([^?]+)(?:\\?.*)?$"_s);
    static const QRegularExpression number(
        u"^(?:[tT][eE][lL]|[sS][mM][sS]|[sS][iI][pP]):([+0-9(][0-9 ().-]+)$"_s);
    if (const auto match = number.match(text); match.hasMatch())
        return match.captured(1);
    const QString rest = address.match(text).captured(1).trimmed();
    return isEmail(rest) ? rest : text;
}

QString withoutPunctuation(const QString &text)
{
    static const QRegularExpression end(u"[;,.\\s；，、。]+$"_s);
    return QString(text).remove(end);
}

/// The value within what stands around it, however often it is wrapped.
QString unwrapped(const QString &text, std::optional<IdType> type)
{
    QString value = folded(text, type);
    for (;;) {
        QString inner = withoutQuotes(value).trimmed();
        if (!isOpaque(type))
            inner = withoutPunctuation(withoutPrefix(withoutName(inner))).trimmed();
        inner = folded(inner, type);
        if (inner == value)
            return value;
        value = inner;
    }
}

bool holdsSeveral(const QString &text)
{
    static const QRegularExpression address(u"[^\\s@<>;,/|；，、]+@[^\\s@<>;,/|；，、]+"_s);
    static const QRegularExpression separators(u"[\\s;,/|；，、]+"_s);
    if (text.count(u'@') > 1 && text.count(address) > 1)
        return true;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    return parts.size() > 1 && std::ranges::all_of(parts, PhoneNumbers::isLike);
}

bool isObjectId(const QString &text)
{
    static const QRegularExpression objectId(u"^[0-9a-fA-F]{24}$"_s);
    return objectId.match(text).hasMatch();
}

/// "1.38E+10": its last digits are lost.
bool isShortened(const QString &text, std::optional<IdType> type)
{
    static const QRegularExpression sure(u"^[0-9]+([.,][0-9]+[eE]\\+?|[eE]\\+)[0-9]+$"_s);
    static const QRegularExpression possible(u"^[0-9]+[eE][0-9]+$"_s);
    // An ID of 24 hexadecimal digits may have an e as its one letter; the one being typed is not yet whole.
    return !isObjectId(text) && (sure.match(text).hasMatch() || (type && possible.match(text).hasMatch()));
}

/// "13800138000.0": without its point it would be another number.
bool isDecimal(const QString &text)
{
    static const QRegularExpression number(
        u"^([0-9]{3,}[.,]0+|[0-9]{1,3}(,[0-9]{3})+\\.[0-9]+|[0-9]{1,3}(\\.[0-9]{3})+,[0-9]+)$"_s);
    return (text.contains(u'.') || text.contains(u',')) && number.match(text).hasMatch();
}

bool hasWildcard(const QString &text)
{
    const QString plain = compatible(text);
    return plain.contains(u'*') || plain.contains(u'%');
}

IdCheck cleanedPhone(const QString &text)
{
    const PhoneNumber number = PhoneNumbers::read(text);
    if (number.fault)
        return {.fault = number.fault};
    return {.value = number.digits, .countryCode = number.countryCode};
}

/// No mark can be part of it, so that one inside changes nothing; a name may differ from another by a mark.
bool hasStrictForm(const QString &value)
{
    return isEmail(value) || isObjectId(value) || PhoneNumbers::isLike(PhoneNumbers::read(value).digits);
}

/// The value itself, whatever form it has; or why there is none.
IdCheck withoutWrapping(const QString &text, std::optional<IdType> type)
{
    if (!text.isValidUtf16())
        return {.fault = IdFault::ControlCharacter};
    const CodePoints inside = insideOf(text.toUcs4());
    if (inside.isEmpty())
        return {.fault = IdFault::Blank};
    if (inside.size() > IdTypes::maximumLength)
        return {.fault = IdFault::TooLong};
    if (std::ranges::any_of(inside, isValueEnd))
        return {.fault = IdFault::SeveralValues};
    const CodePoints unmarked = withoutMarks(inside);
    if (std::ranges::any_of(unmarked, isInvisible))
        return {.fault = IdFault::ControlCharacter};
    const QString visible = textOf(unmarked);
    if (hasWildcard(visible))
        return {.fault = IdFault::Wildcard};
    const QString value = unwrapped(visible, type);
    if (value.isEmpty())
        return {.fault = IdFault::Blank};
    if (value.size() > IdTypes::maximumLength)
        return {.fault = IdFault::TooLong};
    if (unmarked.size() < inside.size() && !hasStrictForm(value))
        return {.fault = IdFault::ControlCharacter};
    if (!isOpaque(type) && holdsSeveral(value))
        return {.fault = IdFault::SeveralValues};
    return {.value = value};
}

} // namespace

QString IdCleaning::trimmed(const QString &text)
{
    return text.isValidUtf16() ? textOf(insideOf(text.toUcs4())) : text.trimmed();
}

QByteArray IdCleaning::trimmed(const QByteArray &utf8)
{
    return utf8.isValidUtf8() ? trimmed(QString::fromUtf8(utf8)).toUtf8() : utf8.trimmed();
}

IdCheck IdCleaning::clean(const QString &text, std::optional<IdType> type)
{
    const IdCheck bare = isClean(text) ? IdCheck{.value = text} : withoutWrapping(text, type);
    if (bare.fault)
        return bare;
    if (isShortened(bare.value, type))
        return {.fault = IdFault::SpreadsheetNumber};
    if (isDecimal(bare.value))
        return {.fault = IdFault::DecimalNumber};
    return type == IdType::Phone ? cleanedPhone(bare.value) : bare;
}

QString IdCleaning::withoutCase(const QString &value)
{
    QString result = value;
    for (QChar &character : result) {
        if (character >= u'A' && character <= u'Z')
            character = character.toLower();
    }
    return result;
}

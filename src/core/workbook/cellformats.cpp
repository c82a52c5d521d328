// SPDX-License-Identifier: Apache-2.0
#include "core/workbook/cellformats.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whole numbers up to here are kept to the last digit.
constexpr double exactNumbers = 1e15;

/// The formats that every workbook has: those of dates, and all others that are known.
bool isBuiltInDate(int formatId)
{
    struct Range
    {
        int first;
        int last;
    };
    static constexpr std::array ranges{Range{14, 22}, Range{27, 36}, Range{45, 47}, Range{50, 58}};
    return std::ranges::any_of(
        ranges, [formatId](const Range &range) { return formatId >= range.first && formatId <= range.last; });
}

/// The part of a format that positive numbers have, in pieces.
struct FormatPiece
{
    enum Kind {
        Literal,
        Digit,
        Other
    };

    Kind kind = Other;
    QChar character;
};

QList<FormatPiece> piecesOf(const QString &code)
{
    QList<FormatPiece> pieces;
    bool isQuoted = false;
    for (qsizetype at = 0; at < code.size(); ++at) {
        const QChar character = code.at(at);
        if (character == u'"') {
            isQuoted = !isQuoted;
        } else if (isQuoted) {
            pieces.append({FormatPiece::Literal, character});
        } else if (character == u'\\' && at + 1 < code.size()) {
            pieces.append({FormatPiece::Literal, code.at(++at)});
        } else if (character == u'_' || character == u'*') {
            // A blank as wide as the next character, or the next character repeated.
            ++at;
        } else if (character == u'[') {
            // A colour or a language; conditions and elapsed times begin otherwise.
            const qsizetype end = code.indexOf(u']', at);
            const QString name = code.mid(at + 1, end - at - 1);
            if (end < 0 || (!name.isEmpty() && u"<>=hms"_s.contains(name.front().toLower()) &&
                            name.compare("magenta"_L1, Qt::CaseInsensitive) != 0))
                pieces.append({FormatPiece::Other, u'?'});
            at = end < 0 ? code.size() : end;
        } else if (character == u';') {
            break;
        } else if (u"0#?"_s.contains(character)) {
            pieces.append({FormatPiece::Digit, character});
        } else if (u"-+ ()/:"_s.contains(character)) {
            pieces.append({FormatPiece::Literal, character});
        } else {
            pieces.append({FormatPiece::Other, character});
        }
    }
    return pieces;
}

bool isGeneral(const QString &code)
{
    return code.isEmpty() || code.contains("general"_L1, Qt::CaseInsensitive) || code == "@"_L1;
}

bool isDate(const QString &code)
{
    if (isGeneral(code))
        return false;
    const QList<FormatPiece> pieces = piecesOf(code);
    return std::ranges::any_of(pieces, [](const FormatPiece &piece) {
        return piece.kind == FormatPiece::Other && u"ymdhsYMDHSgbe年月日"_s.contains(piece.character) &&
               piece.character != u'E';
    });
}

/// @p digits in the places of @p pieces, from the right; the leftmost place takes all that are left.
QString filledIn(const QList<FormatPiece> &pieces, QString digits)
{
    QString result;
    qsizetype places = std::ranges::count(pieces, FormatPiece::Digit, &FormatPiece::kind);
    for (auto piece = pieces.crbegin(); piece != pieces.crend(); ++piece) {
        if (piece->kind == FormatPiece::Literal)
            result.prepend(piece->character);
        if (piece->kind != FormatPiece::Digit)
            continue;
        const qsizetype taken = --places == 0 ? digits.size() : std::min<qsizetype>(digits.size(), 1);
        if (taken > 0)
            result.prepend(digits.last(taken));
        else if (piece->character == u'0')
            result.prepend(u'0');
        digits.chop(taken);
    }
    return result;
}

/// The decimals are left out: a whole number has none.
QList<FormatPiece> wholePart(QList<FormatPiece> pieces)
{
    const auto isPoint = [](const FormatPiece &piece) {
        return piece.kind == FormatPiece::Other && piece.character == u'.';
    };
    const auto point = std::ranges::find_if(pieces, isPoint);
    if (point == pieces.end())
        return pieces;
    QList<FormatPiece> whole(pieces.begin(), point);
    for (auto piece = point; piece != pieces.end(); ++piece) {
        if (piece->kind == FormatPiece::Literal)
            whole.append(*piece);
    }
    return whole;
}

QString wholeText(double number, const QString &code)
{
    QString digits = QString::number(std::abs(number), 'f', 0);
    if (number < 0)
        return u'-' + digits;
    if (isGeneral(code))
        return digits;
    const QList<FormatPiece> all = piecesOf(code);
    const bool isPlain = std::ranges::all_of(all, [](const FormatPiece &piece) {
        return piece.kind != FormatPiece::Other || piece.character == u',' || piece.character == u'.';
    });
    const QList<FormatPiece> pieces = wholePart(all);
    const bool hasDigit = std::ranges::any_of(
        pieces, [](const FormatPiece &piece) { return piece.kind == FormatPiece::Digit; });
    // A percentage or a power of ten is no identifier, and its number is.
    return isPlain && hasDigit ? filledIn(pieces, digits).trimmed() : digits;
}

} // namespace

QString CellFormats::text(const QByteArray &value, qsizetype style) const
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return QString::fromUtf8(value);
    const int formatId = style >= 0 && style < m_styles.size() ? m_styles.at(style) : 0;
    const QString code = m_codes.value(formatId);
    if ((isBuiltInDate(formatId) && code.isEmpty()) || isDate(code))
        return dateText(number);
    if (std::abs(number) >= exactNumbers)
        return QString::number(number, 'E', 14);
    return number == std::floor(number) ? wholeText(number, code) : QString::number(number, 'g', 15);
}

QString CellFormats::dateText(double serial) const
{
    constexpr double lastSerial = 2'958'465; // 9999-12-31
    if (serial < 0 || serial > lastSerial)
        return QString::number(serial, 'g', 15);
    constexpr qint64 millisecondsOfDay = 86'400'000;
    const auto days = static_cast<qint64>(serial);
    const auto time = static_cast<int>((serial - double(days)) * millisecondsOfDay + 0.5);
    const QTime timeOfDay = QTime::fromMSecsSinceStartOfDay(std::min<int>(time, millisecondsOfDay - 1));
    if (days == 0)
        return timeOfDay.toString(u"HH:mm:ss"_s);
    // The 29th of February 1900, which never was, has a number too.
    constexpr qint64 afterLeapDay = 60;
    const QDate first = m_isFrom1904 ? QDate(1904, 1, 1) : QDate(1899, 12, days < afterLeapDay ? 31 : 30);
    const QString date = first.addDays(days).toString(Qt::ISODate);
    return time == 0 ? date : date + u' ' + timeOfDay.toString(u"HH:mm:ss"_s);
}

// SPDX-License-Identifier: Apache-2.0
#include "core/values/servertext.h"

#include <QChar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

struct CodePoint
{
    char32_t value = 0;
    qsizetype units = 1;
};

CodePoint codePointAt(const QString &text, qsizetype at)
{
    const QChar high = text.at(at);
    if (high.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return {.value = QChar::surrogateToUcs4(high, text.at(at + 1)), .units = 2};
    return {.value = high.unicode(), .units = 1};
}

bool isCombining(char32_t value)
{
    const QChar::Category category = QChar::category(value);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

/// True for text that is shown as it is: printable ASCII and Chinese characters, which is nearly all there
/// is.
bool isOrdinary(const QString &text)
{
    return std::ranges::all_of(text, [](QChar unit) {
        const char16_t value = unit.unicode();
        return (value >= 0x20 && value < 0x7F) || (value >= 0x4E00 && value < 0xA000);
    });
}

QString visibleName(char32_t value)
{
    return u"[U+%1]"_s.arg(QString::number(value, 16).toUpper().rightJustified(4, u'0'));
}

} // namespace

QString ServerText::plain(qsizetype maximumLength) const
{
    // A table of a hundred thousand rows asks for hundreds of thousands of texts.
    if (m_text.size() <= maximumLength && isOrdinary(m_text))
        return m_text;
    QString result;
    result.reserve(qMin(m_text.size(), maximumLength) + 1);
    int marks = 0;
    for (qsizetype at = 0; at < m_text.size();) {
        const CodePoint point = codePointAt(m_text, at);
        QString piece;
        if (point.value == U'\n' || point.value == U'\r' || point.value == U'\t')
            piece = u" "_s;
        else if (isHidden(point.value))
            piece = visibleName(point.value);
        else
            piece = m_text.mid(at, point.units);
        at += point.units;

        marks = isCombining(point.value) ? marks + 1 : 0;
        if (marks > maximumCombiningMarks)
            continue;
        if (result.size() + piece.size() > maximumLength) {
            result += u'…';
            break;
        }
        result += piece;
    }
    return result;
}

bool ServerText::isHidden(char32_t value)
{
    switch (QChar::category(value)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        // Blank letters of other scripts that make two names look alike.
        return value == 0x115F || value == 0x1160 || value == 0x3164 || value == 0xFFA0 || value == 0x2800;
    }
}

QString ServerText::escaped(qsizetype maximumLength) const
{
    return plain(maximumLength).toHtmlEscaped();
}

bool ServerText::hasHiddenCharacters() const
{
    for (qsizetype at = 0; at < m_text.size();) {
        const CodePoint point = codePointAt(m_text, at);
        if (isHidden(point.value) && point.value != U'\n' && point.value != U'\r' && point.value != U'\t')
            return true;
        at += point.units;
    }
    return false;
}

// SPDX-License-Identifier: Apache-2.0
#include "core/list/listtext.h"

#include "core/files/files.h"
#include "core/list/codepage.h"
#include "core/list/listformat.h"
#include "core/list/listrefusal.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF");
constexpr QByteArrayView utf16LittleEndianMark("\xFF\xFE");
constexpr QByteArrayView utf16BigEndianMark("\xFE\xFF");

bool isControl(char byte)
{
    constexpr QByteArrayView spaces("\t\n\v\f\r");
    return static_cast<unsigned char>(byte) < 0x20 && !spaces.contains(byte);
}

/// Without the byte order marks that joined files have at the beginning of lines.
QByteArray withoutMarks(QByteArray utf8)
{
    for (qsizetype at = utf8.indexOf(utf8Mark); at >= 0; at = utf8.indexOf(utf8Mark, at)) {
        const bool isAtLineStart = at == 0 || utf8.at(at - 1) == '\n' || utf8.at(at - 1) == '\r';
        if (isAtLineStart)
            utf8.remove(at, utf8Mark.size());
        else
            at += utf8Mark.size();
    }
    return utf8;
}

ListText textOf(const QByteArray &utf8, TextEncoding encoding)
{
    return {.utf8 = withoutMarks(utf8), .encoding = encoding};
}

std::optional<ListText> fromUtf16(const QByteArray &bytes, TextEncoding encoding)
{
    if (bytes.size() % 2 != 0)
        return {};
    const auto order =
        encoding == TextEncoding::Utf16LittleEndian ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
    QStringDecoder decoder(order);
    const QString text = decoder(bytes);
    if (decoder.hasError() || !text.isValidUtf16() || text.contains(QChar::Null))
        return {};
    return textOf(text.toUtf8(), encoding);
}

/// Which half of most UTF-16 units is zero in Latin text tells the order. A list has digits and line ends in
/// any language, but characters such as 一 (U+4E00) have a zero in their other half.
std::optional<ListText> fromUnmarkedUtf16(const QByteArray &bytes)
{
    std::array<qsizetype, 2> zeros{};
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (bytes.at(at) == '\0')
            ++zeros.at(static_cast<size_t>(at % 2));
    }
    const bool isLittleEndian = zeros[1] > zeros[0];
    constexpr qsizetype clearly = 2;
    if (std::max(zeros[0], zeros[1]) < clearly * std::min(zeros[0], zeros[1]))
        return {};
    return fromUtf16(bytes, isLittleEndian ? TextEncoding::Utf16LittleEndian : TextEncoding::Utf16BigEndian);
}

std::optional<ListText> fromCodePage(const QByteArray &bytes, CodePage page, TextEncoding encoding)
{
    // Nearly any bytes can be read as some code page: a text has no control characters.
    if (std::ranges::any_of(bytes, isControl))
        return {};
    const std::optional<QByteArray> utf8 = CodePages::toUtf8(bytes, page);
    return utf8 ? std::optional(textOf(*utf8, encoding)) : std::nullopt;
}

std::optional<ListText> fromUtf8(const QByteArray &bytes, TextEncoding encoding)
{
    if (!bytes.isValidUtf8() || bytes.contains('\0'))
        return {};
    return textOf(bytes, encoding);
}

Result<ListText> checked(const std::optional<ListText> &text)
{
    if (!text)
        return ListRefusals::error(ListProblem::NotText);
    if (const auto problem = ListFormats::textProblem(text->utf8))
        return ListRefusals::error(*problem);
    return *text;
}

Result<ListText> fromUnmarkedBytes(const QByteArray &bytes)
{
    if (std::ranges::any_of(bytes, isControl))
        return ListRefusals::error(ListProblem::NotText);
    const auto text = fromCodePage(bytes, CodePage::Gb18030, TextEncoding::Gb18030);
    // A text format is named whatever its letters are.
    if (const auto problem = ListFormats::textProblem(bytes))
        return ListRefusals::error(*problem);
    if (!text || !CodePages::looksLikeGb18030(bytes))
        return ListRefusals::error(ListProblem::EncodingUnclear);
    return checked(text);
}

std::optional<ListText> decoded(const QByteArray &bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
    case TextEncoding::Utf8WithMark:
        return fromUtf8(bytes, encoding);
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian:
        return fromUtf16(bytes, encoding);
    case TextEncoding::Gb18030:
        return fromCodePage(bytes, CodePage::Gb18030, encoding);
    case TextEncoding::Big5:
        return fromCodePage(bytes, CodePage::Big5, encoding);
    case TextEncoding::ShiftJis:
        return fromCodePage(bytes, CodePage::ShiftJis, encoding);
    case TextEncoding::EucKr:
        return fromCodePage(bytes, CodePage::EucKr, encoding);
    case TextEncoding::Windows1252:
        return fromCodePage(bytes, CodePage::Windows1252, encoding);
    case TextEncoding::Workbook:
        break;
    }
    return {};
}

} // namespace

const QList<TextEncoding> &ListTexts::encodings()
{
    static const QList<TextEncoding> all{
        TextEncoding::Utf8,           TextEncoding::Utf8WithMark, TextEncoding::Utf16LittleEndian,
        TextEncoding::Utf16BigEndian, TextEncoding::Gb18030,      TextEncoding::Big5,
        TextEncoding::ShiftJis,       TextEncoding::EucKr,        TextEncoding::Windows1252};
    return all;
}

QString ListTexts::encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return u"UTF-8"_s;
    case TextEncoding::Utf8WithMark:
        return u"UTF-8 BOM"_s;
    case TextEncoding::Utf16LittleEndian:
        return u"UTF-16 LE"_s;
    case TextEncoding::Utf16BigEndian:
        return u"UTF-16 BE"_s;
    case TextEncoding::Gb18030:
        return CodePages::name(CodePage::Gb18030);
    case TextEncoding::Big5:
        return CodePages::name(CodePage::Big5);
    case TextEncoding::ShiftJis:
        return CodePages::name(CodePage::ShiftJis);
    case TextEncoding::EucKr:
        return CodePages::name(CodePage::EucKr);
    case TextEncoding::Windows1252:
        return CodePages::name(CodePage::Windows1252);
    case TextEncoding::Workbook:
        return u"Excel"_s;
    }
    return {};
}

Result<QByteArray> ListTexts::readBytes(const QString &file)
{
    const Files::Content content = Files::read(file, maximumBytes, Files::Source::FileOrPipe);
    switch (content.state) {
    case Files::Content::State::Complete:
        return content.bytes;
    case Files::Content::State::TooLarge:
        return ListRefusals::error(ListProblem::TooLarge);
    case Files::Content::State::Missing:
    case Files::Content::State::Unreadable:
        break;
    }
    return Error{.code = ErrorCode::ListUnreadable, .detail = ServerText(file)};
}

Result<ListText> ListTexts::fromClipboard(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (utf8.size() > maximumBytes)
        return ListRefusals::error(ListProblem::TooLarge);
    return checked(fromUtf8(utf8, TextEncoding::Utf8));
}

Result<ListText> ListTexts::decode(const QByteArray &bytes)
{
    if (const auto problem = ListFormats::binaryProblem(bytes))
        return ListRefusals::error(*problem);
    if (bytes.startsWith(utf16LittleEndianMark))
        return checked(fromUtf16(bytes, TextEncoding::Utf16LittleEndian));
    if (bytes.startsWith(utf16BigEndianMark))
        return checked(fromUtf16(bytes, TextEncoding::Utf16BigEndian));
    if (bytes.contains('\0'))
        return checked(fromUnmarkedUtf16(bytes));
    if (!bytes.isValidUtf8())
        return fromUnmarkedBytes(bytes);
    return checked(
        fromUtf8(bytes, bytes.startsWith(utf8Mark) ? TextEncoding::Utf8WithMark : TextEncoding::Utf8));
}

Result<ListText> ListTexts::decodeAs(const QByteArray &bytes, TextEncoding encoding)
{
    return checked(decoded(bytes, encoding));
}

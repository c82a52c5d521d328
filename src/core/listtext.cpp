// SPDX-License-Identifier: Apache-2.0
#include "core/listtext.h"

#include "core/files.h"
#include "core/gb18030.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF");
constexpr QByteArrayView utf16LittleEndianMark("\xFF\xFE");
constexpr QByteArrayView utf16BigEndianMark("\xFE\xFF");

Error refusal(ErrorCode code, const QString &name)
{
    return {.kind = ErrorKind::NotSent, .code = code, .detail = ServerText(name)};
}

/// A ZIP archive, as .xlsx and .ods are, or a compound file, as .xls is.
bool isWorkbook(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool isControl(char byte)
{
    constexpr QByteArrayView spaces("\t\n\v\f\r");
    return static_cast<unsigned char>(byte) < 0x20 && !spaces.contains(byte);
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
    return ListText{.utf8 = text.toUtf8(), .encoding = encoding};
}

/// Which half of every UTF-16 unit is zero in Latin text tells the order; a list has digits or line ends in
/// any language.
std::optional<ListText> fromUnmarkedUtf16(const QByteArray &bytes)
{
    std::array<qsizetype, 2> zeros{};
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (bytes.at(at) == '\0')
            ++zeros.at(static_cast<size_t>(at % 2));
    }
    if (zeros[0] == 0 && zeros[1] > 0)
        return fromUtf16(bytes, TextEncoding::Utf16LittleEndian);
    if (zeros[1] == 0 && zeros[0] > 0)
        return fromUtf16(bytes, TextEncoding::Utf16BigEndian);
    return {};
}

std::optional<ListText> fromGb18030(const QByteArray &bytes)
{
    // Nearly anything can be read as GB18030: a text has no control characters.
    if (std::ranges::any_of(bytes, isControl))
        return {};
    const std::optional<QByteArray> utf8 = gb18030ToUtf8(bytes);
    return utf8 ? std::optional(ListText{.utf8 = *utf8, .encoding = TextEncoding::Gb18030}) : std::nullopt;
}

std::optional<ListText> decoded(const QByteArray &bytes)
{
    if (bytes.startsWith(utf16LittleEndianMark))
        return fromUtf16(bytes, TextEncoding::Utf16LittleEndian);
    if (bytes.startsWith(utf16BigEndianMark))
        return fromUtf16(bytes, TextEncoding::Utf16BigEndian);
    if (bytes.contains('\0'))
        return fromUnmarkedUtf16(bytes);
    if (!bytes.isValidUtf8())
        return fromGb18030(bytes);
    if (bytes.startsWith(utf8Mark))
        return ListText{.utf8 = bytes.sliced(utf8Mark.size()), .encoding = TextEncoding::Utf8WithMark};
    return ListText{.utf8 = bytes, .encoding = TextEncoding::Utf8};
}

std::optional<ListText> decoded(const QByteArray &bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
    case TextEncoding::Utf8WithMark: {
        const QByteArray text = bytes.startsWith(utf8Mark) ? bytes.sliced(utf8Mark.size()) : bytes;
        const bool isText = text.isValidUtf8() && !text.contains('\0');
        return isText ? std::optional(ListText{.utf8 = text, .encoding = encoding}) : std::nullopt;
    }
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian:
        return fromUtf16(bytes, encoding);
    case TextEncoding::Gb18030:
        return fromGb18030(bytes);
    }
    return {};
}

} // namespace

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
        return u"GB18030"_s;
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
        return refusal(ErrorCode::ListTooLarge, file);
    case Files::Content::State::Missing:
    case Files::Content::State::Unreadable:
        break;
    }
    return refusal(ErrorCode::ListUnreadable, file);
}

Result<ListText> ListTexts::readFile(const QString &file)
{
    const Result<QByteArray> bytes = readBytes(file);
    return bytes ? decode(*bytes, file) : bytes.error();
}

Result<ListText> ListTexts::fromClipboard(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (utf8.size() > maximumBytes)
        return refusal(ErrorCode::ListTooLarge, {});
    return ListText{.utf8 = utf8, .encoding = TextEncoding::Utf8};
}

Result<ListText> ListTexts::decode(const QByteArray &bytes, const QString &name)
{
    if (isWorkbook(bytes))
        return refusal(ErrorCode::ListIsWorkbook, name);
    const std::optional<ListText> text = decoded(bytes);
    if (!text)
        return refusal(ErrorCode::ListNotText, name);
    return *text;
}

Result<ListText> ListTexts::decodeAs(const QByteArray &bytes, TextEncoding encoding, const QString &name)
{
    const std::optional<ListText> text = decoded(bytes, encoding);
    if (!text)
        return refusal(ErrorCode::ListNotText, name);
    return *text;
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

/// How the characters of a file are written.
enum class TextEncoding {
    Utf8,
    Utf8WithMark,
    Utf16LittleEndian,
    Utf16BigEndian,
    Gb18030,
};

/// The text of a list before it is cut into cells.
struct ListText
{
    /// Without a byte order mark.
    QByteArray utf8;
    TextEncoding encoding = TextEncoding::Utf8;
};

/// Files and the clipboard as text. Nothing is guessed that does not fit to the last byte.
namespace ListTexts {

/// Largest file or clipboard that is read.
inline constexpr qsizetype maximumBytes = qsizetype{64} * 1024 * 1024;

/// "UTF-8", "UTF-16 LE", "GB18030": the same in every language.
QString encodingName(TextEncoding encoding);

/// ListUnreadable or ListTooLarge.
Result<QByteArray> readBytes(const QString &file);

/// decode() of readBytes().
Result<ListText> readFile(const QString &file);

/// What was copied.
Result<ListText> fromClipboard(const QString &text);

/// ListIsWorkbook for the files of Excel itself, ListNotText for other binary files and for bytes that are
/// neither UTF-8, UTF-16 nor GB18030. @p name is told in the error.
Result<ListText> decode(const QByteArray &bytes, const QString &name);

/// Reads @p bytes in an encoding that somebody has chosen; ListNotText where they do not fit to the last
/// byte.
Result<ListText> decodeAs(const QByteArray &bytes, TextEncoding encoding, const QString &name);

} // namespace ListTexts

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// How the characters of a file are written.
enum class TextEncoding {
    Utf8,
    Utf8WithMark,
    Utf16LittleEndian,
    Utf16BigEndian,
    Gb18030,
    Big5,
    ShiftJis,
    EucKr,
    Windows1252,
    /// The cells of a workbook, which has no encoding to choose.
    Workbook,
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

/// Those that can be chosen.
const QList<TextEncoding> &encodings();

/// "UTF-8", "UTF-16 LE", "GB18030": the same in every language.
QString encodingName(TextEncoding encoding);

/// ListUnreadable, or ListRefused where there are too many.
Result<QByteArray> readBytes(const QString &file);

/// What was copied; ListRefused where it is too much or no table.
Result<ListText> fromClipboard(const QString &text);

/// ListRefused for files of other programs, for bytes that are no text, and where the encoding cannot be
/// told: only UTF-8, UTF-16 and what reads like Chinese in GB18030 is decoded without being asked to.
Result<ListText> decode(const QByteArray &bytes);

/// Reads @p bytes in an encoding that somebody has chosen; ListRefused where they do not fit to the last
/// byte.
Result<ListText> decodeAs(const QByteArray &bytes, TextEncoding encoding);

} // namespace ListTexts

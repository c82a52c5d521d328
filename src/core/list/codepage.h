// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// Encodings that only a table of the system can read. Qt 6.4 has them only where it was built with ICU.
enum class CodePage {
    /// GBK and GB2312 are parts of it.
    Gb18030,
    Big5,
    ShiftJis,
    EucKr,
    Windows1252,
};

namespace CodePages {

/// "GB18030", "Big5": the same in every language.
QString name(CodePage page);

/// The UTF-8 of @p bytes, which are in @p page; nothing when they are not, or when the system lacks the
/// conversion.
std::optional<QByteArray> toUtf8(QByteArrayView bytes, CodePage page);

/// True when @p bytes, which can be read as GB18030, read like Chinese: nearly any bytes of another Chinese,
/// Japanese, Korean or European encoding can be read so too, and give other characters then.
bool looksLikeGb18030(QByteArrayView bytes);

} // namespace CodePages

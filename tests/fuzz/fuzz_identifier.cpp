// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/idtype.h"

#include <algorithm>
#include <cstdint>

namespace {

void check(IdType type, const QString &text)
{
    const IdCheck first = IdTypes::check(type, text);
    if (first.fault) {
        if (!first.value.isEmpty())
            qFatal("a value that must not be sent");
        return;
    }
    const bool isControl = std::ranges::any_of(
        first.value, [](QChar character) { return character.category() == QChar::Other_Control; });
    if (first.value.trimmed().isEmpty() || first.value.size() > IdTypes::maximumLength || isControl ||
        first.value == u'*' || first.value == u'%')
        qFatal("an identifier that must not be sent");
    const IdCheck second = IdTypes::check(type, first.value);
    if (second.fault || second.value != first.value)
        qFatal("cleaning twice is not cleaning once");
}

} // namespace

/// Any text as an identifier of each type: what is accepted may be sent, and is clean.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const IdType type : IdTypes::all())
        check(type, text);
    for (const IdType type : IdTypes::suggested(text)) {
        if (IdTypes::check(type, text).fault)
            qFatal("a type that the text does not allow");
    }
    return 0;
}

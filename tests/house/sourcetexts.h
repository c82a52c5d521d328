// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "house/sourcefile.h"

/// One text that the program translates, as it stands in the source.
struct SourceText
{
    /// Empty for a plain tr(), whose context is the class around it.
    QString context;
    QString text;
    bool isPlural = false;
};

namespace SourceTexts {

/// The texts of @p file, a .ui form or C++. Found by the names of the calls alone: lupdate, which reads the
/// source as C++, silently drops what it does not understand.
QList<SourceText> in(const SourceFile &file);

} // namespace SourceTexts

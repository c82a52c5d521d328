// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

/// Why a file is no list, although it can be read.
enum class ListProblem {
    TooLarge,
    NotText,
    EncodingUnclear,
    WebPage,
    RichText,
    Json,
    Ldif,
    VCard,
    Xml,
    Pdf,
    Document,
    OldWorkbook,
    BinaryWorkbook,
    OpenDocument,
    Numbers,
    OtherArchive,
    PasswordProtected,
    Damaged,
    Oversized,
    TooManySheets,
    SheetMissing,
    SeveralSheets,
};

namespace ListProblems {

/// The stable name of @p problem, such as "web-page".
QString name(ListProblem problem);

/// The problem of that name, or nothing.
std::optional<ListProblem> fromName(QStringView name);

/// What stands in the way and what to do, in the language of the program.
QString text(ListProblem problem);

} // namespace ListProblems

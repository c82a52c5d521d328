// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idvalues.h"
#include "core/list/listtable.h"

#include <QString>

#include <optional>

/// What the heading of a column says about its cells. From the least useful to the most.
enum class HeadingKind {
    /// Nothing that is known.
    Unknown,
    /// The user's number in this list.
    RunningNumber,
    /// Another fact about the user: name, department, date.
    Fact,
    /// An identifier of somebody else: the manager, an emergency contact, who made the list.
    OtherPerson,
    /// The principal name of Active Directory, which often is an address that receives no mail.
    PrincipalName,
    /// A second address or number of the user.
    Secondary,
    /// An identifier of the user.
    Identifier,
};

/// A heading that has been understood.
struct Heading
{
    HeadingKind kind = HeadingKind::Unknown;
    /// The type of identifier that the heading names; none if it allows several.
    std::optional<IdType> idType;
};

/// The first rows of lists.
namespace Headings {

/// Rows that may stand above the headings, and the row of headings.
inline constexpr qsizetype searchedRows = 10;

/// Understands @p text with its decorations: "*工号", "手機號碼（必填）", "Email Address [Required]".
Heading read(const QString &text);

/// True when read() finds anything.
bool isKnown(const QString &text);

/// The cells of @p row that isKnown() is true for.
qsizetype knownCount(const ListTable &table, qsizetype row);

/// @p text as headings are compared: cleaned, in lower case, without decorations, spaces, "_" and "-".
QString compared(const QString &text);

/// True for the first row of a file that is a note to a program: "sep=;" for Excel, "#TYPE …" of PowerShell.
bool isDirective(const ListTable &table, qsizetype row);

/// The delimiter of "sep=;".
std::optional<char> namedDelimiter(const QString &line);

/// True for the row with the sums of a spreadsheet, which stands below its users.
bool isTotal(const ListTable &table, qsizetype row);

} // namespace Headings

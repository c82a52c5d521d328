// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idtype.h"
#include "core/list/listguess.h"
#include "core/list/listtable.h"

#include <QList>

#include <optional>

/// One row of a list, and what it says of a user.
struct IdListRow
{
    /// As a spreadsheet counts, from 1.
    qint64 number = 0;
    /// The cell.
    ServerText text;
    /// Cleaned; the text itself where the type is not known.
    QString value;
    /// IdCheck::countryCode.
    QString countryCode;
    /// IdFault::Blank for a row to be skipped.
    std::optional<IdFault> fault;
    /// Name of the file, where the list comes from several.
    QString file;
};

/// The identifiers of one column.
struct IdList
{
    /// Nothing: any type that the form of a text allows.
    std::optional<IdType> idType;
    QList<IdListRow> rows;
    /// Rows that are no user: titles, headings, notes to programs. They are not among the rows.
    qsizetype headings = 0;
    /// Blank rows above the headings and behind the last identifier, which are not among the rows either.
    qsizetype blankLines = 0;
};

/// How the lines of a list add up: lines = users + headings + blank + merged + refused.
struct ListSum
{
    qsizetype lines = 0;
    /// Rows that are looked up.
    qsizetype users = 0;
    qsizetype headings = 0;
    qsizetype blank = 0;
    /// Repetitions of an earlier row.
    qsizetype merged = 0;
    qsizetype refused = 0;

    friend bool operator==(const ListSum &, const ListSum &) = default;
};

namespace IdLists {

/// Takes the cells of the guessed column below the headings; headings that are repeated further down are left
/// out. ListTooLong past ListTable::maximumRows, ListEmpty when nothing is left, ListColumnUnclear without a
/// column.
Result<IdList> read(const ListTable &table, const ListGuess &guess, std::optional<IdType> idType);

/// The rows of @p lists one after the other, each with the name of its file. ListTooLong as above.
Result<IdList> joined(const QList<IdList> &lists, const QStringList &files);

/// The sum as far as it is known before anybody is looked up: rows with other texts may mean one user.
ListSum sum(const IdList &list);

/// What two rows have in common that mean one user.
QString key(const QString &value, const QString &countryCode, std::optional<IdType> idType);

/// The stable name of why a row has no identifier, such as "wrong-shape": for JSON.
QString reasonName(IdFault fault);

/// The fault that reasonName() calls @p name; nothing for any other text.
std::optional<IdFault> faultOf(const QString &name);

} // namespace IdLists

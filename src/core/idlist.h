// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/idtype.h"
#include "core/listguess.h"
#include "core/listtable.h"

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
};

/// The identifiers of one column.
struct IdList
{
    /// Nothing: any type that the form of a text allows.
    std::optional<IdType> idType;
    QList<IdListRow> rows;
};

namespace IdLists {

/// Takes the cells of @p column; the first row is left out when it has headings. ListTooLong past
/// ListTable::maximumRows, ListEmpty when nothing is left. Blank rows behind the last identifier are left
/// out.
Result<IdList> read(const ListTable &table, qsizetype column, bool hasHeader, std::optional<IdType> idType);

/// The stable name of why a row has no identifier, such as "wrong-shape": for JSON.
QString reasonName(IdFault fault);

} // namespace IdLists

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idtype.h"
#include "core/list/listchoices.h"
#include "core/list/listtable.h"

#include <QList>

#include <optional>

namespace ListGuesses {

/// Looks at the headings first, and at the form of the cells where they do not tell. A column that is about
/// somebody else, such as the manager, is only taken when it is asked for; a running number, or a column of
/// names and numbers beside others, never without a heading.
ListGuess guess(const ListTable &table, const ListChoices &choices = {});

/// As guess(), below the headings that are known already.
ListGuess guessBelow(const ListTable &table, const ListGuess &headings, const ListChoices &choices);

/// A place in a table.
struct NamedColumn
{
    qsizetype row = 0;
    qsizetype column = 0;
};

/// The columns with the heading @p name, without regard to case and decorations; it may be a heading that
/// guess() does not know.
QList<NamedColumn> columnsNamed(const ListTable &table, const ListGuess &guess, const QString &name);

/// Three cells of @p column as examples, and the type that most cells of it look like.
struct ColumnSample
{
    QString heading;
    QList<ServerText> cells;
    std::optional<IdType> idType;
};

ColumnSample sample(const ListTable &table, const ListGuess &guess, qsizetype column);

} // namespace ListGuesses

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/idlist.h"
#include "core/list/listguess.h"
#include "core/list/listtable.h"
#include "core/list/listtext.h"
#include "core/values/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// What somebody has said about a list before it is read.
struct ListOptions
{
    HeaderChoice header = HeaderChoice::Auto;
    /// Heading or number of the column with the identifiers; empty: it is guessed.
    QString column;
    /// The sheet of a workbook; empty: the first one with rows.
    QString sheet;
    /// Several sheets with rows are refused where none is named.
    bool isSheetAsked = false;
    /// Which column fits, and how its cells are read. Nothing: the guessed one.
    std::optional<IdType> idType;
    /// The cells are read as any type that they allow.
    bool isAnyType = false;
};

/// What a text or a workbook comes to as a list.
struct ListDraft
{
    /// The name of the file, without its folder; empty for copied text.
    QString name;
    /// The content of the file, to be read again with another encoding or sheet; empty for copied text.
    QByteArray bytes;
    ListText text;
    /// The visible sheets of a workbook, and the one that is read.
    QStringList sheets;
    QString sheet;
    qsizetype hiddenRows = 0;
    qsizetype hiddenColumns = 0;
    char delimiter = ',';
    HeaderChoice header = HeaderChoice::Auto;
    ListTable table;
    ListGuess guess;
    IdList list;
    /// How the lines of the list add up.
    ListSum sum;
    /// Why there is no list; what was found before that stands above.
    std::optional<Error> error;
};

/// What one or several drafts come to.
struct ListReading
{
    /// There is always one.
    QList<ListDraft> drafts{ListDraft()};
    /// The rows of all of them; nothing while one of them has no list.
    std::optional<IdList> list;
    /// How the lines of all of them add up.
    ListSum sum;
    /// Why they are no list together, although each of them is one.
    std::optional<Error> error;
};

/// A long list takes a tenth of a second, a long workbook seconds, and a file as long as the disk wants.
namespace ListDrafts {

ListDraft ofFile(const QString &file, const ListOptions &options = {});
ListDraft ofClipboard(const QString &text);

/// The table of @p draft below its headings, by what somebody has chosen.
ListDraft withHeader(ListDraft draft, HeaderChoice header);
ListDraft withColumn(ListDraft draft, qsizetype column);
/// Nothing: any type that a cell allows.
ListDraft withType(ListDraft draft, std::optional<IdType> idType);
/// The text of @p draft cut in another way.
ListDraft withDelimiter(ListDraft draft, char delimiter);

/// The file of @p draft in an encoding that somebody has chosen.
ListDraft decodedAs(const ListDraft &draft, TextEncoding encoding);

/// Another sheet of the workbook of @p draft.
ListDraft ofSheet(const ListDraft &draft, const QString &sheet);

/// The lists of @p drafts one after the other.
ListReading joined(const QList<ListDraft> &drafts);

} // namespace ListDrafts

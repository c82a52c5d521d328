// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdraft.h"

#include "core/list/listdelimiter.h"
#include "core/list/listformat.h"
#include "core/list/listrefusal.h"
#include "core/workbook/workbook.h"

#include <QFileInfo>

#include <utility>

namespace {

/// Finds the column that @p options name. The row with its heading is one of headings, whether or not it is
/// known.
std::optional<Error> takeColumn(ListDraft *draft, const ListOptions &options, ListChoices *choices)
{
    ListGuess &guess = draft->guess;
    const auto places = options.header == HeaderChoice::No
                            ? QList<ListGuesses::NamedColumn>()
                            : ListGuesses::columnsNamed(draft->table, guess, options.column);
    if (places.size() > 1)
        return Error{.code = ErrorCode::ListColumnUnclear};
    if (!places.isEmpty()) {
        choices->column = places.constFirst().column;
        guess.headingRow = places.constFirst().row;
        guess.firstRow = *guess.headingRow + 1;
        return {};
    }
    bool isNumber = false;
    const qsizetype number = options.column.toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > draft->table.columnCount())
        return Error{.code = ErrorCode::ListColumnMissing, .detail = ServerText(options.column)};
    choices->column = number - 1;
    return {};
}

ListDraft withResult(ListDraft draft, const Result<IdList> &list)
{
    draft.list = list ? *list : IdList();
    draft.sum = IdLists::sum(draft.list);
    draft.error = list ? std::nullopt : std::optional(list.error());
    return draft;
}

ListDraft withList(ListDraft draft, const ListOptions &options)
{
    draft.header = options.header;
    ListChoices choices{.header = options.header, .idType = options.idType};
    draft.guess = ListGuesses::guess(draft.table, choices);
    if (!options.column.isEmpty()) {
        draft.error = takeColumn(&draft, options, &choices);
        if (draft.error) {
            draft.guess.column.reset();
            return draft;
        }
        draft.guess = ListGuesses::guessBelow(draft.table, draft.guess, choices);
    }
    const std::optional<IdType> type = options.isAnyType ? std::nullopt : draft.guess.idType;
    const Result<IdList> list = IdLists::read(draft.table, draft.guess, type);
    return withResult(std::move(draft), list);
}

ListDraft readAgain(ListDraft draft)
{
    const Result<IdList> list = IdLists::read(draft.table, draft.guess, draft.guess.idType);
    return withResult(std::move(draft), list);
}

ListDraft failed(ListDraft draft, const Error &error)
{
    draft.error = error;
    return draft;
}

ListDraft ofText(ListDraft draft, const Result<ListText> &text, const ListOptions &options)
{
    if (!text)
        return failed(draft, text.error());
    draft.text = *text;
    draft.delimiter = ListDelimiters::guess(draft.text);
    const Result<ListTable> table = ListDelimiters::cut(draft.text, draft.delimiter);
    if (!table)
        return failed(draft, table.error());
    draft.table = *table;
    return withList(draft, options);
}

/// The sheet that is meant: the one that is named, else the first one with rows.
Result<qsizetype> chosenSheet(Workbook *workbook, const ListOptions &options)
{
    const QStringList names = workbook->sheetNames();
    if (!options.sheet.isEmpty()) {
        const qsizetype index = names.indexOf(options.sheet);
        if (index < 0)
            return ListRefusals::error(ListProblem::SheetMissing);
        return index;
    }
    std::optional<qsizetype> first;
    for (qsizetype index = 0; index < names.size(); ++index) {
        if (!workbook->hasCells(index))
            continue;
        if (first)
            return ListRefusals::error(ListProblem::SeveralSheets);
        first = index;
        if (!options.isSheetAsked)
            break;
    }
    return first.value_or(0);
}

ListDraft ofWorkbook(ListDraft draft, const ListOptions &options)
{
    const Result<std::shared_ptr<Workbook>> workbook = Workbook::open(draft.bytes);
    if (!workbook)
        return failed(draft, workbook.error());
    draft.sheets = (*workbook)->sheetNames();
    draft.text.encoding = TextEncoding::Workbook;
    const Result<qsizetype> index = chosenSheet(workbook->get(), options);
    if (!index)
        return failed(draft, index.error());
    draft.sheet = draft.sheets.at(*index);
    const Result<WorkbookSheet> sheet = (*workbook)->read(*index);
    if (!sheet)
        return failed(draft, sheet.error());
    draft.table = sheet->table;
    draft.hiddenRows = sheet->hiddenRows;
    draft.hiddenColumns = sheet->hiddenColumns;
    return withList(draft, options);
}

} // namespace

ListDraft ListDrafts::ofFile(const QString &file, const ListOptions &options)
{
    const ListDraft draft{.name = QFileInfo(file).fileName()};
    const Result<QByteArray> bytes = ListTexts::readBytes(file);
    if (!bytes)
        return failed(draft, bytes.error());
    const ListDraft read{.name = draft.name, .bytes = *bytes};
    if (ListFormats::isArchive(*bytes))
        return ofWorkbook(read, options);
    if (!options.sheet.isEmpty())
        return failed(read, ListRefusals::error(ListProblem::SheetMissing));
    return ofText(read, ListTexts::decode(*bytes), options);
}

ListDraft ListDrafts::ofClipboard(const QString &text)
{
    return ofText({}, ListTexts::fromClipboard(text), {});
}

ListDraft ListDrafts::withHeader(ListDraft draft, HeaderChoice header)
{
    draft.header = header;
    draft.guess = ListGuesses::guess(draft.table, {.header = header});
    return readAgain(std::move(draft));
}

ListDraft ListDrafts::withColumn(ListDraft draft, qsizetype column)
{
    draft.guess = ListGuesses::guess(draft.table, {.header = draft.header, .column = column});
    return readAgain(std::move(draft));
}

ListDraft ListDrafts::withType(ListDraft draft, std::optional<IdType> idType)
{
    draft.guess.idType = idType;
    return readAgain(std::move(draft));
}

ListDraft ListDrafts::withDelimiter(ListDraft draft, char delimiter)
{
    draft.delimiter = delimiter;
    const Result<ListTable> table = ListDelimiters::cut(draft.text, delimiter);
    draft.table = table ? *table : ListTable();
    draft.list = {};
    draft.guess = {};
    return table ? withHeader(draft, draft.header) : failed(draft, table.error());
}

ListDraft ListDrafts::decodedAs(const ListDraft &draft, TextEncoding encoding)
{
    return ofText({.name = draft.name, .bytes = draft.bytes}, ListTexts::decodeAs(draft.bytes, encoding), {});
}

ListDraft ListDrafts::ofSheet(const ListDraft &draft, const QString &sheet)
{
    return ofWorkbook({.name = draft.name, .bytes = draft.bytes}, {.sheet = sheet});
}

ListReading ListDrafts::joined(const QList<ListDraft> &drafts)
{
    ListReading reading{.drafts = drafts};
    QList<IdList> lists;
    QStringList files;
    for (const ListDraft &draft : drafts) {
        if (draft.error || draft.list.rows.isEmpty())
            return reading;
        lists << draft.list;
        files << draft.name;
    }
    const Result<IdList> list =
        lists.size() == 1 ? Result<IdList>(lists.constFirst()) : IdLists::joined(lists, files);
    if (list) {
        reading.list = *list;
        reading.sum = lists.size() == 1 ? drafts.constFirst().sum : IdLists::sum(*list);
    } else {
        reading.error = list.error();
    }
    return reading;
}

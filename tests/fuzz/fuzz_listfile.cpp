// SPDX-License-Identifier: Apache-2.0
#include "core/list/idlist.h"
#include "core/list/listdelimiter.h"

#include <cstdint>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whatever is taken from a list may be sent as it is.
void checkRows(const IdList &list)
{
    for (const IdListRow &row : list.rows) {
        if (row.fault.has_value() != row.value.isEmpty())
            qFatal("a row with neither value nor reason");
        if (row.fault && IdTypes::faultText(*row.fault).isEmpty())
            qFatal("a reason without words");
        if (list.idType && !row.fault && IdTypes::check(*list.idType, row.value).value != row.value)
            qFatal("a value that needs cleaning once more");
    }
}

void readColumn(const ListTable &table, std::optional<IdType> idType)
{
    const ListGuess guess = ListGuesses::guess(table, {.idType = idType});
    if (guess.column && (*guess.column < 0 || *guess.column >= table.columnCount()))
        qFatal("a column that is not there");
    const Result<IdList> list = IdLists::read(table, guess, idType);
    if (!list)
        return;
    checkRows(*list);
    const ListSum sum = IdLists::sum(*list);
    if (sum.lines != sum.users + sum.headings + sum.blank + sum.merged + sum.refused ||
        sum.lines != table.lineCount())
        qFatal("a line that is not counted");
}

} // namespace

/// Any bytes as a file: nothing crashes, what is refused has words, and no identifier is taken that could not
/// be sent.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ListText> text = ListTexts::decode(bytes);
    if (!text) {
        if (errorText(text.error()).isEmpty())
            qFatal("a refusal without words");
        return 0;
    }
    if (!text->utf8.isValidUtf8())
        qFatal("a text that is not UTF-8");
    const Result<ListTable> table = ListDelimiters::cut(*text, ListDelimiters::guess(*text));
    if (!table) {
        if (errorText(table.error()).isEmpty())
            qFatal("a refusal without words");
        return 0;
    }
    readColumn(*table, {});
    // One type an input, so that more inputs are seen; which one, its length says.
    const auto types = IdTypes::all();
    readColumn(*table, types[size % std::size(types)]);
    return 0;
}

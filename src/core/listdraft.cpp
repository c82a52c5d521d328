// SPDX-License-Identifier: Apache-2.0
#include "core/listdraft.h"

#include <QFileInfo>

namespace {

ListDraft drafted(ListDraft draft, const Result<ListText> &text)
{
    if (!text) {
        draft.error = text.error();
        return draft;
    }
    draft.text = *text;
    draft.delimiter = ListTables::guessedDelimiter(draft.text);
    const Result<ListTable> table = ListTables::read(draft.text, draft.delimiter);
    if (!table) {
        draft.error = table.error();
        return draft;
    }
    draft.table = *table;
    draft.guess = ListGuesses::guess(draft.table);
    const Result<IdList> list =
        IdLists::read(draft.table, draft.guess.column, draft.guess.hasHeader, draft.guess.idType);
    if (list)
        draft.list = *list;
    else
        draft.error = list.error();
    return draft;
}

} // namespace

ListDraft ListDrafts::ofFile(const QString &file)
{
    const Result<QByteArray> bytes = ListTexts::readBytes(file);
    if (!bytes)
        return drafted({}, bytes.error());
    return drafted({.name = QFileInfo(file).fileName(), .bytes = *bytes}, ListTexts::decode(*bytes, file));
}

ListDraft ListDrafts::ofClipboard(const QString &text)
{
    return drafted({}, ListTexts::fromClipboard(text));
}

ListDraft ListDrafts::decodedAs(const ListDraft &draft, TextEncoding encoding)
{
    return drafted({.name = draft.name, .bytes = draft.bytes},
                   ListTexts::decodeAs(draft.bytes, encoding, draft.name));
}

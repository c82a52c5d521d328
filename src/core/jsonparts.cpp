// SPDX-License-Identifier: Apache-2.0
#include "core/jsonparts.h"

#include "core/jsonscanner.h"

namespace {

/// Steps behind the bracket that opens the array @p name of the object.
bool findArray(JsonScanner *scanner, QByteArrayView name)
{
    while (!scanner->isAtEnd()) {
        const bool isWatched = scanner->current() == '"' && scanner->depth() == 1;
        if (!isWatched)
            scanner->step();
        else if (scanner->takeName() == name)
            return scanner->take('[');
    }
    return false;
}

} // namespace

std::optional<JsonParts> JsonParts::split(QByteArrayView json, QByteArrayView name, qsizetype most)
{
    JsonScanner scanner(json);
    if (!findArray(&scanner, name))
        return {};
    const qsizetype begin = scanner.at();
    const int depth = scanner.depth();
    qsizetype from = begin;
    JsonParts parts;
    while (!scanner.isAtEnd()) {
        const qsizetype at = scanner.at();
        const bool isOutside = scanner.depth() == depth;
        const char token = scanner.current();
        scanner.step();
        const bool isLast = token == ']';
        if (!isOutside || (token != ',' && !isLast))
            continue;
        const QByteArrayView element = scanner.between(from, at);
        from = scanner.at();
        // What is missing beside a comma is an element that nobody can read; only an empty array has none.
        if (!isLast || !parts.elements.isEmpty() || !JsonScanner::isBlank(element)) {
            if (parts.elements.size() == most)
                return {};
            parts.elements.append(element);
        }
        if (isLast) {
            parts.object = json.first(begin).toByteArray() + json.sliced(at).toByteArray();
            return parts;
        }
    }
    return {};
}

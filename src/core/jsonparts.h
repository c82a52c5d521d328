// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

/// The text of a JSON object and those of the elements of one of its arrays, apart: a long array is read
/// element by element and never stands in memory as values, which take several times the room of their text.
/// Whether the parts are JSON is for their reader to say; the whole is exactly when each of them is.
struct JsonParts
{
    /// The object with an empty array.
    QByteArray object;
    /// Views of the text that was split.
    QList<QByteArrayView> elements;

    /// Splits @p json at its first member @p name. Nothing when that is no array, has more than @p most
    /// elements, or does not end.
    static std::optional<JsonParts> split(QByteArrayView json, QByteArrayView name, qsizetype most);
};

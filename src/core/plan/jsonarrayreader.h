// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

class QIODevice;

/// Reads the text of a JSON object from a device, with the elements of one of its arrays apart: a long array
/// is read element by element and stands in memory neither as a text nor as values. Whether the parts are
/// JSON is for their reader to say; the whole is exactly when each of them is.
class JsonArrayReader
{
public:
    /// The array is the first member @p name. What @p device has behind @p mostBytes is not read, so that the
    /// array may not come to its end.
    JsonArrayReader(QIODevice *device, const QByteArray &name, qint64 mostBytes);

    /// The text of the next element; nothing behind the last one, and where the text is cut or has no such
    /// array.
    std::optional<QByteArray> next();

    /// Once next() has given nothing: the object with an empty array. Nothing where the text is cut or has no
    /// such array.
    std::optional<QByteArray> object() const;

private:
    enum class Place {
        BeforeArray,
        InArray,
        BehindArray,
        /// The member is no array, or the text has come to its end too early.
        Nowhere,
    };

    bool isBlockOver() const { return m_at == m_block.size(); }
    bool readBlock();
    char step();
    bool isInText() const { return m_isText || m_wasText; }
    void findArray();
    std::optional<QByteArray> element();
    void readRest();

    QIODevice *m_device;
    /// As it stands in the text, but for the quote behind it.
    QByteArray m_name;
    qint64 m_bytesLeft;
    QByteArray m_block;
    qsizetype m_at = 0;

    // Of the character stepped over last.
    bool m_isText = false;
    bool m_wasText = false;
    bool m_isEscaped = false;
    int m_depth = 0;

    Place m_place = Place::BeforeArray;
    qsizetype m_count = 0;
    QByteArray m_object;
};

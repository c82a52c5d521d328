// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <utility>

/// A key or token held in memory for this run.
///
/// It has no stream operator, no conversion and no comparison, so that it cannot reach a log, a file or an
/// error message by accident: code that needs the bytes says reveal(), and a search for that word finds them
/// all.
class Secret
{
public:
    /// Far more bytes than any secret has. What is longer is refused: cut off, it would be another one.
    static constexpr qsizetype maximumLength = 4096;

    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    bool isEmpty() const { return m_bytes.isEmpty(); }
    bool isTooLong() const { return m_bytes.size() > maximumLength; }

    /// The bytes, for signing and for the token request.
    const QByteArray &reveal() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

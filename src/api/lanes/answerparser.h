// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/sign/signer.h"

#include <QByteArray>
#include <QByteArrayView>

/// Reads one HTTP/1.1 answer as it comes. It believes nothing that can be read in two ways, and every length
/// is bounded: anyone may be answering.
class AnswerParser
{
public:
    enum class State {
        /// More has to come.
        Reading,
        Complete,
        /// It is no HTTP/1.1, says two things about its length, or is in a coding that was not asked for.
        Damaged,
        /// It is or will be longer than it may.
        TooLarge,
    };

    static constexpr qsizetype maximumHeadSize = qsizetype{64} * 1024;
    static constexpr qsizetype maximumHeaders = 200;

    explicit AnswerParser(qint64 maximumBodySize);

    /// Takes what has come since; what follows a complete answer is no part of it (hasSurplus()).
    State take(QByteArrayView bytes);

    /// The connection has been closed: the end of an answer that says nothing about its length.
    State close();

    State state() const { return m_state; }

    /// True when the connection can take another request after this answer.
    bool keepsAlive() const { return m_keepsAlive && !m_hasSurplus; }
    bool hasSurplus() const { return m_hasSurplus; }

    int status() const { return m_status; }
    /// Names in lower case.
    const NameValueList &headers() const { return m_headers; }
    const QByteArray &body() const { return m_body; }

private:
    enum class Part {
        StatusLine,
        Header,
        Body,
        BodyUntilClose,
        ChunkSize,
        Chunk,
        ChunkEnd,
        Trailer,
    };

    /// Each reads what it can; false when it needs more bytes or everything has been decided.
    bool step();
    bool readLine(QByteArrayView *line);
    bool readStatusLine(QByteArrayView line);
    bool readHeader(QByteArrayView line);
    bool readChunkSize(QByteArrayView line);
    bool readBody(Part next);
    bool endHead();
    bool beginBody();
    bool end(State state);
    qsizetype available() const { return m_bytes.size() - m_at; }

    qint64 m_maximumBodySize;
    State m_state = State::Reading;
    Part m_part = Part::StatusLine;
    QByteArray m_bytes;
    /// How much of m_bytes has been read.
    qsizetype m_at = 0;
    qsizetype m_headSize = 0;
    int m_interimAnswers = 0;
    int m_status = 0;
    bool m_keepsAlive = false;
    bool m_hasSurplus = false;
    NameValueList m_headers;
    QByteArray m_body;
    /// Bytes of the body, or of the chunk, that have still to come.
    qint64 m_missing = 0;
};

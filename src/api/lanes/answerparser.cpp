// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/answerparser.h"

#include <algorithm>
#include <optional>

namespace {

/// A server may say "go on" before its answer, but not for ever.
constexpr int maximumInterimAnswers = 8;

/// More digits than any answer that is read to its end needs.
constexpr qsizetype maximumLengthDigits = 15;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A character of a token (RFC 9110, 5.6.2).
bool isTokenCharacter(char c)
{
    constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
}

std::optional<qint64> number(QByteArrayView digits, int base)
{
    if (digits.isEmpty() || digits.size() > maximumLengthDigits)
        return {};
    qint64 result = 0;
    for (const char c : digits) {
        const int value = isDigit(c)               ? c - '0'
                          : (c >= 'a' && c <= 'f') ? c - 'a' + 10
                          : (c >= 'A' && c <= 'F') ? c - 'A' + 10
                                                   : base;
        if (value >= base)
            return {};
        result = result * base + value;
    }
    return result;
}

/// The values of the header @p name (lower case).
QByteArrayList valuesOf(const NameValueList &headers, QByteArrayView name)
{
    QByteArrayList result;
    for (const NameValue &header : headers) {
        if (header.name == name)
            result << header.value;
    }
    return result;
}

} // namespace

AnswerParser::AnswerParser(qint64 maximumBodySize)
    : m_maximumBodySize(maximumBodySize)
{
}

AnswerParser::State AnswerParser::take(QByteArrayView bytes)
{
    if (m_state != State::Reading) {
        m_hasSurplus = m_hasSurplus || !bytes.isEmpty();
        return m_state;
    }
    m_bytes.append(bytes);
    while (step()) {
    }
    m_bytes.remove(0, m_at);
    m_at = 0;
    m_hasSurplus = m_state == State::Complete && !m_bytes.isEmpty();
    return m_state;
}

AnswerParser::State AnswerParser::close()
{
    m_keepsAlive = false;
    if (m_state == State::Reading)
        m_state = m_part == Part::BodyUntilClose ? State::Complete : State::Damaged;
    return m_state;
}

bool AnswerParser::step()
{
    if (m_state != State::Reading)
        return false;
    switch (m_part) {
    case Part::Body:
        return readBody(Part::Body);
    case Part::Chunk:
        return readBody(Part::ChunkEnd);
    case Part::BodyUntilClose:
        m_missing = m_maximumBodySize + 1 - m_body.size();
        return readBody(Part::BodyUntilClose);
    case Part::StatusLine:
    case Part::Header:
    case Part::ChunkSize:
    case Part::ChunkEnd:
    case Part::Trailer:
        break;
    }
    QByteArrayView line;
    if (!readLine(&line))
        return false;
    switch (m_part) {
    case Part::StatusLine:
        return readStatusLine(line);
    case Part::Header:
        return line.isEmpty() ? endHead() : readHeader(line);
    case Part::ChunkSize:
        return readChunkSize(line);
    case Part::ChunkEnd:
        m_part = Part::ChunkSize;
        return line.isEmpty() || end(State::Damaged);
    case Part::Trailer:
        return !line.isEmpty() || end(State::Complete);
    case Part::Body:
    case Part::Chunk:
    case Part::BodyUntilClose:
        break;
    }
    return end(State::Damaged);
}

/// A line without its end; every one counts towards the size of the head, those between chunks too.
bool AnswerParser::readLine(QByteArrayView *line)
{
    const qsizetype end = m_bytes.indexOf("\r\n", m_at);
    const qsizetype size = end < 0 ? available() : end + 2 - m_at;
    if (m_headSize + size > maximumHeadSize)
        return this->end(State::Damaged);
    if (end < 0)
        return false;
    *line = QByteArrayView(m_bytes).sliced(m_at, end - m_at);
    m_at = end + 2;
    m_headSize += size;
    // A chunk that was read to its end is no head any more.
    if (m_part == Part::ChunkSize || m_part == Part::ChunkEnd)
        m_headSize = 0;
    return true;
}

bool AnswerParser::readStatusLine(QByteArrayView line)
{
    constexpr QByteArrayView prefix("HTTP/1.");
    constexpr qsizetype statusAt = prefix.size() + 2;
    const bool hasForm = line.size() >= statusAt + 3 && line.startsWith(prefix) &&
                         isDigit(line.at(prefix.size())) && line.at(prefix.size() + 1) == ' ' &&
                         (line.size() == statusAt + 3 || line.at(statusAt + 3) == ' ');
    const auto status = hasForm ? number(line.sliced(statusAt, 3), 10) : std::nullopt;
    if (!status)
        return end(State::Damaged);
    m_status = static_cast<int>(*status);
    m_keepsAlive = line.at(prefix.size()) != '0';
    m_headers.clear();
    m_part = Part::Header;
    return true;
}

bool AnswerParser::readHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = line.first(std::max<qsizetype>(colon, 0));
    const bool isGood =
        !name.isEmpty() && std::ranges::all_of(name, isTokenCharacter) && m_headers.size() < maximumHeaders;
    if (!isGood)
        return end(State::Damaged);
    m_headers.append(
        {.name = name.toByteArray().toLower(), .value = line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

bool AnswerParser::endHead()
{
    constexpr int switchingProtocols = 101;
    if (m_status < 100 || m_status == switchingProtocols)
        return end(State::Damaged);
    if (m_status < 200) {
        m_part = Part::StatusLine;
        return ++m_interimAnswers <= maximumInterimAnswers || end(State::Damaged);
    }
    const QByteArrayList connection = valuesOf(m_headers, "connection");
    m_keepsAlive = m_keepsAlive && std::ranges::none_of(connection, [](const QByteArray &value) {
                       return value.toLower().contains("close");
                   });
    return beginBody();
}

bool AnswerParser::beginBody()
{
    constexpr int noContent = 204;
    constexpr int notModified = 304;
    const QByteArrayList codings = valuesOf(m_headers, "content-encoding");
    const QByteArrayList transfers = valuesOf(m_headers, "transfer-encoding");
    const QByteArrayList lengths = valuesOf(m_headers, "content-length");
    const bool isPlain =
        std::ranges::all_of(codings, [](const QByteArray &value) { return value.toLower() == "identity"; });
    if (!isPlain || transfers.size() + lengths.size() > 1)
        return end(State::Damaged);
    if (m_status == noContent || m_status == notModified)
        return end(State::Complete);
    if (!transfers.isEmpty()) {
        m_part = Part::ChunkSize;
        return transfers.first().toLower() == "chunked" || end(State::Damaged);
    }
    if (lengths.isEmpty()) {
        m_keepsAlive = false;
        m_part = Part::BodyUntilClose;
        return true;
    }
    const auto length = number(lengths.first(), 10);
    if (!length)
        return end(State::Damaged);
    if (*length > m_maximumBodySize)
        return end(State::TooLarge);
    m_missing = *length;
    m_part = Part::Body;
    return true;
}

bool AnswerParser::readChunkSize(QByteArrayView line)
{
    const qsizetype extension = line.indexOf(';');
    const auto size = number((extension < 0 ? line : line.first(extension)).trimmed(), 16);
    if (!size)
        return end(State::Damaged);
    if (*size > m_maximumBodySize - m_body.size())
        return end(State::TooLarge);
    m_missing = *size;
    m_part = *size == 0 ? Part::Trailer : Part::Chunk;
    return true;
}

/// Moves what is there of the missing bytes into the body, and goes on with @p next behind them.
bool AnswerParser::readBody(Part next)
{
    const qsizetype size = std::min<qint64>(m_missing, available());
    m_body.append(QByteArrayView(m_bytes).sliced(m_at, size));
    m_at += size;
    m_missing -= size;
    if (m_body.size() > m_maximumBodySize)
        return end(State::TooLarge);
    if (m_missing > 0 || next == Part::BodyUntilClose)
        return false;
    if (next == Part::Body)
        return end(State::Complete);
    m_part = next;
    return true;
}

bool AnswerParser::end(State state)
{
    m_state = state;
    if (state != State::Complete)
        m_keepsAlive = false;
    return false;
}

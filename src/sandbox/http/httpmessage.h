// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace Simulated {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

/// One request as it was read.
struct HttpRequest
{
    /// Everything up to the empty line, as it came.
    QByteArray head;
    QByteArray method;
    /// Path and query as they came.
    QByteArray target;
    HeaderList headers;
    QByteArray body;
    /// What the client wants of the connection afterwards.
    bool keepAlive = true;
    /// Requests that came before it on the same connection.
    int ordinal = 0;

    /// First value of the header @p name, which is compared without case.
    QByteArray header(QByteArrayView name) const;
    bool hasHeader(QByteArrayView name) const;
    /// The target without its query.
    QByteArray path() const;
    /// The last part of a path under /api/v3/, such as "kick-users"; empty for any other path.
    QByteArray endpoint() const;
};

/// An answer as HTTP sees it.
struct HttpReply
{
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QByteArray date;
    HeaderList headers;
    QByteArray body;

    /// Status line, headers and the empty line; with a length unless @p framing replaces it.
    QByteArray head(const QByteArray &framing) const;
    QByteArray head() const;
    QByteArray serialised() const { return head() + body; }
};

/// What becomes of the connection after an answer.
enum class Ending {
    KeepAlive,
    Close,
    Reset,
    /// Stays open and silent until the client leaves, two minutes at most.
    Hold,
};

/// What the server puts on the wire for one request, well-formed or not.
struct Answer
{
    QByteArray bytes;
    /// Sent over and over after the bytes, until @p fillerLength is reached.
    QByteArray filler;
    qint64 fillerLength = 0;
    /// Sent last.
    QByteArray tail;
    /// When not 0, the bytes leave one at a time at this distance.
    int dripIntervalMs = 0;
    /// How many of the bytes leave at once before that.
    qsizetype beforeDrip = 0;
    /// An answer that was not asked for: sent @p surplusDelayMs after the rest, whatever is under way then.
    QByteArray surplus;
    int surplusDelayMs = 0;
    Ending ending = Ending::KeepAlive;
};

} // namespace Simulated

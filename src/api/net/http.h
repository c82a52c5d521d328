// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/sign/signer.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>

struct HttpAnswer;

/// One request as it goes to the wire, complete with credentials.
struct HttpRequest
{
    /// "GET" or "POST".
    QByteArray method;
    QUrl url;
    NameValueList headers;
    /// POST only; sent once and never again by itself.
    QByteArray body;
    /// For the signature; empty when any will do.
    QByteArray nonce;
    /// From 1; for the log.
    int attempt = 1;
    /// Something is claimed or done on the strength of the answer: a transport that cannot tell whether an
    /// answer is the only one sends the request over a connection of its own.
    bool hasOwnConnection = false;
    /// Called with the whole answer by a transport that then waits whether anything follows it; not every
    /// transport does.
    std::function<void(const HttpAnswer &)> received;
    /// Bytes of decoded body after which the answer is dropped.
    qint64 maximumAnswerSize = qint64{8} * 1024 * 1024;
    std::chrono::milliseconds connectTimeout{5000};
    /// From the first look-up of the host name to the last byte of the answer.
    std::chrono::milliseconds deadline{15000};
};

/// What kept an answer from being complete.
enum class TransportFault {
    None,
    HostNotFound,
    ConnectionRefused,
    HostUnreachable,
    ConnectTimeout,
    TlsFailed,
    ProxyFailed,
    ConnectionLost,
    Deadline,
    AnswerTooLarge,
    AnswerDamaged,
};

/// What came back: a whole answer, or the fault and whatever had arrived before it.
struct HttpAnswer
{
    TransportFault fault = TransportFault::None;
    /// TlsProblems::name() or the proxy's "host:port"; empty for the other faults.
    QString faultDetail;
    /// False only when it is certain that no byte of the request left this computer.
    bool mayHaveBeenSent = true;
    int status = 0;
    /// Names in lower case.
    NameValueList headers;
    QByteArray body;

    /// The first value of the header @p name (lower case), empty when there is none.
    QByteArray header(QByteArrayView name) const
    {
        for (const NameValue &header : headers) {
            if (header.name == name)
                return header.value;
        }
        return {};
    }
};

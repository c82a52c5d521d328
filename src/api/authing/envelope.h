// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/http.h"
#include "core/values/result.h"

#include <QJsonValue>

/// The answer of every endpoint (docs/api.md#envelope).
struct Envelope
{
    ServerReply reply;
    QJsonValue data;
};

namespace Envelopes {

/// The one place that decides what an answer means. Success is narrow: no transport fault, an HTTP status
/// of 2xx (as for every other client of the API), the whole body one JSON object in UTF-8 in which no name
/// comes twice (nor in its data), and the integer statusCode 200. Everything else is an Error of its own
/// kind.
/// @p host is named in the error's words. Texts are the server's own; Echoes looks after what they repeat.
Result<Envelope> judge(const HttpAnswer &answer, const QString &host);

/// For endpoints that answer IsSuccessRespDto: an envelope that judge() passed is success only when the
/// boolean `data.success` is true as well (docs/api.md#success).
Result<ServerReply> readIsSuccess(const Envelope &envelope, const QString &host);

/// The Error for an envelope whose data does not have the documented shape.
Error malformed(const Envelope &envelope, const QString &host);

} // namespace Envelopes

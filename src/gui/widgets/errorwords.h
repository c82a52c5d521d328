// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <QString>

namespace ErrorWords {

/// What support needs beside the sentence: the code's name, statusCode, apiCode, requestId and the server's
/// own message, as far as they are there. In every language the same.
QString detail(const Error &error);

/// "HTTP 200 · statusCode 403 · apiCode 1001 · requestId …", as far as they are there.
QString reply(const ServerReply &reply);

/// The line icon that goes with the failure.
QString icon(const Error &error);

/// True where the server was not reached, or the connection to it broke.
bool isConnection(ErrorCode code);

} // namespace ErrorWords

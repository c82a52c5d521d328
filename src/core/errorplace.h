// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

/// Where a request or an action failed.
enum class ErrorPlace {
    /// On this computer: an identifier, a file, a list, the journal.
    Here,
    /// On the way: the server was not reached, or the connection to it broke.
    Connection,
    /// In an answer that is not one of the Authing API.
    Answer,
    /// At the server, which understood the request and did not do it.
    Server,
};

ErrorPlace errorPlace(ErrorCode code);

/// True where Error::detail names the host that was asked.
bool namesHost(ErrorCode code);

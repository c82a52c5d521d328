// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/errorcode.h"
#include "core/values/types.h"

#include <QString>

#include <chrono>
#include <optional>

/// A failure as a value. Its words are made by errorText() when it is shown, so that the language can change.
struct Error
{
    ErrorKind kind = ErrorKind::NotSent;
    ErrorCode code = ErrorCode::InvalidIdentifier;
    /// What the server said, where it said something.
    ServerReply reply;
    /// The name in question: a host, an identifier, a certificate's fault.
    ServerText detail;
    /// True when the request itself may have reached the server; false also when only the token request did.
    bool wasSent = false;
    /// True when the request only asked for something: it changes nothing, so its words leave open nothing.
    bool isRead = false;
    /// InvalidIdentifier only.
    std::optional<IdFault> idFault;
    /// From `Retry-After`.
    std::optional<std::chrono::seconds> retryAfter;
    /// True when the credentials have been renewed since (token fetched anew, clock corrected): the same
    /// request, newly signed, may succeed.
    bool credentialsRenewed = false;
};

/// True when the key may not do what was asked of it; another request may still be allowed.
bool isNotPermitted(const Error &error);

/// What happened and what to do next, in a sentence or two; Headlines::fate() tells whether anything was
/// sent.
QString errorText(const Error &error);

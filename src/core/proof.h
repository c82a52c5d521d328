// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/types.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

/// One application before and after a kick.
struct AppProof
{
    QString appId;
    SessionState before = SessionState::Unknown;
    SessionState after = SessionState::Unknown;
    /// From the start of the checks to the first inactive answer; nothing where there was none.
    std::optional<std::chrono::milliseconds> confirmedAfter;
};

/// What the checks after a kick found.
struct Proof
{
    QList<AppProof> apps;
    /// The first sign-in after the kick.
    std::optional<LoginRecord> relogin;
    /// False when the sign-ins could not be looked up: then there may have been one.
    bool areSignInsKnown = false;
    /// Why some applications could not be checked: the last failure.
    std::optional<Error> checkError;
};

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
    /// The first sign-in after the kick; nothing when there was none, or when it could not be looked up.
    std::optional<LoginRecord> relogin;
    /// Why some applications could not be checked: the last failure.
    std::optional<Error> checkError;
};

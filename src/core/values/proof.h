// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/types.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

/// How a user is proved offline.
enum class ProofMode {
    /// Every application is asked for every user, as long as that takes not too many questions.
    Auto,
    /// Every application is asked for every user.
    Each,
    /// Where many users share an application, the list of who is online there is read, and some who are not
    /// in it are asked singly.
    List,
};

namespace ProofModes {

/// The most questions that ProofMode::Auto asks.
inline constexpr qint64 mostQuestions = 10'000;

/// The command line contract's word: "auto", "each" or "list".
QString wireName(ProofMode mode);

/// The mode of that word, or nothing.
std::optional<ProofMode> fromWireName(QStringView name);

QList<ProofMode> all();

/// Each or List: what @p mode means for so many questions.
ProofMode decided(ProofMode mode, qint64 questions);

} // namespace ProofModes

/// One application before and after a kick.
struct AppProof
{
    QString appId;
    SessionState before = SessionState::Unknown;
    SessionState after = SessionState::Unknown;
    /// From the start of the checks to the first inactive answer; nothing where there was none.
    std::optional<std::chrono::milliseconds> confirmedAfter;
    /// The inactive answer is that of a list without the user, not one about the user.
    bool isByList = false;
};

namespace Proofs {

/// How the offline applications among @p apps were proved: List where one of them at least was by a list.
/// Nothing where none was.
std::optional<ProofMode> mode(const QList<AppProof> &apps);

} // namespace Proofs

/// Whether the server's log of sign-ins tells whether there was one since a kick.
enum class SignInLog {
    NotAsked,
    /// It was read whole.
    Known,
    /// One may be missing: it could not be read, is not whole, or has a time that cannot be read.
    Unknown,
};

/// What the checks after a kick found.
struct Proof
{
    QList<AppProof> apps;
    /// The first sign-in after the kick.
    std::optional<LoginRecord> relogin;
    SignInLog signInLog = SignInLog::NotAsked;
    /// Why some applications could not be checked: the last failure.
    std::optional<Error> checkError;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/profile.h"
#include "core/values/types.h"
#include "store/journal/journaltypes.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <chrono>

/// One kick under one fault (or several), and what has to come of it.
struct FaultCase
{
    /// The name of the row, and of the fault unless others are listed.
    QByteArray name;
    /// The state of each journaled attempt, in order.
    QList<ItemState> attempts{ItemState::Accepted};
    KickOutcome outcome = KickOutcome::Verified;
    ItemState item = ItemState::Verified;
    /// What the attempts that failed may be told as; empty where none does.
    QList<ErrorCode> errors;

    QStringList faults;
    AuthScheme auth = AuthScheme::Token;
    std::chrono::milliseconds deadline{15000};
    std::chrono::seconds proofLimit{2};
    qsizetype applications = 2;
    /// The applications were checked before the kick, and the user was online there.
    bool isSeenOnline = true;
    /// The user was looked up, so that the sessions can be checked.
    bool isResolved = true;
    bool hasRelogin = false;
    /// The key is not allowed to check, or no check is answered.
    bool isUnchecked = false;

    QStringList activeFaults() const
    {
        return faults.isEmpty() ? QStringList{QString::fromLatin1(name)} : faults;
    }
};

namespace FaultCases {

/// One row for every fault of the catalogue's sections, and for what their rows leave open.
QList<FaultCase> wire();
QList<FaultCase> envelope();
QList<FaultCase> lists();
QList<FaultCase> domain();
/// Several things at once.
QList<FaultCase> combined();

/// @name Rows of one kind
/// The server does as it should.
FaultCase works(const QByteArray &name);
/// Done without an answer: the check proves it, and nothing is sent again.
FaultCase provedByCheck(const QByteArray &name, const QList<ErrorCode> &errors);
/// Never done, without an answer: sent three times, with a check after each.
FaultCase sentThrice(const QByteArray &name, const QList<ErrorCode> &errors);
/// Refused in words.
FaultCase refused(const QByteArray &name, ErrorCode error);
/// Refused for now, each time.
FaultCase postponed(const QByteArray &name, ErrorCode error);

} // namespace FaultCases

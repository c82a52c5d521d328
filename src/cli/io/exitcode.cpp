// SPDX-License-Identifier: Apache-2.0
#include "cli/io/exitcode.h"

#include <algorithm>
#include <array>

namespace {

struct CodeRow
{
    ErrorCode code;
    ExitCode exitCode;
};

/// What the code decides whatever the kind is.
constexpr std::array codeTable{
    CodeRow{ErrorCode::InvalidIdentifier, ExitCode::Usage},
    CodeRow{ErrorCode::InvalidAppId, ExitCode::Usage},
    CodeRow{ErrorCode::InvalidHost, ExitCode::Usage},
    CodeRow{ErrorCode::InsecureHost, ExitCode::Usage},
    CodeRow{ErrorCode::InvalidCaFile, ExitCode::Usage},
    CodeRow{ErrorCode::MissingSecret, ExitCode::Usage},
    CodeRow{ErrorCode::SecretTooLong, ExitCode::Usage},
    CodeRow{ErrorCode::PortUnavailable, ExitCode::Usage},
    CodeRow{ErrorCode::JournalUnavailable, ExitCode::JournalFailed},
    CodeRow{ErrorCode::JournalNewer, ExitCode::JournalFailed},
    CodeRow{ErrorCode::JournalForeign, ExitCode::JournalFailed},
    CodeRow{ErrorCode::JournalChanged, ExitCode::JournalFailed},
    CodeRow{ErrorCode::JournalUnreadable, ExitCode::Internal},
    CodeRow{ErrorCode::FileUnwritable, ExitCode::Internal},
    CodeRow{ErrorCode::FileIsOwn, ExitCode::Usage},
    CodeRow{ErrorCode::ProfilesUnreadable, ExitCode::Usage},
    CodeRow{ErrorCode::ProfilesTooLong, ExitCode::Usage},
    CodeRow{ErrorCode::ProfileInvalid, ExitCode::Usage},
    CodeRow{ErrorCode::ProfileNotFound, ExitCode::Usage},
    CodeRow{ErrorCode::ProfileNameTaken, ExitCode::Usage},
    CodeRow{ErrorCode::ProfileReadOnly, ExitCode::Usage},
    CodeRow{ErrorCode::ListUnreadable, ExitCode::Usage},
    CodeRow{ErrorCode::ListRefused, ExitCode::Usage},
    CodeRow{ErrorCode::ListEmpty, ExitCode::Usage},
    CodeRow{ErrorCode::ListTooLong, ExitCode::Usage},
    CodeRow{ErrorCode::ListTooWide, ExitCode::Usage},
    CodeRow{ErrorCode::ListQuoteOpen, ExitCode::Usage},
    CodeRow{ErrorCode::ListColumnMissing, ExitCode::Usage},
    CodeRow{ErrorCode::ListColumnUnclear, ExitCode::Usage},
    CodeRow{ErrorCode::PlanUnreadable, ExitCode::Usage},
    CodeRow{ErrorCode::PlanOfOtherPool, ExitCode::Usage},
    CodeRow{ErrorCode::PlanTooOld, ExitCode::Usage},
    CodeRow{ErrorCode::ListOverCap, ExitCode::Usage},
    CodeRow{ErrorCode::ProtectedSelf, ExitCode::Incomplete},
    CodeRow{ErrorCode::ProtectedUser, ExitCode::Incomplete},
    CodeRow{ErrorCode::TicketMissing, ExitCode::Usage},
    CodeRow{ErrorCode::ReasonMissing, ExitCode::Usage},
    CodeRow{ErrorCode::ListNotFound, ExitCode::Usage},
    CodeRow{ErrorCode::ListOwned, ExitCode::Usage},
    CodeRow{ErrorCode::ListOfOtherPool, ExitCode::Halted},
    CodeRow{ErrorCode::PoolMismatch, ExitCode::Halted},
    CodeRow{ErrorCode::Forbidden, ExitCode::Halted},
    CodeRow{ErrorCode::PlanRequired, ExitCode::Halted},
    CodeRow{ErrorCode::UserNotFound, ExitCode::Incomplete},
    CodeRow{ErrorCode::SeveralMatches, ExitCode::Incomplete},
    CodeRow{ErrorCode::OtherUserReturned, ExitCode::Incomplete},
    CodeRow{ErrorCode::IdentityNotCompared, ExitCode::Incomplete},
};

} // namespace

ExitCode ExitCodes::of(const Error &error)
{
    const auto row = std::ranges::find(codeTable, error.code, &CodeRow::code);
    if (row != codeTable.end())
        return row->exitCode;
    switch (error.kind) {
    case ErrorKind::NotSent:
        return ExitCode::Unreachable;
    case ErrorKind::Rejected:
    case ErrorKind::RetryLater:
        return ExitCode::Incomplete;
    case ErrorKind::Ambiguous:
        return ExitCode::Unknown;
    case ErrorKind::Halted:
        return ExitCode::Halted;
    }
    return ExitCode::Internal;
}

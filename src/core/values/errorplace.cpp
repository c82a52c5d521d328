// SPDX-License-Identifier: Apache-2.0
#include "core/values/errorcode.h"

#include <algorithm>

ErrorPlace errorPlace(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidIdentifier:
    case ErrorCode::InvalidAppId:
    case ErrorCode::InvalidHost:
    case ErrorCode::InsecureHost:
    case ErrorCode::InvalidCaFile:
    case ErrorCode::MissingSecret:
    case ErrorCode::SecretTooLong:
    case ErrorCode::PoolMismatch:
    case ErrorCode::PortUnavailable:
    case ErrorCode::JournalUnavailable:
    case ErrorCode::JournalNewer:
    case ErrorCode::JournalUnreadable:
    case ErrorCode::JournalForeign:
    case ErrorCode::JournalChanged:
    case ErrorCode::FileUnwritable:
    case ErrorCode::FileIsOwn:
    case ErrorCode::ProfilesUnreadable:
    case ErrorCode::ProfilesTooLong:
    case ErrorCode::ProfileInvalid:
    case ErrorCode::ProfileNotFound:
    case ErrorCode::ProfileNameTaken:
    case ErrorCode::ProfileReadOnly:
    case ErrorCode::ListUnreadable:
    case ErrorCode::ListRefused:
    case ErrorCode::ListEmpty:
    case ErrorCode::ListTooLong:
    case ErrorCode::ListTooWide:
    case ErrorCode::ListQuoteOpen:
    case ErrorCode::ListColumnMissing:
    case ErrorCode::ListColumnUnclear:
    case ErrorCode::PlanUnreadable:
    case ErrorCode::PlanOfOtherPool:
    case ErrorCode::PlanTooOld:
    case ErrorCode::ListOverCap:
    case ErrorCode::ProtectedSelf:
    case ErrorCode::ProtectedUser:
    case ErrorCode::TicketMissing:
    case ErrorCode::ReasonMissing:
    case ErrorCode::ListNotFound:
    case ErrorCode::ListOwned:
    case ErrorCode::ListOfOtherPool:
    case ErrorCode::JournalIncomplete:
    case ErrorCode::SeveralMatches:
    case ErrorCode::OtherUserReturned:
    case ErrorCode::IdentityNotCompared:
    case ErrorCode::IdentifierMoved:
    case ErrorCode::TooManyFailures:
    case ErrorCode::CanaryFailed:
        return ErrorPlace::Here;
    case ErrorCode::HostNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::HostUnreachable:
    case ErrorCode::ConnectTimeout:
    case ErrorCode::TlsFailed:
    case ErrorCode::ProxyFailed:
    case ErrorCode::ConnectionDropped:
    case ErrorCode::ConnectionLost:
    case ErrorCode::Deadline:
        return ErrorPlace::Connection;
    case ErrorCode::AnswerTooLarge:
    case ErrorCode::AnswerDamaged:
    case ErrorCode::NotJson:
    case ErrorCode::SignInPage:
    case ErrorCode::EnvelopeMalformed:
    case ErrorCode::Redirected:
    case ErrorCode::HttpStatus:
    case ErrorCode::GatewayFailed:
    case ErrorCode::PagesIncomplete:
        return ErrorPlace::Answer;
    case ErrorCode::CredentialsRejected:
    case ErrorCode::TokenExpired:
    case ErrorCode::ClockSkew:
    case ErrorCode::DateRefused:
    case ErrorCode::NonceReplayed:
    case ErrorCode::Forbidden:
    case ErrorCode::PlanRequired:
    case ErrorCode::PoolNotFound:
    case ErrorCode::NotFound:
    case ErrorCode::UserNotFound:
    case ErrorCode::ApplicationNotFound:
    case ErrorCode::RateLimited:
    case ErrorCode::Busy:
    case ErrorCode::ServerFault:
    case ErrorCode::NotDone:
    case ErrorCode::Refused:
        return ErrorPlace::Server;
    }
    return ErrorPlace::Here;
}

bool isPostponed(ErrorCode code)
{
    return std::ranges::find(postponingCodes, code) != postponingCodes.end();
}

bool namesHost(ErrorCode code)
{
    switch (errorPlace(code)) {
    case ErrorPlace::Connection:
        // These name the fault of the certificate and the proxy.
        return code != ErrorCode::TlsFailed && code != ErrorCode::ProxyFailed;
    case ErrorPlace::Answer:
        return code != ErrorCode::Redirected && code != ErrorCode::PagesIncomplete;
    case ErrorPlace::Here:
    case ErrorPlace::Server:
        break;
    }
    return false;
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/faults/words.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace Simulated {

namespace StatusCode {
inline constexpr int ok = 200;
inline constexpr int badArgument = 400;
inline constexpr int unauthorized = 401;
inline constexpr int paymentRequired = 402;
inline constexpr int forbidden = 403;
inline constexpr int notFound = 404;
inline constexpr int ruleViolated = 422;
inline constexpr int throttled = 429;
inline constexpr int clientFault = 499;
inline constexpr int serverFault = 500;
inline constexpr int unavailable = 503;
} // namespace StatusCode

namespace ApiCode {
inline constexpr int none = 0;
inline constexpr int busy = 1000;
inline constexpr int forbidden = 1001;
inline constexpr int signatureWrong = 1300;
inline constexpr int signatureMethodWrong = 1301;
inline constexpr int signatureVersionWrong = 1302;
inline constexpr int signatureTimeMalformed = 1303;
inline constexpr int signatureDateMissing = 1304;
inline constexpr int signatureTimeFarOff = 1305;
inline constexpr int signatureReplayed = 1306;
inline constexpr int userNotFound = 2004;
inline constexpr int applicationNotFound = 2011;
inline constexpr int notSignedIn = 2020;
inline constexpr int poolNotFound = 2224;
inline constexpr int kicked = 20001;
} // namespace ApiCode

/// The JSON object that every answer carries.
struct Envelope
{
    int statusCode = StatusCode::ok;
    /// Left out when it is ApiCode::none.
    int apiCode = ApiCode::none;
    QString message;
    /// Left out when undefined.
    QJsonValue data = QJsonValue::Undefined;

    QByteArray toJson(const QString &requestId) const;
};

} // namespace Simulated

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"

#include <QString>
#include <QUrl>

namespace Hosts {

/// The default host of the public cloud.
QUrl publicCloud();

/// Scheme, host and port of @p text in ASCII form; "https://" is added where no scheme is typed. User info,
/// path, query and fragment are refused (InvalidHost), and http:// to anything but a loopback address
/// (InsecureHost).
Result<QUrl> check(const QString &text);

/// True for localhost, 127.0.0.0/8 and ::1.
bool isLoopback(const QUrl &host);

/// "host:port" as shown to people, the port only where it is not the scheme's own.
QString displayName(const QUrl &host);

} // namespace Hosts

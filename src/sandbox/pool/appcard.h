// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/applications.h"

#include <QJsonObject>

namespace Simulated {

/// The members of an application that stand in lists about a user.
inline QJsonObject appCard(const SandboxApplication &app)
{
    const QString identifier = QString::fromLatin1(app.appIdentifier);
    return {{QStringLiteral("appId"), QString::fromLatin1(app.appId)},
            {QStringLiteral("appName"), QString::fromUtf8(app.appName)},
            {QStringLiteral("appLogo"),
             QString(QStringLiteral("https://files.example.com/") + identifier + QStringLiteral(".png"))},
            {QStringLiteral("appLoginUrl"),
             QString(QStringLiteral("https://") + identifier + QStringLiteral(".example.com/login"))}};
}

} // namespace Simulated

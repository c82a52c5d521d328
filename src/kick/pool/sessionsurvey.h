// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"

#include <QHash>

/// What check-session-status says about one user in several applications.
struct SessionSurvey
{
    /// Applications that could not be checked are Unknown.
    QHash<QString, SessionState> states;
    /// Why some are Unknown: the first failure.
    std::optional<Error> error;
};

namespace SessionSurveys {

/// Asks for every one of @p appIds, of which there is at least one, a few at a time. After a failure that the
/// next question would meet as well (refused key, no permission, no connection, no answer in time) nothing
/// more is asked. @p userId is the Authing user ID.
PendingCall *ask(Client *client, const QString &userId, const QStringList &appIds, QObject *context,
                 const std::function<void(const SessionSurvey &)> &handler);

} // namespace SessionSurveys

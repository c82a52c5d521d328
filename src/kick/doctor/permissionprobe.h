// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "kick/doctor/doctortypes.h"

/// Whom and what permissions are tried with: IDs that need not exist.
struct PermissionSubject
{
    QString userId;
    QString appId;
};

/// What one permission turned out to be.
struct PermissionFinding
{
    /// Nothing when the key may use the endpoint.
    std::optional<Error> error;
    /// ListApplications only: the lighter list is refused, the heavier one is not.
    bool isHeavyList = false;
    /// ListUsers and ListApplications: a user or an application that exists, for the checks behind; else
    /// empty.
    QString found;
};

/// Asks the endpoint of one check for as little as it gives. "Not found" counts as an answer.
class PermissionProbe : public PendingAnswer<PermissionFinding>
{
    Q_OBJECT

public:
    /// @p check must be a permission other than KickUsers.
    PermissionProbe(Client *client, DoctorCheck check, const PermissionSubject &subject, QObject *context,
                    Handler handler);

private:
    void askForApplications();
    void judge(const std::optional<Error> &error);
    /// A handler for an answer whose content does not matter.
    template <typename T>
    ResultHandler<T> judged();

    Client *m_client;
};

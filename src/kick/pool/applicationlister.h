// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"

#include <QObject>

/// Collects all applications of the pool, page by page: list-application-simple-info, or list-applications
/// where the first is not allowed or not there. A list that is not whole is an error (PagesIncomplete): who
/// is signed out everywhere must not stay somewhere.
class ApplicationLister : public QObject
{
    Q_OBJECT

public:
    explicit ApplicationLister(Client *client, QObject *parent = nullptr);

    PendingCall *list(QObject *context, ResultHandler<QList<Application>> handler);

private:
    Client *m_client;
};

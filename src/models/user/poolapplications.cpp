// SPDX-License-Identifier: Apache-2.0
#include "models/user/poolapplications.h"

#include "kick/single/kickplan.h"

PoolApplications::PoolApplications(ApplicationLister *lister, QObject *parent)
    : QObject(parent)
    , m_lister(lister)
{
}

void PoolApplications::load()
{
    if (m_call)
        return;
    m_error.reset();
    m_call = m_lister->list(this, [this](const Result<QList<Application>> &answer) {
        m_call.clear();
        if (answer)
            m_applications = *answer;
        else
            m_error = answer.error();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

QHash<QString, QString> PoolApplications::names() const
{
    QHash<QString, QString> result;
    if (m_applications) {
        for (const Application &application : *m_applications)
            result.insert(application.appId, KickPlans::name(application));
    }
    return result;
}

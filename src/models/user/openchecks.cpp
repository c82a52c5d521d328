// SPDX-License-Identifier: Apache-2.0
#include "models/user/openchecks.h"

#include "models/user/applicationmodel.h"

void OpenChecks::begin(const QStringList &chosen)
{
    m_appIds = m_model->undecidedAppIds();
    m_appIds.removeIf([&chosen](const QString &appId) { return chosen.contains(appId); });
    m_unknownAppIds = m_model->appIds();
    m_unknownAppIds.removeIf(
        [this](const QString &appId) { return m_model->state(appId) != SessionState::Unknown; });
}

void OpenChecks::clear()
{
    m_appIds.clear();
    m_unknownAppIds.clear();
}

OpenCheckState OpenChecks::state() const
{
    OpenCheckState result;
    result.total = m_model->rowCount();
    for (int row = 0; row < result.total; ++row) {
        const QModelIndex index = m_model->index(row, ApplicationModel::NameColumn);
        const Application &application = m_model->application(row);
        const auto state = static_cast<SessionState>(index.data(ApplicationModel::StateRole).toInt());
        if (state != SessionState::Unknown && m_unknownAppIds.contains(application.appId))
            result.states.insert(application.appId, state);
        if (!m_appIds.contains(application.appId))
            continue;
        if (index.data(ApplicationModel::IsCheckingRole).toBool())
            result.waiting << application;
        else if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked)
            result.found << application;
    }
    return result;
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QMap>
#include <QStringList>

class ApplicationModel;

/// What is known at one moment about the applications that were still being checked when a kick was planned.
struct OpenCheckState
{
    /// Still being checked.
    QList<Application> waiting;
    /// Online, or not to be checked: the checklist has ticked them since.
    QList<Application> found;
    /// How many applications the checklist has.
    int total = 0;
    /// What the checks have said since of applications about which nothing was known.
    QMap<QString, SessionState> states;
};

/// Follows the applications that a kick leaves out only because their check had no answer yet. Those that the
/// agent has ticked or unticked by hand are decided.
class OpenChecks
{
public:
    /// @p model must outlive this.
    explicit OpenChecks(const ApplicationModel *model)
        : m_model(model)
    {
    }

    /// Remembers what is being checked and is not among @p chosen.
    void begin(const QStringList &chosen);
    void clear();

    OpenCheckState state() const;

private:
    const ApplicationModel *m_model;
    QStringList m_appIds;
    QStringList m_unknownAppIds;
};

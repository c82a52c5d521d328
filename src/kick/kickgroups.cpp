// SPDX-License-Identifier: Apache-2.0
#include "kick/kickgroups.h"

#include <algorithm>

KickGroups::KickGroups(const QStringList &appIds)
{
    for (qsizetype at = 0; at < appIds.size(); at += KickRequest::maximumAppIds)
        m_groups.append({.appIds = appIds.mid(at, KickRequest::maximumAppIds)});
    if (m_groups.isEmpty())
        m_groups.append(KickGroup());
    m_ends.fill(GroupEnd::Open, m_groups.size());
}

void KickGroups::recall(const QList<JobGroup> &known)
{
    for (qsizetype at = 0; at < std::min(known.size(), m_groups.size()); ++at) {
        const JobGroup &group = known.at(at);
        m_groups[at].count.attempts = group.attempts;
        m_groups[at].isUncertain = group.state == ItemState::Unknown || group.state == ItemState::Intent;
        m_groups[at].isRecalled = m_groups[at].isUncertain;
        if (group.state == ItemState::Accepted)
            m_ends[at] = GroupEnd::Accepted;
    }
    m_at = std::max(m_ends.indexOf(GroupEnd::Open), qsizetype(0));
}

bool KickGroups::next()
{
    const qsizetype next = m_ends.indexOf(GroupEnd::Open, m_at + 1);
    if (next < 0)
        return false;
    m_at = next;
    return true;
}

QStringList KickGroups::acceptedAppIds() const
{
    QStringList result;
    for (qsizetype at = 0; at < m_groups.size(); ++at) {
        if (m_ends.at(at) == GroupEnd::Accepted)
            result += m_groups.at(at).appIds;
    }
    return result;
}

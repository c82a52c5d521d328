// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"
#include "kick/kickrules.h"
#include "kick/kickverdict.h"
#include "store/jobtypes.h"

#include <QList>
#include <QStringList>

#include <optional>

/// Up to 50 applications, which one request can name.
struct KickGroup
{
    QStringList appIds;
    AttemptCount count;
    /// Why the last attempt failed.
    std::optional<Error> error;
    /// Nobody knows what became of one of the attempts.
    bool isUncertain = false;
    /// That attempt was one of an earlier run, which ended before it was answered.
    bool isRecalled = false;
};

/// The applications of a kick in groups, and the one that is being worked on.
class KickGroups
{
public:
    /// At least one group, which may be empty.
    explicit KickGroups(const QStringList &appIds);

    /// Takes over how far @p known have come; stands on the first one that is open.
    void recall(const QList<JobGroup> &known);

    qsizetype number() const { return m_at; }
    KickGroup &current() { return m_groups[m_at]; }
    const KickGroup &current() const { return m_groups.at(m_at); }

    /// What has become of the current one.
    GroupEnd end() const { return m_ends.at(m_at); }
    void setEnd(GroupEnd end) { m_ends[m_at] = end; }
    const QList<GroupEnd> &ends() const { return m_ends; }

    /// Steps to the next open one; false when there is none.
    bool next();

    QStringList acceptedAppIds() const;

private:
    QList<KickGroup> m_groups;
    QList<GroupEnd> m_ends;
    qsizetype m_at = 0;
};

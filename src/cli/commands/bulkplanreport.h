// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplancheck.h"
#include "kick/plan/listplanner.h"
#include "kick/plan/listresolution.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

/// What `bulk plan` tells: the buckets, what the plan comes to, and the rows that it leaves out.
class BulkPlanReport
{
    Q_DECLARE_TR_FUNCTIONS(BulkPlanReport)

public:
    /// Takes only a look at @p resolution, which must outlive the report.
    BulkPlanReport(QString file, const ListResolution &resolution, const PlannedList &planned);

    QJsonObject json() const;
    QString text() const;

private:
    QString m_file;
    const ListResolution &m_resolution;
    ListPlanSummary m_summary;
    /// Nothing where the latency is not known.
    std::optional<std::chrono::seconds> m_expectedTime;
    qsizetype m_offlineRows = 0;
    /// The rows whose users are not signed out.
    ListResolution m_leftOut;
    bool m_isPoolProved = false;
};

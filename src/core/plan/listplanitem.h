// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/target.h"

/// One user of a list.
struct ListPlanItem
{
    /// Row of the source, from 1; the first one where several rows led to this user.
    qint64 row = 0;
    Target target;
    /// Name of the file of that row; empty where the list comes from one file.
    QString file;

    friend bool operator==(const ListPlanItem &, const ListPlanItem &) = default;
};

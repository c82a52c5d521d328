// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

/// Parameters of list-users (docs/api.md#list-users).
struct UserQuery
{
    /// Fuzzy search text; empty lists every user.
    QString keywords;
    /// An `EQUAL` filter instead: such as "phone" and "13800138000". Unused when the field is empty.
    QString filterField;
    QString filterValue;
    /// An `IN` filter on filterField instead of `EQUAL`: any of these.
    QStringList filterValues;
    /// Everyone in this department, and in those below it; not used when its ID is empty.
    Department department;
    int page = 1;
    /// 1 to 50.
    int limit = 50;
};

/// Parameters of get-user-login-history (docs/api.md#get-user-login-history).
struct LoginHistoryQuery
{
    QString userId;
    /// Only records since then; all when invalid.
    QDateTime start;
    int page = 1;
    int limit = 50;
};

/// Parameters of get-admin-audit-logs (docs/api.md#get-admin-audit-logs).
struct AuditQuery
{
    QString requestId;
    QString resourceType;
    QDateTime start;
    QDateTime end;
    int page = 1;
    int limit = 50;
};

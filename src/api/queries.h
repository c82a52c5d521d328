// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

/// Parameters of list-users (API contract 7.1).
struct UserQuery
{
    /// Fuzzy search text; empty lists every user.
    QString keywords;
    /// An `EQUAL` filter instead: such as "phone" and "13800138000". Unused when the field is empty.
    QString filterField;
    QString filterValue;
    /// An `IN` filter on filterField instead of `EQUAL`: any of these.
    QStringList filterValues;
    int page = 1;
    /// 1 to 50.
    int limit = 50;
};

/// Parameters of get-user-login-history (API contract 8.4).
struct LoginHistoryQuery
{
    QString userId;
    /// Only records since then; all when invalid.
    QDateTime start;
    int page = 1;
    int limit = 50;
};

/// Parameters of get-admin-audit-logs (API contract 10.1).
struct AuditQuery
{
    QString requestId;
    QString resourceType;
    QDateTime start;
    QDateTime end;
    int page = 1;
    int limit = 50;
};

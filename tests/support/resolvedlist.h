// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/plan/listresolver.h"
#include "support/sandboxsession.h"

/// The rows of @p texts, looked up in @p on.
inline Result<ListResolution> resolve(const SandboxSession &on, const QStringList &texts,
                                      std::optional<IdType> type)
{
    const Result<ListTable> table = ListTables::read({.utf8 = texts.join(u'\n').toUtf8()}, '\t');
    if (!table)
        return table.error();
    const Result<IdList> list = IdLists::read(*table, {.column = 0}, type);
    if (!list)
        return list.error();
    ListResolver resolver(on.session.get());
    QObject context;
    return *answerOf<Result<ListResolution>>(
        [&](auto handler) { resolver.resolve(*list, &context, {}, handler); });
}

/// The first 200 users of the sandbox.
inline QList<User> everyone(const SandboxSession &on)
{
    QList<User> users;
    QObject context;
    for (int page = 1; page <= 4; ++page) {
        const auto answer = answerOf<Result<Page<User>>>(
            [&](auto handler) { on.client()->listUsers({.page = page}, &context, handler); });
        users += (*answer)->list;
    }
    return users;
}

inline QList<ListBucket> buckets(const ListResolution &resolution)
{
    QList<ListBucket> result;
    for (const ListRow &row : resolution.rows)
        result << row.bucket;
    return result;
}

/// True for a row whose user is kicked, whatever the state of the account.
inline bool isReachable(ListBucket bucket)
{
    return bucket == ListBucket::Found || bucket == ListBucket::Suspended;
}

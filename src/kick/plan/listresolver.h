// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/idlist.h"
#include "kick/plan/listresolution.h"
#include "kick/pool/listprogress.h"
#include "kick/session.h"

#include <QObject>

/// Which users of the pool.
struct PoolSelection
{
    /// Used where the department has no ID.
    UserStatus status = UserStatus::Unknown;
    /// With those below it.
    Department department;
};

/// Turns the rows of a list into users, up to 50 with a request. Rows are matched by what the returned user
/// carries, never by position, and a row means exactly one user or none.
///
/// Phones are searched with list-users, up to 25 numbers with a request (`IN`), because only a search shows
/// the equal numbers of two countries; a number that such a search does not find beside none that it does,
/// or whose answer holds a stranger, is searched once more alone. Where the key cannot search, the batch
/// look-up has to do, and the resolution says that it could not prove uniqueness.
class ListResolver : public QObject
{
    Q_OBJECT

public:
    /// @p session must outlive the resolver.
    explicit ListResolver(Session *session, QObject *parent = nullptr);

    /// Looks up every row of @p list. Where the key cannot look users up, a list of one type is answered
    /// with rows to be sent as typed, any other with Forbidden. Fails when the key is refused or the server
    /// does not answer any more; a row that alone cannot be looked up ends in ListBucket::Failed.
    /// @p uncompared: what becomes of users whose identities the server does not show; refused ones end there
    /// too.
    PendingCall *resolve(const IdList &list, QObject *context, ListProgress::Handler progress,
                         ResultHandler<ListResolution> handler, Uncompared uncompared = Uncompared::Refuse);

    /// Everyone who is online in an application. ListTooLong past ListTable::maximumRows.
    PendingCall *resolveOnline(const QString &appId, QObject *context, ListProgress::Handler progress,
                               ResultHandler<ListResolution> handler);

    /// Everyone of the pool who is in @p selection. ListTooLong as above; PagesIncomplete where the pages do
    /// not agree, because a list that is not whole would leave somebody signed in.
    PendingCall *resolvePool(const PoolSelection &selection, QObject *context, ListProgress::Handler progress,
                             ResultHandler<ListResolution> handler);

private:
    Session *m_session;
};

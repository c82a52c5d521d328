// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/pool.h"
#include "sandbox/pool/selection.h"
#include "sandbox/pool/userfilter.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

namespace Simulated {

/// Finds users as list-users does: keywords, conditions, order. The last results are kept, so that turning
/// pages is free.
class UserSearch
{
public:
    /// Lives no longer than @p pool.
    explicit UserSearch(const Pool &pool);

    /// The name of the parameter of list-users that is malformed; empty when all are sound.
    static QString problem(const QJsonObject &parameters);

    /// The users that the sound @p parameters of list-users ask for.
    std::shared_ptr<const Selection> find(const QJsonObject &parameters);

    /// Makes the names anew after users were renamed.
    void updateNames();
    /// Phones, e-mail addresses, user names and external IDs have changed their users.
    void updateContacts();
    /// Forgets the kept results, because something that conditions may ask for has changed.
    void forget() { m_kept.clear(); }

private:
    Bitmap matching(const QJsonObject &parameters);
    Bitmap matchingKeywords(const QString &keywords, const QJsonObject &options);
    std::vector<quint32> ordered(const Bitmap &found, const QJsonArray &sort) const;

    /// Made when it is first searched: who starts the sandbox is not kept waiting for it.
    const Columns &columns();

    const Pool &m_pool;
    /// All or none.
    Columns m_columns;
    /// The newest last.
    QList<std::pair<QByteArray, std::shared_ptr<const Selection>>> m_kept;
};

} // namespace Simulated

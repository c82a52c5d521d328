// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/pool/applicationlister.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <optional>

/// All applications of the pool, loaded once and kept for every user that is opened.
class PoolApplications : public QObject
{
    Q_OBJECT

public:
    /// @p lister must outlive this.
    explicit PoolApplications(ApplicationLister *lister, QObject *parent = nullptr);

    /// Asks (again) for the list; answers with changed().
    void load();

    bool isLoading() const { return !m_call.isNull(); }
    /// Empty until the list is there.
    const std::optional<QList<Application>> &applications() const { return m_applications; }
    const std::optional<Error> &error() const { return m_error; }
    /// What the applications are called, by their IDs; none until the list is there.
    QHash<QString, QString> names() const;

Q_SIGNALS:
    void changed();

private:
    ApplicationLister *m_lister;
    QPointer<PendingCall> m_call;
    std::optional<QList<Application>> m_applications;
    std::optional<Error> m_error;
};

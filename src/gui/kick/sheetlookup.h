// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/types.h"

#include <QObject>
#include <QPointer>

#include <optional>

class PendingCall;
class Resolver;
struct KickPlan;

/// Looks the user of a kick sheet up once more while the sheet is read.
class SheetLookup : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks @p resolver, which must outlive it, for the user ID @p userId. An empty one is not asked for: the
    /// user cannot be looked up.
    void begin(Resolver *resolver, const QString &userId);
    void stop();

    bool isRunning() const { return !m_call.isNull(); }
    /// The user was found, or the key has no permission to look users up.
    bool allowsSending() const { return !isRunning() && (!m_error || isNotPermitted(*m_error)); }
    /// It failed, and asking again may help.
    bool canRetry() const { return !isRunning() && m_error && !isNotPermitted(*m_error); }

    /// How far it is, and what follows from it for @p plan; empty when there is nothing to say.
    QString words(const KickPlan &plan) const;

Q_SIGNALS:
    void found(const User &user);
    /// After found(), or without a user.
    void ended();

private:
    QPointer<PendingCall> m_call;
    std::optional<Error> m_error;
};

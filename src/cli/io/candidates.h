// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <functional>

class Output;
class QObject;
class Session;

/// What may have been meant, for the diagnostics.
class Candidates
{
    Q_DECLARE_TR_FUNCTIONS(Candidates)

public:
    /// How many are named.
    static constexpr qsizetype most = 10;

    /// Names @p users, one a line: user ID, name, masked contact and status. Nothing where there are none.
    static void tell(Output *output, const QList<User> &users);

    /// Names those of @p appIds that the user pool does not have, and its applications with a similar ID or
    /// name; then calls @p then, unless @p context is deleted before. Where the key cannot list them, it only
    /// says how to.
    static void tell(Output *output, Session *session, const QStringList &appIds, QObject *context,
                     std::function<void()> then);

    /// True when a person may have taken @p typed for @p known: a part of it, or two letters apart at most.
    static bool isSimilar(const QString &typed, const QString &known);
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/kickscope.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace CLI {
class App;
}

/// The options `--apps`, `--online` and `--everywhere`, of which a kick takes exactly one.
struct ScopeArgument
{
    Q_DECLARE_TR_FUNCTIONS(ScopeArgument)

public:
    /// As typed.
    QStringList apps;
    bool isOnline = false;
    bool isEverywhere = false;

    /// Adds them to @p command and binds them to this object.
    void declare(CLI::App *command);

    /// What is wrong with them, as a sentence; empty when they can be used.
    QString problem() const;

    KickScope scope() const;

    /// Each once; KickScope::Given only.
    QStringList appIds() const;
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/proof.h"

#include <QCoreApplication>
#include <QString>

namespace CLI {
class App;
}

/// The option `--proof`.
struct ProofArgument
{
    Q_DECLARE_TR_FUNCTIONS(ProofArgument)

public:
    /// As typed.
    QString name = ProofModes::wireName(ProofMode::Auto);

    /// Adds it to @p command and binds it to this object.
    void declare(CLI::App *command);

    ProofMode mode() const { return ProofModes::fromWireName(name).value_or(ProofMode::Auto); }
};

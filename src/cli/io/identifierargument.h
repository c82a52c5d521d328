// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idtype.h"
#include "kick/pool/resolver.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace CLI {
class App;
}

/// The options `--id-type` and `--accept-unverified-identity`.
struct IdTypeArgument
{
    Q_DECLARE_TR_FUNCTIONS(IdTypeArgument)

public:
    /// As typed: a wire name or "auto".
    QString name = IdTypes::wireName(IdType::UserId);
    bool isUnverifiedAccepted = false;

    /// Adds them to @p command and binds them to this object.
    void declare(CLI::App *command);

    /// The type, or nothing for `auto`.
    std::optional<IdType> type() const { return IdTypes::fromWireName(name); }

    /// What becomes of a user whom the server found by an identity that it does not show.
    Uncompared uncompared() const { return isUnverifiedAccepted ? Uncompared::Accept : Uncompared::Refuse; }
};

/// The option `--send-as-typed`.
struct SendAsTypedArgument
{
    Q_DECLARE_TR_FUNCTIONS(SendAsTypedArgument)

public:
    bool isWanted = false;

    /// Adds it to @p command and binds it to this object.
    void declare(CLI::App *command);

    /// What is wrong with it beside @p type (nothing for `auto`), as a sentence; empty when nothing is.
    QString problem(const std::optional<IdType> &type) const;
};

/// The argument `ID` and the options of its type that several commands share.
struct IdentifierArgument
{
    Q_DECLARE_TR_FUNCTIONS(IdentifierArgument)

public:
    QString id;
    IdTypeArgument idType;

    /// Adds them to @p command and binds them to this object.
    void declare(CLI::App *command);

    /// What is wrong with them, as a sentence; empty when the text can be an identifier of that type.
    QString problem() const;

    /// The type, or nothing for `auto`.
    std::optional<IdType> type() const { return idType.type(); }
    Uncompared uncompared() const { return idType.uncompared(); }

    /// The identifier as it may be sent; valid after problem() was empty.
    QString value() const;

private:
    IdCheck check() const;
};

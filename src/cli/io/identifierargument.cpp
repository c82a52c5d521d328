// SPDX-License-Identifier: Apache-2.0
#include "cli/io/identifierargument.h"

#include "cli/io/arguments.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView automatic = "auto"_L1;

} // namespace

void IdTypeArgument::declare(CLI::App *command)
{
    QStringList words;
    for (const IdType idType : IdTypes::all())
        words << IdTypes::wireName(idType);
    words << automatic;
    Arguments::choice(
        command, "--id-type", &name, words,
        tr("what the ID is (default: user_id); auto tries every type that its form allows and needs "
           "exactly one user"));
    Arguments::flag(
        command, "--accept-unverified-identity", &isUnverifiedAccepted,
        tr("use the user found by an identity although the server does not show the identities of "
           "that user"));
}

void SendAsTypedArgument::declare(CLI::App *command)
{
    Arguments::flag(
        command, "--send-as-typed", &isWanted,
        tr("send the ID as typed with its type, not the user ID of the user found; it is looked up "
           "before and after"));
}

QString SendAsTypedArgument::problem(const std::optional<IdType> &type) const
{
    return isWanted && !type ? tr("--send-as-typed goes with one --id-type, not with auto.") : QString();
}

void IdentifierArgument::declare(CLI::App *command)
{
    Arguments::require(Arguments::text(command, "ID", &id, "", tr("what identifies the user")));
    idType.declare(command);
}

QString IdentifierArgument::problem() const
{
    const std::optional<IdFault> fault = check().fault;
    return fault ? IdTypes::faultText(*fault) : QString();
}

QString IdentifierArgument::value() const
{
    return check().value;
}

IdCheck IdentifierArgument::check() const
{
    return type() ? IdTypes::check(*type(), id) : IdTypes::check(id);
}

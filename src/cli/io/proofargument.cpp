// SPDX-License-Identifier: Apache-2.0
#include "cli/io/proofargument.h"

#include "cli/io/arguments.h"

void ProofArgument::declare(CLI::App *command)
{
    QStringList words;
    for (const ProofMode mode : ProofModes::all())
        words << ProofModes::wireName(mode);
    Arguments::choice(
        command, "--proof", &name, words,
        tr("how to prove that users are offline: each asks about every application of every "
           "user, list reads who is online and asks about some users singly; auto (default) asks "
           "each up to 10,000 questions. One user is always asked about singly"));
}

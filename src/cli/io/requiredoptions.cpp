// SPDX-License-Identifier: Apache-2.0
#include "cli/io/requiredoptions.h"

#include <QCoreApplication>

QString RequiredOptions::text(const Error &missing)
{
    return missing.code == ErrorCode::TicketMissing
               ? QCoreApplication::translate("RequiredOptions",
                                             "This connection asks for the number of a ticket: --ticket.")
               : QCoreApplication::translate("RequiredOptions",
                                             "This connection asks for a reason: --reason.");
}

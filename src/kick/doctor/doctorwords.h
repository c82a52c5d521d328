// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "kick/doctor/doctortypes.h"

/// The doctor's findings in the words of the program's language, made when they are shown.
namespace DoctorWords {

/// What the check looks at, such as "Encryption (TLS)".
QString label(DoctorCheck check);

/// "Passed", "Failed" and so on.
QString stateLabel(DoctorState state);

/// One character that tells the state without its colour: ✔ ⚠ ✖ – or ….
QString sign(DoctorState state);

/// What was found and what to do next.
QString result(const DoctorRow &row);

/// All of it as plain text for a ticket: the connection, a line for each check, and the certificate.
QString report(const Profile &profile, const QList<DoctorRow> &rows);

} // namespace DoctorWords

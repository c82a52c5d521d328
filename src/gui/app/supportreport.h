// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/connections/profilestore.h"
#include "store/files/logfile.h"
#include "store/files/settings.h"

/// What support needs to know about this installation, as plain text.
struct SupportReport
{
    QList<SavedProfile> connections;
    Settings settings;
    /// Names, hosts, keys' IDs, the operator's name and the data folder are left out unless this is true.
    bool hasNames = false;
};

namespace SupportReports {

/// Versions, connections, settings and the log with its older files. There is no secret, no user of any pool
/// and nothing of the history in it, whatever is ticked.
QString text(const SupportReport &report, const LogFile &log);

} // namespace SupportReports

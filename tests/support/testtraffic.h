// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/session.h"

#include <QtGlobal>

/// Which transport the sessions of a test use: ctest runs some programs once for each.
inline Session::Traffic testTraffic()
{
    return qEnvironmentVariable("KICKDESK_TEST_TRAFFIC") == QLatin1StringView("many") ? Session::Traffic::Many
                                                                                      : Session::Traffic::Few;
}

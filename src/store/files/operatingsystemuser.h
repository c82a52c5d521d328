// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// The name under which this process runs, as the operating system tells it (never the environment, which
/// anybody may set); empty when it does not tell.
QString operatingSystemUser();

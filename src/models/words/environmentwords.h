// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"

/// "Production", "Test" or "Sandbox", in the language of the program.
QString environmentLabel(Environment environment);

/// Environment and name of a connection: "Production · Whole company".
QString poolLabel(const Profile &profile);

// SPDX-License-Identifier: Apache-2.0
// As much of Apple's header as Qt's headers ask for: the program is built for macOS 12.
#pragma once
#define __MAC_OS_X_VERSION_MIN_REQUIRED 120000
#define __MAC_OS_X_VERSION_MAX_ALLOWED 150000

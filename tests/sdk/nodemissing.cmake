# SPDX-License-Identifier: Apache-2.0
message(FATAL_ERROR "Node.js was not found when the build was configured. Install it, run npm ci --prefix tests/sdk, "
    "and configure again.")

// SPDX-License-Identifier: Apache-2.0
// The system's header, and what Apple's declares besides.
#pragma once
#include_next <unistd.h>

extern "C" int getpeereid(int socket, uid_t *effectiveUser, gid_t *effectiveGroup);

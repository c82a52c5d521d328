// SPDX-License-Identifier: Apache-2.0
// Qt names this header; nothing here draws with OpenGL.
#pragma once

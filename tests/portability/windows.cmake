# SPDX-License-Identifier: Apache-2.0
# Toolchain: compiles the Windows branches of the sources and of the build with MinGW. Programs are not linked.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
# What Qt defines where it is built for Windows.
set(CMAKE_CXX_FLAGS_INIT "-DUNICODE -D_UNICODE")
include(${CMAKE_CURRENT_LIST_DIR}/foreign.cmake)

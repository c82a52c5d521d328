# SPDX-License-Identifier: Apache-2.0
# Toolchain: 64-bit Windows with Debian's MinGW. KICKDESK_WINDOWS_ROOT, from -D or the environment, is the folder of the
# libraries; scripts/windows --root builds it. Programs of the build run here: moc and its kin are those of Debian's Qt.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_AR x86_64-w64-mingw32-gcc-ar-posix CACHE STRING "")
set(CMAKE_RANLIB x86_64-w64-mingw32-gcc-ranlib-posix CACHE STRING "")

if(NOT KICKDESK_WINDOWS_ROOT)
    set(KICKDESK_WINDOWS_ROOT $ENV{KICKDESK_WINDOWS_ROOT})
endif()
if(NOT IS_DIRECTORY "${KICKDESK_WINDOWS_ROOT}")
    message(FATAL_ERROR "KICKDESK_WINDOWS_ROOT names no folder of libraries for Windows. See scripts/windows.")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES KICKDESK_WINDOWS_ROOT)

# Nothing of this system's is taken: its headers would be found, and its C library with them.
set(CMAKE_FIND_ROOT_PATH ${KICKDESK_WINDOWS_ROOT} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

execute_process(COMMAND g++ -print-multiarch
    OUTPUT_VARIABLE host_architecture OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(QT_HOST_PATH /usr)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/${host_architecture}/cmake)

# The one OpenSSL is the DLL that Qt loads, so that a hole in it is mended in one place.
set(LIB_EAY ${KICKDESK_WINDOWS_ROOT}/openssl/libcrypto.dll.a CACHE FILEPATH "" FORCE)
# MinGW links to the DLL itself, without an import library; only a server of the tests takes it.
set(SSL_EAY ${KICKDESK_WINDOWS_ROOT}/openssl/libssl-3-x64.dll CACHE FILEPATH "" FORCE)

# Runs what was built, such as the tests.
get_filename_component(emulator ${CMAKE_CURRENT_LIST_DIR}/../tests/windows/wine ABSOLUTE)
if(NOT CMAKE_IN_TRY_COMPILE)
    set(CMAKE_CROSSCOMPILING_EMULATOR ${emulator} ${CMAKE_BINARY_DIR}/wine)
endif()

# SPDX-License-Identifier: Apache-2.0
# The libraries of others besides Qt. Linux has packages of all of them. For Windows and macOS scripts/libraries builds
# them, except for QtKeychain: it belongs to the Qt in use, so it is built with the program.
if(WIN32 OR APPLE)
    set(fetch_keychain ON)
else()
    set(fetch_keychain OFF)
endif()
option(KICKDESK_FETCH_KEYCHAIN "Download QtKeychain and build it into the programs" ${fetch_keychain})

find_package(CLI11 2.1 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(CSV REQUIRED)
find_package(LibZip 1.5 REQUIRED)
find_package(SQLite3 3.35 REQUIRED)
if(UNIX)
    find_package(Iconv REQUIRED)
endif()

if(NOT KICKDESK_FETCH_KEYCHAIN)
    find_package(Qt6Keychain 0.13 REQUIRED)
    set(KICKDESK_KEYCHAIN_VERSION ${Qt6Keychain_VERSION})
    return()
endif()

include(FetchContent)
if(POLICY CMP0135)
    cmake_policy(SET CMP0135 NEW) # what is unpacked has the time of its unpacking
endif()
set(KICKDESK_KEYCHAIN_VERSION 0.15.0)
set(KICKDESK_KEYCHAIN_SOURCE
    https://github.com/frankosterfeld/qtkeychain/archive/refs/tags/${KICKDESK_KEYCHAIN_VERSION}.tar.gz
    CACHE STRING "Address or file of QtKeychain's source")
# No SOURCE_SUBDIR of that name: it is downloaded, and added below without its install rules.
FetchContent_Declare(qtkeychain
    URL ${KICKDESK_KEYCHAIN_SOURCE}
    URL_HASH SHA256=f4254dc8f0933b06d90672d683eab08ef770acd8336e44dfa030ce041dc2ca22
    PATCH_COMMAND ${CMAKE_COMMAND} -P ${PROJECT_SOURCE_DIR}/cmake/qtkeychain.cmake
    SOURCE_SUBDIR none)
FetchContent_MakeAvailable(qtkeychain)

function(kickdesk_add_keychain)
    set(BUILD_SHARED_LIBS OFF)
    set(BUILD_TESTING OFF)
    set(BUILD_TRANSLATIONS OFF)
    set(BUILD_WITH_QT6 ON)
    add_subdirectory(${qtkeychain_SOURCE_DIR} ${qtkeychain_BINARY_DIR} EXCLUDE_FROM_ALL)
endfunction()
kickdesk_add_keychain()
# Under the names that an installed QtKeychain has.
set(Qt6Keychain_VERSION 0.15.0)
configure_file(${qtkeychain_SOURCE_DIR}/qtkeychain/keychain.h
    ${qtkeychain_BINARY_DIR}/installed/qt6keychain/keychain.h COPYONLY)
target_include_directories(qt6keychain SYSTEM INTERFACE $<BUILD_INTERFACE:${qtkeychain_BINARY_DIR}/installed>)
add_library(Qt6Keychain::Qt6Keychain ALIAS qt6keychain)

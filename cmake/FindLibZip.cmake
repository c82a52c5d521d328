# SPDX-License-Identifier: Apache-2.0
# vcpkg has a CMake package of libzip, which names what a static library needs. That of Debian asks for tools that are
# packages of their own, so there the header and the library are looked for.
if(WIN32 OR APPLE)
    find_package(libzip CONFIG QUIET)
endif()
if(TARGET libzip::zip)
    set(LibZip_VERSION ${libzip_VERSION})
    include(FindPackageHandleStandardArgs)
    find_package_handle_standard_args(LibZip REQUIRED_VARS libzip_DIR VERSION_VAR LibZip_VERSION)
    if(NOT TARGET ZLIB::ZLIB)
        find_package(ZLIB REQUIRED) # what a static one names, and not every package of it looks for
    endif()
    if(NOT TARGET LibZip::LibZip)
        add_library(LibZip::LibZip INTERFACE IMPORTED)
        set_target_properties(LibZip::LibZip PROPERTIES INTERFACE_LINK_LIBRARIES libzip::zip)
    endif()
    return()
endif()

find_path(LibZip_INCLUDE_DIR zip.h)
find_path(LibZip_CONFIG_INCLUDE_DIR zipconf.h HINTS ${LibZip_INCLUDE_DIR})
find_library(LibZip_LIBRARY zip)
if(LibZip_CONFIG_INCLUDE_DIR)
    file(STRINGS ${LibZip_CONFIG_INCLUDE_DIR}/zipconf.h LibZip_VERSION REGEX "^#define LIBZIP_VERSION \"")
    string(REGEX MATCH "[0-9.]+" LibZip_VERSION "${LibZip_VERSION}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibZip
    REQUIRED_VARS LibZip_LIBRARY LibZip_INCLUDE_DIR LibZip_CONFIG_INCLUDE_DIR VERSION_VAR LibZip_VERSION)

if(LibZip_FOUND AND NOT TARGET LibZip::LibZip)
    add_library(LibZip::LibZip UNKNOWN IMPORTED)
    set_target_properties(LibZip::LibZip PROPERTIES
        IMPORTED_LOCATION ${LibZip_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES "${LibZip_INCLUDE_DIR};${LibZip_CONFIG_INCLUDE_DIR}")
endif()
mark_as_advanced(LibZip_INCLUDE_DIR LibZip_CONFIG_INCLUDE_DIR LibZip_LIBRARY)

# SPDX-License-Identifier: Apache-2.0
# Read by cpack for each package that it makes.

# The same input gives the same bytes: times are those of the newest entry in the Debian changelog, unless told
# otherwise.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(
        COMMAND dpkg-parsechangelog --file ${CPACK_KICKDESK_LINUX}/debian/changelog --show-field Timestamp
        OUTPUT_VARIABLE released OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(ENV{SOURCE_DATE_EPOCH} ${released})
endif()

list(GET CPACK_INSTALL_CMAKE_PROJECTS 0 build)
set(CPACK_INSTALL_CMAKE_PROJECTS "${build};kickdesk;Unspecified;/")
if(CPACK_GENERATOR STREQUAL "DEB")
    list(APPEND CPACK_INSTALL_CMAKE_PROJECTS "${build};kickdesk;debian;/")
elseif(CPACK_GENERATOR MATCHES "^(TGZ|TXZ)$")
    list(APPEND CPACK_INSTALL_CMAKE_PROJECTS "${build};kickdesk;licence;/")
    set(CPACK_PACKAGE_FILE_NAME kickdesk-${CPACK_PACKAGE_VERSION}-linux-${CMAKE_HOST_SYSTEM_PROCESSOR})
    set(CPACK_PRE_BUILD_SCRIPTS ${CPACK_KICKDESK_LINUX}/bundle.cmake)
endif()

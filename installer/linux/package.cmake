# SPDX-License-Identifier: Apache-2.0
# What cpack is told. cpack.cmake has what differs between the packages.
set(KICKDESK_MAINTAINER "Kickdesk contributors <contributors@kickdesk.invalid>" CACHE STRING
    "Who answers for the Debian package")

set(CPACK_GENERATOR DEB TXZ)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/cpack.cmake)
set(CPACK_PACKAGE_NAME kickdesk)
set(CPACK_PACKAGE_VENDOR Kickdesk)
set(CPACK_PACKAGE_CONTACT ${KICKDESK_MAINTAINER})
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 0)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so not among what the programs link: the plugins for X11 and for machines without a display, and the
# client of the keychain. Qt's own Chinese is inside the programs.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsecret-1-0, qt6-qpa-plugins")
# A keychain, and characters for Chinese names.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "gnome-keyring | kwalletmanager, fonts-noto-cjk | fonts-wqy-zenhei | fonts-wqy-microhei")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland, fcitx5-frontend-qt6")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "force users offline in Authing, and prove it")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Kickdesk is for the people at a helpdesk: find a user, see in which
applications the user is online, tick those that should end, and send. Each
application is then asked until it says that the user is offline, and every
kick is written down before it is sent, in a history whose alterations can be
found.
.
The package has the window (kickdesk) and a command line program for scripts
(kickdesk-cli), both in Chinese and English. A built-in sandbox with invented
users is there to try them.")

# For bundle: the folder of the plugins of the Qt that was linked.
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
execute_process(COMMAND ${qmake} -query QT_INSTALL_PLUGINS
    OUTPUT_VARIABLE CPACK_KICKDESK_QT_PLUGINS OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_KICKDESK_LINUX ${CMAKE_CURRENT_LIST_DIR})

include(CPack)

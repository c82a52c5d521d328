# SPDX-License-Identifier: Apache-2.0
# What both foreign toolchains share: Debian's Qt, whose headers know every system, stands for the one that is missing.
set(CMAKE_PREFIX_PATH /usr)
execute_process(COMMAND g++ -print-multiarch
    OUTPUT_VARIABLE CMAKE_LIBRARY_ARCHITECTURE OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(CMAKE_PROJECT_kickdesk_INCLUDE ${CMAKE_CURRENT_LIST_DIR}/foreignproject.cmake)

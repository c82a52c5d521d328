# SPDX-License-Identifier: Apache-2.0
# Brings the catalogues up to the texts in src and ui:
#   cmake [-D DIRECTORY=where the .ts files are] [-D SOURCES=tree to read] -P translations/update.cmake
# Translations of texts that are gone are dropped; a text whose English changed has to be translated again.

cmake_minimum_required(VERSION 3.22)

if(NOT DEFINED DIRECTORY)
    set(DIRECTORY ${CMAKE_CURRENT_LIST_DIR})
endif()
if(NOT DEFINED SOURCES)
    get_filename_component(SOURCES ${CMAKE_CURRENT_LIST_DIR} DIRECTORY)
endif()
find_program(LUPDATE NAMES lupdate HINTS ENV QT_ROOT_DIR PATHS /usr/lib/qt6 PATH_SUFFIXES bin NO_CMAKE_SYSTEM_PATH)
if(NOT LUPDATE)
    find_program(LUPDATE NAMES lupdate6 lupdate REQUIRED)
endif()

# English needs its plural forms only; everything else is in the source already.
foreach(language IN ITEMS en zh_CN)
    set(options -silent -no-obsolete -no-ui-lines -locations none -source-language en_US -target-language ${language})
    # A guessed translation is worse than a missing one: the missing one is seen.
    list(APPEND options -disable-heuristic similartext -disable-heuristic number)
    if(language STREQUAL "en")
        list(APPEND options -pluralonly)
    endif()
    execute_process(
        COMMAND ${LUPDATE} ${options} -extensions cpp,h,ui src ui -ts ${DIRECTORY}/kickdesk_${language}.ts
        WORKING_DIRECTORY ${SOURCES}
        OUTPUT_VARIABLE output
        ERROR_VARIABLE output
        RESULT_VARIABLE result)
    if(NOT result EQUAL 0 OR output MATCHES "[^\n ]")
        message(FATAL_ERROR "lupdate: ${output}")
    endif()
endforeach()

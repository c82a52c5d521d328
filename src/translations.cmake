# SPDX-License-Identifier: Apache-2.0
# The texts of the program in each language and Qt's own in Chinese, as resources of kickcore under :/i18n. The window,
# the command line and the tests link kickcore, so all of them have the texts. scripts/translate writes the .ts files.

set(catalogues
    ${PROJECT_SOURCE_DIR}/translations/kickdesk_en.ts
    ${PROJECT_SOURCE_DIR}/translations/kickdesk_zh_CN.ts)
foreach(catalogue IN LISTS catalogues)
    if(NOT EXISTS ${catalogue})
        message(FATAL_ERROR "${catalogue} is missing. Run scripts/translate.")
    endif()
endforeach()

# Without Qt's own catalogue the standard buttons would stay English in a Chinese window.
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
execute_process(COMMAND ${qmake} -query QT_INSTALL_TRANSLATIONS
    OUTPUT_VARIABLE qt_translations OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
file(TO_CMAKE_PATH "${qt_translations}" qt_translations)
if(NOT EXISTS ${qt_translations}/qtbase_zh_CN.qm)
    message(FATAL_ERROR "qtbase_zh_CN.qm is not in ${qt_translations}. Install Qt's translations.")
endif()
set(compiled_directory ${PROJECT_BINARY_DIR}/translations)
configure_file(${qt_translations}/qtbase_zh_CN.qm ${compiled_directory}/qtbase_zh_CN.qm COPYONLY)

set_source_files_properties(${catalogues} PROPERTIES OUTPUT_LOCATION ${compiled_directory})
qt_add_lrelease(kickcore TS_FILES ${catalogues} OPTIONS -silent QM_FILES_OUTPUT_VARIABLE compiled)
qt_add_resources(kickcore texts
    PREFIX /i18n
    BASE ${compiled_directory}
    FILES ${compiled} ${compiled_directory}/qtbase_zh_CN.qm)

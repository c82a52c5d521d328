# SPDX-License-Identifier: Apache-2.0
# What Windows users install, made from programs that stand in for ours and run under Wine. The first test makes the
# packages, the others need them. Logs and packages stay in build/PRESET/tests/windows.
add_library(windowssupport STATIC
    command.cpp command.h
    signature.cpp signature.h
    wine.cpp wine.h)
target_include_directories(windowssupport PUBLIC ${PROJECT_SOURCE_DIR}/tests)
target_compile_definitions(windowssupport PRIVATE
    KICKDESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    KICKDESK_BINARY_DIR="${PROJECT_BINARY_DIR}")
target_link_libraries(windowssupport PUBLIC kickflags Qt6::Core)

foreach(test IN ITEMS tst_windowspackages tst_windowssetup tst_windowsmsi tst_windowssigning)
    kickdesk_test(${test} LIBRARIES windowssupport LABELS installer thorough)
    set_tests_properties(${test} PROPERTIES TIMEOUT 900 FIXTURES_REQUIRED windowspackages)
endforeach()
set_tests_properties(tst_windowspackages PROPERTIES FIXTURES_REQUIRED "" FIXTURES_SETUP windowspackages)

# SPDX-License-Identifier: Apache-2.0
# Run in the source folder of QtKeychain 0.15.0 before it is built: it hands an option of Microsoft's compiler to every
# compiler for Windows, and GCC takes it for the name of a file.
file(READ qtkeychain/CMakeLists.txt text)
string(REPLACE "add_definitions( /utf-8 -DUNICODE )" "add_definitions(-DUNICODE)\nif(MSVC)\nadd_definitions(/utf-8)\nendif()"
    changed "${text}")
if(text STREQUAL changed)
    message(FATAL_ERROR "QtKeychain's option /utf-8 is not where it was")
endif()
file(WRITE qtkeychain/CMakeLists.txt "${changed}")

# SPDX-License-Identifier: Apache-2.0
# Included right after project(): the programs become empty files, as nothing here links for a foreign system.
set(CMAKE_CXX_LINK_EXECUTABLE "\"${CMAKE_COMMAND}\" -E touch <TARGET>" "chmod +x <TARGET>")
# Its search would look for the framework or the import library.
add_library(WrapOpenGL::WrapOpenGL INTERFACE IMPORTED)
# Debian's CMake package of libzip names tools that are in a package of their own, and there is no static library.
set(CMAKE_DISABLE_FIND_PACKAGE_libzip ON)
set(LibZip_LIBRARY /dev/null)
if(APPLE)
    # The headers are those of Linux, where the member has another name.
    add_compile_definitions(st_ctimespec=st_ctim)
endif()
# EVAL, because a deferred call would look for its variable where it is then.
cmake_language(EVAL CODE "cmake_language(DEFER CALL include [[${CMAKE_CURRENT_LIST_DIR}/foreigntargets.cmake]])")

# SPDX-License-Identifier: Apache-2.0
# Toolchain: compiles the macOS branches of the sources and of the build with clang, the C++ library of this system and
# Apple's headers as far as Qt's ask for them (apple/). Programs are not linked.
set(CMAKE_SYSTEM_NAME Darwin)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_OSX_DEPLOYMENT_TARGET 12.0 CACHE STRING "")
set(CMAKE_CXX_COMPILER clang++)
set(CMAKE_CXX_COMPILER_TARGET x86_64-apple-macosx12)
find_program(CMAKE_AR NAMES llvm-ar llvm-ar-14)
find_program(CMAKE_RANLIB NAMES llvm-ranlib llvm-ranlib-14)
# There is no linker, so what asks for one is answered here.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_HAVE_LIBC_PTHREAD TRUE)
set(HAVE_STDATOMIC TRUE)

# The folders of headers that the compiler of this system uses, without those of the compiler itself.
execute_process(COMMAND g++ -E -x c++ /dev/null -v OUTPUT_QUIET ERROR_VARIABLE search COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE ".*#include <\\.\\.\\.> [^\n]*\n(.*)End of search list.*" "\\1" folders "${search}")
string(REGEX MATCHALL "/[^\n]+" folders "${folders}")
list(FILTER folders EXCLUDE REGEX "/lib/gcc/|/local/")
list(TRANSFORM folders PREPEND "-isystem ")
list(JOIN folders " " folders)
set(CMAKE_CXX_FLAGS_INIT
    "-nostdinc++ -isystem ${CMAKE_CURRENT_LIST_DIR}/apple ${folders} -U__nonnull -U__nullable -D_GNU_SOURCE")
include(${CMAKE_CURRENT_LIST_DIR}/foreign.cmake)

# SPDX-License-Identifier: Apache-2.0
# Every compiler and linker flag of the project, in one INTERFACE target that each library links.

include(CheckPIESupported)
check_pie_supported()

add_library(kickflags INTERFACE)
target_compile_definitions(kickflags INTERFACE
    KICKDESK_VERSION="${PROJECT_VERSION}"
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CAST_TO_ASCII
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_STRICT_ITERATORS)
target_include_directories(kickflags INTERFACE ${PROJECT_SOURCE_DIR}/src)

if(WIN32)
    # Windows 10, no macros min() and max(), no more of the system's headers than is asked for.
    target_compile_definitions(kickflags INTERFACE _WIN32_WINNT=0x0A00 NOMINMAX WIN32_LEAN_AND_MEAN)
endif()

if(MSVC)
    target_compile_options(kickflags INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${KICKDESK_WERROR}>:/WX>)
else()
    # Values have defaults and are made with designated initialisers, which name only what differs.
    target_compile_options(kickflags INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wswitch
        -Wno-missing-field-initializers
        $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-sign-conversion> # part of -Wconversion there, not with GCC
        -fstack-protector-strong
        $<$<BOOL:${KICKDESK_WERROR}>:-Werror>)
    # Fortified functions need optimisation, which the code of the tests goes without, and the sanitizers bring their own
    # interceptors.
    if(NOT KICKDESK_SANITIZE)
        set(is_test $<BOOL:$<TARGET_PROPERTY:KICKDESK_TEST_CODE>>)
        target_compile_options(kickflags INTERFACE
            $<$<AND:$<CONFIG:Release,RelWithDebInfo>,$<NOT:${is_test}>>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>)
    endif()
    if(MINGW)
        # There the check of the stack is a library of its own.
        target_link_options(kickflags INTERFACE -fstack-protector-strong)
    endif()
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        target_link_options(kickflags INTERFACE -Wl,-z,relro -Wl,-z,now)
    endif()
endif()

if(KICKDESK_SANITIZE)
    target_compile_definitions(kickflags INTERFACE KICKDESK_SANITIZED)
    list(JOIN KICKDESK_SANITIZE "," sanitizers)
    target_compile_options(kickflags INTERFACE
        -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(kickflags INTERFACE -fsanitize=${sanitizers})
endif()

if(KICKDESK_CLAZY)
    target_compile_options(kickflags INTERFACE
        -Xclang -load -Xclang ClazyPlugin${CMAKE_SHARED_LIBRARY_SUFFIX} -Xclang -add-plugin -Xclang clazy
        -Xclang -plugin-arg-clazy -Xclang level1,no-qstring-ref)
endif()

# SPDX-License-Identifier: Apache-2.0

set(KICKDESK_WINDOWS_PARTS ${CMAKE_CURRENT_LIST_DIR})
get_filename_component(KICKDESK_WINDOWS_ICON ${CMAKE_CURRENT_LIST_DIR}/../../resources/kickdesk.ico ABSOLUTE)

# kickdesk_windows_resources(target english chinese): gives a program its icon, its version, the name that Explorer and
# the task manager show in either language, and its manifest.
function(kickdesk_windows_resources program_target program_english program_chinese)
    set(resource ${CMAKE_CURRENT_BINARY_DIR}/${program_target}.rc)
    set(manifest ${CMAKE_CURRENT_BINARY_DIR}/${program_target}.manifest)
    configure_file(${KICKDESK_WINDOWS_PARTS}/program.manifest.in ${manifest} @ONLY)
    # Microsoft's linker embeds a manifest of its own unless it is given one.
    if(MSVC)
        set(manifest_line)
        target_sources(${program_target} PRIVATE ${manifest})
    else()
        set(manifest_line "1 24 \"${manifest}\"")
    endif()
    configure_file(${KICKDESK_WINDOWS_PARTS}/program.rc.in ${resource} @ONLY)
    target_sources(${program_target} PRIVATE ${resource})
endfunction()

# SPDX-License-Identifier: Apache-2.0
# Run by cpack between installing and packing.
execute_process(
    COMMAND ${CPACK_KICKDESK_LINUX}/bundle ${CPACK_TEMPORARY_INSTALL_DIRECTORY} ${CPACK_KICKDESK_QT_PLUGINS}
    COMMAND_ERROR_IS_FATAL ANY)

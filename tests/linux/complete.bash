# SPDX-License-Identifier: Apache-2.0
# Prints what bash offers at the end of a command line: complete.bash COMPLETIONS LINE
# shellcheck disable=SC1090,SC1091 # given as an argument, and a package of the system
source /usr/share/bash-completion/bash_completion
source "$1"
COMP_LINE=$2
COMP_POINT=${#COMP_LINE}
read -ra COMP_WORDS <<<"$COMP_LINE"
[[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
# What the shell alone may call.
compopt() { :; }
_kickdesk_cli "${COMP_WORDS[0]}" "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
printf '%s\n' "${COMPREPLY[@]}"

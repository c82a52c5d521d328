# SPDX-License-Identifier: Apache-2.0
# Prints what zsh offers at the end of a command line: complete.zsh FOLDER LINE
# Completion works in an interactive shell only, so one is run on a terminal of its own, where the matches are caught as
# they are added.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT=; fpath=($1 \$fpath); autoload -U compinit; compinit -D -u"
zpty -w shell 'compadd() {
    if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
    typeset -a __hits; builtin compadd -A __hits "$@"; builtin compadd "$@"
    for hit in $__hits; do print -r -- "<<$hit>>"; done }'
zpty -w shell 'show() { print -r -- "<<begin>>"; zle complete-word; print -r -- "<<end>>" }; zle -N show; bindkey "^I" show'
zpty -w shell 'print "<<""ready>>"'
zpty -r shell output '*<<ready>>*'
zpty -w -n shell "$2"$'\t'
zpty -r shell output '*<<end>>*'
zpty -d shell
print -r -- "${output##*<<begin>>}" | sed -nE '/<<end>>/d; s/.*<<(.*)>>.*/\1/p'

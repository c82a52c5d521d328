# SPDX-License-Identifier: Apache-2.0
# Completion of kickdesk-cli for bash, loaded by bash-completion.
# shellcheck shell=bash disable=SC2207 # the words have no spaces, except profile names, which are read by line

# The saved connections, one a line.
_kickdesk_cli_profiles() {
    "$1" --json profile list 2>/dev/null | sed -nE 's/.*"name":"(([^"\\]|\\.)*)".*/\1/p' | sed -E 's/\\(.)/\1/g'
}

# The options of a command; of the program without one.
_kickdesk_cli_options() {
    case $1 in
    '') echo --profile --host --key-id --secret-stdin --auth --pool-id --ca-file --sandbox --timeout --lang --json ;;
    search) echo --limit ;;
    user) echo --id-type --accept-unverified-identity ;;
    sessions) echo --id-type --accept-unverified-identity --apps ;;
    kick)
        echo --id-type --accept-unverified-identity --send-as-typed --apps --online --everywhere --ticket --reason \
            --verify --proof --yes
        ;;
    'bulk plan')
        echo --apps --online --everywhere --id-type --accept-unverified-identity --send-as-typed --column --header \
            --sheet --out
        ;;
    'bulk run') echo --yes --expect-count --cap --max-in-flight --rate --verify --proof --ticket --reason ;;
    history) echo --since --user --export ;;
    'profile add')
        echo --environment --proxy --api-names --tenant-header --tenant --operator --ticket-required \
            --reason-required --bulk-cap
        ;;
    sandbox) echo --port --users --apps --latency --rate --tls --fault --seed ;;
    esac
}

# The words that may follow a command; those that begin without one.
_kickdesk_cli_commands() {
    case $1 in
    '') echo search user apps sessions kick bulk history doctor profile sandbox ;;
    bulk) echo plan run resume retry status ;;
    history) echo verify ;;
    profile) echo list add remove set-secret import export ;;
    esac
}

_kickdesk_cli_takes_value() {
    case $1 in
    --secret-stdin | --sandbox | --json | --online | --everywhere | --yes | --tls | --ticket-required | \
        --reason-required | --help | --version)
        return 1
        ;;
    --*) return 0 ;;
    *) return 1 ;;
    esac
}

_kickdesk_cli() {
    local cur prev words cword split
    _init_completion -s || return

    # The command is made of the first words that are neither options nor their values.
    local command='' arguments=0 index word
    for ((index = 1; index < cword; index++)); do
        word=${words[index]}
        if [[ $word == -* ]]; then
            if [[ $word != *=* ]] && _kickdesk_cli_takes_value "$word"; then
                ((index++))
            fi
        elif [[ " $(_kickdesk_cli_commands "$command") " == *" $word "* ]]; then
            command=${command:+$command }$word
        else
            ((arguments++))
        fi
    done

    case $prev in
    --auth) COMPREPLY=($(compgen -W 'token signature' -- "$cur")) ;;
    --lang) COMPREPLY=($(compgen -W 'zh-CN en-US' -- "$cur")) ;;
    --environment) COMPREPLY=($(compgen -W 'production test' -- "$cur")) ;;
    --api-names) COMPREPLY=($(compgen -W 'auto authing genauth' -- "$cur")) ;;
    --proxy) COMPREPLY=($(compgen -W 'none system http://' -- "$cur")) ;;
    --header) COMPREPLY=($(compgen -W 'auto yes no' -- "$cur")) ;;
    --id-type)
        COMPREPLY=($(compgen -W \
            'user_id external_id phone email username identity sync_relation auto' -- "$cur"))
        ;;
    --proof) COMPREPLY=($(compgen -W 'each list auto' -- "$cur")) ;;
    --profile) _kickdesk_cli_choose_profile "${words[0]}" ;;
    --ca-file | --export | --out) _filedir ;;
    *)
        if ! $split && _kickdesk_cli_takes_value "$prev"; then
            return
        elif [[ $cur == -* ]]; then
            COMPREPLY=($(compgen -W "$(_kickdesk_cli_options "$command")
                $([[ -z $command ]] || _kickdesk_cli_options '') --help $([[ $command ]] || echo --version)" -- "$cur"))
        elif [[ $command == 'bulk plan' ]]; then
            _filedir
        elif ((arguments == 0)); then
            case $command in
            'bulk run' | 'profile import' | 'profile export') _filedir ;;
            'profile remove' | 'profile set-secret') _kickdesk_cli_choose_profile "${words[0]}" ;;
            *) COMPREPLY=($(compgen -W "$(_kickdesk_cli_commands "$command")" -- "$cur")) ;;
            esac
        fi
        ;;
    esac
}

_kickdesk_cli_choose_profile() {
    local name
    while read -r name; do
        printf -v name %q "$name"
        [[ $name != "$cur"* ]] || COMPREPLY+=("$name")
    done < <(_kickdesk_cli_profiles "$1")
}

complete -F _kickdesk_cli kickdesk-cli

# SPDX-License-Identifier: Apache-2.0
# Completion of kickdesk-cli for fish.

# The saved connections, one a line.
function __kickdesk_cli_profiles
    set -l program (commandline --tokenize --current-process)[1]
    $program --json profile list 2>/dev/null |
        string replace --filter --regex '.*"name":"((?:[^"\\\\]|\\\\.)*)".*' '$1' |
        string replace --all --regex '\\\\(.)' '$1'
end

# The words before the cursor that are neither options nor their values.
function __kickdesk_cli_words
    set -l valued --profile --host --key-id --auth --pool-id --ca-file --timeout --lang --limit --id-type --apps \
        --ticket --reason --verify --proof --column --header --sheet --out --expect-count --cap --max-in-flight --rate --since \
        --user --export \
        --environment --bulk-cap --proxy --api-names --tenant-header --tenant --operator --port --users --latency --fault --seed
    set -l words (commandline --tokenize --cut-at-cursor --current-process)[2..]
    while set -q words[1]
        if contains -- $words[1] $valued
            set -e words[1]
        else if not string match --quiet -- '-*' $words[1]
            echo $words[1]
        end
        set -e words[1]
    end
end

# True where the words so far are this command and nothing else.
function __kickdesk_cli_at -a command
    test "$(string join ' ' (__kickdesk_cli_words))" = "$command"
end

# True where the words so far begin with this command.
function __kickdesk_cli_in -a command
    string match --quiet -- "$command *" "$(string join ' ' (__kickdesk_cli_words)) "
end

function __kickdesk_cli_command -a group name description
    complete -c kickdesk-cli -n "__kickdesk_cli_at '$group'" -a $name -d $description
end

# An option of a command; the rest goes to complete as it is.
function __kickdesk_cli_option -a command name description
    complete -c kickdesk-cli -n "__kickdesk_cli_in '$command'" -l $name -d $description $argv[4..]
end

complete -c kickdesk-cli -f

complete -c kickdesk-cli -l profile -d 'A saved connection' -x -a '(__kickdesk_cli_profiles)'
complete -c kickdesk-cli -l host -d 'Address of the Authing service' -x
complete -c kickdesk-cli -l key-id -d 'ID of the access key' -x
complete -c kickdesk-cli -l secret-stdin -d 'Read the secret from the standard input'
complete -c kickdesk-cli -l auth -d 'How requests prove who sends them' -x -a 'token signature'
complete -c kickdesk-cli -l pool-id -d 'The user pool that must answer' -x
complete -c kickdesk-cli -l ca-file -d 'One more trusted root certificate' -r -F
complete -c kickdesk-cli -l sandbox -d 'Start the built-in sandbox and use it'
complete -c kickdesk-cli -l timeout -d 'Time limit of one request' -x
complete -c kickdesk-cli -l lang -d 'Language of the texts' -x -a 'zh-CN en-US'
complete -c kickdesk-cli -l json -d 'One JSON object a line'
complete -c kickdesk-cli -s h -l help -d 'Show the options'
complete -c kickdesk-cli -n "__kickdesk_cli_at ''" -l version -d 'Show the version'

__kickdesk_cli_command '' search 'Find users'
__kickdesk_cli_command '' user 'Show exactly one user'
__kickdesk_cli_command '' apps 'List the applications of the user pool'
__kickdesk_cli_command '' sessions 'Show where one user is online'
__kickdesk_cli_command '' kick 'Force one user offline'
__kickdesk_cli_command '' bulk 'Force a list of users offline'
__kickdesk_cli_command '' history 'List the kicks that were sent from this computer'
__kickdesk_cli_command '' doctor 'Examine the connection'
__kickdesk_cli_command '' profile 'Show and change the saved connections'
__kickdesk_cli_command '' sandbox 'Serve the built-in sandbox'

__kickdesk_cli_option search limit 'Users shown at most' -x

for command in user sessions kick 'bulk plan'
    __kickdesk_cli_option $command id-type 'What the ID is' -x \
        -a 'user_id external_id phone email username identity sync_relation auto'
end
for command in user sessions kick 'bulk plan'
    __kickdesk_cli_option $command accept-unverified-identity 'Use a user whose identities the server does not show'
end
for command in kick 'bulk plan'
    __kickdesk_cli_option $command send-as-typed 'Send the ID as typed, not the user ID'
end
for command in sessions kick 'bulk plan'
    __kickdesk_cli_option $command apps 'These applications' -x
end
for command in kick 'bulk plan'
    __kickdesk_cli_option $command online 'Where the user is online or could not be checked'
    __kickdesk_cli_option $command everywhere 'Every application of the user pool'
end
for command in kick 'bulk run'
    __kickdesk_cli_option $command verify 'How long to look for proof' -x
    __kickdesk_cli_option $command proof 'How to prove that users are offline' -x -a 'each list auto'
    __kickdesk_cli_option $command yes 'Send it'
end
__kickdesk_cli_option kick ticket 'Number of the ticket' -x
__kickdesk_cli_option kick reason 'Why the user is forced offline' -x

__kickdesk_cli_command bulk plan 'Look up a list of users'
__kickdesk_cli_command bulk run 'Force the users of a plan offline'
__kickdesk_cli_command bulk resume 'Go on with a run'
__kickdesk_cli_command bulk retry 'Run the failed users again'
__kickdesk_cli_command bulk status 'Show where a run stands'
__kickdesk_cli_option 'bulk plan' column 'Column of the identifiers' -x
__kickdesk_cli_option 'bulk plan' header 'Whether the list has headings' -x -a 'auto yes no'
__kickdesk_cli_option 'bulk plan' sheet 'Sheet of a workbook' -x
__kickdesk_cli_option 'bulk plan' out 'The plan to write' -r -F
__kickdesk_cli_option 'bulk run' expect-count 'Number of users' -x
__kickdesk_cli_option 'bulk run' cap 'Most users of this run' -x
__kickdesk_cli_option 'bulk run' max-in-flight 'Users at the same time' -x
__kickdesk_cli_option 'bulk run' rate 'Requests a second' -x
__kickdesk_cli_option 'bulk run' ticket 'Number of the ticket' -x
__kickdesk_cli_option 'bulk run' reason 'Why the users are forced offline' -x

__kickdesk_cli_command history verify 'Check that nothing was altered'
__kickdesk_cli_option history since 'From this day or moment on' -x
__kickdesk_cli_option history user 'Only this user' -x
__kickdesk_cli_option history export 'Write into a file' -r -F

__kickdesk_cli_command profile list 'List the saved connections'
__kickdesk_cli_command profile add 'Save a connection'
__kickdesk_cli_command profile remove 'Forget a connection and its secret'
__kickdesk_cli_command profile set-secret 'Keep a secret in the keychain'
__kickdesk_cli_command profile import 'Add the connections in a file'
__kickdesk_cli_command profile export 'Write every connection into a file'
__kickdesk_cli_option 'profile add' environment 'What the user pool is for' -x -a 'production test'
__kickdesk_cli_option 'profile add' proxy 'The proxy' -x -a 'none system http://'
__kickdesk_cli_option 'profile add' api-names 'Names of the headers of the API' -x -a 'auto authing genauth'
__kickdesk_cli_option 'profile add' tenant-header 'Header that names the tenant' -x
__kickdesk_cli_option 'profile add' tenant 'Value of that header' -x
__kickdesk_cli_option 'profile add' operator 'The operator in the history' -x
__kickdesk_cli_option 'profile add' ticket-required 'Ask for a ticket number each time'
__kickdesk_cli_option 'profile add' reason-required 'Ask for a reason each time'
__kickdesk_cli_option 'profile add' bulk-cap 'Users that one list may hold' -x
for command in remove set-secret
    complete -c kickdesk-cli -n "__kickdesk_cli_at 'profile $command'" -a '(__kickdesk_cli_profiles)'
end

for command in 'bulk plan' 'bulk run' 'profile import' 'profile export'
    complete -c kickdesk-cli -n "__kickdesk_cli_at '$command'" -F
end

__kickdesk_cli_option sandbox port 'Port to listen on' -x
__kickdesk_cli_option sandbox users 'Users' -x
__kickdesk_cli_option sandbox apps 'Applications' -x
__kickdesk_cli_option sandbox latency 'Milliseconds before each answer' -x
__kickdesk_cli_option sandbox rate 'Requests a second' -x
__kickdesk_cli_option sandbox tls 'Serve https'
__kickdesk_cli_option sandbox fault 'Misbehave on purpose' -x
__kickdesk_cli_option sandbox seed 'Another number gives other users' -x

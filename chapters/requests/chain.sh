#!/bin/sh
# The chain of chapters/07a-request-chaining.md with curl and jq. It stops at the first answer that it does not expect.
#
# Usage: chapters/requests/chain.sh [BASE_URL [USERNAME]]
# The password is taken from CHAIN_PASSWORD. What is secret goes through pipes: arguments can be listed by others.
set -eu

base=${1:-http://127.0.0.1:5005}
CHAIN_USERNAME=${2:-chain-$(date +%s)-$$}
CHAIN_PASSWORD=${CHAIN_PASSWORD:-a walk along the river at dusk}
export CHAIN_USERNAME CHAIN_PASSWORD

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

for program in curl jq; do
    command -v "$program" >/dev/null || stop "This script needs $program: install it, then try again."
done

# expect "WHAT" "STATUS [CODE]" METHOD PATH [CURL OPTION...]: sends what is on standard input, and keeps the answer.
expect() {
    what=$1 expected=$2 method=$3 path=$4
    shift 4
    answer=$(curl -sS --max-time 30 -X "$method" -w '\n%{http_code}' "$@" "$base$path") ||
        stop "✗ $what: $base does not answer. Start the server: ./workbook run refresh --solution"
    status=${answer##*
}
    body=${answer%
*}
    code=$(printf '%s' "$body" | jq -r '.error // empty' 2>/dev/null) || code='(no JSON)'
    [ "$status${code:+ $code}" = "$expected" ] ||
        stop "✗ $what: expected $expected, got $status${code:+ $code}. The chain stops here."
    printf '✓ %s: %s\n' "$what" "$expected"
}

with_password() {
    expect "$@" -H 'Content-Type: application/json' --data-binary @- <<END
$(jq -n '{username: env.CHAIN_USERNAME, password: env.CHAIN_PASSWORD}')
END
}

with_token() {
    token=$1
    shift
    expect "$@" -H @- <<END
Authorization: Bearer $token
END
}

# A text member of the last answer: what a response tag does.
member() {
    printf '%s' "$body" | jq -er --arg name "$1" '.[$name] | strings' ||
        stop "✗ $what: the answer has no $1. The chain stops here."
}

log_in() {
    with_password "$1" 200 POST /login
    access=$(member access_token)
    refresh=$(member refresh_token)
}

with_password 'Register' 201 POST /register
log_in 'Login'
with_token "$access" 'My info' 200 GET /my-info
with_token "$access" 'Logout' 200 POST /logout
with_token "$access" 'My info after the logout' '401 token_revoked' GET /my-info

log_in 'Login again'
with_token "$refresh" 'Refresh' 200 POST /refresh
spent=$refresh
access=$(member access_token)
refresh=$(member refresh_token)
with_token "$access" 'My info with the renewed token' 200 GET /my-info
with_token "$refresh" 'Refresh again, with the token that was kept' 200 POST /refresh
access=$(member access_token)

with_token "$spent" 'Send pressed twice: the first refresh token again' '401 token_revoked' POST /refresh
with_token "$access" 'My info: the session has ended' '401 token_revoked' GET /my-info

log_in 'Recovery: Login'
with_token "$access" 'My info' 200 GET /my-info
with_token "$access" 'Logout everywhere' 200 POST /logout/everywhere
echo 'The chain holds.'

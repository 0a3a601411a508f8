#!/bin/bash
# An OAuth 2.0 authorization server (oidc-provider of plugin/node_modules) on PORT; see oauth.mjs.
. "$(dirname "$0")/common.sh"
[ "$action" = stop ] && { stop_server; exit 0; }
command -v node >/dev/null || skip "package nodejs is not installed"
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$here/../../../plugin/node_modules/oidc-provider" ] || skip "npm package oidc-provider is not installed"
mkdir -p "$dir"
setsid node "$here/oauth.mjs" "$port" > "$dir/log" 2>&1 < /dev/null &
echo $! > "$dir/pid"
wait_until_ready

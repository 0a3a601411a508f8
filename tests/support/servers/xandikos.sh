#!/bin/bash
# Xandikos (package xandikos): no sign-in of its own; --defaults makes one calendar and one address book.
. "$(dirname "$0")/common.sh"
[ "$action" = stop ] && { stop_server; exit 0; }
command -v xandikos >/dev/null || skip "package xandikos is not installed"
mkdir -p "$dir/store"
setsid xandikos -l 127.0.0.1 -p "$port" -d "$dir/store" --current-user-principal /alice/ --defaults \
  > "$dir/log" 2>&1 < /dev/null &
echo $! > "$dir/pid"
wait_until_ready

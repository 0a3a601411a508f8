#!/bin/bash
# Radicale (package radicale) with its data below DIR. LARGEST=BYTES limits what one request may bring.
. "$(dirname "$0")/common.sh"
[ "$action" = stop ] && { stop_server; exit 0; }
command -v radicale >/dev/null || skip "package radicale is not installed"
mkdir -p "$dir/store"
printf 'alice:secret\nbob:secret2\n' > "$dir/users"
cat > "$dir/config" <<CONFIG
[server]
hosts = 127.0.0.1:$port
max_content_length = ${LARGEST:-100000000}
[auth]
type = htpasswd
htpasswd_filename = $dir/users
htpasswd_encryption = plain
[rights]
type = owner_only
[storage]
filesystem_folder = $dir/store
[web]
type = none
CONFIG
setsid radicale --config "$dir/config" > "$dir/log" 2>&1 < /dev/null &
echo $! > "$dir/pid"
wait_until_ready

# A PostgreSQL cluster of its own below DIR/pg for the servers that need one. Sourced after common.sh.
# It runs as the user postgres, so this needs root, and DIR's parents must be open to everyone.
postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)

need_database() {
  [ -n "$postgres" ] && [ -x "$postgres/initdb" ] || skip "package postgresql is not installed"
  [ "$(id -u)" = 0 ] || skip "the database runs as its own user, which only root can start"
}

# start_database PORT: on loopback and on a socket in DIR/pg. Durability is off: the data are thrown away.
start_database() {
  mkdir -p "$dir/pg"; chown postgres: "$dir/pg"
  (cd "$dir/pg" && runuser -u postgres -- "$postgres/initdb" -D "$dir/pg/data" -A trust -E UTF8 --locale=C.UTF-8) \
    > "$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; return 1; }
  (cd "$dir/pg" && runuser -u postgres -- "$postgres/pg_ctl" -D "$dir/pg/data" -w -t 30 -l "$dir/pg/log" \
    -o "-p $1 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir/pg -c fsync=off -c full_page_writes=off" start) \
    > "$dir/pg_ctl.log" 2>&1 < /dev/null || { cat "$dir/pg_ctl.log" "$dir/pg/log" >&2; return 1; }
}

stop_database() {
  [ -f "$dir/pg/data/postmaster.pid" ] || return 0
  (cd "$dir/pg" && runuser -u postgres -- "$postgres/pg_ctl" -D "$dir/pg/data" -w -m immediate stop) > /dev/null 2>&1
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

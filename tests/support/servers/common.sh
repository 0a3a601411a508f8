# Shared by the server scripts: NAME.sh start DIR PORT | NAME.sh stop DIR. Sourced, not run.
# A started server writes DIR/pid and DIR/log. Users: alice:secret and bob:secret2.
# Exit 77: the package is missing or this user may not run it; the caller skips. With GOODTURN_NO_SKIPS in the
# environment, as .ci/run sets it, that is a failure.
set -u
action=${1:-}; dir=${2:-}; port=${3:-}
[ -n "$action" ] && [ -n "$dir" ] || { echo "usage: $0 start DIR PORT | stop DIR" >&2; exit 64; }

skip() { echo "$1" >&2; [ -z "${GOODTURN_NO_SKIPS:-}" ] || exit 1; exit 77; }

# wait_until_ready [ADDRESS [CURL OPTION ...]]: as long as a machine under load may need; not for a server that ended.
wait_until_ready() {
  local address=${1:-http://127.0.0.1:$port/} since=$SECONDS
  [ $# -gt 0 ] && shift
  while [ $((SECONDS - since)) -lt 60 ] && kill -0 "$(cat "$dir/pid")" 2>/dev/null; do
    curl -s -o /dev/null --max-time 10 "$@" "$address" && return 0
    sleep 0.1
  done
  echo "the server did not answer on port $port after $((SECONDS - since)) s:" >&2; tail -5 "$dir/log" >&2
  stop_server; exit 1
}

# The process group, since some servers' workers outlive their parent.
stop_server() {
  [ -f "$dir/pid" ] || return 0
  group=$(cat "$dir/pid")
  kill -- "-$group" 2>/dev/null
  for _ in $(seq 50); do kill -0 -- "-$group" 2>/dev/null || break; sleep 0.1; done
  kill -9 -- "-$group" 2>/dev/null
  rm -f "$dir/pid"
}

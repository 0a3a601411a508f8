#!/bin/bash
# A small DAV calendar that speaks HTTP/2 over TLS only (packages nodejs openssl): https://localhost:PORT/dav/c/.
# Its certificate is DIR/cert.pem.
. "$(dirname "$0")/common.sh"
[ "$action" = stop ] && { stop_server; exit 0; }
command -v node >/dev/null || skip "package nodejs is not installed"
command -v openssl >/dev/null || skip "package openssl is not installed"
script=$(cd "$(dirname "$0")" && pwd)/http2.mjs
mkdir -p "$dir"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost -keyout "$dir/key.pem" -out "$dir/cert.pem" 2> "$dir/openssl.log" ||
  { cat "$dir/openssl.log" >&2; exit 1; }
setsid node "$script" "$dir" "$port" > "$dir/log" 2>&1 < /dev/null &
echo $! > "$dir/pid"
wait_until_ready "https://localhost:$port/" --cacert "$dir/cert.pem"

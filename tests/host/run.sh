#!/bin/sh
# Runs one host test file: run.sh NODE FILE. Exit code 77, with a reason, when a program it needs is missing; 1 with
# GOODTURN_NO_SKIPS in the environment.
cd "$(dirname "$0")" || exit 1
for program in thunderbird Xvfb import radicale; do
  command -v "$program" >/dev/null && continue
  echo "skipped: $program is not installed" >&2
  [ -z "${GOODTURN_NO_SKIPS:-}" ] || exit 1
  exit 77
done
exec "$1" --test --test-reporter=spec "$2"

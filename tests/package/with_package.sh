#!/bin/sh
# with_package.sh FOLDER COMMAND…: runs a command that sees /usr as if the package in FOLDER were installed; the machine
# itself stays as it is. Needs root and a machine that allows mounts, a control group and user namespaces of its own; exit
# code 77 without.
[ "$(id -u)" -eq 0 ] || { echo "skipped: only root may mount" >&2; exit 77; }
set -eu
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 0755 "$root"
dpkg-deb -x "$1"/goodturn_*.deb "$root"
shift
own='mount -t overlay overlay -o "lowerdir=$0/usr:/usr" /usr'
unshare --mount --cgroup sh -c "$own"' && mount -t tmpfs none /run && mount -t cgroup2 none /sys/fs/cgroup &&
  mkdir /sys/fs/cgroup/goodturn-probe && rmdir /sys/fs/cgroup/goodturn-probe &&
  setpriv --reuid=61234 --clear-groups unshare --user true' "$root" ||
  { echo "skipped: this machine allows no mounts, control groups or user namespaces of its own" >&2; exit 77; }
unshare --mount --cgroup sh -c "$own"' && exec "$@"' "$root" "$@"

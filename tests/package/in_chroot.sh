#!/bin/sh
# in_chroot.sh FOLDER: installs the package in FOLDER with apt into a bare Debian 12, uses it as a user, upgrades, removes
# and purges it. Exit code 77 without root, debootstrap or the archive. GOODTURN_MIRROR names another archive.
set -eu
mirror=${GOODTURN_MIRROR:-http://deb.debian.org/debian}
[ "$(id -u)" -eq 0 ] || { echo "skipped: only root may change the root" >&2; exit 77; }
command -v debootstrap >/dev/null || { echo "skipped: debootstrap is not installed" >&2; exit 77; }
root=$(mktemp -d)
chmod 0755 "$root"
trap 'rm -rf "$root"' EXIT
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$root.log" 2>&1 ||
  { tail -n 5 "$root.log" >&2; rm -f "$root.log"; echo "skipped: no archive at $mirror" >&2; exit 77; }
rm -f "$root.log"
cp "$1"/goodturn_*.deb "$root/goodturn.deb"
cat >"$root/try" <<'INSIDE'
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod 0755 /usr/sbin/policy-rc.d
apt-get update -q
apt-get install -q -y --no-install-recommends /goodturn.deb
useradd --create-home ada
as_ada() { setpriv --reuid=ada --regid=ada --init-groups env HOME=/home/ada GOODTURN_SECRETS=file "$@"; }
as_ada goodturn --version
as_ada goodturn sample /home/ada/folders
as_ada goodturn account add /home/ada/folders --user alex@example.org
as_ada goodturn sync
as_ada goodturn week | grep -q .
as_ada goodturn serve &
note=/home/ada/.local/share/goodturn/bridge.json
timeout 30 sh -c "until test -e $note; do sleep 0.2; done" || { echo "the helper does not start" >&2; exit 1; }
as_ada goodturn export /home/ada/before  # with the port that a helper keeps from its first start on
apt-get install -q -y --reinstall /goodturn.deb
timeout 30 sh -c "while test -e $note; do sleep 0.2; done" || { echo "the helper outlived the upgrade" >&2; exit 1; }
apt-get remove -q -y goodturn
! test -e /usr/bin/goodturn
apt-get purge -q -y goodturn
! test -e /usr/share/goodturn
! test -e /usr/lib/thunderbird
apt-get install -q -y --no-install-recommends /goodturn.deb
as_ada goodturn export /home/ada/after
diff -r /home/ada/before /home/ada/after
echo "installed, used, upgraded, removed; the items stayed"
INSIDE
unshare --mount --pid --fork sh -c 'mount -t proc none "$1/proc" && exec chroot "$1" timeout 1500 sh /try' - "$root"

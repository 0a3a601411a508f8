#!/bin/bash
# Cyrus httpd with CalDAV and CardDAV (packages cyrus-caldav cyrus-imapd sasl2-bin libsasl2-modules).
# It runs as its own user, so this needs root, and DIR's parents must be open to everyone.
. "$(dirname "$0")/common.sh"
[ "$action" = stop ] && { stop_server; exit 0; }
master=/usr/lib/cyrus/bin/master
[ -x $master ] && [ -x /usr/lib/cyrus/bin/imapd ] && [ -x /usr/lib/cyrus/bin/httpd ] ||
  skip "packages cyrus-caldav and cyrus-imapd are not installed"
command -v saslpasswd2 >/dev/null || skip "package sasl2-bin is not installed"
[ "$(id -u)" = 0 ] || skip "Cyrus runs as its own user, which only root can start"
imap_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
mkdir -p "$dir/run/proc" "$dir/run/lock" "$dir/spool" "$dir/sock" "$dir"/lib/{db,socket,user,log,proc,msg,quota}
cat > "$dir/imapd.conf" <<CONFIG
configdirectory: $dir/lib
proc_path: $dir/run/proc
mboxname_lockpath: $dir/run/lock
defaultpartition: default
partition-default: $dir/spool
lmtpsocket: $dir/sock/lmtp
idlesocket: $dir/sock/idle
notifysocket: $dir/sock/notify
servername: localhost
unixhierarchysep: yes
altnamespace: no
admins: admin
autocreate_quota: 0
allowplaintext: yes
sasl_mech_list: PLAIN LOGIN
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: $dir/sasldb2
httpmodules: caldav carddav
CONFIG
cat > "$dir/cyrus.conf" <<CONFIG
START {
  recover cmd="/usr/sbin/cyrus ctl_cyrusdb -C $dir/imapd.conf -r"
}
SERVICES {
  imap cmd="imapd -C $dir/imapd.conf -U 30" listen="127.0.0.1:$imap_port" proto="tcp4" prefork=0 maxchild=10
  http cmd="httpd -C $dir/imapd.conf -U 1000" listen="127.0.0.1:$port" proto="tcp4" prefork=1 maxchild=20
}
EVENTS {
}
CONFIG
for user in alice:secret bob:secret2; do
  echo "${user#*:}" | saslpasswd2 -p -c -f "$dir/sasldb2" -u localhost "${user%:*}"
done
chmod 755 "$dir"; chown -R cyrus:mail "$dir"
setsid $master -C "$dir/imapd.conf" -M "$dir/cyrus.conf" -p "$dir/master.pid" > "$dir/log" 2>&1 < /dev/null &
echo $! > "$dir/pid"
wait_until_ready
# A user's calendars and address books come into being with the INBOX, at the first IMAP login.
for user in alice:secret bob:secret2; do curl -s -o /dev/null -u $user "imap://127.0.0.1:$imap_port/"; done

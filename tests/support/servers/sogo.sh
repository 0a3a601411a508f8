#!/bin/bash
# SOGo (packages sogo memcached postgresql). sogod and memcached run as the user sogo.
. "$(dirname "$0")/common.sh"
. "$(dirname "$0")/database.sh"
[ "$action" = stop ] && { stop_server; stop_database; exit 0; }
command -v sogod >/dev/null && id sogo >/dev/null 2>&1 || skip "package sogo is not installed"
command -v memcached >/dev/null || skip "package memcached is not installed"
need_database
mkdir -p "$dir/home"; chown sogo: "$dir/home"
database_port=$(free_port)
start_database "$database_port" || exit 1
psql -q -h "$dir/pg" -p "$database_port" -U postgres > "$dir/users.log" <<'SQL' || { stop_database; exit 1; }
CREATE USER sogo;
CREATE DATABASE sogo OWNER sogo;
\connect sogo sogo
CREATE TABLE people (c_uid varchar PRIMARY KEY, c_name varchar, c_password varchar, c_cn varchar, mail varchar);
INSERT INTO people VALUES ('alice', 'alice', 'secret', 'Alice', 'alice@example.org'),
                          ('bob', 'bob', 'secret2', 'Bob', 'bob@example.org');
SQL
database="postgresql://sogo@127.0.0.1:$database_port/sogo"
cache_port=$(free_port)
cat > "$dir/run" <<RUN
#!/bin/sh
export HOME=$dir/home
memcached -l 127.0.0.1 -p $cache_port -m 16 &
exec sogod -WOPort 127.0.0.1:$port -WONoDetach YES -WOWorkersCount 2 -WOLogFile - -WOPidFile $dir/home/pid \
  -SOGoProfileURL '"$database/profile"' -OCSFolderInfoURL '"$database/folder_info"' \
  -OCSSessionsFolderURL '"$database/sessions"' -SOGoMemcachedHost 127.0.0.1:$cache_port \
  -SOGoTimeZone UTC -SOGoLanguage English -SOGoMailModuleAccessEnabled NO \
  -SOGoUserSources '({type = sql; id = people; viewURL = "$database/people"; canAuthenticate = YES; isAddressBook = NO; userPasswordAlgorithm = plain;})'
RUN
chmod 755 "$dir/run"
cd "$dir/home"
setsid runuser -u sogo -- "$dir/run" > "$dir/log" 2>&1 < /dev/null &
echo $! > "$dir/pid"
wait_until_ready

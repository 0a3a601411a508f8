#!/bin/bash
# DAViCal (packages davical php-cli php-pgsql libyaml-perl postgresql) on PHP's own server.
. "$(dirname "$0")/common.sh"
. "$(dirname "$0")/database.sh"
[ "$action" = stop ] && { stop_server; stop_database; exit 0; }
[ -f /usr/share/davical/htdocs/caldav.php ] && [ -f /usr/share/davical/dba/create-database.sh ] ||
  skip "package davical is not installed"
php -m 2>/dev/null | grep -q '^pgsql$' || skip "package php-pgsql is not installed"
need_database
mkdir -p "$dir"
database_port=$(free_port)
start_database "$database_port" || exit 1
(cd /usr/share/davical/dba &&
  runuser -u postgres -- env PGHOST="$dir/pg" PGPORT="$database_port" ./create-database.sh davical secret) \
  > "$dir/create.log" 2>&1 || { tail -5 "$dir/create.log" >&2; stop_database; exit 1; }
for user in alice:secret bob:secret2; do  # "**" marks a password in plain text
  psql -q -h "$dir/pg" -p "$database_port" -U davical_dba davical > "$dir/users.log" <<SQL
WITH person AS (INSERT INTO usr (active, email_ok, updated, username, password, fullname, email, date_format_type, locale)
  VALUES (true, now(), now(), '${user%:*}', '**${user#*:}', '${user%:*}', '${user%:*}@example.org', 'E', 'en')
  RETURNING user_no)
INSERT INTO principal (type_id, user_no, displayname, default_privileges)
  SELECT 1, user_no, '${user%:*}', 0::BIT(24) FROM person;
SQL
done
# DAViCal reads /etc/davical/SERVER_NAME-conf.php; the name is chosen so that it finds this one.
cat > "$dir/here-conf.php" <<CONFIG
<?php
\$_SERVER['SERVER_NAME'] = '127.0.0.1';
\$c->pg_connect[] = "host=$dir/pg port=$database_port dbname=davical user=davical_app";
\$c->system_name = "Test";
\$c->admin_email = "root@localhost";
\$c->default_timezone = "UTC";
\$c->default_locale = "en";
CONFIG
cat > "$dir/router.php" <<'PHP'
<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$_SERVER['SERVER_NAME'] = '../..' . __DIR__ . '/here';
chdir('/usr/share/davical/htdocs');
if (preg_match('#^/caldav\.php#', $path)) {
  $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/caldav.php';
  $_SERVER['PATH_INFO'] = rawurldecode(substr($path, strlen('/caldav.php')) ?: '/');
  require '/usr/share/davical/htdocs/caldav.php';
  return true;
}
if (preg_match('#^/\.well-known/(cal|card)dav#', $path)) {
  header('Location: /caldav.php/', true, 301);
  return true;
}
http_response_code(404);
echo 'not found';
return true;
PHP
cd "$dir"
PHP_CLI_SERVER_WORKERS=2 setsid php -d include_path=/usr/share/davical/inc:/usr/share/awl/inc -d date.timezone=UTC \
  -d post_max_size=64M -d memory_limit=512M -d display_errors=0 -d log_errors=1 \
  -S "127.0.0.1:$port" -t /usr/share/davical/htdocs "$dir/router.php" > "$dir/log" 2>&1 < /dev/null &
echo $! > "$dir/pid"
wait_until_ready

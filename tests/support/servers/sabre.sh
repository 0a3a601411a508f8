#!/bin/bash
# sabre/dav 1.8 (packages php-sabre-dav php-cli php-sqlite3 php-xml php-mbstring) on PHP's own server.
# SIGN_IN=digest asks for Digest instead of Basic.
. "$(dirname "$0")/common.sh"
[ "$action" = stop ] && { stop_server; exit 0; }
command -v php >/dev/null && [ -f /usr/share/php/Sabre/autoload.php ] || skip "package php-sabre-dav is not installed"
mkdir -p "$dir"
cat > "$dir/fill.php" <<'PHP'
<?php
[$self, $dir] = $argv;
$db = new PDO("sqlite:$dir/db.sqlite");
$db->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
foreach (['addressbooks', 'calendars', 'locks', 'principals', 'users'] as $table)
  foreach (['', '.gz'] as $packed) {
    $file = "/usr/share/doc/php-sabre-dav/examples/sql/sqlite.$table.sql$packed";
    // Debian's copy has a comma that SQLite refuses.
    if (file_exists($file)) $db->exec(preg_replace('/\bUNIQUE\(,/', 'UNIQUE(', implode('', gzfile($file))));
  }
foreach (['users', 'principals', 'calendars', 'addressbooks'] as $table) $db->exec("DELETE FROM $table");
foreach (['alice' => 'secret', 'bob' => 'secret2'] as $user => $password) {
  $db->exec("INSERT INTO users (username, digesta1) VALUES ('$user', '" . md5("$user:SabreDAV:$password") . "')");
  foreach (['', '/calendar-proxy-read', '/calendar-proxy-write'] as $part)
    $db->exec("INSERT INTO principals (uri, email, displayname)
               VALUES ('principals/$user$part', '$user@example.org', '$user')");
  $db->exec("INSERT INTO calendars (principaluri, displayname, uri, components, ctag, transparent)
             VALUES ('principals/$user', 'Calendar', 'default', 'VEVENT,VTODO,VJOURNAL', 1, 0)");
  $db->exec("INSERT INTO addressbooks (principaluri, displayname, uri, ctag)
             VALUES ('principals/$user', 'Contacts', 'default', 1)");
}
PHP
[ -f "$dir/db.sqlite" ] || php "$dir/fill.php" "$dir" || { echo "no database" >&2; exit 1; }
cat > "$dir/server.php" <<'PHP'
<?php
error_reporting(E_ALL & ~E_DEPRECATED & ~E_NOTICE & ~E_WARNING & ~E_STRICT);
ini_set('display_errors', '0');
date_default_timezone_set('UTC');
require_once 'Sabre/autoload.php';
$_SERVER['SCRIPT_NAME'] = '/';
$_SERVER['PHP_SELF'] = $_SERVER['REQUEST_URI'];
if (preg_match('#^/\.well-known/(cal|card)dav#', $_SERVER['REQUEST_URI'])) {
  header('Location: /', true, 301);
  exit;
}
$db = new PDO('sqlite:' . __DIR__ . '/db.sqlite');
$db->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
$db->exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL');
class ListedUsers extends Sabre\DAV\Auth\Backend\AbstractBasic {
  protected function validateUserPass($user, $password) {
    return ($user == 'alice' && $password == 'secret') || ($user == 'bob' && $password == 'secret2');
  }
}
$users = getenv('SIGN_IN') == 'digest' ? new Sabre\DAV\Auth\Backend\PDO($db) : new ListedUsers;
$principals = new Sabre\DAVACL\PrincipalBackend\PDO($db);
$books = new Sabre\CardDAV\Backend\PDO($db);
$calendars = new Sabre\CalDAV\Backend\PDO($db);
$server = new Sabre\DAV\Server([new Sabre\CalDAV\Principal\Collection($principals),
                                new Sabre\CardDAV\AddressBookRoot($principals, $books),
                                new Sabre\CalDAV\CalendarRootNode($principals, $calendars)]);
$server->setBaseUri('/');
$server->addPlugin(new Sabre\DAV\Auth\Plugin($users, 'SabreDAV'));
foreach ([new Sabre\CalDAV\Plugin, new Sabre\CardDAV\Plugin, new Sabre\DAVACL\Plugin] as $plugin)
  $server->addPlugin($plugin);
$server->exec();
PHP
PHP_CLI_SERVER_WORKERS=2 setsid php -d include_path=/usr/share/php -d memory_limit=512M -d post_max_size=0 \
  -d error_reporting=0 -S "127.0.0.1:$port" "$dir/server.php" > "$dir/log" 2>&1 < /dev/null &
echo $! > "$dir/pid"
wait_until_ready

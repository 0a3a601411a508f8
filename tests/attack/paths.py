"""Paths that lead out of the pages: T13, in every spelling, and addresses that are too long (T14)."""

import itertools

PLACES = ("etc/passwd", "index.html", "goodturn.sqlite", "api/v1/status")
UPWARDS = ("..", "%2e%2e", "%2E%2e", ".%2e", "%2e.", "..%00", "..;", "%252e%252e", "%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae", "..%20",
           "%u002e%u002e", "....", "..%09", "%uff0e%uff0e", "0x2e0x2e")
SLASHES = ("/", "%2f", "%2F", "\\", "%5c", "%252f", "%c0%af", "//", "/./", "%e2%88%95", "%00/")
OTHERS = ("//etc/passwd", "/assets//app.js", "/assets/./app.js", "/assets/", "/assets", "/assets/%00", "/INDEX.HTML", "/index.html%20",
          "/index.html%00", "/index.html/", "/index.html/..", "/index%2ehtml", "/%69ndex.html", "/./index.html", "/api/../index.html",
          "/api/v1/../v1/status", "/api/v1//status", "/api/v1/status/", "/api/v1/%73tatus", "/API/v1/status", "/api/v1/status;a=b",
          "/api/v1/status%3f", "/api/v1", "/api", "/.git/config", "/goodturn.sqlite", "/tokens.json", "/secrets.json", "/bridge.json",
          "/favicon.ico/..", "/file:///etc/passwd", "/proc/self/environ", "/~", "/con", "/assets/*", "/Goodturn.ics/", "/goodturn.ics")


def outside(target, small):
    """Neither a file nor an operation is there, for the right token: 404, 405 or 400, never 200."""
    target.tally.row = "T13 paths that lead out"
    climbs = [f"{start}{(up + slash) * 6}{place}" for start, up, slash, place in itertools.product(
        ("/", "/assets/", "/api/v1/journal/"), UPWARDS, SLASHES, PLACES)]
    for path in (*climbs[::7 if small else 1], *OTHERS):
        if len(path) <= 256:
            answer = target.ask("GET", path, target.token)
            target.turned_away(f"GET {path}", answer, (400, 404, 405))


def long(target):
    """Addresses beyond what is read; a matcher that works through them could end the program."""
    target.tally.row = "T14 long addresses"
    for path in ("/" + "a" * 256, "/" + "a" * 8000, "/" + "a/" * 4000, "/api/v1/people/" + "%41" * 2500, "/?" + "a=b&" * 1000,
                 "/api/v1/people?query=" + "(" * 3000, "/" + "%" * 300, "/api/v1/people/" + "a" * 300):
        answer = target.ask("GET", path, target.token)
        target.turned_away(f"a path of {len(path)} bytes, {path[:20]}…", answer, (414,))

"""Wrong, foreign, ended and misplaced tokens on every path (T6, T19), and guessed codes (T8)."""

import secrets
import urllib.parse

from target import operations

WRONG = {"app": (401, 429), "feed": (404, 429)}


def body_of(method, scope):
    if method not in ("POST", "PUT", "PATCH"):
        return None
    return b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" if scope == "feed" else {}


def shown(target, method, path, scope, token):
    """What the operation answers to that token, shown in the way that its scope asks for."""
    kind = "text/calendar" if scope == "feed" else "application/json"
    changed = {"Content_Type": kind} if method in ("POST", "PUT", "PATCH") else {}
    if scope == "feed":
        place = path if token is None else f"{path}?token={urllib.parse.quote(token)}"
        return target.ask(method, place, None, body_of(method, scope), **changed)
    return target.ask(method, path, token, body_of(method, scope), **changed)


def feed_token(target):
    return target.right("GET", "/api/v1/feed").json()["url"].split("token=")[1]


def every_path(target):
    """No token, the token of the other scope, an invented one, half of the right one."""
    guarded = [one for one in operations() if one[2] != "open"]
    feed = feed_token(target)
    for name, choose in (("no token", lambda scope: None),
                         ("the other scope's token", lambda scope: feed if scope == "app" else target.token),
                         ("an invented token", lambda scope: secrets.token_urlsafe(32)),
                         ("the right token without its end", lambda scope: (feed if scope == "feed" else target.token)[:-1])):
        target.tally.row = "T19 scope of the feed's token" if name.startswith("the other") else "T6 wrong tokens"
        for method, path, scope in guarded:
            answer = shown(target, method, path, scope, choose(scope))
            target.turned_away(f"{method} {path} with {name}", answer, WRONG[scope])


def misplaced(target):
    """The right token, but not where it belongs: a cookie or a link is sent by other sites, too."""
    target.tally.row = "T6 wrong tokens"
    token = target.token
    for headers in ({"Cookie": f"token={token}"}, {"X_Api_Key": token}, {"Authorization": token}, {"Authorization": f"Basic {token}"},
                    {"Authorization": f"Bearer  {token}"}, {"Authorization": f"Bearer {token} x"},
                    {"Authorization": f"Bearer {token}", "authorization": f"Bearer {token}"}, {"Proxy_Authorization": f"Bearer {token}"},
                    {"Authorization": ""}, {"Authorization": "Bearer"}, {"Authorization": f"Bearer {token},{token}"}):
        answer = target.ask("GET", "/api/v1/status", None, **headers)
        target.turned_away(f"the token as {sorted(headers)}", answer, (401, 429))
    for place in (f"/api/v1/status?token={token}", f"/api/v1/status?access_token={token}"):
        target.turned_away("the token in an address", target.ask("GET", place, None), (401, 429))


def guesses(target, count):
    """Near misses and `count` random tokens; the flood is slowed down, and the right one works all the while."""
    target.tally.row = "T6 wrong tokens"
    token = target.token
    near = [token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1:] for at in range(len(token))]
    near += [token + "A", token * 2, token.swapcase(), token[::-1], "", "A" * 42, "A" * 43, "A" * 44, "A" * 20000, "*", "null",
             "undefined", "' or '1'='1", token + "%00", token + "\t"]
    near = [one for one in near if one.strip() != token]
    slowed = 0
    for guess in [*near, *(secrets.token_urlsafe(32) for _ in range(count))]:
        answer = target.ask("GET", "/api/v1/status", guess)
        slowed += answer.status == 429
        target.turned_away(f"the token {guess[:50]!r}", answer, (401, 429, 431))
    target.tally.refused("a flood of guesses that is not slowed down", slowed > 0)
    target.tally.refused("a flood of guesses that locks the right token out", target.alive())


def codes(target):
    """The code that opens a page: five guesses end it, and it opens one page only."""
    target.tally.row = "T8 guessed codes"
    code = target.right("POST", "/api/v1/page-code", {}).json()["url"].split("#code=")[1]
    for guess in ("", "A", code[:-1], code.swapcase(), "A" * len(code)):
        answer = target.ask("POST", "/api/v1/session", None, {"code": guess})
        target.turned_away(f"the code {guess!r}", answer, (400, 403))
    answer = target.ask("POST", "/api/v1/session", None, {"code": code})
    target.turned_away("the right code after five wrong ones", answer, (403,))


def ended(target):
    """Codes and tokens that were good once. Only against a helper of our own: it makes and ends tokens."""
    target.tally.row = "T8 guessed codes"
    if not target.pair:
        return target.tally.leave_out("codes and tokens that ended: not tried on a helper that is in use")
    code = target.right("POST", "/api/v1/page-code", {}).json()["url"].split("#code=")[1]
    target.ask("POST", "/api/v1/session", None, {"code": code})
    target.turned_away("a code that was used", target.ask("POST", "/api/v1/session", None, {"code": code}), (403,))
    target.tally.row = "T19 scope of the feed's token"
    old = feed_token(target)
    target.right("POST", "/api/v1/feed", {})
    for path in ("/Goodturn.ics", "/follow-ups.ics"):
        for method in ("GET", "PUT"):
            answer = shown(target, method, path, "feed", old)
            target.turned_away(f"{method} {path} at its former address", answer, (404, 429))
    target.tally.row = "T6 wrong tokens"
    first, second = target.pair(), target.pair()
    target.tally.refused("a fresh token of the add-on", target.ask("GET", "/api/v1/status", second).status == 200)
    for method, path, scope in operations():
        if scope == "app":
            answer = shown(target, method, path, scope, first)
            target.turned_away(f"{method} {path} with the add-on's former token", answer, WRONG[scope])


def nothing_logged(target):
    """Tokens stand neither in the log, nor in the database, nor in the list of tokens, which holds digests; the feed's alone
    is kept to be shown again, in the keyring, or in the file that stands for it."""
    target.tally.row = "T19 scope of the feed's token"
    if not target.home:
        return target.tally.leave_out("what the log holds: the home is not known")
    secret = (target.token.encode(), feed_token(target).encode())
    for path in sorted(target.home.iterdir()):
        if path.is_file() and path.name != "secrets.json":
            content = path.read_bytes()
            target.tally.refused(f"a token in {path.name}", not any(one in content for one in secret))

"""What a web page can make a browser send: T1 rebinding, T2 requests across sites, T4 asking for permission, T5."""

from target import operations

REFUSED = (400, 401, 403, 404, 405, 411, 413, 415, 429)
UUID = "moz-extension://0f8fad5b-d9cb-469f-a165-70867728950e"
SIMPLE_TYPES = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "text/plain;application/json",
                "application/json-patch+json", "text/json", None)


def hosts(target):
    """DNS rebinding: a page of a name that now points here still says its own name."""
    target.tally.row = "T1 DNS rebinding"
    port = target.port
    names = ["example.org", "localhost.", "localhost.example.org", "127.0.0.1.example.org", "127.0.0.1.nip.example.org", "127.1",
             "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.01", "127.0.0.2", "0.0.0.0", "0", "[::]", "[::ffff:127.0.0.1]",
             "[0:0:0:0:0:0:0:1]", "::1", "LOCALHOST", "localhost.localdomain", "goodturn.local", "user@127.0.0.1",
             "127.0.0.1@example.org", "%31%32%37.0.0.1", "127.0.0.1 ", "127.0.0.1,example.org", "http://127.0.0.1"]
    wrong = [f"{name}:{port}" for name in names]
    wrong += ["127.0.0.1", "localhost", "[::1]", "", f":{port}", f"127.0.0.1:{port - 1}", f"127.0.0.1:0{port}", f"127.0.0.1:{port}0",
              "127.0.0.1:", f"127.0.0.1:{port}/", f"127.0.0.1:{port}#", f"127.0.0.1:{port + 65536}", f"127.0.0.1:{port}.example.org"]
    for path in ("/api/v1/status", "/"):
        for host in wrong:
            answer = target.ask("GET", path, target.token, Host=host)
            target.turned_away(f"GET {path} with Host {host!r}", answer, (400, 403))
        none = target.ask("GET", path, target.token, Host=None)
        target.turned_away(f"GET {path} without Host", none, (400,))
        good, bad = f"127.0.0.1:{port}", f"example.org:{port}"
        for first, second in ((good, bad), (bad, good), (good, good)):
            two = target.ask("GET", path, target.token, Host=first, host=second)
            target.turned_away(f"GET {path} with Host {first} and {second}", two, (400,))
    for name in ("X-Forwarded-Host", "X-Original-Host", "Forwarded"):
        answer = target.ask("GET", "/api/v1/status", target.token, Host=f"example.org:{port}",
                            **{name: f"127.0.0.1:{port}" if name != "Forwarded" else f"host=127.0.0.1:{port}"})
        target.turned_away(f"{name} in the place of Host", answer, (400, 403))


def origins(target):
    """An Origin that is not our own page's, with the right token: T2 and T5."""
    target.tally.row = "T2 requests across sites"
    port = target.port
    forged = ["null", "", "*", "https://example.org", f"http://example.org:{port}", "http://127.0.0.1", "http://localhost",
              f"https://127.0.0.1:{port}", f"http://127.0.0.1:{port - 1}", f"http://127.0.0.1:{port}.example.org",
              f"http://127.0.0.1:{port}/", f"http://user@127.0.0.1:{port}", f"HTTP://127.0.0.1:{port}", "file://", "about:blank",
              "data:", "resource://gre", "chrome://messenger", "chrome-extension://abcdefghijklmnopabcdefghijklmnop"]
    for method, path, body in (("POST", "/api/v1/sync", {}), ("PATCH", "/api/v1/settings", {}), ("GET", "/api/v1/week", None),
                               ("DELETE", "/api/v1/sync", None)):
        for origin in forged:
            answer = target.ask(method, path, target.token, body, Origin=origin)
            target.turned_away(f"{method} {path} from {origin!r}", answer, (403,))
        for site in ("cross-site", "same-site", "", "null", "SAME-ORIGIN"):
            answer = target.ask(method, path, target.token, body, Sec_Fetch_Site=site)
            target.turned_away(f"{method} {path}, Sec-Fetch-Site {site!r}", answer, (403,))
    two = target.ask("GET", "/api/v1/week", target.token, Origin=f"http://127.0.0.1:{port}", origin="https://example.org")
    target.turned_away("two origins", two, (400, 403))
    target.tally.row = "T5 another extension"
    for origin in (UUID, UUID.upper(), "moz-extension://", UUID + "x", UUID.replace("moz", "chrome")):
        answer = target.ask("POST", "/api/v1/sync", target.token, {}, Origin=origin)
        target.turned_away(f"the token of a page from {origin}", answer, (403,))


def simple_requests(target):
    """Requests that a browser sends without asking first: forms, images, text/plain; all paths, no token."""
    target.tally.row = "T2 requests across sites"
    for method, path, scope in operations():
        if method == "POST":
            for kind in SIMPLE_TYPES[:3]:
                answer = target.ask("POST", path, None, b'{"a":"b"}', Content_Type=kind, Origin="https://example.org",
                                    Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")
                target.turned_away(f"a form to {path} as {kind}", answer, REFUSED)
        elif method == "GET" and scope != "feed":
            answer = target.ask("GET", path, None, Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="image", Sec_Fetch_Mode="no-cors",
                                Referer="https://example.org/")
            target.turned_away(f"an image from {path}", answer, (401, 403))
    for kind in SIMPLE_TYPES:
        answer = target.ask("POST", "/api/v1/sync", target.token, b"{}", Content_Type=kind)
        target.turned_away(f"the right token and the type {kind}", answer, (415,))


def preflights(target):
    """Asking whether another site may: the answer is no, for every path, without a header that says yes."""
    target.tally.row = "T4 answers for other sites"
    for path in sorted({path for _, path, _ in operations()} | {"/", "*", "/nothing"}):
        for headers in ({"Access_Control_Request_Method": "POST", "Access_Control_Request_Headers": "authorization"},
                        {"Access_Control_Request_Private_Network": "true", "X_HTTP_Method_Override": "GET"}):
            answer = target.ask("OPTIONS", path, target.token, Origin="https://example.org", **headers)
            target.turned_away(f"OPTIONS {path}", answer, (400, 403))
    for method in ("HEAD", "TRACE", "TRACK", "CONNECT", "PROPFIND", "REPORT", "MKCALENDAR", "COPY", "MOVE", "LOCK", "SEARCH", "get", "post"):
        answer = target.ask(method, "/api/v1/week", target.token)
        target.turned_away(f"{method} /api/v1/week", answer, (405,))

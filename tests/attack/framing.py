"""Where one request ends and the next begins: T3 smuggling, pipelining and heads that two programs read differently."""

import threading
import time

from wire import connect, read_all, send

TURNED_AWAY = (0, 400, 403, 405, 411, 413, 414, 415, 431)


def smuggled(target):
    """A refused request whose body is a good one, whole or in two pieces, with padding up to a reader's buffer."""
    target.tally.row = "T3 smuggled requests"
    for inner_name, inner in (("a change", target.bytes("POST", "/api/v1/page-code", target.token, {})),
                              ("a look", target.bytes("GET", "/api/v1/status", target.token))):
        for method in ("POST", "PUT", "PATCH", "GET", "OPTIONS", "DELETE", "HEAD"):
            for padding in (0, 1, 4096, 16384, 65536):
                rest = b"\n" * padding + inner
                head = target.bytes(method, "/api/v1/sync", None, b"", Origin="https://example.org", Content_Type="text/plain",
                                    Content_Length=str(len(rest)))
                for pieces in ((head + rest,), (head, rest)):
                    answer = target.send(*pieces)
                    what = f"{inner_name} inside a {method}, padding {padding}, {len(pieces)} pieces"
                    target.turned_away(what, answer, (400, 403, 405))


def pipelined(target):
    """Two requests on one connection: the second has no answer, whatever the first is."""
    target.tally.row = "T3 smuggled requests"
    good = target.bytes("GET", "/api/v1/status", target.token)
    write = target.bytes("POST", "/api/v1/page-code", target.token, {})
    for name, first in (("a good one", good), ("a write", write), ("a refused one", target.bytes("GET", "/api/v1/status")),
                        ("a page", target.bytes("GET", "/")), ("a missing page", target.bytes("GET", "/nothing")),
                        ("one that asks to stay", target.bytes("GET", "/", Connection="keep-alive")),
                        ("one that asks for another protocol",
                         target.bytes("GET", "/", Connection="Upgrade, HTTP2-Settings", Upgrade="h2c", HTTP2_Settings="AAMAAABk"))):
        for second in (good, write, good * 50):
            answer = target.send(first + second)
            target.tally.refused(f"a second request behind {name}", answer.count <= 1, f"{answer.count} answers")


def chunked(target):
    """Bodies in chunks, and what two programs could take for them."""
    target.tally.row = "T3 smuggled requests"
    inner = target.bytes("GET", "/api/v1/status", target.token)
    chunk = b"0\r\n\r\n" + inner
    whole = b"2\r\n{}\r\n0\r\n\r\n"
    for value in ("chunked", "Chunked", "identity", "gzip, chunked", "chunked, identity", "xchunked", " chunked", "chunked\t",
                  '"chunked"', "chunked;q=1", "\x0bchunked", ""):
        for length in (None, "0", str(len(chunk)), "4"):
            head = target.bytes("POST", "/api/v1/sync", target.token, b"", Transfer_Encoding=value, Content_Length=length)
            answer = target.send(head + chunk)
            target.turned_away(f"Transfer-Encoding {value!r} with Content-Length {length}", answer, (400, 411))
    for name, value in (("Transfer-Encoding ", "chunked"), ("Transfer_Encoding", "chunked"), ("\tTransfer-Encoding", "chunked"),
                        ("X: y\nTransfer-Encoding", "chunked"), ("X: y\rTransfer-Encoding", "chunked"), ("Transfer-Encoding\x00", "chunked")):
        head = target.bytes("POST", "/api/v1/sync", None, b"", **{name: value, "Content_Length": str(len(chunk))})
        answer = target.send(head + chunk)
        target.turned_away(f"{name!r}: {value}", answer, (400, 401))
    for lines in ([("Transfer-Encoding", "chunked"), ("Transfer-Encoding", "identity")], [("TE", "trailers"), ("Transfer-Encoding", "chunked")]):
        head = target.bytes("POST", "/api/v1/sync", target.token, b"", Content_Length=None)
        extra = "".join(f"{name}: {value}\r\n" for name, value in lines).encode()
        target.turned_away(f"{lines}", target.send(head[:-2] + extra + b"\r\n" + whole), (400,))


def lengths(target):
    """Content-Length that is none, twice or too large."""
    target.tally.row = "T3 smuggled requests"
    for value in ("5abc", "-1", "+2", "0x2", "2, 2", "2,3", "", " ", "2 3", "1e1", "2.0", "\u00b2", "9" * 30, "18446744073709551618",
                  "4294967298"):
        answer = target.ask("POST", "/api/v1/sync", target.token, b"{}", Content_Length=value)
        target.turned_away(f"Content-Length {value!r}", answer, (400, 413))
    for second in ("2", "3", "0", "x"):
        for name in ("content-length", "Content-length", "CONTENT-LENGTH"):
            answer = target.ask("POST", "/api/v1/sync", target.token, b"{}", **{name: second})
            target.turned_away(f"a second Content-Length {second}", answer, (400,))
    for method in ("GET", "DELETE"):
        answer = target.ask(method, "/api/v1/sync", target.token, b"{}")
        target.turned_away(f"{method} with a body", answer, (400,))
    for name, value in (("Content-Encoding", "gzip"), ("Range", "bytes=0-1"), ("Expect", "100-continue")):
        target.turned_away(name, target.ask("POST", "/api/v1/sync", target.token, b"{}", **{name: value}), (400,))


def malformed(target):
    """Heads that are none; the good token stands in each, so an answer of 200 is an error."""
    target.tally.row = "T3 smuggled requests"
    good = target.bytes("GET", "/api/v1/status", target.token)
    lines = good.decode().split("\r\n")
    rest = "\r\n".join(lines[1:])
    starts = ["GET /api/v1/status", "GET  /api/v1/status HTTP/1.1", "GET\t/api/v1/status\tHTTP/1.1", " GET /api/v1/status HTTP/1.1",
              "GET /api/v1/status HTTP/2", "GET /api/v1/status HTTP/0.9", "GET /api/v1/status HTTP/1.1 x", "GET /api/v1/status http/1.1",
              "GET /api/v1/status HTTP/1.10", "GET /api/v1/status XTTP/1.1", "GET api/v1/status HTTP/1.1", "GET * HTTP/1.1",
              f"GET http://127.0.0.1:{target.port}/api/v1/status HTTP/1.1", f"CONNECT 127.0.0.1:{target.port} HTTP/1.1",
              "GET /api/v1/status#a HTTP/1.1", "GET /api/v1/\u00e9 HTTP/1.1", "GET /api/v1/status\x00 HTTP/1.1", "GET /api/v1/sta tus HTTP/1.1",
              "G(T /api/v1/status HTTP/1.1", "\x00GET /api/v1/status HTTP/1.1", "", "HTTP/1.1 200 OK", "\r\nGET /api/v1/status HTTP/1.1"]
    for start in starts:
        target.turned_away(f"the line {start!r}", target.send(f"{start}\r\n{rest}".encode("latin-1")), TURNED_AWAY)
    for field in (" folded", "\tfolded", "no colon", ": no name", "A : b", "A\x00: b", "A: b\x00c", "A: b\rc", "A: b\nc", "A(: b", "\u00e9: b", "A: \x7f",
                  "A: b\r\n c"):
        answer = target.send(f"{lines[0]}\r\n{field}\r\n{rest}".encode("latin-1"))
        target.turned_away(f"the field {field!r}", answer, TURNED_AWAY)
    for bytes_ in (good.replace(b"\r\n", b"\n") + b"\r\n\r\n", good.replace(b"\r\n", b"\r") + b"\r\n\r\n"):
        target.turned_away(f"line ends {bytes_[26:32]!r}", target.send(bytes_), TURNED_AWAY)


def other_protocols(target, small):
    """What other programs say first; most wait for an answer that never comes, so they wait together."""
    target.tally.row = "T3 smuggled requests"
    good = target.bytes("GET", "/api/v1/status", target.token)
    greetings = {"TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(32), "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes(9),
                 "SSH": b"SSH-2.0-OpenSSH_9.2\r\n", "SOCKS": b"\x05\x01\x00", "PROXY": b"PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\n" + good,
                 "a message frame": b"\x02\x00\x00\x00{}", "FTP": b"USER anonymous\r\nQUIT\r\n", "nothing but line ends": b"\r\n" * 8,
                 "half a head": good[:-2]}
    if not small:  # twice as long
        greetings["half a body"] = target.bytes("POST", "/api/v1/sync", target.token, b"{", Content_Length="9")
    answers = {}

    def speak(name, greeting):
        with connect(target.address, target.patience) as connection:
            send(connection, greeting)
            answers[name] = read_all(connection)
    speakers = [threading.Thread(target=speak, args=pair) for pair in greetings.items()]
    started = time.monotonic()
    for speaker in speakers:
        speaker.start()
    for speaker in speakers:
        speaker.join()
    waited = time.monotonic() - started
    for name in greetings:
        target.tally.look_at(answers[name])
        target.turned_away(f"{name} (all ended after {waited:.0f} s)", answers[name], (*TURNED_AWAY, 408))

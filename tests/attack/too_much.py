"""More than anybody needs: T12 heads and bodies without end, T15 deep bodies, random bytes."""

import random

from processes import resident
from wire import connect, read_all, send

MEGABYTE = b"a" * (1 << 20)
MOST_GROWTH = 8.0  # MiB of resident memory over all floods (figure B8, B9)


def flood(target, start, megabytes, piece=MEGABYTE):
    """Sends until the other end has enough. (answer, MiB that it took)."""
    sent = 0
    with connect(target.address, target.patience) as connection:
        wanted = send(connection, start)
        while wanted and sent < megabytes:
            wanted = send(connection, piece)
            sent += wanted
        answer = read_all(connection)
    target.tally.look_at(answer)
    return answer, sent


def floods(target):
    """(name, start, piece): what grows without end. A start that ends a head is a body's."""
    line = target.bytes("GET", "/api/v1/status", target.token)[:-2]
    size = str(200 << 20)
    posted = {name: target.bytes("POST", "/api/v1/sync", target.token, b"", **changed) for name, changed in {
        "a body of that length": {"Content_Length": size}, "a body without a length": {"Content_Length": None},
        "a body in chunks": {"Content_Length": None, "Transfer_Encoding": "chunked"},
        "a packed body": {"Content_Length": size, "Content_Encoding": "gzip"}}.items()}
    yield "one header line", line + b"X-Long: ", MEGABYTE
    yield "header lines", line, b"A: b\r\n" * 170_000
    yield "one request line", b"GET /", MEGABYTE
    yield "a method", b"", MEGABYTE
    yield "empty lines", b"", b"\r\n" * (1 << 19)
    yield "a query", b"GET /api/v1/people?query=", MEGABYTE
    for name, start in posted.items():
        yield name, start, b"100000\r\n" + MEGABYTE + b"\r\n" if name.endswith("chunks") else MEGABYTE
    yield "a body that needs no token", target.bytes("POST", "/api/v1/hello", None, b"", Content_Length=size), MEGABYTE
    calendar = target.bytes("PUT", "/Goodturn.ics?token=x", None, b"", Content_Length=size, Content_Type="text/calendar")
    yield "a calendar", calendar, MEGABYTE
    yield "words behind an answer", target.bytes("GET", "/"), MEGABYTE


def all_floods(target, megabytes):
    """Each ends with a refusal, and nothing of it is kept. The growth of resident memory in MiB, for heads and for bodies."""
    target.tally.row = "T12 floods"
    growths = {"head": 0.0, "body": 0.0}
    for name, start, piece in floods(target):
        before = resident(target.pid)
        answer, sent = flood(target, start, megabytes, piece)
        right = (200,) if name.startswith("words behind") else (0, 400, 404, 408, 411, 413, 414, 415, 429, 431)
        target.turned_away(f"{megabytes} MB as {name} (took {sent})", answer, right)
        target.tally.refused(f"{megabytes} MB as {name} are taken to the end", sent < megabytes, f"{sent} MB taken")
        growths["body" if b"\r\n\r\n" in start else "head"] += resident(target.pid) - before
    growth = sum(growths.values())
    target.tally.refused("floods that stay in memory", growth <= MOST_GROWTH, f"{growth:.1f} MiB")
    return growths


def deep(target):
    """Bodies nested a million times, and lies about their size."""
    target.tally.row = "T15 deep bodies"
    for body in (b"[" * 1_000_000, b'{"a":' * 200_000, b"[" * 65 + b"]" * 65, b'{"a":' * 65 + b"1" + b"}" * 65, b'{"a":[' * 33 + b"]}" * 33,
                 b"]" * 1000, b'"' * 999_999, b"[1e999999]", b'{"a":' + b"9" * 900_000 + b"}", b"\xff\xfe{}", b"{}" + b"\x00", b"{}{}", b""):
        answer = target.ask("POST", "/api/v1/people/tags", target.token, body)
        target.turned_away(f"{len(body)} bytes {body[:8]!r}", answer, (400,))


def random_bytes(target, count, seed):
    """Good requests with random damage, and bytes of nothing. What may come is an answer or a closed connection."""
    target.tally.row = "T12 random bytes"
    chance = random.Random(seed)
    good = [target.bytes("POST", "/api/v1/sync", None, {}, Origin="https://example.org"), target.bytes("GET", "/api/v1/week"),
            target.bytes("PUT", "/Goodturn.ics?token=x", None, b"BEGIN:VCALENDAR", Content_Type="text/calendar")]
    for at in range(count):
        damaged = bytearray(chance.choice(good) if chance.random() < 0.8 else chance.randbytes(chance.randrange(1, 400)))
        for _ in range(chance.randrange(8)):
            place = chance.randrange(len(damaged) + 1)
            if chance.random() < 0.4:
                del damaged[place:place + chance.randrange(20)]
            else:
                damaged[place:place] = chance.randbytes(chance.randrange(1, 4))
        with connect(target.address, target.patience) as connection:
            send(connection, bytes(damaged))
            try:
                connection.shutdown(1)  # so that a head that never ends is not waited for
            except OSError:
                pass
            answer = read_all(connection)
        target.tally.look_at(answer)
        target.tally.refused(f"random bytes {at} of seed {seed}: {bytes(damaged)[:80]!r}",
                             answer.count <= 1 and (answer.status in (0, 200, 408) or 400 <= answer.status < 500), str(answer.status))

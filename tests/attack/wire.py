"""Requests as bytes over plain sockets, so that anything can be sent, also what no HTTP library would send."""

import json
import re
import socket
import time

PATIENCE = 20.0  # seconds for one answer; longer than any time limit of the helper
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})")
MOST_KEPT = 1 << 20  # bytes of an answer that are looked at


class Answer:
    """What came back on one connection. `status` 0: it was closed without a word; `count`: answers on it."""

    def __init__(self, raw):
        self.raw = raw
        statuses = [int(status) for status in STATUS.findall(raw)]
        self.status = statuses[0] if statuses else 0
        self.count = len(statuses)
        head, _, self.body = raw.partition(b"\r\n\r\n")
        self.headers = [(name.strip().lower(), value.strip()) for name, _, value in
                        (line.partition(":") for line in head.decode("latin-1").split("\r\n")[1:])]

    def header(self, name):
        """The values of that header, joined; "" when there is none."""
        return ", ".join(value for one, value in self.headers if one == name)

    def json(self):
        return json.loads(self.body)


def request(method, target, headers, body=b""):
    """The bytes of a request. `headers`: pairs, written as they stand; no header is added."""
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def connect(address, patience=PATIENCE):
    return socket.create_connection(address, timeout=patience)


def send(connection, piece):
    """False when the other end wants no more."""
    try:
        connection.sendall(piece)
    except OSError:
        return False
    return True


def read_all(connection):
    """Until the other end closes, or for the connection's patience: what goes on for ever is an answer, too."""
    kept = bytearray()
    deadline = time.monotonic() + connection.gettimeout()
    try:
        while time.monotonic() < deadline and (piece := connection.recv(65536)):
            kept += piece[:max(0, MOST_KEPT - len(kept))]
    except OSError:
        pass
    return Answer(bytes(kept))


def say(address, *pieces, patience=PATIENCE):
    """Sends the pieces one after the other and reads what comes back."""
    try:
        with connect(address, patience) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for piece in pieces:
                if not send(connection, piece):
                    break
            return read_all(connection)
    except OSError:
        return Answer(b"")

"""Many and slow clients (T11): while they are here everybody else is answered, and when they left nothing of them stays."""

import resource
import threading
import time

from processes import open_handles
from wire import connect, send

DRIP = 0.02  # seconds between two bytes of a dripping client


def room_for(count):
    """Lets this program hold so many sockets. How many it may."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(count + 200, 1024)), hard))
    return max(0, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 200)


class Crowd:
    """`count` connections; each sends `start`, and where `drips` a byte now and then. Those that are closed come again."""

    def __init__(self, target, count, start=b"", drips=False):
        self.target = target
        self.start = start
        self.connections = [self.newcomer() for _ in range(min(count, room_for(count)))]
        self.ending = threading.Event()
        self.thread = threading.Thread(target=self.drip) if drips else None
        if self.thread:
            self.thread.start()

    def newcomer(self):
        connection = connect(self.target.address)
        send(connection, self.start)
        return connection

    def drip(self):
        while not self.ending.wait(DRIP):
            for at, connection in enumerate(self.connections):
                if not send(connection, b"X"):
                    connection.close()
                    self.connections[at] = self.newcomer()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.ending.set()
        if self.thread:
            self.thread.join()
        for connection in self.connections:
            connection.close()


def forms(target, small):
    """(name, count, start, whether it drips)."""
    head = b"GET /api/v1/status HTTP/1.1\r\nX: "
    body = target.bytes("POST", "/api/v1/sync", target.token, b"", Content_Length="100000")
    yield "60 that drip a head", 60, head, True
    yield "60 that drip a body", 60, body, True
    yield "500 that say nothing", 500, b"", False
    if not small:
        yield "400 that drip a head", 400, head, True
        yield "500 that ask and do not read", 500, target.bytes("GET", "/api/v1/openapi.json", target.token), False
    yield "1500 that say nothing", 1500, b"", False


def settled(target, before):
    """Waits until as many handles are open as before, but not for ever; how many more there are."""
    deadline = time.monotonic() + target.patience
    while (more := open_handles(target.pid) - before) > 0 and time.monotonic() < deadline:
        time.sleep(0.1)
    return more


def crowds(target, small):
    target.tally.row = "T11 crowds and ends"
    before = open_handles(target.pid)
    for name, count, start, drips in forms(target, small):
        with Crowd(target, count, start, drips):
            target.tally.refused(f"{name} keep others out", all(target.alive() for _ in range(20)))
    more = settled(target, before)
    target.tally.refused("crowds that leave handles behind", more <= 0, f"{more} more than before")


def readers(target):
    """Event streams that nobody reads: sixteen at most, and the others are answered."""
    target.tally.row = "T11 crowds and ends"
    with Crowd(target, 40, target.bytes("GET", "/api/v1/events", target.token)):
        target.tally.refused("40 open streams keep others out", target.alive())
    target.tally.refused("streams that ended keep others out", target.alive())

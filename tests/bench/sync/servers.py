"""The two measured servers: started by tests/support/servers/NAME.sh, filled, and asked for their CPU time."""

import base64
import http.client
import os
import socket
import subprocess
import threading
import json
from pathlib import Path

from items import KINDS

SCRIPTS = Path(__file__).resolve().parents[2] / "support" / "servers"
TICKS = os.sysconf("SC_CLK_TCK")
AUTH = "Basic " + base64.b64encode(b"alice:secret").decode()
XML = {"contacts": '<c:addressbook xmlns:c="urn:ietf:params:xml:ns:carddav"/>',
       "events": '<c:calendar xmlns:c="urn:ietf:params:xml:ns:caldav"/>'}


class Missing(Exception):
    """The server's package is not installed."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _times(pid):
    """(session, clock ticks of the process, ticks of its ended children), or None when it has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return int(fields[3]), int(fields[11]) + int(fields[12]), int(fields[13]) + int(fields[14])


class Server:
    """A running server with one home for alice; collections are named bench-contacts and bench-events."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()

    def __enter__(self):
        done = subprocess.run([SCRIPTS / f"{self.name}.sh", "start", self.folder, str(self.port)],
                              timeout=60, capture_output=True, text=True)
        if done.returncode == 77:
            raise Missing(done.stderr.strip())
        if done.returncode != 0:
            raise RuntimeError(f"{self.name} does not start: {done.stderr}")
        self.session = int((self.folder / "pid").read_text())
        return self

    def __exit__(self, *_):
        subprocess.run([SCRIPTS / f"{self.name}.sh", "stop", self.folder], timeout=60, check=False)

    def cpu(self):
        """CPU seconds of all the server's processes so far, ended workers included."""
        total = 0
        for pid in filter(str.isdigit, os.listdir("/proc")):
            times = _times(pid)
            if times and times[0] == self.session:
                total += times[1] + times[2]
        return total / TICKS

    def url(self, kind, port=None):
        return f"http://127.0.0.1:{port or self.port}{self.path(kind)}"

    def account_url(self, port=None):
        return f"http://127.0.0.1:{port or self.port}{self.root}"

    def request(self, connection, method, path, body=None, content_type="application/xml; charset=utf-8"):
        connection.request(method, path, body, {"Authorization": AUTH, "Content-Type": content_type})
        answer = connection.getresponse()
        answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status}")

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def make(self, kind):
        body = (f'<?xml version="1.0"?><d:mkcol xmlns:d="DAV:"><d:set><d:prop><d:resourcetype><d:collection/>{XML[kind]}'
                f"</d:resourcetype><d:displayname>bench-{kind}</d:displayname></d:prop></d:set></d:mkcol>")
        self.request(self.connect(), "MKCOL", self.path(kind), body.encode())

    def put(self, kind, numbers, version=0):
        """Writes items by PUT on one connection."""
        text, ending, content_type = KINDS[kind]
        connection = self.connect()
        for number in numbers:
            path = f"{self.path(kind)}{number}.{ending}"
            self.request(connection, "PUT", path, text(number, version).encode(), content_type)
        connection.close()


class Cyrus(Server):
    name = "cyrus"
    root = "/dav/"
    workers = 4

    def path(self, kind):
        home = "addressbooks" if kind == "contacts" else "calendars"
        return f"/dav/{home}/user/alice/bench-{kind}/"

    def fill(self, kind, count):
        """Some connections side by side, since Cyrus has no folder to write into."""
        self.make(kind)
        failures = []

        def run(first):
            try:
                self.put(kind, range(first, count, self.workers))
            except Exception as failure:  # reported below: a thread's own exception would be lost
                failures.append(failure)

        threads = [threading.Thread(target=run, args=(first,)) for first in range(self.workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failures:
            raise failures[0]


class Radicale(Server):
    name = "radicale"
    root = "/"

    def path(self, kind):
        return f"/alice/bench-{kind}/"

    def fill(self, kind, count):
        """By file: a PUT costs 40 ms there."""
        text, ending, _ = KINDS[kind]
        folder = self.folder / "store/collection-root/alice" / f"bench-{kind}"
        folder.mkdir(parents=True)
        tag = "VADDRESSBOOK" if kind == "contacts" else "VCALENDAR"
        (folder / ".Radicale.props").write_text(json.dumps({"tag": tag, "D:displayname": f"bench-{kind}"}))
        for number in range(count):
            (folder / f"{number}.{ending}").write_text(text(number), newline="")


SERVERS = {"cyrus": Cyrus, "radicale": Radicale}

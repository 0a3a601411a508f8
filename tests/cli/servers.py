"""Radicale on loopback, and a gate before it that can be told to misbehave."""

import base64
import http.client
import socket
import ssl
import subprocess
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import SkipTest

SCRIPT = Path(__file__).resolve().parents[1] / "support/servers/radicale.sh"
BOOK = '<c:addressbook xmlns:c="urn:ietf:params:xml:ns:carddav"/>'
CALENDAR = '<c:calendar xmlns:c="urn:ietf:params:xml:ns:caldav"/>'


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Radicale:
    """A real server with the users alice and bob."""

    def __init__(self, folder):
        self.folder, self.port = Path(folder), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        started = subprocess.run([SCRIPT, "start", self.folder, str(self.port)], timeout=60, check=False)
        if started.returncode == 77:
            raise SkipTest("radicale is not installed")
        started.check_returncode()

    def stop(self):
        subprocess.run([SCRIPT, "stop", self.folder], timeout=60, check=False)

    def request(self, method, path, body=None, kind="application/xml; charset=utf-8"):
        headers = {"Authorization": "Basic " + base64.b64encode(b"alice:secret").decode(), "Content-Type": kind}
        request = urllib.request.Request(self.url + path, body and body.encode(), headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()

    def make(self, name, kind):
        self.request("MKCOL", f"/alice/{name}/", '<?xml version="1.0"?><d:mkcol xmlns:d="DAV:"><d:set><d:prop>'
                     f"<d:resourcetype><d:collection/>{kind}</d:resourcetype><d:displayname>{name}</d:displayname>"
                     "</d:prop></d:set></d:mkcol>")

    def put(self, path, text):
        self.request("PUT", f"/alice/{path}", text, "text/vcard" if path.endswith(".vcf") else "text/calendar")


def web_page(_door, _answer):
    return 200, [("Content-Type", "text/html")], [b"<!DOCTYPE html><html><body>Welcome to the guest network</body></html>"]


def unauthorised(_door, _answer):
    return 401, [("WWW-Authenticate", 'Basic realm="x"')], [b""]


def huge(_door, _answer):
    start = b'<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:responsedescription>'
    return 207, [("Content-Type", "application/xml")], [start, *[b"x" * (1 << 20)] * 100]


def truncated(_door, answer):
    status, headers, parts = answer()
    body = b"".join(parts)
    return status, headers, [body[:len(body) * 2 // 3] if status == 207 else body]


def not_a_card(_door, answer):
    """Every card that is fetched or listed is something else."""
    status, headers, parts = answer()
    return status, headers, [b"".join(parts).replace(b"BEGIN:VCARD", b"BEGIN:LETTER").replace(b"END:VCARD", b"END:LETTER")]


class Gate:
    """Passes requests on to Radicale; `behaviour(door, answer)` may change or replace the answer."""

    def __init__(self, port, certificate=None):
        self.behaviour = None
        gate = self

        class Door(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_words):
                pass

            def real_answer(self, body):
                server = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                server.request(self.command, self.path, body, {name: value for name, value in self.headers.items()
                                                               if name.lower() != "accept-encoding"})
                answer = server.getresponse()
                kept = [(name, value) for name, value in answer.getheaders()
                        if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server")]
                return answer.status, kept, [answer.read()]

            def serve(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                behaviour = gate.behaviour or (lambda _door, answer: answer())
                status, headers, parts = behaviour(self, lambda: self.real_answer(body))
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(sum(map(len, parts))))
                self.end_headers()
                try:
                    for part in parts:
                        self.wfile.write(part)
                except OSError:  # the client had enough
                    self.close_connection = True

            do_GET = do_PUT = do_POST = do_DELETE = do_OPTIONS = do_PROPFIND = do_REPORT = serve

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.server.handle_error = lambda *_words: None  # refused handshakes are part of the tests
        scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            scheme = "https"
        self.url = f"{scheme}://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def stop(self):
        """Also when it is stopped already."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

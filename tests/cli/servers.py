"""Real servers on loopback, and a gate before one that can be told to misbehave."""

import base64
import http.client
import socket
import ssl
import subprocess
import threading
import urllib.request
import xml.etree.ElementTree as ElementTree
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import SkipTest
from urllib.parse import urlsplit

SCRIPTS = Path(__file__).resolve().parents[1] / "support/servers"
# Where alice's address books and calendars are.
HOMES = {"radicale": ("/alice/", "/alice/"), "xandikos": ("/alice/contacts/", "/alice/calendars/"),
         "cyrus": ("/dav/addressbooks/user/alice/", "/dav/calendars/user/alice/"),
         "sabre": ("/addressbooks/alice/", "/calendars/alice/"), "davical": ("/caldav.php/alice/", "/caldav.php/alice/"),
         "sogo": ("/SOGo/dav/alice/Contacts/", "/SOGo/dav/alice/Calendar/")}
BOOK = '<c:addressbook xmlns:c="urn:ietf:params:xml:ns:carddav"/>'
COMPONENTS = ('<c:supported-calendar-component-set xmlns:c="urn:ietf:params:xml:ns:caldav">'
              + "".join(f'<c:comp name="{one}"/>' for one in ("VEVENT", "VTODO", "VJOURNAL"))
              + "</c:supported-calendar-component-set>")
CALENDAR = '<c:calendar xmlns:c="urn:ietf:params:xml:ns:caldav"/>'


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Closed:
    """Stands where a server stood and tells everybody to come back tomorrow, as one does that is being mended."""

    def __init__(self, port):
        class Door(BaseHTTPRequestHandler):
            def log_message(self, *_words):
                pass

            def __getattr__(self, name):
                if not name.startswith("do_"):
                    raise AttributeError(name)
                return self.refuse

            def refuse(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(503)
                self.send_header("Retry-After", "86400")
                self.send_header("Content-Length", "0")
                self.end_headers()

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Door)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class DavServer:
    """A real server with the users alice and bob. `folder` and its parents are open to everyone: some run as their own user."""

    def __init__(self, folder, name="radicale"):
        self.folder, self.name, self.port = Path(folder), name, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self):
        """Also once more, at the same place."""
        started = subprocess.run([SCRIPTS / f"{self.name}.sh", "start", self.folder, str(self.port)], timeout=120, check=False)
        if started.returncode == 77:
            raise SkipTest(f"{self.name} cannot run here")
        started.check_returncode()

    def stop(self):
        subprocess.run([SCRIPTS / f"{self.name}.sh", "stop", self.folder], timeout=60, check=False)

    def request(self, method, path, body=None, kind="application/xml; charset=utf-8", depth=None):
        headers = {"Authorization": "Basic " + base64.b64encode(b"alice:secret").decode(), "Content-Type": kind}
        headers |= {"Depth": depth} if depth else {}
        request = urllib.request.Request(self.url + path, body and body.encode(), headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()

    def path(self, name):
        """Of "book/", "book/item.vcf" or "calendar/item.ics"; a collection is one of cards unless `make` said otherwise."""
        cards, calendars = HOMES[self.name]
        return (calendars if name.endswith(".ics") else cards) + name

    def make(self, name, kind):
        home = HOMES[self.name][1 if kind == CALENDAR else 0]
        shown = f"<d:displayname>{name}</d:displayname>"
        components = COMPONENTS if kind == CALENDAR else ""
        self.request("MKCOL", f"{home}{name}/", '<?xml version="1.0"?><d:mkcol xmlns:d="DAV:"><d:set><d:prop>'
                     f"<d:resourcetype><d:collection/>{kind}</d:resourcetype>{shown}{components}</d:prop></d:set></d:mkcol>")
        if self.name == "sogo":  # it does not listen to the name that MKCOL gives
            self.request("PROPPATCH", f"{home}{name}/", f'<d:propertyupdate xmlns:d="DAV:"><d:set><d:prop>{shown}'
                         "</d:prop></d:set></d:propertyupdate>")

    def put(self, name, text):
        self.request("PUT", self.path(name), text, "text/vcard" if name.endswith(".vcf") else "text/calendar")

    def get(self, name):
        return self.request("GET", self.path(name)).decode()

    def delete(self, name):
        self.request("DELETE", self.path(name))

    def responses(self, path):
        """(path, display name) of the collection and its members."""
        body = '<d:propfind xmlns:d="DAV:"><d:prop><d:displayname/><d:resourcetype/></d:prop></d:propfind>'
        tree = ElementTree.fromstring(self.request("PROPFIND", path, body, depth="1"))
        return [(urlsplit(one.findtext("{DAV:}href")).path, one.findtext(".//{DAV:}displayname"))
                for one in tree.iter("{DAV:}response")]

    def members(self, path):
        """Texts of the items of the collection at that path."""
        return [self.request("GET", href).decode() for href in self.hrefs(path)]

    def hrefs(self, path):
        return [href for href, _name in self.responses(path) if href.endswith((".vcf", ".ics"))]

    def calendar_path(self, name):
        """Of the calendar of that display name; None where there is none. SOGo lists each as a file, too: NAME.ics."""
        return next((href for href, shown in self.responses(HOMES[self.name][1])
                     if shown == name and not href.rstrip("/").endswith((".ics", ".xml"))), None)

    def calendar(self, name):
        """Texts of the calendar of that display name; None where there is none."""
        path = self.calendar_path(name)
        return None if path is None else self.members(path)


class Radicale(DavServer):
    """The one that most tests take."""


def web_page(_door, _answer):
    return 200, [("Content-Type", "text/html")], [b"<!DOCTYPE html><html><body>Welcome to the guest network</body></html>"]


def unauthorised(_door, _answer):
    return 401, [("WWW-Authenticate", 'Basic realm="x"')], [b""]


def without(component):
    """No calendar for that component is made."""
    def behaviour(door, answer):
        if door.command == "MKCALENDAR" and component.encode() in door.body:
            return 403, [], [b'<d:error xmlns:d="DAV:"><c:supported-calendar-component'
                             b' xmlns:c="urn:ietf:params:xml:ns:caldav"/></d:error>']
        return answer()
    return behaviour


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

    def __init__(self, port, certificate=None, host="127.0.0.1", at=0):
        self.behaviour = None
        gate = self

        class Door(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_words):
                pass

            def real_answer(self):
                server = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                server.request(self.command, self.path, self.body, {name: value for name, value in self.headers.items()
                                                               if name.lower() != "accept-encoding"})
                answer = server.getresponse()
                kept = [(name, value) for name, value in answer.getheaders()
                        if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server")]
                content = answer.read()
                server.close()
                return answer.status, kept, [content]

            def serve(self):
                self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                behaviour = gate.behaviour or (lambda _door, answer: answer())
                status, headers, parts = behaviour(self, self.real_answer)
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

            do_GET = do_PUT = do_POST = do_DELETE = do_OPTIONS = do_PROPFIND = do_REPORT = do_MKCALENDAR = do_MKCOL = serve

        class Listener(ThreadingHTTPServer):
            address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

        self.server = Listener((host, at), Door)
        self.server.handle_error = lambda *_words: None  # refused handshakes are part of the tests
        scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
            scheme = "https"
        self.url = f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def stop(self):
        """Also when it is stopped already."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

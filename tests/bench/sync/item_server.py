#!/usr/bin/env python3
"""The benchmark's items on a server that costs next to nothing: usage item_server.py COUNT KINDS MODE PORT.

KINDS is "contacts", "events" or "contacts+events": one collection each, which share COUNT items. MODE "inside": the texts
come inside the sync-collection report; "apart": by multiget. Prints a line when it is ready and runs until it is ended.
Tokens hold for one run: after a new start every one of them is unknown.
"""

import re
import secrets
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

from items import KINDS

HOME, PRINCIPAL = "/home/", "/alice/"
START = ('<?xml version="1.0" encoding="utf-8"?><d:multistatus xmlns:d="DAV:" xmlns:a="urn:ietf:params:xml:ns:carddav" '
         'xmlns:k="urn:ietf:params:xml:ns:caldav">').encode()
PROPERTIES = (f"<d:current-user-principal><d:href>{PRINCIPAL}</d:href></d:current-user-principal>"
              f"<a:addressbook-home-set><d:href>{HOME}</d:href></a:addressbook-home-set>"
              f"<k:calendar-home-set><d:href>{HOME}</d:href></k:calendar-home-set>")
# Of each kind: what a collection says of itself, and the property of a text.
TYPES = {"contacts": ("<a:addressbook/>", "", "a:address-data"),
         "events": ("<k:calendar/>", '<k:supported-calendar-component-set><k:comp name="VEVENT"/>'
                    "</k:supported-calendar-component-set>", "k:calendar-data")}


def response(href, properties):
    return (f"<d:response><d:href>{href}</d:href><d:propstat><d:prop>{properties}</d:prop>"
            "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>").encode()


class Collection:
    """Items of one kind. A token is this run's mark and how many of them its owner has."""

    def __init__(self, kind, count, inside):
        text, self.ending, _type = KINDS[kind]
        self.name, self.path, self.inside = f"bench-{kind}", f"{HOME}bench-{kind}/", inside
        self.type, self.more, self.data = TYPES[kind]
        self.run = f"urn:bench:{secrets.token_hex(8)}:"
        self.texts = [escape(text(number)).encode() for number in range(count)]

    def itself(self):
        return response(self.path, f"<d:resourcetype><d:collection/>{self.type}</d:resourcetype><d:displayname>{self.name}"
                        f"</d:displayname>{self.more}<d:current-user-privilege-set><d:privilege><d:read/></d:privilege>"
                        "</d:current-user-privilege-set>")

    def member(self, number, with_text):
        data = f"<{self.data}>{self.texts[number].decode()}</{self.data}>" if with_text else ""
        return response(f"{self.path}{number}.{self.ending}", f'<d:getetag>"{number}"</d:getetag>{data}')

    def asked_for(self, body):
        """Numbers of the members that a multiget names."""
        return map(int, re.findall(rf"{self.path}(\d+)\.{self.ending}", body))

    def page(self, first, limit, with_text):
        """RFC 6578 section 3.6: where the page is not the last one, the collection itself says 507."""
        count = len(self.texts)
        last = min(count, first + limit) if limit else count
        yield START
        for number in range(first, last):
            yield self.member(number, with_text and self.inside)
        if last < count:
            yield (f"<d:response><d:href>{self.path}</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status>"
                   "</d:response>").encode()
        yield f"<d:sync-token>{self.run}{last}</d:sync-token></d:multistatus>".encode()


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    collections = {}  # path → Collection, filled by main()

    def do_PROPFIND(self):
        self.read()
        if self.path == HOME:
            parts = [response(HOME, PROPERTIES), *(one.itself() for one in self.collections.values())]
        elif self.path in self.collections:
            parts = [self.collections[self.path].itself()]
        else:
            parts = [response(self.path, PROPERTIES)]
        self.answer(207, [START, *parts, b"</d:multistatus>"])

    def do_REPORT(self):
        asked, collection = self.read(), self.collections[self.path]
        if "multiget" in asked:
            members = (collection.member(one, True) for one in collection.asked_for(asked))
            return self.answer(207, [START, *members, b"</d:multistatus>"])
        if "sync-collection" not in asked:
            return self.answer(207, [START, b"</d:multistatus>"])
        token = re.search(r"sync-token>([^<]+)<", asked)
        if token and not token.group(1).startswith(collection.run):
            return self.answer(403, [b'<d:error xmlns:d="DAV:"><d:valid-sync-token/></d:error>'])
        limit = re.search(r"nresults>(\d+)<", asked)
        first = int(token.group(1)[len(collection.run):]) if token else 0
        with_text = collection.data.split(":")[1] in asked
        return self.answer(207, collection.page(first, int(limit.group(1)) if limit else None, with_text))

    def do_OPTIONS(self):
        self.read()
        self.answer(200, [])

    def read(self):
        return self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()

    def answer(self, status, parts):
        """Sends the parts as they come, in chunks of some size (RFC 9112 section 7.1)."""
        self.send_response(status)
        self.send_header("Content-Type", "application/xml; charset=utf-8")
        self.send_header("DAV", "1, 3, addressbook, calendar-access")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        waiting, size = [], 0
        for part in parts:
            waiting.append(part)
            size += len(part)
            if size > 60_000:
                self.chunk(b"".join(waiting))
                waiting, size = [], 0
        if size:
            self.chunk(b"".join(waiting))
        self.wfile.write(b"0\r\n\r\n")

    def chunk(self, content):
        self.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")

    def log_message(self, *_):
        """Says nothing."""


def main():
    count, kinds, mode, port = int(sys.argv[1]), sys.argv[2].split("+"), sys.argv[3], int(sys.argv[4])
    collections = [Collection(kind, count // len(kinds), mode == "inside") for kind in kinds]
    Answers.collections = {one.path: one for one in collections}
    server = ThreadingHTTPServer(("127.0.0.1", port), Answers)
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()

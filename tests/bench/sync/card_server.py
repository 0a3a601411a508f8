#!/usr/bin/env python3
"""One address book of the benchmark's cards whose server costs next to nothing: usage card_server.py COUNT MODE PORT.

MODE "inside": the texts come inside the sync-collection report; "apart": by addressbook-multiget. Prints a line when it is
ready and runs until it is ended. Tokens hold for one run: after a new start every one of them is unknown.
"""

import re
import secrets
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

from items import card

HOME, BOOK, PRINCIPAL = "/home/", "/home/bench-contacts/", "/alice/"
START = ('<?xml version="1.0" encoding="utf-8"?><d:multistatus xmlns:d="DAV:" '
         'xmlns:c="urn:ietf:params:xml:ns:carddav">').encode()
PROPERTIES = (f"<d:current-user-principal><d:href>{PRINCIPAL}</d:href></d:current-user-principal>"
              f"<c:addressbook-home-set><d:href>{HOME}</d:href></c:addressbook-home-set>")
BOOK_PROPERTIES = ("<d:resourcetype><d:collection/><c:addressbook/></d:resourcetype><d:displayname>bench-contacts"
                   "</d:displayname><d:current-user-privilege-set><d:privilege><d:read/></d:privilege>"
                   "</d:current-user-privilege-set>")


def response(href, properties):
    return (f"<d:response><d:href>{href}</d:href><d:propstat><d:prop>{properties}</d:prop>"
            "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>").encode()


class Book:
    """The cards. A token is this run's mark and how many of them its owner has."""

    def __init__(self, count, inside):
        self.inside = inside
        self.run = f"urn:bench:{secrets.token_hex(8)}:"
        self.texts = [escape(card(number)).encode() for number in range(count)]

    def member(self, number, with_text):
        text = self.texts[number].decode()
        data = f"<c:address-data>{text}</c:address-data>" if with_text else ""
        return response(f"{BOOK}{number}.vcf", f'<d:getetag>"{number}"</d:getetag>{data}')


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    book = None  # set by main()

    def do_PROPFIND(self):
        self.read()
        parts = [response(self.path, PROPERTIES)]
        if self.path == HOME:
            parts.append(response(BOOK, BOOK_PROPERTIES))
        elif self.path == BOOK:
            parts = [response(BOOK, BOOK_PROPERTIES)]
        self.answer(207, [START, *parts, b"</d:multistatus>"])

    def do_REPORT(self):
        asked = self.read()
        with_text = "address-data" in asked
        if "addressbook-multiget" in asked:
            numbers = map(int, re.findall(rf"{BOOK}(\d+)\.vcf", asked))
            return self.answer(207, [START, *(self.book.member(one, True) for one in numbers), b"</d:multistatus>"])
        if "sync-collection" not in asked:
            return self.answer(207, [START, b"</d:multistatus>"])
        token = re.search(r"sync-token>([^<]+)<", asked)
        if token and not token.group(1).startswith(self.book.run):
            return self.answer(403, [b'<d:error xmlns:d="DAV:"><d:valid-sync-token/></d:error>'])
        limit = re.search(r"nresults>(\d+)<", asked)
        first = int(token.group(1)[len(self.book.run):]) if token else 0
        return self.answer(207, self.page(first, int(limit.group(1)) if limit else None, with_text))

    def page(self, first, limit, with_text):
        """RFC 6578 section 3.6: where the page is not the last one, the collection itself says 507."""
        count = len(self.book.texts)
        last = min(count, first + limit) if limit else count
        yield START
        for number in range(first, last):
            yield self.book.member(number, with_text and self.book.inside)
        if last < count:
            yield (f"<d:response><d:href>{BOOK}</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status>"
                   "</d:response>").encode()
        yield f"<d:sync-token>{self.book.run}{last}</d:sync-token></d:multistatus>".encode()

    def do_OPTIONS(self):
        self.read()
        self.answer(200, [])

    def read(self):
        return self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()

    def answer(self, status, parts):
        """Sends the parts as they come, in chunks of some size (RFC 9112 section 7.1)."""
        self.send_response(status)
        self.send_header("Content-Type", "application/xml; charset=utf-8")
        self.send_header("DAV", "1, 3, addressbook")
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
    Answers.book = Book(int(sys.argv[1]), sys.argv[2] == "inside")
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[3])), Answers)
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()

"""A Radicale behind a gate that wants tokens, and the authorization server that gives them."""

import json
import shutil
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

from program import ProgramCase, Program  # noqa: E402, F401
from servers import BOOK, DavServer, Gate, Radicale, free_port  # noqa: E402, F401

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bo\r\nFN:Bo Ek\r\nN:Ek;Bo;;;\r\nEND:VCARD\r\n"
OAUTH = ("--client-id", "desktop", "--scope", "openid offline_access contacts")


class AuthorityServer(DavServer):
    """tests/support/servers/oauth.mjs."""

    def __init__(self, folder):
        super().__init__(folder, "oauth")

    def told(self, path, form=None):
        body = None if form is None else urllib.parse.urlencode(form).encode()
        with urllib.request.urlopen(self.url + path, body, timeout=30) as answer:
            return answer.read().decode()

    def counts(self):
        return json.loads(self.told("/test/counts"))

    def is_good(self, token):
        return json.loads(self.told("/token/introspection", {"token": token, "client_id": "gate",
                                                             "client_secret": "gate-secret"}))["active"]


class TokenGate:
    """The behaviour of a Gate that lets in who has a good token, as alice; counts what it saw."""

    def __init__(self, is_good):
        self.is_good = is_good
        self.passed, self.refused, self.seen = 0, 0, []

    def __call__(self, door, answer):
        scheme, _, token = door.headers.get("Authorization", "").partition(" ")
        self.seen.append((scheme, token))
        if scheme != "Bearer" or not self.is_good(token):
            self.refused += 1
            return 401, [("WWW-Authenticate", 'Bearer realm="cards"')], [b""]
        self.passed += 1
        door.headers.replace_header("Authorization", "Basic YWxpY2U6c2VjcmV0")
        return answer()


def server_folder(case):
    """A folder that programs of other users can reach, for the servers of all tests of a case."""
    folder = Path(tempfile.mkdtemp(prefix="goodturn-cli-server-"))
    folder.chmod(0o755)
    case.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
    return folder


class BehindTheGate(ProgramCase):
    """A Radicale with one card, and a gate before it whose behaviour the test sets. A home for each test, servers for all."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.radicale = Radicale(server_folder(cls))
        cls.addClassCleanup(cls.radicale.stop)
        cls.radicale.make("friends", BOOK)

    def setUp(self):
        super().setUp()
        self.radicale.put("friends/bo.vcf", CARD)
        self.gate = Gate(self.radicale.port)
        self.addCleanup(self.gate.stop)

    def names(self, program=None):
        return [one["name"] for one in (program or self.program).json("people")["people"]]


class WithAuthority(BehindTheGate):
    """The gate takes tokens of a real authorization server; xdg-open is somebody who signs in there."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.authority = AuthorityServer(server_folder(cls))
        cls.addClassCleanup(cls.authority.stop)

    def setUp(self):
        super().setUp()
        self.door = self.gate.behaviour = TokenGate(self.authority.is_good)
        self.browse("agree")

    def browse(self, act):
        """What xdg-open does from now on: agree, decline, or nothing."""
        folder = self.folder / "bin"
        folder.mkdir(exist_ok=True)
        command = f'exec /usr/bin/python3 "{HERE}/browser.py" {act} "$1" >/dev/null 2>&1 &' if act != "nothing" else ":"
        (folder / "xdg-open").write_text(f"#!/bin/sh\n{command}\n")
        (folder / "xdg-open").chmod(0o755)
        path = self.program.environment["PATH"]
        if not path.startswith(str(folder)):
            self.program.environment["PATH"] = f"{folder}:{path}"

    def add(self, code=0):
        return self.program.json("account", "add", self.gate.url, "--user", "alice", "--oauth", self.authority.url, *OAUTH,
                                 code=code)

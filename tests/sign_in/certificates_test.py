"""Servers that nobody vouches for, users with a certificate of their own, Digest by Apache, and proxies on the way."""

import hashlib
import select
import socket
import socketserver
import threading
import unittest

from certificates import Apache, fingerprint, self_signed, users_own
from worlds import BehindTheGate, Gate

from bridge import Bridge


class AcceptedCertificate(BehindTheGate):
    def setUp(self):
        super().setUp()
        self.shown = self_signed(self.folder, "first", host="another.example.org")
        self.gate.stop()
        self.show(self.shown)
        self.password = self.password_file()

    def show(self, certificate, at=0):
        self.gate = Gate(self.radicale.port, certificate, at=at)
        self.seen = []
        self.gate.behaviour = lambda door, answer: self.seen.append(door.path) or answer()
        self.addCleanup(self.gate.stop)

    def add(self, *more, code=0):
        return self.program.json("account", "add", self.gate.url, "--user", "alice", "--password-file", self.password,
                                 *more, code=code)

    def test_it_is_refused_with_its_fingerprint_and_taken_only_when_the_user_names_it(self):
        refused = self.add(code=1)
        self.assertEqual((refused["kind"], refused["certificate"]), ("suspicious", fingerprint(self.shown[0])))
        self.assertIn("--accept-certificate " + fingerprint(self.shown[0]), refused["detail"])
        other = self_signed(self.folder, "other")
        mistaken = self.add("--accept-certificate", fingerprint(other[0]), code=1)
        self.assertIn("not the one that you accepted", mistaken["detail"])
        self.assertEqual(self.seen, [], "nothing was sent")
        self.assertEqual(self.add("--accept-certificate", refused["certificate"])["account"]["certificate"],
                         refused["certificate"])
        self.program.run("sync")
        self.assertEqual(self.names(), ["Bo Ek"])

    def test_another_certificate_later_stops_the_sync_until_the_user_looks(self):
        self.add("--accept-certificate", fingerprint(self.shown[0]))
        port = int(self.gate.url.rpartition(":")[2])
        self.gate.stop()
        renewed = self_signed(self.folder, "renewed", host="another.example.org")
        self.show(renewed, at=port)
        error = self.program.json("sync", code=1)["accounts"][0]["errors"][0]
        self.assertEqual(error["kind"], "suspicious")
        self.assertIn("not the one that you accepted", error["what"])
        self.assertIn(fingerprint(renewed[0]), error["what"])
        self.assertEqual(self.seen, [])
        self.program.run("account", "sign-in", 1, "--accept-certificate", fingerprint(renewed[0]))
        self.program.run("sync")
        refused = self.program.json("account", "sign-in", 1, "--accept-certificate", "", code=1)
        self.assertEqual(refused["kind"], "suspicious")

    def test_the_pages_get_the_fingerprint_to_compare(self):
        account = {"url": self.gate.url, "user": "alice", "password": "secret"}
        with Bridge(self.program) as bridge:
            refused = bridge.refused("POST", "accounts/look", account)
            self.assertEqual(refused["certificate"], fingerprint(self.shown[0]))
            found = bridge.ask("POST", "accounts/look", {**account, "certificate": refused["certificate"]})
            self.assertEqual(found["collections"][0]["items"], 1)
            self.assertEqual(bridge.refused("POST", "accounts/look", {**account, "certificate": "AB:CD"})["kind"], "invalid")


class OwnCertificate(BehindTheGate):
    def setUp(self):
        super().setUp()
        self.room = self.open_folder()
        self.server = self_signed(self.room, "server")
        authority = self_signed(self.room, "authority", host="Users")
        self.own = users_own(self.folder, *authority, passphrase="open sesame")
        self.passphrase = self.folder / "passphrase"
        self.passphrase.write_text("open sesame\n")
        apache = Apache(self.room, self.radicale.port, ["Require ssl-verify-client"], self.server,
                        own_authority=authority[0])
        self.addCleanup(apache.stop)
        self.words = ("account", "add", apache.url, "--accept-certificate", fingerprint(self.server[0]))

    def test_a_certificate_instead_of_a_password(self):
        for kind, file in self.own.items():
            with self.subTest(kind):
                added = self.program.json(*self.words, "--client-certificate", file, "--passphrase-file", self.passphrase)
                self.program.run("sync")
                self.assertEqual(self.names(), ["Bo Ek"])
                self.program.run("account", "remove", added["account"]["id"])
        self.assertNotIn("open sesame", (self.folder / "home/secrets.json").read_text(), "gone with the account")

    def test_without_it_or_with_a_wrong_passphrase_the_reason_is_told(self):
        refused = self.program.json(*self.words, code=1)
        self.assertEqual((refused["kind"], refused["wants_certificate"]), ("auth", True))
        self.assertIn("localhost asks for a certificate of your own, and none was given.", refused["detail"])
        self.assertIn("--client-certificate FILE", refused["detail"])
        self.passphrase.write_text("guessed\n")
        for kind, file in self.own.items():
            with self.subTest(kind):
                refused = self.program.json(*self.words, "--client-certificate", file, "--passphrase-file", self.passphrase,
                                            code=1)
                self.assertIn("Your own certificate cannot be used", refused["detail"])


class OwnCertificateRequired(BehindTheGate):
    """Apache ends the handshake itself; an account that worked without one is asked for it later."""

    def test_a_handshake_that_is_refused_says_why_and_the_pages_can_give_the_file(self):
        room = self.open_folder()
        server = self_signed(room, "server")
        authority = self_signed(room, "authority", host="Users")
        own = users_own(self.folder, *authority, passphrase="open sesame")
        for version in ("TLSv1.2", "TLSv1.3"):
            with self.subTest(version):
                apache = Apache(self.open_folder(), self.radicale.port, ["Require all granted"], server,
                                own_authority=authority[0], more=["SSLVerifyClient require", f"SSLProtocol {version}"])
                self.addCleanup(apache.stop)
                account = {"url": apache.url, "certificate": fingerprint(server[0])}
                with Bridge(self.program) as bridge:
                    refused = bridge.refused("POST", "accounts/look", account)
                    self.assertEqual((refused["kind"], refused["wants_certificate"]), ("auth", True))
                    found = bridge.ask("POST", "accounts/look", {**account, "client_certificate": str(own["p12"]),
                                                                 "passphrase": "open sesame"})
                    self.assertEqual(found["collections"][0]["items"], 1)


class DigestByApache(BehindTheGate):
    def test_digest_of_a_real_server_and_basic_is_never_sent_twice(self):
        room = self.open_folder()
        users = room / "digest"
        secret = hashlib.md5(b"alice:cards:secret").hexdigest()
        users.write_text(f"alice:cards:{secret}\n")
        apache = Apache(room, self.radicale.port, ["AuthType Digest", 'AuthName "cards"', f"AuthUserFile {users}",
                                                   "Require valid-user"])
        self.addCleanup(apache.stop)
        self.program.run("account", "add", apache.url, "--user", "alice", "--password-file", self.password_file())
        self.program.run("sync")
        self.assertEqual(self.names(), ["Bo Ek"])
        uid = self.program.json("people")["people"][0]["uid"]
        self.program.run("collection", "set", self.program.json("collection", "list")["collections"][0]["id"],
                         "--write-back", "on")
        self.program.run("tag", uid, "+mentor")
        self.program.run("sync")
        self.assertIn("mentor", self.radicale.get("friends/bo.vcf"))
        wrong = self.folder / "wrong"
        wrong.write_text("guessed\n")
        self.assertEqual(self.program.json("account", "sign-in", 1, "--password-file", wrong, code=1)["kind"], "auth")


class Proxy(socketserver.ThreadingTCPServer):
    """Passes CONNECT on to one port, whatever host was named; remembers the names."""

    daemon_threads = True

    def __init__(self, port):
        names = self.names = []

        class Way(socketserver.StreamRequestHandler):
            def handle(self):
                method, name, _version = self.rfile.readline().decode().split()
                while self.rfile.readline().strip():
                    pass
                names.append((method, name))
                if method != "CONNECT":
                    self.wfile.write(b"HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n")
                    return
                with socket.create_connection(("127.0.0.1", port)) as there:
                    self.wfile.write(b"HTTP/1.1 200 On\r\n\r\n")
                    ends = {self.connection: there, there: self.connection}
                    while ready := select.select(list(ends), [], [], 30)[0]:
                        for end in ready:
                            if not (piece := end.recv(65536)):
                                return
                            ends[end].sendall(piece)

        super().__init__(("127.0.0.1", 0), Way)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class ThroughAProxy(BehindTheGate):
    def test_the_environments_proxy_is_used_but_never_for_this_computer(self):
        shown = self_signed(self.folder, "shown", host="dav.example.org")
        gate = Gate(self.radicale.port, shown)
        self.addCleanup(gate.stop)
        proxy = Proxy(int(gate.url.rpartition(":")[2]))
        self.addCleanup(proxy.server_close)
        self.addCleanup(proxy.shutdown)
        self.program.environment["https_proxy"] = f"http://127.0.0.1:{proxy.server_address[1]}"
        words = ("account", "add", "https://dav.example.org/alice/", "--user", "alice", "--password-file",
                 self.password_file(), "--accept-certificate", fingerprint(shown[0]))
        self.program.environment["no_proxy"] = "example.org"
        self.assertEqual(self.program.json(*words, code=1)["kind"], "network")
        self.assertEqual(proxy.names, [])
        del self.program.environment["no_proxy"]
        self.program.run(*words)
        self.program.run("sync")
        self.assertEqual(self.names(), ["Bo Ek"])
        self.assertEqual(set(proxy.names), {("CONNECT", "dav.example.org:443")})
        self.program.environment["http_proxy"] = self.program.environment["all_proxy"] = "http://127.0.0.1:9"
        self.program.run("account", "add", self.radicale.url, "--user", "alice", "--password-file", self.password_file())


if __name__ == "__main__":
    unittest.main()

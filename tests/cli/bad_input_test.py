"""Every kind of bad answer: a message that says what to do, the rest goes on, nothing is lost."""

import shutil
import subprocess
import tempfile

from contract import flaws
from items import OWN, card, fortnightly
from program import ProgramCase, account_folder
from servers import BOOK, CALENDAR, Gate, Radicale, free_port, huge, not_a_card, truncated, unauthorised, web_page

CARDS = {f"book/{at}.vcf": card(f"card-{at}", f"Person {at}", f"EMAIL:person-{at}@example.org") for at in range(12)}
EVENTS = {f"plans/{at}.ics": fortnightly(f"coffee-{at}", f"person-{at}@example.org") for at in range(3)}


class BadInput(ProgramCase):
    @classmethod
    def setUpClass(cls):
        cls.server_folder = tempfile.mkdtemp(prefix="goodturn-cli-radicale-")
        cls.addClassCleanup(shutil.rmtree, cls.server_folder, ignore_errors=True)
        cls.server = Radicale(cls.server_folder)
        cls.addClassCleanup(cls.server.stop)
        cls.server.make("book", BOOK)
        cls.server.make("plans", CALENDAR)
        for path, text in (CARDS | EVENTS).items():
            cls.server.put(path, text)

    def gate(self, certificate=None, host="127.0.0.1"):
        gate = Gate(self.server.port, certificate, host)
        self.addCleanup(gate.stop)
        return gate

    def add(self, url, **more):
        return self.program.json("account", "add", url, "--user", "alice", "--password-file", self.password_file(), **more)

    def synced(self):
        """A gate whose account was synced, and a second account that is well."""
        gate = self.gate()
        self.add(gate.url)
        self.well = account_folder(self.folder / "well", [card("well", "Well Known")])
        self.program.run("account", "add", self.well, "--user", OWN)
        self.program.run("sync")
        return gate

    def check_harmless(self, gate, behaviour, kind, *words):
        """A sync with the behaviour names what to do, the second account goes on, all stays."""
        before = self.exported()
        self.assertEqual(len(before), len(CARDS) + len(EVENTS) + 1)
        gate.behaviour = behaviour
        (self.well / "contacts" / "fresh.vcf").write_bytes(card("fresh", "Fresh Face").encode())
        self.server.put("book/0.vcf", card("card-0", "Person 0", "NOTE:Changed there"))
        self.addCleanup(self.server.put, "book/0.vcf", CARDS["book/0.vcf"])
        report = self.program.json("sync", code=1)
        self.assertEqual(flaws(report, "SyncReport"), [])
        bad, well = report["accounts"]
        self.assertIn(kind, {one["kind"] for one in bad["errors"]}, report)
        for word in words:
            self.assertTrue(any(word in one["what"] for one in bad["errors"]), (word, bad["errors"]))
        self.assertEqual((well["errors"], sum(one["added"] for one in well["collections"])), ([], 1))
        text = self.program.run("sync", code=1)
        for word in words:
            self.assertIn(word, text.err)
        after = self.exported()
        self.assertLessEqual(set(before), set(after))
        self.assertEqual(len(after), len(before) + 1)
        gate.behaviour = None
        self.program.run("sync")
        self.assertIn(b"Changed there", b"".join(text for _name, text in self.exported()))

    def test_wrong_password_when_adding(self):
        self.password_file()
        done = self.program.run("account", "add", self.server.url, "--user", "alice", "--password-file",
                                self.password_file("wrong"), code=1)
        self.assertIn("refused the user name or password", done.err)
        self.assertNotIn("wrong", done.err)
        done = self.program.run("account", "add", self.server.url, "--user", "alice", code=1)
        self.assertIn("--password-file", done.err)
        self.assertEqual(self.program.json("account", "list"), {"accounts": []})

    def test_places_that_do_not_answer(self):
        places = {"nobody.invalid": ("network", "typing mistakes"),
                  f"http://127.0.0.1:{free_port()}": ("network", "does not accept connections"),
                  f"https://127.0.0.1:{self.server.port}": ("network", "secure connection"),
                  "http://dav.example.org": ("invalid", "https://"),
                  "/no/such/folder": ("not_found", "no such folder"), "": ("invalid", "name@example.org")}
        for url, (kind, words) in places.items():
            with self.subTest(url):
                problem = self.program.json("account", "add", url, "--user", "alice", "--password-file",
                                            self.password_file(), code=1)
                self.assertEqual(problem["kind"], kind, problem)
                self.assertIn(words, problem["detail"])

    def test_sign_in_refused_later(self):
        self.check_harmless(self.synced(), unauthorised, "auth", "user name or password")

    def test_a_server_of_the_newer_internet_protocol_only(self):
        self.add(self.gate(host="::1").url)
        self.assertIn(f"{len(CARDS) + len(EVENTS)} new", self.program.text("sync"))
        self.assertIn("Nothing new", self.program.text("sync"))

    def test_server_gone_later(self):
        gate = self.synced()
        before = self.exported()
        address = gate.server.server_address
        gate.stop()
        report = self.program.json("sync", code=1)
        self.assertEqual(report["accounts"][0]["errors"][0]["kind"], "network")
        self.assertIn(str(address[1]), report["accounts"][0]["errors"][0]["what"])
        self.assertEqual(before, self.exported())

    def test_a_web_page_instead_of_an_answer(self):
        self.check_harmless(self.synced(), web_page, "protocol", "web page", "guest network")

    def test_a_truncated_multistatus(self):
        self.check_harmless(self.synced(), truncated, "protocol")

    def test_an_answer_of_100_megabytes(self):
        self.check_harmless(self.synced(), huge, "protocol", "larger than")

    def test_a_card_that_is_not_a_card(self):
        gate = self.gate()
        gate.behaviour = not_a_card
        self.add(gate.url)
        self.program.run("account", "add", account_folder(self.folder / "well", [card("well", "Well Known")]), "--user", OWN)
        done = self.program.run("sync", code=1)
        self.assertIn("neither a card nor a calendar item", done.err)
        self.assertEqual(self.program.json("people")["total"], 1)
        kept = [text for _name, text in self.exported() if b"LETTER" in text]
        self.assertEqual(len(kept), len(CARDS))

    def test_a_web_page_when_adding(self):
        gate = self.gate()
        gate.behaviour = web_page
        problem = self.add(gate.url, code=1)
        self.assertIn("Check the address", problem["detail"])

    def certificate(self, *validity):
        """(chain, key, authority) for 127.0.0.1 by an authority of the test, valid between the two times."""
        def openssl(*words):
            subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True, timeout=60)
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key",
                "-out", "ca.pem", "-subj", "/CN=Test authority", "-days", "2")
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "key.pem", "-out",
                "request.pem", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
        (self.folder / "ca.conf").write_text("[ca]\ndefault_ca=x\n[x]\ndatabase=index\nserial=serial\nnew_certs_dir=.\n"
                                             "default_md=sha256\npolicy=p\ncopy_extensions=copy\n[p]\ncommonName=supplied\n")
        (self.folder / "index").write_text("")
        (self.folder / "serial").write_text("01\n")
        openssl("ca", "-batch", "-config", "ca.conf", "-cert", "ca.pem", "-keyfile", "ca.key", "-in", "request.pem", "-out",
                "chain.pem", "-startdate", validity[0], "-enddate", validity[1])
        return self.folder / "chain.pem", self.folder / "key.pem", self.folder / "ca.pem"

    def trusting(self, authority):
        """Words that start the program where the system trusts the authority."""
        bundle = "/etc/ssl/certs/ca-certificates.crt"
        start = ["unshare", "--mount", "--map-root-user", "sh", "-c", f'mount --bind "{authority}" {bundle} && exec "$@"', "sh"]
        if subprocess.run([*start, "true"], capture_output=True, check=False).returncode:
            self.skipTest("mount namespaces are not allowed here")
        return start

    def test_an_expired_certificate(self):
        chain, key, authority = self.certificate("200101000000Z", "210101000000Z")
        gate = self.gate((chain, key))
        problem = self.add(gate.url, code=1)
        self.assertEqual(problem["kind"], "suspicious")
        self.assertIn("not issued by anyone this computer trusts", problem["detail"])
        problem = self.add(gate.url, code=1, before=self.trusting(authority))
        self.assertIn("has expired", problem["detail"])
        self.assertIn("renew", problem["detail"])

    def test_a_certificate_that_expires_later(self):
        *good, authority = self.certificate("200101000000Z", "400101000000Z")
        trusting = self.trusting(authority)
        gate = self.gate(good)
        self.add(gate.url, before=trusting)
        self.program.run("sync", before=trusting)
        before = self.exported()
        gate.server.socket.context.load_cert_chain(*self.certificate("200101000000Z", "210101000000Z")[:2])
        done = self.program.run("sync", code=1, before=self.trusting(self.folder / "ca.pem"))
        self.assertEqual(done.err.count("has expired"), 1)
        self.assertEqual(before, self.exported())


class Vanished(ProgramCase):
    def test_many_deletions_wait_for_the_users_word(self):
        book = account_folder(self.folder / "book", [card(f"card-{at}", f"Person {at}") for at in range(15)])
        self.program.run("account", "add", book, "--user", OWN)
        self.program.run("sync")
        before = self.exported()
        for at in range(15):
            (book / "contacts" / f"{at}.vcf").unlink()
        done = self.program.run("sync", code=1)
        self.assertIn("15 of 15 items vanished from the server, which leaves none. Nothing was deleted.", done.err)
        self.assertIn("--confirm-deletions", done.err)
        self.assertEqual(self.exported(), before)
        self.assertIn("15 removed", self.program.text("sync", "--confirm-deletions"))
        self.assertEqual(self.exported(), [])


    def test_a_part_that_is_too_large_waits_with_its_numbers_and_what_is_new_comes(self):
        book = account_folder(self.folder / "book", [card(f"card-{at}", f"Person {at}") for at in range(40)])
        self.program.run("account", "add", book, "--user", OWN)
        self.program.run("sync")
        for at in range(11):
            (book / "contacts" / f"{at}.vcf").unlink()
        (book / "contacts" / "new.vcf").write_bytes(card("new", "Nora New").encode())
        report = self.program.json("sync", code=1)
        [held] = [one for one in report["accounts"][0]["collections"] if one["name"] == "Contacts"]
        self.assertEqual((held["held_back"], held["removed"], held["added"]), (True, 0, 1))
        done = self.program.run("sync", code=1)
        self.assertIn("11 of 41 items vanished from the server. Nothing was deleted.", done.err)
        self.assertEqual(len(self.exported()), 41)
        self.assertIn("11 removed", self.program.text("sync", "--confirm-deletions"))

    def test_an_empty_list_of_a_server_removes_nothing(self):
        server = Radicale(self.folder / "radicale")
        self.addCleanup(server.stop)
        server.make("book", BOOK)
        for at in range(12):
            server.put(f"book/{at}.vcf", card(f"card-{at}", f"Person {at}"))
        gate = Gate(server.port)
        self.addCleanup(gate.stop)
        self.program.run("account", "add", gate.url, "--user", "alice", "--password-file", self.password_file())
        self.program.run("sync")

        def blank(door, answer):
            if door.command != "REPORT":
                return answer()
            return 207, [("Content-Type", "application/xml")], [b'<d:multistatus xmlns:d="DAV:"/>']
        gate.behaviour = blank
        self.program.now = "2026-11-23T08:00:00Z"  # everything is compared once a day
        done = self.program.run("sync", code=1)
        self.assertIn("12 of 12 items vanished from the server, which leaves none. Nothing was deleted.", done.err)
        self.assertEqual(self.program.json("people")["total"], 12)
        gate.behaviour = None
        self.assertIn("Nothing new", self.program.text("sync"))


class Stubborn(ProgramCase):
    def test_a_server_that_refuses_every_version_is_not_asked_for_ever(self):
        server = Radicale(self.folder / "radicale")
        self.addCleanup(server.stop)
        server.make("book", BOOK)
        for name in ("anna", "ben"):
            server.put(f"book/{name}.vcf", card(name, name.capitalize() + " Berg"))
        gate = Gate(server.port)
        self.addCleanup(gate.stop)
        self.program.run("account", "add", gate.url, "--user", "alice", "--password-file", self.password_file())
        [book] = [one for one in self.program.json("collection", "list")["collections"] if one["name"] == "book"]
        self.program.run("collection", "set", book["id"], "--write-back", "on")
        self.program.run("sync")
        puts = []

        def refuse(door, answer):
            if door.command != "PUT" or "anna" not in door.path:
                return answer()
            puts.append(door.path)
            return 412, [], [b""]
        gate.behaviour = refuse
        self.program.run("tag", "anna", "+mentor")
        self.assertEqual(len(puts), 3)
        self.program.run("tag", "ben", "+ally")
        done = self.program.run("sync", code=1)
        self.assertIn("changed three times while sending. It is tried again with the next sync.", done.err)
        self.assertEqual(len(puts), 6)
        self.assertEqual(self.program.json("person", "anna")["tags"], ["mentor"])
        self.assertIn("ally", server.get("book/ben.vcf"))
        self.assertNotIn("mentor", server.get("book/anna.vcf"))
        gate.behaviour = None
        self.assertIn("1 sent", self.program.text("sync"))
        self.assertIn("mentor", server.get("book/anna.vcf"))
        self.assertIn("Nothing new", self.program.text("sync"))


class TwoAccounts(ProgramCase):
    def test_contacts_in_one_account_and_the_calendar_in_the_other(self):
        server = Radicale(self.folder / "radicale")
        self.addCleanup(server.stop)
        server.make("plans", CALENDAR)
        for path, text in EVENTS.items():
            server.put(path, text)
        self.program.run("account", "add", server.url, "--user", "alice", "--password-file", self.password_file())
        book = account_folder(self.folder / "book", [card("anna", "Anna Berg", "EMAIL:Person-0@example.org")])
        self.program.run("account", "add", book, "--user", OWN)
        self.program.run("sync")
        person = self.program.json("person", "anna")
        self.assertEqual((person["last_contact"], person["book"]), ("2026-08-27", "Contacts"))
        self.assertEqual([one["person"] for one in self.program.json("week")["suggestions"]], ["anna"])
        stored = {text.replace(b"\r\n", b"\n") for name, text in self.exported() if name == "plans"}
        served = {server.request("GET", f"/alice/{path}").replace(b"\r\n", b"\n") for path in EVENTS}
        self.assertEqual(stored, served)

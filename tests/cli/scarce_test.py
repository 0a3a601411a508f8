"""What the program needs is not to be had for a while: descriptors (F32), passwords (F33)."""

import json
import resource
import socket

from bridge import Bridge
from items import card
from program import ProgramCase
from servers import BOOK, Radicale

FEW = 40  # descriptors; the helper has about half of them open for itself


class Descriptors(ProgramCase):
    def test_a_crowd_beyond_the_descriptors_keeps_nobody_out(self):
        self.program.run("week")
        with Bridge(self.program) as bridge:
            resource.prlimit(bridge.helper.pid, resource.RLIMIT_NOFILE, (FEW, FEW))
            port = int(bridge.address.split(":")[2].split("/")[0])
            crowd = []
            try:
                for at in range(4 * FEW):
                    crowd.append(socket.create_connection(("127.0.0.1", port), timeout=30))
                    if at % 20 == 0:
                        self.assertIn("version", bridge.ask("GET", "status"))
                self.assertIn("version", bridge.ask("GET", "status"))
            finally:
                for one in crowd:
                    one.close()
            self.assertIn("version", bridge.ask("GET", "status"))
            self.assertEqual(bridge.ask("PATCH", "settings", {"weekly_budget": 3})["weekly_budget"], 3, "it still writes")


class Passwords(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = Radicale(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("book", BOOK)
        self.server.put("book/eva.vcf", card("eva", "Eva Example", "EMAIL:eva@example.org"))
        self.program.run("account", "add", self.server.url, "--user", "alice", "--password-file", self.password_file())
        [book] = self.program.json("collection", "list")["collections"]
        self.program.run("collection", "set", book["id"], "--write-back", "on")
        self.program.run("sync")
        self.secrets = self.program.home / "secrets.json"

    def report(self, bridge):
        [account] = bridge.sync()["accounts"]
        return account

    def test_a_sync_without_its_password_waits_and_drops_nothing(self):
        with Bridge(self.program) as bridge:
            self.assertEqual(self.report(bridge)["errors"], [])
            # A file that others may read is not read: as with a keyring that was locked meanwhile, no password is to be had.
            self.secrets.chmod(0o644)
            stored = self.exported()
            bridge.ask("POST", "people/eva/tags", {"add": ["mentor"]})
            self.server.put("book/new.vcf", card("new", "New Example"))
            for _again in range(2):
                [error] = self.report(bridge)["errors"]
                self.assertIn("chmod 600", json.dumps(error))
            self.assertEqual(len(self.exported()), len(stored))
            self.assertNotIn("mentor", self.server.get("book/eva.vcf"))
            self.assertTrue(self.secrets.read_bytes())
            self.secrets.chmod(0o600)
            self.assertEqual(self.report(bridge)["errors"], [])
            self.assertIn("mentor", self.server.get("book/eva.vcf"))
            self.assertEqual(bridge.ask("GET", "people?query=New")["total"], 1)

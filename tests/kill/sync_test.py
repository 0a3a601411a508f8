"""SIGKILL at every step of a sync and of a tag that is sent, with a real server: nothing is lost or doubled, the
next sync comes to the same end, and the one after it is silent."""

import time
from pathlib import Path

from home import SEED, KillCase, local_state, points_of
from proxy import CountingProxy

from items import card, meeting
from servers import BOOK, CALENDAR, Radicale

UIDS = ["anna", "ben", "cleo", "dora", "emil"]


class Syncs(KillCase):
    def setUp(self):
        super().setUp()
        self.server = Radicale(self.folder / "server")
        self.addCleanup(self.server.stop)
        self.server.make("book", BOOK)
        self.server.make("meetings", CALENDAR)
        for uid in UIDS:
            self.server.put(f"book/{uid}.vcf", card(uid, uid.capitalize() + " Example", "X-OWN;X-P=\"a;b\":kept"))
        self.server.put("meetings/coffee.ics", meeting("coffee", "20261101T100000Z", "SUMMARY:Coffee",
                                                       who=["anna@example.org"]))
        self.proxy = CountingProxy(self.server.port)
        self.addCleanup(self.proxy.stop)
        password = self.folder / "password"
        password.write_text("secret\n")
        added = self.program.json("account", "add", self.proxy.url + "/alice/", "--user", "alice", "--password-file",
                                  password)
        self.book = next(one["id"] for one in added["collections"] if one["name"] == "book")
        self.program.run("collection", "set", self.book, "--write-back", "on")

    def server_state(self):
        store = self.folder / "server" / "store" / "collection-root" / "alice"
        return {str(path.relative_to(store)): path.read_bytes() for ending in ("vcf", "ics")
                for path in Path(store).rglob("*." + ending) if ".Radicale" not in str(path)}

    def state(self):
        return {**local_state(self.program.home), "server": self.server_state()}

    def kill_everywhere(self, name, *words):
        """`words` may be run again after a kill; then a sync follows."""
        put_back = self.keep("home", "server/store")
        calls = self.program.count(*words)
        self.program.run("sync")
        expected = self.state()
        self.assertEqual((expected["sound"], expected["open"]), ([("ok",)], [(0,)]))
        points, killed, begun = points_of(calls), 0, time.monotonic()
        for call in points:
            with self.subTest(scenario=name, call=call, seed=SEED):
                put_back()
                killed += self.program.kill_at(call, *words)
                if words != ("sync",):
                    self.program.run(*words)
                self.program.run("sync")
                self.assertEqual(self.state(), expected)
                self.proxy.requests.clear()
                self.program.run("sync")
                self.assertTrue(self.proxy.requests)
                self.assertEqual(self.proxy.noisy(), [])
                self.assertEqual(self.state(), expected)
        print(f"{name}: {calls} calls, killed at {killed} of {len(points)} tried, "
              f"{time.monotonic() - begun:.0f} s, GOODTURN_SEED={SEED}")
        self.assertGreater(killed, len(points) * 0.9)

    def test_first_sync(self):
        self.kill_everywhere("first sync", "sync")

    def test_changes_on_both_sides(self):
        self.program.run("sync")
        self.proxy.online = False
        for uid in ("anna", "ben"):
            self.program.run("tag", uid, "+mentor")
        self.proxy.online = True
        self.server.put("book/ben.vcf", card("ben", "Ben Example", "NOTE:Changed there", "X-OWN;X-P=\"a;b\":kept"))
        self.server.put("book/cleo.vcf", card("cleo", "Cleo Example", "TITLE:There"))
        self.server.put("book/frida.vcf", card("frida", "Frida Example"))
        self.server.request("DELETE", "/alice/book/emil.vcf")
        self.kill_everywhere("changes on both sides", "sync")
        tagged = [text for path, text in self.server_state().items() if b"mentor" in text]
        self.assertEqual(len(tagged), 2)
        self.assertIn(b"Changed there", b"".join(tagged))

    def test_tag(self):
        self.program.run("sync")
        self.kill_everywhere("tag", "tag", "dora", "+mentor")

"""SIGKILL at every step of a sync and of what the user does with a server, with a real server: nothing is lost or
doubled, the next sync comes to the same end, and the one after it is silent."""

import re
import time
from pathlib import Path

from home import SEED, KillCase, local_state, points_of
from proxy import CountingProxy

from items import card, meeting
from servers import BOOK, CALENDAR, Radicale

UIDS = ["anna", "ben", "cleo", "dora", "emil"]
# Steps of the scenarios that try some of them, spread over all; GOODTURN_KILL_POINTS=0 tries all.
SPREAD, FEW = 32, 16


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

    def kill_everywhere(self, name, *words, most=0, again=(0,)):
        """`words` may be run again after a kill, with an exit code of `again`; then a sync follows."""
        put_back = self.keep("home", "server/store")
        calls = self.program.count(*words)
        self.program.run("sync")
        expected = self.state()
        self.assertEqual((expected["sound"], expected["open"]), ([("ok",)], [(0,)]))
        points, killed, begun = points_of(calls, most), 0, time.monotonic()
        for call in points:
            with self.subTest(scenario=name, call=call, seed=SEED):
                put_back()
                killed += self.program.kill_at(call, *words)
                if words != ("sync",):
                    self.assertIn(self.program.preloaded(words).returncode, again)
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

    def journal(self, *promises):
        """The journal is kept on the server, with promises to Anna, synchronised; their numbers."""
        self.program.run("sync")
        self.program.run("records", "keep", 1)
        made = [self.program.json("promise", "add", "anna", text)["item"]["id"] for text in promises]
        self.program.run("profile", "set", "anna", "--seniority", 1)
        self.program.run("sync")
        return made

    def edit_there(self, before, after):
        """In the one item of the journal on the server that says `before`."""
        for path, text in self.server_state().items():
            if "goodturn-journal" in path and before.encode() in text:
                self.server.request("PUT", "/alice/" + path, text.decode().replace(before, after), "text/calendar")
                return path
        raise AssertionError(before)

    def test_creations_deletions_and_clashes(self):
        """Every pair of words of the table that two sides can come to."""
        made = self.journal("only here", "edited there", "gone on both")
        self.proxy.online = False
        for promise in made:
            self.program.run("promise", "remove", promise)
        self.program.run("promise", "add", "ben", "new here")
        self.program.run("profile", "set", "anna", "--seniority", 2)
        for uid in ("anna", "ben", "emil"):
            self.program.run("tag", uid, "+mentor")
        self.proxy.online = True
        self.edit_there("X-GOODTURN-SENIORITY:1", "X-GOODTURN-SENIORITY:3")
        self.edit_there("DESCRIPTION:edited there", "DESCRIPTION:read again there")
        self.server.request("DELETE", "/alice/" + self.edit_there("DESCRIPTION:gone on both", "DESCRIPTION:x"))
        self.server.put("book/ben.vcf", card("ben", "Ben Example", "NOTE:Changed there", "X-OWN;X-P=\"a;b\":kept"))
        self.server.put("book/frida.vcf", card("frida", "Frida Example"))
        for uid in ("cleo", "emil"):
            self.server.request("DELETE", f"/alice/book/{uid}.vcf")
        self.kill_everywhere("creations, deletions and clashes", "sync", most=SPREAD)
        there = b"".join(self.server_state().values()).decode()
        self.assertEqual(re.findall("X-GOODTURN-SENIORITY:([0-9])", there), ["3"])
        for text, times in (("only here", 0), ("read again there", 1), ("gone on both", 0), ("new here", 1),
                            ("UID:cleo", 0), ("UID:emil", 1), ("UID:frida", 1)):
            self.assertEqual(there.count(text), times, text)
        state = self.state()
        self.assertEqual([row[2:5] for row in state["lost"]], [("X-GOODTURN-SENIORITY", "2", "3")])
        self.assertEqual({row[2] for row in state["written"]}, {"create", "update", "remove"})
        self.assertEqual(len(state["trash"]), 2)

    def test_records_keep(self):
        self.program.run("sync")
        self.program.run("log", "anna", "--channel", "call", "--note", "from here")
        self.program.run("promise", "add", "ben", "the slides")
        self.kill_everywhere("records keep", "records", "keep", 1, most=FEW)
        self.assertEqual(b"".join(self.server_state().values()).count(b"from here"), 1)

    def test_changes_undo(self):
        self.program.run("sync")
        self.program.run("tag", "dora", "+mentor")
        [change] = self.program.json("changes")["changes"]
        self.kill_everywhere("changes undo", "changes", "undo", change["id"], most=FEW, again=(0, 1))
        self.assertNotIn(b"mentor", self.server_state()["book/dora.vcf"])

    def test_conflicts_take(self):
        self.journal()
        self.program.run("profile", "set", "anna", "--seniority", 2)
        self.edit_there("X-GOODTURN-SENIORITY:1", "X-GOODTURN-SENIORITY:3")
        self.program.run("sync")
        [conflict] = self.program.json("conflicts")["conflicts"]
        self.kill_everywhere("conflicts take", "conflicts", "take", conflict["id"], "here", most=FEW, again=(0, 1))
        self.assertIn(b"X-GOODTURN-SENIORITY:2", b"".join(self.server_state().values()))
        self.assertEqual(self.state()["lost"], [])

    def test_trash_restore(self):
        self.program.run("sync")
        self.server.request("DELETE", "/alice/book/emil.vcf")
        self.program.run("sync")
        [entry] = self.program.json("trash")["entries"]
        self.kill_everywhere("trash restore", "trash", "restore", entry["id"], most=FEW, again=(0, 1))
        self.assertIn("book/emil.vcf", self.server_state())
        self.assertEqual(self.state()["trash"], [])

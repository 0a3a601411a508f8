"""Canaries: words that stand in cards, notes, meetings and passwords are looked for wherever they must not be (figure P1),
and every file that any command makes is for its user alone (P3)."""

import json
import stat
import subprocess
import urllib.error
import urllib.parse
from pathlib import Path

from bridge import Bridge
from items import OWN, card, meeting
from program import Program, ProgramCase
from servers import BOOK, CALENDAR, Gate, Radicale, not_a_card, truncated, unauthorised, web_page

CANARIES = {what: f"canary{mark}x{at}" for at, (what, mark) in enumerate(
    (("name", "nq"), ("family", "fq"), ("organisation", "oq"), ("title", "tq"), ("address", "aq"), ("note", "kq"), ("tag", "gq"), ("link", "lq"),
     ("meeting", "mq"), ("place", "pq"), ("password", "wq"), ("logged", "jq"), ("profile", "rq"), ("searched", "sq")))}
PHONE = "+4930987612345"


def broken(_door, _answer):
    return 500, [("Content-Type", "text/plain")], [CANARIES["name"].encode()]


class Canaries(ProgramCase):
    def setUp(self):
        super().setUp()
        word = CANARIES
        self.server = Radicale(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("book", BOOK)
        self.server.make("calendar", CALENDAR)
        self.server.put("book/a.vcf", card(
            word["name"], f"{word['name']} {word['family']}", f"ORG:{word['organisation']}", f"TITLE:{word['title']}",
            f"EMAIL:{word['address']}@example.org", f"TEL:{PHONE}", f"NOTE:{word['note']}", f"CATEGORIES:{word['tag']}",
            f"URL:https://example.org/{word['link']}"))
        self.server.put("calendar/m.ics", meeting("m", "20261101T100000Z", f"SUMMARY:{word['meeting']}", f"LOCATION:{word['place']}",
                                                  who=[f"{word['address']}@example.org"]))
        (self.server.folder / "users").write_text(f"alice:{word['password']}\nbob:secret\n")
        self.gate = Gate(self.server.port)
        self.addCleanup(self.gate.stop)

    def work(self, bridge):
        """What the pages ask, right and wrong, while the server is in order and while it is not."""
        word = CANARIES
        for path in (f"people?query={word['searched']}", f"people/by-email?email={word['address']}@example.org", f"people/{word['name']}",
                     f"people?tag={word['tag']}", "week", "meetings", "changes", "trash"):
            bridge.ask("GET", path)
        bridge.ask("POST", f"people/{word['name']}/log", {"channel": "call", "at": "2026-11-20T10:00:00Z", "text": word["logged"]})
        bridge.ask("PATCH", f"people/{word['name']}", {"needs": [word["profile"]]})
        bridge.ask("POST", "line", {"confirm": True, "line": f"met {word['name']} :: {word['logged']}"})
        for method, path, body in (("POST", "people/tags", {"uids": [word["name"]], "nonsense": word["tag"]}),
                                   ("GET", f"people/{word['searched']}", None), ("GET", f"journal/{word['searched']}", None),
                                   ("POST", f"people/{word['name']}/log", {"channel": word["logged"]}),
                                   ("POST", "accounts", {"url": f"https://alice:{word['password']}@127.0.0.1:9/", "password": word["password"]})):
            bridge.refused(method, path, body)
        for behaviour in (None, unauthorised, broken, web_page, truncated, not_a_card):
            self.gate.behaviour = behaviour
            bridge.sync()
        self.gate.behaviour = None

    def secret_places(self, helper):
        """{name: bytes} of everything where nothing of a person or a secret may stand."""
        process = Path("/proc") / str(helper.pid)
        places = {path.name: path.read_bytes() for path in self.program.home.glob("*.log*")}
        places |= {name: (process / name).read_bytes() for name in ("cmdline", "environ")}
        places["core"] = b"".join(path.read_bytes() for path in self.folder.rglob("core*") if path.is_file())
        return places

    def test_none_of_them_is_in_logs_arguments_or_environment(self):
        self.program.run("account", "add", self.gate.url, "--user", "alice", "--password-file", self.password_file(CANARIES["password"]))
        self.program.run("sync")
        self.gate.behaviour = broken
        self.program.run("sync", code=1)
        self.gate.behaviour = None
        with Bridge(self.program) as bridge:
            self.work(bridge)
            token = bridge.headers["Authorization"].split()[1]
            feed = bridge.ask("GET", "feed")["url"]
            with self.assertRaises(urllib.error.HTTPError):
                bridge.ask("GET", f"../..{urllib.parse.urlsplit(feed).path}?token=wrong")
            places = self.secret_places(bridge.helper)
        self.program.run("doctor", code=1)  # Thunderbird does not know this helper
        places |= {"log at the end": (self.program.home / "goodturn.log").read_bytes()}
        secrets = [*CANARIES.values(), PHONE, token, feed.split("token=")[1]]
        for name, content in places.items():
            found = [one for one in secrets if one.lower().encode() in content.lower()]
            self.assertEqual(found, [], name)
        self.assertGreater(places["goodturn.log"].count(b"\n"), 5, "the log tells what went on")
        self.assertIn(b"problem", places["goodturn.log"])
        self.check_search_finds()
        for secret in (CANARIES["password"], token):
            for path in self.program.home.glob("goodturn.sqlite*"):
                self.assertNotIn(secret.encode(), path.read_bytes(), path.name)

    def check_search_finds(self):
        """They came through at all: the database has those of the card, the meeting and what was noted."""
        stored = b"".join(path.read_bytes() for path in self.program.home.glob("goodturn.sqlite*"))
        missing = [what for what, word in CANARIES.items() if word.encode() not in stored]
        self.assertEqual(missing, ["password", "searched"])

    def test_every_file_of_every_command_is_for_its_user_alone(self):
        self.program.run("account", "add", self.gate.url, "--user", "alice", "--password-file", self.password_file(CANARIES["password"]))
        self.program.run("sync")
        self.program.run("log", f"met {CANARIES['name']}")
        source = self.folder / "people.csv"
        source.write_text("First Name,Last Name,E-mail 1 - Value\nIda,Import,ida@example.org\n")
        self.program.run("import", source, "--yes")
        self.program.run("sample", self.folder / "sample")
        self.program = Program(self.program.home, "2026-11-24T08:00:00Z")
        self.program.run("week")
        self.program.run("export", self.folder / "out")
        with Bridge(self.program) as bridge:
            bridge.ask("GET", "feed")
            bridge.ask("POST", "accounts/sample", {})
            bridge.sync()
        second = Program(self.folder / "second" / "home")
        second.home.parent.mkdir()
        second.run("restore", self.folder / "out")
        (self.program.home / "goodturn.sqlite").write_bytes(b"damaged")
        self.program.run("restore")
        made = [path for folder in (self.program.home, second.home, self.folder / "out", self.folder / "sample")
                for path in (folder, *folder.rglob("*"))]
        self.assertGreater(len(made), 60)
        self.assertEqual([f"{path} {mode:o}" for path in made if (mode := stat.S_IMODE(path.lstat().st_mode)) & 0o077], [])


class ForeignAddOn(ProgramCase):
    """Thunderbird starts a native host with the path of its manifest and the id of the add-on that asks (T37)."""

    def answer_to(self, identity):
        frame = json.dumps({"type": "hello"}).encode()
        # The home of a native host is the user's: no argument names it.
        environment = self.program.environment | {"GOODTURN_HOME": str(self.program.home)}
        return subprocess.run([self.program.binary, "/usr/lib/mozilla/native-messaging-hosts/goodturn_helper.json", identity],
                              input=len(frame).to_bytes(4, "little") + frame, env=environment, capture_output=True, timeout=60, check=False)

    def test_only_the_add_on_itself_gets_a_token(self):
        self.program.run("week")
        for identity in ("other@example.org", "", "evil.goodturn@example.org", "GOODTURN@example.org"):
            done = self.answer_to(identity)
            self.assertEqual((done.returncode, done.stdout), (2, b""), identity)
        self.assertFalse((self.program.home / "tokens.json").exists())
        done = self.answer_to("goodturn@example.org")
        self.assertEqual((done.returncode, json.loads(done.stdout[4:])["type"]), (0, "ready"))

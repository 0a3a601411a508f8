"""goodturn doctor: each link of the chain whole and broken, and what it says to do."""

import contextlib
import http.server
import json
import os
import socket
import threading
import time
from email.utils import formatdate

from items import OWN, card, meeting
from program import Program, ProgramCase, account_folder
from service_test import call

MANIFEST = ".mozilla/native-messaging-hosts/goodturn_helper.json"


class DoctorCase(ProgramCase):
    def setUp(self):
        super().setUp()
        self.program.environment["LANG"] = "de_AT.UTF-8"
        self.program.environment["LC_MESSAGES"] = "C"
        self.book = account_folder(self.folder / "book", [card("anna", "Anna Berg")], [meeting("talk", "20261120T100000Z", who="anna@example.org")])
        self.program.run("account", "add", self.book, "--user", OWN)
        self.program.run("sync")
        self.write_manifest(self.program.binary)

    def write_manifest(self, program):
        path = self.folder / MANIFEST
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"name": "goodturn_helper", "path": str(program), "type": "stdio",
                                    "allowed_extensions": ["goodturn@example.org"]}))
        return path

    def write_profile(self, **add_on):
        profile = self.folder / ".thunderbird/one.default"
        profile.mkdir(parents=True, exist_ok=True)
        (profile.parent / "profiles.ini").write_text("[Profile0]\nName=one\nIsRelative=1\nPath=one.default\n")
        ours = [{"id": "goodturn@example.org", "version": self.version(), "active": True, **add_on}] if add_on else []
        (profile / "extensions.json").write_text(json.dumps({"addons": [{"id": "other@example.org"}, *ours]}))

    def version(self):
        return self.program.text("--version").split()[-1]

    def found(self, state, words, advice=""):
        """Looks with doctor, and that one line of this state has these words and this advice."""
        answer = self.program.run("--json", "doctor", code=1 if state == "problem" else 0)
        checks = json.loads(answer.out)["checks"]
        self.assertEqual([one for one in checks if one["state"] == "problem"] != [], state == "problem", checks)
        fitting = [one for one in checks if one["state"] == state and words in one["what"] and advice in one["advice"]]
        self.assertEqual(len(fitting), 1, (words, checks))
        return fitting[0]


class Chain(DoctorCase):
    def test_a_whole_chain_is_told_link_by_link(self):
        self.write_profile(active=True)
        text = self.program.text("doctor")
        for words in (f"This program is {os.path.realpath(self.program.binary)}.", "Time zone UTC, language en, country AT.",
                      "Room on the disk: ", "The home is for you alone.", "The database is sound.",
                      "There is no copy of the database yet", "Passwords are kept in: the file", "answers with 2 collections", 'Address book "Contacts" can be read and written',
                      'Calendar "Meetings" can be read and written.', "The last sync, at 2026-11-22T08:00:00Z: ",
                      "No helper is running", "Thunderbird can start the helper.", "is in Thunderbird's profile one.default."):
            self.assertIn(words, text)
        self.assertEqual({line[:9].strip() for line in text.splitlines()[1:]}, {"ok"}, text)

    def test_nothing_is_changed(self):
        def files():
            return sorted((path.name, path.read_bytes()) for path in self.program.home.iterdir()
                          if path.is_file() and not path.name.endswith(("-shm", "-wal", "lock")))
        before = files()
        self.program.run("doctor")
        self.assertEqual(files(), before)

    def test_an_empty_home_says_how_to_begin(self):
        self.program.home = self.folder / "other"
        self.found("problem", "Nothing is set up here yet.")

    def test_a_home_that_others_may_look_into(self):
        self.program.home.chmod(0o750)
        self.found("problem", f"Other users may look into {self.program.home}.", f"chmod -R go= {self.program.home}")
        self.program.run("sync")  # what writes there closes it; doctor changes nothing
        self.assertEqual(self.program.home.stat().st_mode & 0o777, 0o700)

    def test_a_country_that_is_not_known(self):
        self.program.environment["LANG"] = "C.UTF-8"
        self.found("note", "The country is not known", "Settings")


class Thunderbird(DoctorCase):
    def test_the_note_to_thunderbird(self):
        self.found("ok", "Thunderbird can start the helper.")
        other = self.folder / "other"
        other.write_text("#!/bin/sh\n")
        self.write_manifest(other)
        self.found("problem", f"Thunderbird is told to start {other}", "make install")
        other.chmod(0o755)
        self.found("note", f"another program than this one: {other}")
        self.write_manifest(self.folder / "gone")
        self.found("problem", "no program that may be started")
        for text in ("{", "[]", "{}", '{"name": "goodturn_helper", "type": "stdio", "allowed_extensions": ["a@example.org"]}'):
            (self.folder / MANIFEST).write_text(text)
            self.found("problem", "Thunderbird cannot use", "make install")
        (self.folder / MANIFEST).unlink()
        self.found("problem", "Thunderbird does not know the helper yet.", "make install")

    def test_the_add_on(self):
        self.found("note", "No profile of Thunderbird is in", "goodturn open")
        self.write_profile()
        self.found("problem", "The add-on is in none of Thunderbird's profiles.", "goodturn.xpi")
        self.write_profile(active=False)
        self.found("problem", "one.default, switched off.", "Extensions")
        self.write_profile(version="0.0.9")
        self.found("note", f"The add-on 0.0.9 is in Thunderbird's profile one.default; this program is {self.version()}.")
        self.write_profile(active=True)
        self.found("ok", "is in Thunderbird's profile one.default.")
        (self.folder / ".var/app/org.mozilla.Thunderbird").mkdir(parents=True)
        self.found("note", "Flatpak")


class Places(DoctorCase):
    def test_a_folder_that_is_gone(self):
        self.book.rename(self.folder / "moved")
        self.found("problem", 'Account "book"', str(self.book))

    def test_a_collection_that_is_gone(self):
        (self.book / "contacts").rename(self.folder / "contacts")
        self.found("problem", 'Address book "Contacts" is not there any more.', "goodturn collection disable")

    def test_a_time_zone_that_nobody_knows(self):
        self.write_profile(active=True)
        self.assertNotIn("time zone that nobody", self.program.text("doctor"))
        zoned = meeting("zoned", "20261121T100000", who=["anna@example.org"])
        own = ("BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:20000101T000000\r\nTZOFFSETFROM:+0100\r\n"
               "TZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT")
        for at, zone in enumerate(("Nowhere", "Nowhere", "Atl\u00e4ntis", "Europe/Vienna", "W. Europe Standard Time", "Own")):
            text = zoned.replace("DTSTART:", f"DTSTART;TZID={zone}:").replace("UID:zoned", f"UID:zoned-{at}")
            text = text.replace("BEGIN:VEVENT", own) if zone == "Own" else text
            (self.book / "meetings" / f"zoned-{at}.ics").write_bytes(text.encode())
        self.program.run("sync")
        self.found("note", "Appointments in a time zone that nobody knows: 3 (Atl\u00e4ntis, Nowhere).", "read as yours")
        self.assertEqual(len([one for one in self.exported() if b"TZID=Nowhere" in one[1]]), 2)

    def test_a_sync_with_problems(self):
        self.book.rename(self.folder / "moved")
        self.program.run("sync", code=1)
        (self.folder / "moved").rename(self.book)
        self.found("problem", "The last sync, at ", "goodturn sync")

    def test_the_switch_for_tags(self):
        book = next(one["id"] for one in self.program.json("collection", "list")["collections"] if one["name"] == "Contacts")
        self.found("ok", "tags are not written to it")
        self.program.run("collection", "set", book, "--write-back", "on")
        self.found("ok", "tags are written to it.")


class Feed(http.server.BaseHTTPRequestHandler):
    """A calendar address whose clock and whose sign-in can be wrong."""
    ahead = 0
    status = 200

    def answer(self):
        text = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nEND:VCALENDAR\r\n"
        self.send_response_only(self.status)
        self.send_header("Date", formatdate(time.time() + self.ahead, usegmt=True))
        self.send_header("Content-Type", "text/calendar")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_OPTIONS = answer

    def log_message(self, *_words):
        pass


class Server(DoctorCase):
    def setUp(self):
        super().setUp()
        self.feed = type("OneFeed", (Feed,), {})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.feed)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.place = f"http://127.0.0.1:{server.server_port}/one.ics"
        self.program.run("account", "add", self.place)

    def test_its_clock(self):
        self.found("ok", "Its clock and this computer's agree.")
        self.feed.ahead = 7200
        self.found("problem", 'This computer\'s clock is 120 minutes behind that of account', "timedatectl")
        self.feed.ahead = -7200
        self.found("problem", "120 minutes ahead of that", "timedatectl")

    def test_a_sign_in_that_is_refused(self):
        self.feed.status = 401
        self.found("problem", "refused the user name or password", "goodturn account sign-in 2 --password-file FILE")

    def test_a_server_that_is_away(self):
        self.feed.status = 500
        self.found("problem", "The server has a problem of its own.", self.place)


class Helper(DoctorCase):
    def serve(self):
        helper = self.start(self.program, "--json", "serve")
        return helper, json.loads(helper.stdout.readline())["port"]

    def note(self, port):
        (self.program.home / "bridge.json").write_text(json.dumps({"port": port, "pid": os.getpid()}))

    def listener(self, port=0):
        taken = socket.create_server(("127.0.0.1", port))
        self.addCleanup(taken.close)
        return taken

    def test_one_that_runs_and_its_calendar(self):
        helper, port = self.serve()
        self.found("ok", f"A helper is running on port {port} (process {helper.pid}).")
        link = self.program.text("open", "--print").strip()
        token = call(port, "session", {"code": link.split("#code=")[1]})[1]["token"]
        self.assertEqual(call(port, "feed", token=token)[0], 200)
        self.found("ok", f"A helper is running on port {port}")  # proved by a token of those that are known now
        self.found("ok", "The follow-ups calendar can be read at its address.")
        tokens = json.loads((self.program.home / "tokens.json").read_text())
        tokens["clients"] = [one for one in tokens["clients"] if one["name"] != "feed"]
        (self.program.home / "tokens.json").write_text(json.dumps(tokens))
        self.found("problem", "The follow-ups calendar cannot be read at its address.", "New calendar address")

    def test_another_program_in_its_place(self):
        helper, _port = self.serve()
        self.program.run("open", "--print")  # now somebody has a token
        helper.terminate()
        helper.communicate(timeout=20)
        other = Program(self.folder / "other")
        other.run("account", "add", self.book)
        self.note(json.loads(self.start(other, "--json", "serve").stdout.readline())["port"])
        self.found("problem", "is not this home's helper.", "End that program")

    def test_one_that_does_not_answer(self):
        taken = self.listener()
        port = taken.getsockname()[1]
        taken.close()
        self.note(port)
        self.found("problem", f"The helper on port {port}", f"kill {os.getpid()}")

    def test_a_port_that_is_taken(self):
        usual = None
        with contextlib.suppress(OSError):  # who has it otherwise does as well
            usual = self.listener(18765)
        helper, port = self.serve()  # on a port of its own, which no other test asks for
        self.assertNotEqual(port, 18765)
        if usual:
            usual.close()
        helper.terminate()
        helper.communicate(timeout=20)
        self.found("ok", "No helper is running")
        self.listener(port)
        self.found("problem", f"Another program uses port {port}", f"ss -ltnp 'sport = :{port}'")

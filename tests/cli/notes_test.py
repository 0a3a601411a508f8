"""Markdown notes: previewed, read, followed, asked about, shown with the people they are about, and never changed."""

import hashlib
import os
import time
import unittest

from bridge import Bridge
from contract import flaws
from items import OWN, card
from program import ProgramCase, account_folder

NOTES = {
    "Journal/2026-11-03.md": "- Lunch with [[Ada Example]] about compilers\n- [[Countess]] called back\n- see [[Compilers]]\n",
    "Journal/2026-12-24.md": "- Dinner with [[Ada Example]]\n",
    "People/Ada Example.md": "---\naliases: [Countess]\n---\n# Ada\n\n## Contact\n\n- 2026-10-05 (call) about tea\n",
    "Meetings/Budget.md": "---\ndate: 2026-11-10\nattendees: [Kim Example, \"[[Ada Example]]\", Nobody Known]\n---\n# Budget\n",
    ".obsidian/plugin.md": "[[Ada Example]]\n",
    "broken.md": "---\npeople: [[Ada]], [[Bob]]\n---\n",
}


def until(is_so):
    deadline = time.monotonic() + 60
    while not is_so():
        if time.monotonic() > deadline:
            raise AssertionError("it does not come to that")
        time.sleep(0.05)


class Notes(ProgramCase):
    def setUp(self):
        super().setUp()
        cards = [card("ada", "Ada Example", "EMAIL:ada@example.org"), card("kim1", "Kim Example", "EMAIL:kim@example.org"),
                 card("kim2", "Kim Example", "EMAIL:kim@work.example.org")]
        self.program.run("account", "add", account_folder(self.folder / "book", cards), "--user", OWN)
        self.program.run("sync")
        self.notes = self.folder / "notes"
        for name, text in NOTES.items():
            self.write(name, text)
        (self.notes / "latin.md").write_bytes(b"caf\xe9 [[Ada Example]]\n")
        (self.notes / "link.md").symlink_to(self.folder / "book")
        (self.notes / "long.md").write_text("x" * (1 << 20) + "x")

    def write(self, name, text):
        path = self.notes / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def state_of_folder(self):
        """Every byte, time and mode below the folder."""
        state = {}
        for path in sorted(self.notes.rglob("*")):
            status = os.lstat(path)
            held = path.is_file() and not path.is_symlink()
            state[str(path)] = (status.st_mtime_ns, status.st_mode, status.st_ino,
                                hashlib.sha256(path.read_bytes()).hexdigest() if held else "")
        return state

    def timeline(self, uid="ada"):
        return [(entry["day"], entry["kind"], entry.get("channel", ""), entry.get("text", ""), entry["file"])
                for entry in self.program.json("person", uid)["timeline"] if "file" in entry]

    def take(self):
        return self.program.json("notes", "folder", self.notes, "--yes")

    def test_a_preview_tells_who_is_meant_and_keeps_nothing(self):
        told = self.program.json("notes", "folder", self.notes)
        self.assertFalse(told["taken"])
        found = told["found"]
        self.assertEqual(found["notes"], 4)
        self.assertEqual({one["name"]: one["people"][0]["uid"] for one in found["matched"]},
                         {"Ada Example": "ada", "Countess": "ada"})
        self.assertEqual([(one["name"], sorted(who["uid"] for who in one["people"])) for one in found["unclear"]],
                         [("Kim Example", ["kim1", "kim2"])])
        self.assertEqual([one["name"] for one in found["unknown"]], ["Nobody Known"])
        self.assertEqual(found["other_links"], 1)
        self.assertEqual({one["file"]: one["why"] for one in found["skipped"]}, {
            "broken.md": "The front matter cannot be read as YAML.", "latin.md": "The note is not UTF-8.",
            "link.md": "A symbolic link, which is not followed.", "long.md": "Longer than a note may be (1 MB)."})
        self.assertEqual(self.timeline(), [])
        self.assertEqual(self.program.json("notes")["folder"], "")
        self.assertIn("Kim Example:", self.program.text("notes", "folder", self.notes))

    def test_what_is_read_stands_in_the_timeline_and_counts_as_contact(self):
        self.take()
        self.assertEqual(self.timeline(), [
            ("2026-11-10", "touch", "meeting", "Budget", "Meetings/Budget.md"),
            ("2026-11-03", "touch", "meeting", "Lunch with Ada Example about compilers", "Journal/2026-11-03.md"),
            ("2026-11-03", "note", "", "Countess called back", "Journal/2026-11-03.md"),
            ("2026-10-05", "touch", "call", "(call) about tea", "People/Ada Example.md")])
        self.assertEqual(self.program.json("person", "ada")["last_contact"], "2026-11-10")
        self.assertEqual(self.timeline("kim1") + self.timeline("kim2"), [])
        self.assertIn("Lunch with", self.program.text("person", "ada"))

    def test_a_note_of_a_day_to_come_counts_when_the_day_has_come(self):
        self.take()
        self.program.now = "2026-12-25T08:00:00Z"
        self.assertEqual(self.timeline()[0], ("2026-12-24", "touch", "meeting", "Dinner with Ada Example", "Journal/2026-12-24.md"))

    def test_an_answer_is_kept(self):
        self.take()
        self.program.run("notes", "who", "kim example", "kim@example.org")
        self.assertEqual(self.timeline("kim1"), [("2026-11-10", "touch", "meeting", "Budget", "Meetings/Budget.md")])
        self.program.run("notes", "who", "Nobody Known", "nobody")
        found = self.program.json("notes")["found"]
        self.assertEqual((found["unclear"], found["unknown"]), ([], []))
        self.program.run("notes", "who", "Kim Example", "ask")
        self.assertEqual(self.timeline("kim1"), [])
        self.program.run("notes", "who", "Kim Example", "Kim Example", code=3)

    def test_every_sync_follows_what_was_edited_renamed_and_deleted(self):
        self.take()
        (self.notes / "Meetings/Budget.md").rename(self.notes / "Budget 2026.md")
        (self.notes / "People/Ada Example.md").unlink()
        self.write("Journal/2026-11-03.md", "Called [[Ada Example]]\n")
        self.assertIn("Read 2 of 5 notes; 2 gone.", self.program.text("sync"))
        self.assertEqual(self.timeline(), [
            ("2026-11-10", "touch", "meeting", "Budget 2026", "Budget 2026.md"),
            ("2026-11-03", "touch", "call", "Called Ada Example", "Journal/2026-11-03.md")])
        self.assertIn("Read 0 of 5 notes.", self.program.text("sync"))
        os.utime(self.notes / "Budget 2026.md")
        self.assertEqual(self.program.json("notes", "read")["reading"]["read"], 1)

    def test_an_empty_or_missing_folder_takes_nothing_away(self):
        self.take()
        before = self.timeline()
        away = self.folder / "away"
        self.notes.rename(away)
        self.assertIn("folder of notes cannot be read", self.program.run("sync").err)
        self.notes.mkdir()
        self.assertIn("is empty now", self.program.run("notes", "read", code=1).err)
        self.assertEqual(self.timeline(), before)

    def test_nothing_in_the_folder_is_touched_and_nothing_is_left_after_leaving(self):
        before = self.state_of_folder()
        self.program.run("notes", "folder", self.notes)
        self.take()
        self.program.run("sync")
        self.program.run("notes")
        self.program.run("log", "met", "Ada", "Example", "about", "tea")
        self.program.run("notes", "leave")
        self.assertEqual(self.state_of_folder(), before)
        self.assertEqual(self.timeline(), [])

    def test_who_is_erased_leaves_no_trace_and_does_not_come_back(self):
        self.take()
        self.program.run("erase", "person", "ada", "--on-server", "--yes")
        self.program.run("sync")
        kept = (self.program.home / "goodturn.sqlite").read_bytes()
        for trace in (b"about tea", b"People/Ada", b"Countess"):
            self.assertNotIn(trace, kept)

    def test_a_running_helper_sees_at_once_what_is_written_in_the_folder(self):
        with Bridge(self.program) as bridge:
            self.assertEqual(bridge.ask("GET", "notes")["watch"], "off")
            bridge.ask("PUT", "notes", {"folder": str(self.notes)})
            until(lambda: bridge.ask("GET", "notes")["watch"] == "watching")
            self.write("New/2026-11-04.md", "Met [[Ada Example]]\n")
            until(lambda: bridge.ask("GET", "notes")["found"]["notes"] == 5)
            away = self.folder / "away"
            self.notes.rename(away)
            until(lambda: bridge.ask("GET", "notes")["watch"] == "away")
            self.assertEqual(bridge.ask("GET", "notes")["found"]["notes"], 5)
            (away / "New/2026-11-04.md").unlink()
            away.rename(self.notes)
            until(lambda: bridge.ask("GET", "notes")["found"]["notes"] == 4)
        self.assertNotIn(str(self.notes), (self.program.home / "goodturn.log").read_text())

    def test_the_bridge_looks_chooses_follows_with_each_sync_asks_and_leaves(self):
        folder, before = {"folder": str(self.notes)}, self.state_of_folder()
        with Bridge(self.program) as bridge:
            found = bridge.ask("POST", "notes/preview", folder)
            self.assertEqual(flaws(found, "NotesSurvey"), [])
            self.assertEqual(bridge.ask("GET", "notes")["folder"], "")
            state = bridge.ask("PUT", "notes", folder)
            self.assertEqual(flaws(state, "NotesState"), [])
            self.assertEqual((state["folder"], state["found"]), (str(self.notes), found))
            person = bridge.ask("GET", "people/ada")
            self.assertEqual(flaws(person, "Person"), [])
            self.assertEqual([entry["file"] for entry in person["timeline"] if "file" in entry],
                             ["Meetings/Budget.md", "Journal/2026-11-03.md", "Journal/2026-11-03.md", "People/Ada Example.md"])
            answered = bridge.ask("PUT", "notes/names", {"name": "Kim Example", "person": "kim2"})
            self.assertEqual((answered["found"]["unclear"], answered["answers"][0]["person"]["uid"]), ([], "kim2"))
            nobody = bridge.ask("PUT", "notes/names", {"name": "Nobody Known", "person": None})
            self.assertEqual(nobody["found"]["unknown"], [])
            self.assertEqual(len(bridge.ask("PUT", "notes/names", {"name": "Kim Example"})["found"]["unclear"]), 1)
            self.assertEqual(self.state_of_folder(), before)
            self.write("Journal/2026-11-04.md", "Met [[Ada Example]]\n")
            bridge.sync()
            self.assertEqual(bridge.ask("GET", "notes")["found"]["notes"], 5)
            (self.notes / "Journal/2026-11-04.md").unlink()
            self.assertEqual(bridge.ask("POST", "notes/reading", {})["found"]["notes"], 4)
            for wrong in ("relative", "/nowhere/at/all"):
                self.assertIn("folder of notes", bridge.refused("PUT", "notes", {"folder": wrong})["detail"])
            self.assertEqual(bridge.refused("PUT", "notes/names", {"name": "Kim Example", "person": "no-such"})["status"], 404)
            self.assertEqual(bridge.ask("DELETE", "notes")["found"]["notes"], 0)
        self.assertEqual(self.timeline(), [])


if __name__ == "__main__":
    unittest.main()

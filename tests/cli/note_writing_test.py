"""What is logged, as a dated line in the person's own Markdown note: only when that is switched on, once, and out again."""

import stat
import unittest

from bridge import Bridge
from contract import flaws
from items import OWN, card
from program import Program, ProgramCase, account_folder

ADA = "---\r\naliases: [Countess]\r\n---\r\n# Ada\r\n\r\n## Contact\r\n\r\n- 2026-10-05 (call) about tea\r\n\r\n## Gifts\r\n"
LINE = "- 2026-11-22 (call) about compilers"
WITH_LINE = ADA.replace("about tea\r\n", f"about tea\r\n{LINE}\r\n")


class NoteWriting(ProgramCase):
    def setUp(self):
        super().setUp()
        cards = [card("ada", "Ada Example", "EMAIL:ada@example.org"), card("bob", "Bob Example", "EMAIL:bob@example.org")]
        self.program.run("account", "add", account_folder(self.folder / "book", cards), "--user", OWN)
        self.program.run("sync")
        self.notes = self.folder / "notes"
        (self.notes / "People").mkdir(parents=True)
        self.ada = self.notes / "People/Ada Example.md"
        self.ada.write_bytes(ADA.encode())
        (self.notes / "2026-11-20 Ada Example.md").write_text("A day's note.\n")
        self.program.run("notes", "folder", self.notes, "--yes")

    def write(self, *words):
        return self.program.json("notes", "write", "on", *words)

    def log(self):
        return self.program.run("log", "called", "Ada", "::", "about", "compilers")

    def text(self):
        return self.ada.read_bytes().decode()

    def timeline(self, program=None):
        return [(entry["day"], entry["kind"], entry.get("channel", ""), entry.get("text", ""), entry.get("file", ""))
                for entry in (program or self.program).json("person", "ada")["timeline"]]

    def states(self):
        return [(line["file"], line["state"]) for line in self.program.json("notes")["lines"]]

    def files(self):
        return sorted(str(path.relative_to(self.notes)) for path in self.notes.rglob("*") if path.is_file())

    def test_nothing_is_written_before_it_is_switched_on_and_after_it_is_switched_off(self):
        self.log()
        self.assertEqual(self.text(), ADA)
        self.assertEqual(self.write(), {"writes": True, "heading": "Contact"})
        self.assertEqual(self.text(), ADA)  # what was logged before stays out
        self.log()
        self.assertEqual(self.text(), WITH_LINE)
        self.program.run("notes", "write", "off")
        self.program.run("undo")
        self.log()
        self.assertEqual(self.text(), WITH_LINE)

    def test_the_line_stands_in_the_note_once_and_counts_once(self):
        self.ada.chmod(0o640)
        before = self.files()
        self.write()
        self.assertIn("Also written into your note People/Ada Example.md.", self.log().out)
        self.assertEqual((self.text(), self.files()), (WITH_LINE, before))
        self.assertEqual(stat.S_IMODE(self.ada.stat().st_mode), 0o640)
        once = [("2026-11-22", "touch", "call", "about compilers", ""),
                ("2026-10-05", "touch", "call", "(call) about tea", "People/Ada Example.md")]
        for _again in range(2):
            self.assertEqual(self.timeline(), once)
            self.program.run("sync")
        self.assertEqual((self.text(), self.timeline()), (WITH_LINE, once))
        self.assertEqual(self.states(), [("People/Ada Example.md", "written")])

    def test_the_changes_list_lines_with_what_servers_took(self):
        self.assertNotIn("note", self.program.text("changes"))
        self.write()
        self.log()
        self.assertIn(f"People/Ada Example.md: {LINE}", self.program.text("changes"))
        self.assertEqual(flaws(self.program.json("changes"), "ChangeList"), [])

    def test_an_export_has_the_record_and_not_the_line_and_is_the_same_after_the_way_round(self):
        self.write()
        self.log()
        first, again = self.folder / "first", self.folder / "again"
        self.program.run("export", first)
        self.assertNotIn("note_line.jsonl", [path.name for path in (first / "tables").iterdir()])
        second = Program(self.folder / "second" / "goodturn")
        second.home.parent.mkdir()
        second.run("restore", first)
        second.run("export", again)
        self.assertEqual(*({str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
                           for root in (first, again)))
        second.run("notes", "read")
        self.assertEqual((self.timeline(second), self.text()), (self.timeline(), WITH_LINE), "once, and not written again")
        second.run("log", "met", "Ada")
        self.assertEqual(self.text().count("- 2026-11-22"), 2, "writing goes on there")

    def test_undo_takes_out_exactly_that_line(self):
        self.write()
        self.log()
        self.program.run("sync")
        self.assertIn("Taken out of your note", self.program.run("undo").out)
        self.assertEqual((self.text(), self.states()), (ADA, []))
        self.log()
        self.ada.write_bytes(self.text().replace(f"{LINE}\r\n", f"{LINE}\r\n- mine\r\n").encode())
        self.program.run("undo")
        self.assertEqual(self.text(), ADA.replace("about tea\r\n", "about tea\r\n- mine\r\n"))

    def test_a_line_that_was_changed_in_the_note_stays_and_that_is_said(self):
        self.write()
        self.log()
        self.ada.write_bytes(self.text().replace(LINE, f"{LINE} and tea").encode())
        changed = self.text()
        undone = self.program.run("undo")
        self.assertIn("The line was changed or removed in the note. What stands there stays.", undone.err)
        self.assertEqual((self.text(), self.states()), (changed, [("People/Ada Example.md", "left")]))
        self.assertEqual(self.program.run("notes", "read").err, "")  # said once

    def test_a_note_that_was_renamed_is_found_again(self):
        self.write()
        self.log()
        moved = self.notes / "Ada Example.md"
        self.ada.rename(moved)
        self.program.run("sync")
        self.assertEqual(len(self.timeline()), 2)
        self.program.run("undo")
        self.assertEqual(moved.read_bytes().decode(), ADA)

    def test_who_has_no_note_gets_no_line_and_a_heading_of_ones_own_is_made(self):
        self.assertEqual(self.write("--heading", "## Kontakt ")["heading"], "Kontakt")
        before = self.files()
        self.program.run("log", "met", "Bob", "::", "lunch")
        self.assertEqual((self.files(), self.states()), (before, []))
        self.log()
        self.assertEqual(self.text(), f"{ADA}\r\n## Kontakt\r\n\r\n{LINE}\r\n")
        self.program.run("undo")
        self.assertEqual(self.text(), ADA)
        self.assertIn("plain words", self.program.run("notes", "write", "on", "--heading", "a\nb", code=1).err)

    def test_a_note_that_cannot_be_written_gets_its_line_later(self):
        self.write()
        away = self.folder / "away"
        self.notes.rename(away)
        self.assertIn("People/Ada Example.md", self.log().err)
        self.assertEqual(self.states(), [("People/Ada Example.md", "waiting")])
        away.rename(self.notes)
        self.program.run("sync")
        self.assertEqual((self.text(), self.states()), (WITH_LINE, [("People/Ada Example.md", "written")]))

    def test_a_line_that_another_computer_wrote_for_the_same_interaction_counts_once(self):
        self.write()
        self.log()
        self.program.run("export", self.folder / "export")
        other = Program(self.folder / "other")
        other.run("restore", self.folder / "export")
        other.run("notes", "read")
        self.assertEqual(self.timeline(other), self.timeline())
        self.assertEqual(len(self.timeline(other)), 2)

    def test_who_is_erased_leaves_no_trace_of_lines_and_the_note_stays(self):
        self.write()
        self.log()
        self.program.run("erase", "person", "ada", "--on-server", "--yes")
        self.assertNotIn(b"about compilers", (self.program.home / "goodturn.sqlite").read_bytes())
        self.program.run("sync")
        self.assertEqual(self.text(), WITH_LINE)

    def test_leaving_the_folder_leaves_the_lines_and_coming_back_counts_them_once(self):
        self.write()
        self.log()
        self.program.run("notes", "leave")
        self.program.run("undo")
        self.assertEqual(self.text(), WITH_LINE)
        self.log()
        self.program.run("notes", "folder", self.notes, "--yes")
        self.assertFalse(self.program.json("notes")["writes"])
        self.assertEqual(len(self.timeline()), 2)

    def test_the_bridge_switches_it_writes_and_takes_out(self):
        with Bridge(self.program) as bridge:
            state = bridge.ask("PUT", "notes/writing", {"writes": True, "heading": "Contact"})
            self.assertEqual(flaws(state, "NotesState"), [])
            logged = bridge.ask("POST", "line", {"line": "called Ada :: about compilers", "confirm": True})
            self.assertEqual(self.text(), WITH_LINE)
            state = bridge.ask("GET", "notes")
            self.assertEqual(flaws(state, "NotesState"), [])
            self.assertEqual([(line["line"], line["state"]) for line in state["lines"]], [(LINE, "written")])
            self.assertEqual(bridge.ask("POST", "undo", {"undo": logged["undo"]}), {"left_in_notes": []})
            self.assertEqual(self.text(), ADA)
            logged = bridge.ask("POST", "line", {"line": "called Ada :: about compilers", "confirm": True})
            self.ada.write_bytes(ADA.encode() + b"All new.\n")
            [told] = bridge.ask("POST", "undo", {"undo": logged["undo"]})["left_in_notes"]
            self.assertEqual(told, "In your note People/Ada Example.md: The line was changed or removed in the note. What stands there stays.")
            self.assertEqual(self.text(), ADA + "All new.\n")
            [line] = bridge.ask("GET", "notes")["lines"]
            self.assertEqual((line["state"], line["why"][:20]), ("left", "The line was changed"))
            self.assertIn("plain words", bridge.refused("PUT", "notes/writing", {"writes": True, "heading": "# *a*"})["detail"])
        self.assertNotIn("Ada", (self.program.home / "goodturn.log").read_text())


if __name__ == "__main__":
    unittest.main()

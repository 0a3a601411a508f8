"""SIGKILL at every step of a line that goes into a person's Markdown note, and out again: it stands there once, or not at all."""

from home import SEED, KillCase, points_of, rows

from items import card
from program import account_folder

NOTE = "# Ada\n\n## Contact\n\n- 2026-10-05 met\n"
LINE = "- 2026-11-22 (call) about compilers"
LOGGED = NOTE + LINE + "\n"
MOST = 12


class Notes(KillCase):
    def setUp(self):
        super().setUp()
        account_folder(self.folder / "account", [card("ada", "Ada Example")])
        self.program.run("account", "add", self.folder / "account", "--user", "alex@example.org")
        self.program.run("sync")
        self.note = self.folder / "notes/Ada Example.md"
        self.note.parent.mkdir()
        self.note.write_text(NOTE)
        self.program.run("notes", "folder", self.note.parent, "--yes")
        self.program.run("notes", "write", "on")

    def entries(self):
        return rows(self.program.home, "SELECT count(*) FROM item WHERE text LIKE '%about compilers%'")[0][0]

    def kill_everywhere(self, *words):
        put_back = self.keep("home", "notes")
        points = points_of(self.program.count(*words), MOST)
        for call in points:
            with self.subTest(words=words, call=call, seed=SEED):
                put_back()
                self.assertTrue(self.program.kill_at(call, *words))
                # A kill in the middle of this one must do no harm either.
                self.program.kill_at(call, "notes", "read")
                self.program.run("notes", "read")
                self.assertEqual(self.note.read_text(), LOGGED if self.entries() else NOTE)
                self.assertEqual([path.name for path in self.note.parent.iterdir()], [self.note.name])

    def test_a_line_that_is_logged(self):
        self.kill_everywhere("log", "called", "Ada", "::", "about", "compilers")

    def test_a_line_that_is_taken_back(self):
        self.program.run("log", "called", "Ada", "::", "about", "compilers")
        self.assertEqual(self.note.read_text(), LOGGED)
        self.kill_everywhere("undo")

    def test_a_line_that_was_being_written_while_somebody_wrote_more(self):
        words = ("log", "called", "Ada", "::", "about", "compilers")
        put_back = self.keep("home", "notes")
        for call in points_of(self.program.count(*words), MOST):
            with self.subTest(call=call, seed=SEED):
                put_back()
                self.program.kill_at(call, *words)
                self.note.write_text(self.note.read_text() + "- mine\n")
                self.program.run("notes", "read")
                text = self.note.read_text()
                self.assertEqual((text.count(LINE), text.count("- mine\n")), (self.entries(), 1))

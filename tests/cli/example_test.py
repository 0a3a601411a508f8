"""docs/examples/week.py, a program of somebody else, against a running helper."""

import subprocess
import sys
from pathlib import Path

from program import ProgramCase

EXAMPLE = Path(__file__).resolve().parents[2] / "docs/examples/week.py"


class Example(ProgramCase):
    def setUp(self):
        super().setUp()
        self.program.run("sample", self.folder / "book")
        self.program.run("account", "add", self.folder / "book", "--user", "alex@example.org")
        self.program.run("sync")
        self.start(self.program, "--json", "serve").stdout.readline()

    def example(self, *words, code=0):
        environment = {**self.program.environment, "GOODTURN": self.program.binary, "GOODTURN_HOME": str(self.program.home)}
        done = subprocess.run([sys.executable, EXAMPLE, *words], env=environment, capture_output=True, text=True, timeout=60,
                              check=False)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stdout if code == 0 else done.stderr

    def test_it_lists_marks_and_logs(self):
        listed = self.example()
        before = self.program.json("week")["suggestions"]  # as the helper has made it
        self.assertGreater(len(before), 2)
        for number, one in enumerate(before, 1):
            self.assertIn(f"{number}. {one['title']} (open)\n   {one['why']}", listed)
        second = before[1]
        self.assertIn(second["title"], self.example("done", "2"))
        states = {one["id"]: one["state"] for one in self.program.json("week")["suggestions"]}
        self.assertEqual(states, {one["id"]: "done" if one is second else "open" for one in before})
        self.assertEqual(self.program.json("person", second["person"])["last_contact"], self.program.now[:10])
        entries = len(self.program.json("entry", "list")["items"])
        self.assertIn("Logged", self.example("log", f"met {before[0]['person_name']} #pilot"))
        self.assertEqual(len(self.program.json("entry", "list")["items"]), entries + 1)

    def test_what_cannot_be_is_told_and_changes_nothing(self):
        self.example()
        before = self.program.json("entry", "list"), self.program.json("week")
        self.assertIn("no follow-up 99", self.example("done", "99", code=1))
        self.assertIn("nothing was written", self.example("log", "met Nobody Anywhere", code=1))
        self.assertIn("week.py done 2", self.example("do", "something", code=1))
        self.assertEqual((self.program.json("entry", "list"), self.program.json("week")), before)

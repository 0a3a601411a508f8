"""Words, exit codes and empty states as a shell user expects them."""

import subprocess
from pathlib import Path

from items import OWN, card
from program import ProgramCase, account_folder


class Usage(ProgramCase):
    def test_help_and_version_are_answers(self):
        for words in (["--help"], ["--version"], ["week", "--help"], ["account", "add", "--help"]):
            done = self.program.run(*words)
            self.assertTrue(done.out.strip(), words)
            self.assertEqual(done.err, "")

    def test_no_command_ranks_people_or_hands_out_counts(self):
        """A new command is added here with a look at features.md, row 66."""
        commands = {line.split()[0] for line in self.program.text("--help").split("Subcommands:")[1].splitlines()
                    if line.startswith("  ") and not line.startswith("   ")}
        self.assertEqual(commands, set("""account collection records mail notes conflicts changes trash sync week brief rebuild
            import export erase sample people person tag duplicates network roles balance goals trend log profile me undo ask promise
            entry introduce goal script community question venue role knows serve open native-host restore doctor""".split()))
        options = {word for command in commands for word in self.program.text(command, "--help").split()
                   if word.startswith("--")}
        self.assertEqual({one for one in options if any(word in one for word in ("rank", "top", "csv", "compare"))}, set())

    def test_wrong_usage_is_exit_code_2_with_words_on_stderr(self):
        wrong = (["week", "--bogus"], ["nonsense"], [], ["account"], ["account", "remove", "x"], ["person"], ["log", "u"],
                 ["log", "u", "--channel", "smoke"], ["log", "u", "--channel", "call", "--at", "tomorrow"],
                 ["collection", "set", "1"], ["collection", "set", "1", "--write-back", "maybe"],
                 ["account", "add", "https://dav.example.org", "--password-file", "/nowhere"], ["tag", "u", "+x", "--bogus"])
        for words in wrong:
            with self.subTest(words):
                done = self.program.run(*words, code=2)
                self.assertEqual(done.out, "")
                self.assertTrue(done.err.strip())

    def test_wrong_time_is_explained(self):
        self.program.now = "yesterday"
        done = self.program.run("week", code=2)
        self.assertIn("2026-11-22T14:00:00Z", done.err)
        self.assertFalse(self.program.home.exists())

    def test_home_comes_from_the_environment(self):
        self.program.environment["GOODTURN_HOME"] = str(self.folder / "other")
        done = subprocess.run([self.program.binary, "account", "list"], env=self.program.environment, check=False,
                              capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"account add", done.stderr)
        subprocess.run([self.program.binary, "week"], env=self.program.environment, check=True, capture_output=True,
                       timeout=60)
        self.assertTrue((self.folder / "other" / "goodturn.sqlite").exists())

    def test_empty_states_say_what_comes_next(self):
        self.assertIn("account", self.program.run("people", code=1).err)
        self.assertIn("No account is set up yet", self.program.text("week"))
        self.assertIn("account add", self.program.text("account", "list"))
        self.assertIn("Add an account", self.program.text("collection", "list"))
        self.assertIn("No contacts yet", self.program.text("people"))
        self.assertIn("No account is set up yet", self.program.text("sync"))
        self.assertEqual(self.program.json("account", "list"), {"accounts": []})

    def test_errors_are_problem_documents_with_json(self):
        self.program.text("week")
        for words in (["person", "nobody"], ["log", "nobody", "--channel", "call"], ["tag", "nobody", "+mentor"],
                      ["account", "remove", "9"], ["collection", "enable", "99"]):
            with self.subTest(words):
                problem = self.program.json(*words, code=1)
                self.assertEqual(problem["kind"], "not_found")
                self.assertTrue(problem["detail"].endswith("."))

    def test_a_full_disk_is_a_failure(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(self.program.words("--help"), env=self.program.environment, stdout=full,
                                  stderr=subprocess.PIPE, timeout=60, check=False)
            self.program.run("week")
            done = subprocess.run(self.program.words("week"), env=self.program.environment, stdout=full,
                                  stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"could not be written", done.stderr)

    def test_names_cannot_steer_the_terminal(self):
        names = ["\x1b[31mRed\x1b[0m", "Bell\x07", "Bright\u009b31m", "Turned\u202etxt", "Two\\nFollow-ups"]
        cards = [card(f"hostile-{at}", name, "NOTE:\x1b]0;title\x07") for at, name in enumerate(names)]
        self.program.run("account", "add", account_folder(self.folder / "book", cards), "--user", OWN)
        self.program.run("sync")
        texts = [self.program.text("people"), *[self.program.text("person", f"hostile-{at}") for at in range(len(names))]]
        texts.append(self.program.run("--json", "people").out)
        for text in texts:
            for mark in ("\x1b", "\x07", "\x7f", "\u009b"):
                self.assertNotIn(mark, text)
        self.assertNotIn("\u202e", texts[0])
        self.assertNotIn("\nFollow-ups", texts[0])
        self.assertEqual(self.program.json("people")["total"], len(names))
        self.assertIn("\u009b", self.program.json("person", "hostile-2")["name"])


class Sample(ProgramCase):
    def test_the_sample_gives_a_week_with_reasons(self):
        answer = self.program.json("sample", self.folder / "sample")
        self.assertEqual(answer, {"folder": str(self.folder / "sample")})
        self.program.run("account", "add", self.folder / "sample", "--user", OWN)
        self.program.run("sync")
        week = self.program.json("week")
        self.assertGreaterEqual(len(week["suggestions"]), 3)
        text = self.program.text("week")
        for one in week["suggestions"]:
            self.assertIn(one["title"], text)
            self.assertIn(one["why"], text)
        self.assertEqual(len(self.program.json("people")["people"]), 60)

    def test_the_same_day_gives_the_same_bytes(self):
        for name in ("one", "two"):
            self.program.run("sample", self.folder / name)
        paths = sorted(path.relative_to(self.folder / "one") for path in Path(self.folder / "one").rglob("*.*"))
        self.assertGreater(len(paths), 100)
        for path in paths:
            self.assertEqual((self.folder / "one" / path).read_bytes(), (self.folder / "two" / path).read_bytes())

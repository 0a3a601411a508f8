"""The program under test, in a folder of its own."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

NOW = "2026-11-22T08:00:00Z"
# Where a build with sanitizers finds its options.
SANITIZER_OPTIONS = {name: os.environ[name] for name in ("ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")
                     if name in os.environ}


class Program:
    """goodturn with one home. `run` checks the exit code; `json` also that stdout is one JSON document."""

    def __init__(self, home, now=NOW):
        self.home = Path(home)
        self.now = now
        self.binary = os.environ["GOODTURN_BIN"]
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.home.parent), "TZ": "UTC", "LANG": "C.UTF-8",
                            "GOODTURN_SECRETS": "file", **SANITIZER_OPTIONS}

    def words(self, *words):
        now = ["--now", self.now] if self.now else []
        return [self.binary, "--home", str(self.home), *now, *map(str, words)]

    def run(self, *words, code=0, before=()):
        """`before`: a program that starts ours, such as unshare."""
        done = subprocess.run([*before, *self.words(*words)], env=self.environment, capture_output=True, timeout=120,
                              check=False, umask=0o022)
        out, err = done.stdout.decode(), done.stderr.decode()
        if done.returncode != code:
            raise AssertionError(f"{words}: exit code {done.returncode}, not {code}\n{out}\n{err}")
        done.out, done.err = out, err
        return done

    def text(self, *words, code=0):
        return self.run(*words, code=code).out

    def json(self, *words, code=0, before=()):
        out = self.run("--json", *words, code=code, before=before).out
        if out.count("\n") != 1:
            raise AssertionError(f"{words}: stdout is not one line: {out!r}")
        return json.loads(out)

    def start(self, *words, **pipes):
        return subprocess.Popen(self.words(*words), env=self.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, **pipes)


class ProgramCase(unittest.TestCase):
    """A temporary folder and a program whose home is in it."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="goodturn-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.program = Program(self.folder / "home")

    def open_folder(self):
        """A folder that programs of other users can reach."""
        folder = Path(tempfile.mkdtemp(prefix="goodturn-cli-server-"))
        folder.chmod(0o755)
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def password_file(self, password="secret"):
        path = self.folder / "password"
        path.touch(mode=0o600)
        path.write_text(password + "\n")
        return path

    def start(self, program, *words, **pipes):
        """A running program that the test's end stops, by its own id."""
        started = program.start(*words, **pipes)

        def stop():
            started.terminate()
            started.communicate(timeout=20)
        self.addCleanup(stop)
        return started

    def exported(self, name="export"):
        """{(collection name, bytes)} of everything stored, as a sorted list."""
        target = Path(tempfile.mkdtemp(prefix=name, dir=self.folder)) / "out"
        self.program.run("export", target)
        return sorted(((part / "displayname").read_text(), file.read_bytes()) for part in (target / "collections").iterdir()
                      for file in part.iterdir() if file.suffix in (".vcf", ".ics"))


def account_folder(folder, cards=(), events=()):
    """A vdir folder with an address book and a calendar."""
    for name, ending, items in (("contacts", "vcf", cards), ("meetings", "ics", events)):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "displayname").write_text(name.capitalize())
        for at, text in enumerate(items):
            (folder / name / f"{at}.{ending}").write_bytes(text.encode())
    return folder

"""The package under test, unpacked or installed into a root of its own."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
for room in ("cli", "kill"):
    sys.path.insert(0, str(HOUSE / "tests" / room))

from program import Program  # noqa: E402  (found by the lines above)


def deb():
    """The package that `package_make` made."""
    [found] = Path(os.environ["GOODTURN_PACKAGE"]).glob("goodturn_*.deb")
    return found


def run(*words, code=0, **more):
    """The finished program; what it printed is in the failure."""
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, timeout=120, check=False, **more)
    if done.returncode != code:
        raise AssertionError(f"{words}: exit code {done.returncode}, not {code}\n{done.stdout}\n{done.stderr}")
    return done


class InstalledProgram(Program):
    """The program of the package, used by somebody with this HOME; `before` goes before the command."""

    def __init__(self, binary, user_home, before=()):
        super().__init__(Path(user_home) / ".local/share/goodturn")
        self.binary = str(binary)
        self.before = before
        self.environment["HOME"] = str(user_home)

    def words(self, *words):
        return [*self.before, self.binary, "--now", self.now, *map(str, words)]


class Root:
    """A root folder in which dpkg installs and removes; scripts run beside it, as for a foreign system."""

    def __init__(self, folder):
        self.folder = Path(folder)
        for part in ("info", "updates", "triggers"):
            (self.folder / "var/lib/dpkg" / part).mkdir(parents=True)
        (self.folder / "var/lib/dpkg/status").touch()
        self.program = self.folder / "usr/bin/goodturn"

    def dpkg(self, *words):
        # Files must belong to root in the package's eyes only.
        before = [] if os.geteuid() == 0 else ["fakeroot"]
        return run(*before, "dpkg", f"--root={self.folder}", "--force-script-chrootless", "--force-depends",
                   "--force-not-root", "--no-triggers", *words, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def files(self):
        """Everything of the package, as paths below the root."""
        return sorted(str(path.relative_to(self.folder)) for path in (self.folder / "usr").rglob("*")
                      if not path.is_dir())


class PackageCase(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="goodturn-package-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def unpacked(self):
        target = self.folder / "unpacked"
        run("dpkg-deb", "-x", deb(), target)
        return target

    def started(self, words, **more):
        """A program that the end of the test stops by its own id."""
        started = subprocess.Popen(list(map(str, words)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

        def stop():
            started.kill()
            started.communicate(timeout=20)
        self.addCleanup(stop)
        return started

    def wait_for(self, what, condition, seconds=20):
        deadline = time.monotonic() + seconds
        while not condition():
            self.assertLess(time.monotonic(), deadline, f"{what} did not come in {seconds} s")
            time.sleep(0.05)

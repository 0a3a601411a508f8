"""The unit of the package under a user's own systemd: it starts with all its walls, works behind them, and stops.

Runs inside with_package.sh, with mounts and control groups of its own: the machine needs no running systemd, and the
user's manager sees only what this test mounts.
"""

import json
import os
import subprocess
import unittest
from pathlib import Path

USER = 61234  # nobody's number
RUNTIME = Path("/run/user") / str(USER)
HERE = Path(__file__).resolve().parent


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True)


class Unit(unittest.TestCase):
    def setUp(self):
        mount("-t", "tmpfs", "none", "/run")
        # What the machine's own manager makes at its start: the sign that there is one, and where views are built.
        for folder in ("/run/systemd/system", "/run/systemd/unit-root"):
            os.makedirs(folder)
        RUNTIME.mkdir(parents=True, mode=0o755)
        mount("-t", "cgroup2", "none", "/sys/fs/cgroup")
        self.group = Path(f"/sys/fs/cgroup/goodturn-{os.getpid()}.scope")
        self.group.mkdir()
        mount("-t", "tmpfs", "none", "/home")  # not below /tmp, of which the unit has one of its own
        self.home = Path("/home/ada")
        (self.home / ".ssh").mkdir(parents=True)
        for path in (RUNTIME, self.group, self.group / "cgroup.procs", self.home, self.home / ".ssh"):
            os.chown(path, USER, USER)
        self.addCleanup(self.tidy)

    def tidy(self):
        for folder, _below, _files in os.walk(self.group, topdown=False):
            os.rmdir(folder)

    def session(self):
        """unit_session.py as the user, in a control group that it owns."""
        def join():
            (self.group / "cgroup.procs").write_text(str(os.getpid()))
            os.setgroups([])
            os.setgid(USER)
            os.setuid(USER)
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "XDG_RUNTIME_DIR": str(RUNTIME), "TZ": "UTC",
                       "LC_ALL": "C.UTF-8", "GOODTURN_SECRETS": "file"}
        started = subprocess.Popen(["/usr/bin/python3", HERE / "unit_session.py"], env=environment, preexec_fn=join,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/")
        self.addCleanup(started.communicate, timeout=30)
        return started

    def test_the_unit_starts_works_and_stops(self):
        session = self.session()
        told = json.loads(session.stdout.readline())
        self.assertEqual(told["without_a_home"], ["inactive", "0"], "who set nothing up has nothing running")
        status = dict(line.split(":\t", 1) for line in Path(f"/proc/{told['pid']}/status").read_text().splitlines()
                      if ":\t" in line)
        self.assertEqual((status["NoNewPrivs"], status["Seccomp"]), ("1", "2"))
        self.assertEqual({int(status[name], 16) for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb")}, {0})
        self.assertEqual(os.readlink(f"/proc/{told['pid']}/exe"), "/usr/bin/goodturn")
        mounts = [line.split() for line in Path(f"/proc/{told['pid']}/mountinfo").read_text().splitlines()]
        writable = {fields[4] for fields in mounts if "rw" in fields[5].split(",")}
        self.assertIn(str(self.home), writable)
        self.assertFalse(writable & {"/", "/usr", "/etc", "/var"}, writable)
        self.assertTrue(any(fields[4] == "/tmp" and "systemd-private" in fields[3] for fields in mounts))
        self.assertTrue(any(fields[4] == str(self.home / ".ssh") and "inaccessible" in fields[3] for fields in mounts))
        # Behind these walls a sync read the folders, and the items were written.
        self.assertEqual([account["errors"] for account in told["sync"]["accounts"]], [[]])
        self.assertGreater(told["people"], 50)
        ended, _ = session.communicate("stop\n", timeout=30)
        self.assertEqual(json.loads(ended), {"result": "success", "state": "inactive"})
        self.assertFalse(Path(f"/proc/{told['pid']}").exists())


if __name__ == "__main__":
    unittest.main()

"""Full and read-only disks, two helpers on one home, clocks that jump: with the real program on real mounts."""

import shutil
import signal
import subprocess
import time
import unittest

from home import KillCase, local_state

from items import card
from program import Program, account_folder


def may_mount():
    done = subprocess.run(["unshare", "--mount", "--map-root-user", "true"], capture_output=True, check=False)
    return done.returncode == 0


class Places(KillCase):
    def setUp(self):
        super().setUp()
        account_folder(self.folder / "account", [card(f"p{at}", f"P {at}") for at in range(30)])
        self.program.run("account", "add", self.folder / "account", "--user", "alex@example.org")
        self.program.run("sync")

    def mounted(self, script):
        """Runs commands in a name space of their own, where mounts may be made; $0 is the program with its home."""
        words = " ".join(map(str, self.program.words()))
        return subprocess.run(["unshare", "--mount", "--map-root-user", "sh", "-c", script.replace("GOODTURN", words)],
                              env=self.program.environment, capture_output=True, text=True, timeout=120, check=False)

    @unittest.skipUnless(may_mount(), "no mount name spaces here")
    def test_a_read_only_disk_can_be_read_and_says_why_it_is_not_written(self):
        before = local_state(self.program.home)
        done = self.mounted(f"mount --bind {self.program.home} {self.program.home} && mount -o remount,bind,ro "
                            f"{self.program.home} && GOODTURN people && GOODTURN sync")
        self.assertEqual(done.stdout.count("\n    p"), 30, done.stderr)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot be written to", done.stderr)
        self.assertEqual(local_state(self.program.home), before)

    @unittest.skipUnless(may_mount(), "no mount name spaces here")
    def test_a_full_disk_is_said_leaves_nothing_half_and_works_again_afterwards(self):
        cards = [card(f"q{at}", f"Q {at}", "NOTE:" + "n" * 9000) for at in range(300)]
        more = account_folder(self.folder / "more", cards)
        self.program.run("account", "add", more, "--user", "alex@example.org", "--name", "More")
        small = self.folder / "small"
        small.mkdir()
        used = sum(path.stat().st_size for path in self.program.home.rglob("*")) // 1024 + 1500
        script = (f"mount -t tmpfs -o size={used}k,mode=700 none {small} && cp -a {self.program.home}/. {small} && "
                  f"GOODTURN sync; echo \"code $?\"; GOODTURN people | grep -c '^    '; "
                  f"GOODTURN doctor; mount -o remount,size=100M {small} && GOODTURN sync && GOODTURN doctor; "
                  f"GOODTURN people | grep -c '^    '")
        self.program.home = small
        done = self.mounted(script)
        self.assertIn("disk is full", done.stderr, done.stdout)
        self.assertIn("code 1\n30\n", done.stdout)
        self.assertEqual(done.stdout.count("The database is sound"), 2, done.stdout)
        self.assertIn("Free some space.", done.stdout)
        self.assertTrue(done.stdout.endswith("330\n"), done.stdout)

    def test_a_second_helper_leaves_at_once_and_a_stale_lock_is_no_obstacle(self):
        first = self.program.start("serve")
        self.addCleanup(first.kill)
        first.stdout.readline()
        begun = time.monotonic()
        second = self.program.run("serve", code=1)
        self.assertLess(time.monotonic() - begun, 1)
        self.assertIn(f"already running with this home (pid {first.pid})", second.err)
        self.assertIn("already running", self.program.run("sync", code=1).err)
        first.send_signal(signal.SIGKILL)
        first.communicate(timeout=20)
        self.assertEqual((self.program.home / "lock").read_text(), f"{first.pid}\n")
        third = self.program.start("serve")
        self.addCleanup(third.kill)
        self.assertIn(b"serves on", third.stdout.readline())
        third.terminate()
        third.communicate(timeout=20)

    def test_a_clock_that_jumps_changes_nothing(self):
        before = local_state(self.program.home)
        self.assertEqual(before["sound"], [("ok",)])
        for now, zone in (("2016-11-22T08:00:00Z", "UTC"), ("2036-11-22T08:00:00Z", "Pacific/Kiritimati"),
                          ("2026-03-29T01:30:00Z", "Europe/Berlin"), ("2026-10-25T00:30:00Z", "Pacific/Pago_Pago"),
                          ("2026-11-22T16:00:00Z", "UTC")):
            with self.subTest(now=now):
                jumped = Program(self.program.home, now)
                jumped.environment["TZ"] = zone
                self.assertIn("Nothing new", jumped.text("sync"))
                self.assertEqual(local_state(self.program.home), before)
        names = sorted(path.name for path in (self.program.home / "backups").iterdir())
        self.assertEqual([name[7:17] for name in names],
                         ["2016-11-22", "2036-11-22", "2026-03-29", "2026-10-24", "2026-11-22"])
        shutil.rmtree(self.program.home / "backups")
        for day in range(1, 10):
            Program(self.program.home, f"2026-12-{day:02}T08:00:00Z").run("sync")
        kept = sorted(path.name for path in (self.program.home / "backups").iterdir())
        self.assertEqual(kept, [f"{day:06}-2026-12-{day:02}.sqlite" for day in range(3, 10)])

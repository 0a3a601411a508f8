"""SIGKILL at random moments while touches are logged: what the program said it stored is there, once."""

import random
import re
import signal
import subprocess
import time

from home import KILLS, SEED, KillCase, rows

from items import card
from program import account_folder


class RandomKills(KillCase):
    def test_no_acknowledged_touch_is_lost(self):
        account_folder(self.folder / "account", [card("anna", "Anna Example")])
        self.program.run("account", "add", self.folder / "account", "--user", "alex@example.org")
        self.program.run("sync")
        begun = time.monotonic()
        for at in range(5):
            self.program.run("log", "anna", "--channel", "call", "--note", f"warm {at}.")
        usual = (time.monotonic() - begun) / 5
        chance = random.Random(SEED)
        acknowledged, kills, number = set(), 0, 0
        while kills < KILLS:
            number += 1
            words = self.program.words("log", "anna", "--channel", "call", "--note", f"note {number}.")
            started = subprocess.Popen(words, env=self.program.environment, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            try:
                started.wait(chance.uniform(0, usual * 1.3))
            except subprocess.TimeoutExpired:
                started.kill()
            code = started.wait()
            kills += code == -signal.SIGKILL
            self.assertIn(code, (0, -signal.SIGKILL))
            if code == 0:
                acknowledged.add(number)
        self.program.run("log", "anna", "--channel", "call", "--note", "last.")
        stored = [int(found) for (text,) in rows(self.program.home, "SELECT text FROM item WHERE text LIKE '%note %'")
                  for found in re.findall(r"note (\d+)\.", text)]
        print(f"{kills} random kills, {len(acknowledged)} acknowledged of {number}, {len(stored)} stored, "
              f"{time.monotonic() - begun:.0f} s, GOODTURN_SEED={SEED}")
        self.assertEqual(acknowledged - set(stored), set())
        self.assertEqual(len(stored), len(set(stored)))
        self.assertGreater(len(acknowledged), KILLS // 20)
        self.assertEqual(rows(self.program.home, "PRAGMA integrity_check"), [("ok",)])

"""tools/check_hardening knows a program with Debian's flags, and names each that is missing."""

import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECK = HERE.parents[1] / "tools/check_hardening"
ALL = ("-O2", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2", "-fstack-protector-strong", "-fPIE", "-pie", "-Wl,-z,relro,-z,now")


class Hardening(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="goodturn-hardening-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def flaws(self, *flags):
        program = self.folder / "probe"
        subprocess.run(["g++", "-w", HERE / "hardened_probe.cc", "-o", program, *flags], check=True)
        done = subprocess.run([CHECK, program], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1 if done.stderr else 0)
        return [line.removeprefix(f"{program}: not ").split(" (")[0] for line in done.stderr.splitlines()]

    def test_each_flag_is_missed(self):
        self.assertEqual(self.flaws(*ALL), [])
        for flags, named in ((("-D_FORTIFY_SOURCE=0",), "checked buffers"), (("-fno-stack-protector",), "guarded stacks"),
                             (("-no-pie", "-fno-pie"), "position-independent"), (("-Wl,-z,norelro",), "relro"),
                             (("-Wl,-z,lazy",), "bound at the start"), (("-Wl,-z,execstack",), "without an executable stack")):
            with self.subTest(named):
                self.assertIn(named, self.flaws(*ALL, *(["-U_FORTIFY_SOURCE"] if "FORTIFY" in flags[0] else []), *flags))


if __name__ == "__main__":
    unittest.main()

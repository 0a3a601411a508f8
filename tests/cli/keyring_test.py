"""Passwords in a real gnome-keyring on a bus of its own: kept, told by doctor, gone with the account and with everything."""

import os
import shutil
import subprocess
import time
import unittest
from pathlib import Path

from items import card
from program import ProgramCase
from servers import BOOK, DavServer

try:
    import dbus
    from dbus.bus import BusConnection
except ImportError:
    dbus = None

RULES = """<busconfig><type>session</type><listen>unix:path={}</listen><policy context="default"><allow send_destination="*"/>
<allow own="*"/><allow receive_sender="*"/></policy></busconfig>"""
NAME = "org.freedesktop.secrets"
MISSING = dbus is None or not all(map(shutil.which, ("gnome-keyring-daemon", "dbus-daemon")))


@unittest.skipIf(MISSING, "gnome-keyring-daemon, dbus-daemon or python3-dbus is not installed")
class Keyring(ProgramCase):
    def setUp(self):
        super().setUp()
        self.server = DavServer(self.open_folder())
        self.addCleanup(self.server.stop)
        self.server.make("contacts", BOOK)
        self.server.put("contacts/anna.vcf", card("anna", "Anna Berg"))
        address = f"unix:path={self.folder / 'bus'}"
        settings = self.folder / "bus.conf"
        settings.write_text(RULES.format(self.folder / "bus"))
        self.beside("dbus-daemon", "--nofork", "--nosyslog", f"--config-file={settings}")
        self.await_that(lambda: (self.folder / "bus").exists())
        self.program.environment |= {"DBUS_SESSION_BUS_ADDRESS": address, "XDG_RUNTIME_DIR": str(self.folder),
                                     "XDG_DATA_HOME": str(self.folder / "data")}
        del self.program.environment["GOODTURN_SECRETS"]
        self.bus = BusConnection(address)
        self.addCleanup(self.bus.close)

    def beside(self, *words, given=""):
        """A program that runs until the test ends."""
        started = subprocess.Popen(words, env=self.program.environment | {"PATH": os.environ["PATH"]}, stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
        started.stdin.write(given)
        started.stdin.close()

        def stop():
            started.terminate()
            started.wait(timeout=20)
        self.addCleanup(stop)

    def await_that(self, condition):
        deadline = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.05)

    def keyring(self, *options):
        self.beside("gnome-keyring-daemon", "--foreground", "--components=secrets", *options, given="master")
        self.await_that(lambda: self.bus.name_has_owner(NAME))

    def kept(self):
        """How many secrets the keyring has, whoever put them there; locked ones too."""
        service = dbus.Interface(self.bus.get_object(NAME, "/org/freedesktop/secrets"), "org.freedesktop.Secret.Service")
        return sum(map(len, service.SearchItems(dbus.Dictionary({}, signature="ss"))))

    def add(self, user="alice"):
        self.program.run("account", "add", self.server.url, "--user", user, "--password-file", self.password_file())

    def link(self):
        """State and words of doctor's line about the keyring."""
        checks = self.program.json("doctor", code=1)["checks"]  # Thunderbird knows nothing of this helper
        [found] = [one for one in checks if one["what"].startswith("Passwords are kept in: ")]
        return found["state"], found["what"], found["advice"]

    def foreign(self):
        """A secret of another program, which stays."""
        service = self.bus.get_object(NAME, "/org/freedesktop/secrets")
        _, session = service.OpenSession("plain", "", dbus_interface="org.freedesktop.Secret.Service")
        label = {"org.freedesktop.Secret.Item.Label": "another", "org.freedesktop.Secret.Item.Attributes":
                 dbus.Dictionary({"service": "another"}, signature="ss")}
        collection = self.bus.get_object(NAME, "/org/freedesktop/secrets/aliases/default")
        secret = dbus.Struct((session, dbus.ByteArray(b""), dbus.ByteArray(b"theirs"), "text/plain"), signature="oayays")
        collection.CreateItem(label, secret, False, dbus_interface="org.freedesktop.Secret.Collection")

    def test_doctor_tells_of_it_and_erasing_takes_every_secret_out(self):
        self.keyring("--unlock")
        self.foreign()
        self.assertEqual(self.kept(), 1)
        self.add()
        self.assertEqual(self.kept(), 2)
        state, words, advice = self.link()
        self.assertEqual((state, advice), ("ok", ""))
        self.assertIn("Secret Service", words)
        self.program.run("sync")
        self.assertFalse((self.program.home / "secrets.json").exists())
        self.program.run("erase", "everything", "--yes")
        self.assertEqual(self.kept(), 1)

    def test_an_account_that_is_removed_takes_its_secret_along(self):
        self.keyring("--unlock")
        self.foreign()
        self.add()
        self.program.run("account", "remove", 1)
        self.assertEqual(self.kept(), 1)

    def test_doctor_without_one_and_after_one_came(self):
        self.add()
        state, words, advice = self.link()
        self.assertEqual(state, "note")
        self.assertIn("secrets.json", words)
        self.assertIn("Where one runs, unlock it", advice)
        self.assertTrue(Path(self.program.home / "secrets.json").exists())
        self.keyring("--unlock")
        self.program.run("sync")
        self.assertEqual(self.link()[0], "ok")
        self.program.run("erase", "everything", "--yes")
        self.assertFalse((self.program.home / "secrets.json").exists())

    def test_tests_that_want_the_file_have_it(self):
        self.keyring("--unlock")
        self.program.environment["GOODTURN_SECRETS"] = "file"
        self.add()
        self.assertEqual(self.kept(), 0)
        state, words, _ = self.link()
        self.assertEqual(state, "ok")
        self.assertIn("secrets.json", words)


if __name__ == "__main__":
    unittest.main()

"""The package installed, used, upgraded and removed, in a root that is thrown away."""

import json
import os
import shutil
import socket

from packed import HOUSE, InstalledProgram, PackageCase, Root, deb, run

from old_home import RELEASED, make_old_home

NOBODY = 61234  # nobody's number


class Install(PackageCase):
    def setUp(self):
        super().setUp()
        self.root = Root(self.folder / "root")
        self.root.dpkg("--install", deb())
        self.user = self.folder / "user"
        self.user.mkdir(mode=0o700)
        self.program = InstalledProgram(self.root.program, self.user)

    def use(self):
        """The way of a new user with sample folders; how many follow-ups the week has."""
        self.program.run("sample", self.user / "folders")
        self.program.run("account", "add", self.user / "folders", "--user", "alex@example.org")
        self.program.run("sync")
        return len(self.program.json("week")["suggestions"])

    def serve(self):
        """A running helper and its port."""
        helper = self.started(self.program.words("--json", "serve"), env=self.program.environment)
        return helper, json.loads(helper.stdout.readline())["port"]

    def assert_ended(self, helper, port):
        self.assertEqual(helper.wait(timeout=20), 0)
        with socket.socket() as knock:
            self.assertNotEqual(knock.connect_ex(("127.0.0.1", port)), 0)

    def test_installed_used_and_removed(self):
        version = run(HOUSE / "tools/package/version").stdout.strip()
        self.assertEqual(self.program.text("--version"), f"goodturn {version}\n")
        self.assertGreater(self.use(), 0)
        helper, port = self.serve()
        self.program.run("export", self.user / "before")
        said = self.root.dpkg("--remove", "goodturn").stdout
        self.assert_ended(helper, port)
        self.assertIn("~/.local/share/goodturn", said)
        self.root.dpkg("--purge", "goodturn")
        self.assertEqual(self.root.files(), [])
        # The next installation finds everything as it was.
        self.assertTrue((self.program.home / "goodturn.sqlite").is_file())
        self.root.dpkg("--install", deb())
        self.program.run("export", self.user / "after")
        self.assertEqual(run("diff", "-r", self.user / "before", self.user / "after").stdout, "")

    def test_an_upgrade_ends_the_helper_and_keeps_the_items(self):
        self.use()
        helper, port = self.serve()
        self.program.run("export", self.user / "before")
        self.root.dpkg("--install", deb())
        self.assert_ended(helper, port)
        self.program.run("export", self.user / "after")
        self.assertEqual(run("diff", "-r", self.user / "before", self.user / "after").stdout, "")

    def test_homes_of_every_released_version_are_opened(self):
        versions = range(1, len(RELEASED))
        self.assertGreater(len(versions), 5)
        for version in versions:
            with self.subTest(version=version):
                self.program.home.parent.mkdir(parents=True, exist_ok=True)
                make_old_home(self.program.home, version)
                self.program.run("collection", "enable", 7)
                target = self.folder / f"export-{version}"
                self.program.run("export", target)
                self.assertEqual(len(list((target / "collections").rglob("*.vcf"))), 12)
                self.assertIn("database is sound", self.program.run("doctor", code=1).out)

    def test_another_programs_helper_is_left_alone(self):
        other = self.folder / "other" / "goodturn"
        other.parent.mkdir()
        other.write_bytes(self.root.program.read_bytes())
        other.chmod(0o755)
        elsewhere = InstalledProgram(other, self.user)
        helper = self.started(elsewhere.words("--json", "serve"), env=elsewhere.environment)
        helper.stdout.readline()
        self.root.dpkg("--remove", "goodturn")
        self.assertIsNone(helper.poll())


class InHomeFolder(PackageCase):
    """make install PREFIX=… and make uninstall, by a user without rights: a helper hides from its owner more than from root."""

    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.house = self.folder / "house"
        for part in ("tools", "docs", "plugin/static/icons"):
            shutil.copytree(HOUSE / part, self.house / part)
        for part in ("CMakeLists.txt", "CHANGELOG.md"):
            shutil.copy(HOUSE / part, self.house)
        (self.house / "build").mkdir()
        shutil.copy(os.environ["GOODTURN_BIN"], self.house / "build/goodturn")
        shutil.copy(os.environ["GOODTURN_XPI"], self.house / "build/goodturn.xpi")
        # Every character here needs care in one of the files that name the program.
        self.user = self.folder / "user & Co | é"
        self.user.mkdir(mode=0o700)
        self.prefix = self.user / ".local"
        self.before = []
        if os.geteuid() == 0:
            os.chown(self.user, NOBODY, NOBODY)
            self.before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        self.program = InstalledProgram(self.prefix / "bin/goodturn", self.user, self.before)

    def make(self, script, prefix, code=0):
        environment = {**os.environ, "HOME": str(self.user), "XDG_RUNTIME_DIR": str(self.user)}
        for name in ("XDG_DATA_HOME", "DESTDIR", "PROGRAM", "XPI", "DBUS_SESSION_BUS_ADDRESS"):
            environment.pop(name, None)
        return run(*self.before, self.house / "tools" / script, prefix, self.user / ".mozilla/native-messaging-hosts",
                   env=environment, code=code)

    def serve(self):
        helper = self.started(self.program.words("serve"), env=self.program.environment)
        self.assertIn(b"serves on", helper.stdout.readline())
        return helper

    def test_install_use_and_uninstall(self):
        self.make("install_program", self.prefix)
        host = json.loads((self.user / ".mozilla/native-messaging-hosts/goodturn_helper.json").read_text())
        self.assertEqual(host["path"], str(self.prefix / "bin/goodturn"))
        run("systemd-analyze", "--user", "--man=no", "verify", self.prefix / "share/systemd/user/goodturn.service",
            env={**os.environ, "XDG_RUNTIME_DIR": str(self.folder), "HOME": str(self.user)})
        run("desktop-file-validate", self.prefix / "share/applications/org.example.goodturn.desktop")
        for made in ("man/man1/goodturn.1", "bash-completion/completions/goodturn", "zsh/site-functions/_goodturn",
                     "fish/vendor_completions.d/goodturn.fish", "goodturn/goodturn.xpi", "doc/goodturn/install.md"):
            self.assertGreater((self.prefix / "share" / made).stat().st_size, 0, made)
        self.assertEqual(self.program.home.stat().st_mode & 0o777, 0o700)  # the add-on lies where the items will be
        self.program.run("sample", self.user / "folders")
        self.program.run("account", "add", self.user / "folders", "--user", "alex@example.org")
        helper = self.serve()
        # Installing again brings the new program; the helper of the old one ends.
        self.make("install_program", self.prefix)
        self.assertEqual(helper.wait(timeout=20), 0)
        helper = self.serve()
        said = self.make("uninstall_program", self.prefix).stdout
        self.assertEqual(helper.wait(timeout=20), 0)
        self.assertIn(str(self.program.home), said)
        left = [path for path in self.user.rglob("*") if path.is_file() and "folders" not in path.parts]
        self.assertTrue(left)
        self.assertEqual([path for path in left if self.program.home not in path.parents], [])

    def test_a_prefix_that_cannot_be_written_down_is_refused(self):
        for prefix in ("relative", '/tmp/"quoted"', "/tmp/$HOME", "/tmp/back\\slash"):
            with self.subTest(prefix=prefix):
                self.assertIn("PREFIX", self.make("install_program", prefix, code=2).stderr)
        self.assertEqual(list(self.user.iterdir()), [])

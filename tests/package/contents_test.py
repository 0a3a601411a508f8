"""What is in the package: one version, pages and completions that know every command, nothing lintian complains of."""

import functools
import gzip
import json
import os
import pty
import re
import select
import sys
import time
import unittest
import zipfile

from packed import HOUSE, PackageCase, deb, run

sys.path.insert(0, str(HOUSE / "tools" / "package"))

import command_tree  # noqa: E402  (found by the line above)


@functools.cache
def tree():
    return command_tree.read(os.environ["GOODTURN_BIN"])


class Contents(PackageCase):
    def test_one_version(self):
        written = run(HOUSE / "tools/package/version").stdout.strip()
        self.assertRegex(written, r"^\d+\.\d+\.\d+$")
        root = self.unpacked()
        with zipfile.ZipFile(root / "usr/share/goodturn/goodturn.xpi") as xpi:
            addon = json.loads(xpi.read("manifest.json"))["version"]
        manual = gzip.decompress((root / "usr/share/man/man1/goodturn.1.gz").read_bytes()).decode()
        metainfo = (root / "usr/share/metainfo/org.example.goodturn.metainfo.xml").read_text()
        found = {
            "program": run(root / "usr/bin/goodturn", "--version").stdout.split()[1],
            "package": run("dpkg-deb", "-f", deb(), "Version").stdout.strip(),
            "manifest": json.loads((HOUSE / "manifest.json").read_text())["version"],
            "add-on": addon,
            "npm": json.loads((HOUSE / "plugin/package.json").read_text())["version"],
            "manual": re.search(r'"Goodturn ([\d.]+)"', manual).group(1),
            "metainfo": re.search(r'<release version="([\d.]+)"', metainfo).group(1),
        }
        self.assertEqual(found, dict.fromkeys(found, written))

    def test_lintian_has_nothing_to_say(self):
        done = run("lintian", "--fail-on", "error,warning", deb())
        self.assertNotRegex(done.stdout, "(?m)^[EW]:")

    def test_manual_page(self):
        page = self.unpacked() / "usr/share/man/man1/goodturn.1.gz"
        plain = self.folder / "goodturn.1"
        plain.write_bytes(gzip.decompress(page.read_bytes()))
        self.assertEqual(run("mandoc", "-T", "lint", "-W", "warning", plain).stdout, "")
        done = run("man", "--warnings", "-l", page, env={**os.environ, "MANWIDTH": "200", "LC_ALL": "C.UTF-8",
                                                         "MANPAGER": "cat"})
        self.assertEqual(done.stderr, "")
        shown = re.sub(r".\x08", "", done.stdout)
        commands = [command for command in command_tree.all_of(tree()) if command.path]
        self.assertGreater(len(commands), 50)
        for command in commands:
            if not command.subcommands:
                self.assertRegex(shown, rf"(?m)^ +{re.escape(' '.join(command.path))}( |$)")
            for option in command.options:
                self.assertIn(option.name, shown)
        # What the page says of the surroundings is known to the program.
        program = (self.unpacked() / "usr/bin/goodturn").read_bytes()
        for name in re.findall(r"(?m)^ +((?:GOODTURN|XDG)_[A-Z_]+)$", shown):
            self.assertIn(name.encode(), program)
        self.assertIn("GOODTURN_SECRETS", shown)

    def test_menu_entry_and_metainfo(self):
        share = self.unpacked() / "usr/share"
        run("desktop-file-validate", share / "applications/org.example.goodturn.desktop")
        run("appstreamcli", "validate", "--no-net", share / "metainfo/org.example.goodturn.metainfo.xml")
        self.assertIn("<svg", (share / "icons/hicolor/scalable/apps/goodturn.svg").read_text())

    def test_the_unit_is_switched_on_and_follows_a_helper_of_thunderbirds(self):
        control = self.folder / "control"
        run("dpkg-deb", "-e", deb(), control)
        self.assertIn("deb-systemd-helper --user enable 'goodturn.service'", (control / "postinst").read_text())
        unit = (self.unpacked() / "usr/lib/systemd/user/goodturn.service").read_text()
        self.assertIn('ExecStart="/usr/bin/goodturn" serve --wait\n', unit)

    def test_thunderbird_finds_program_and_add_on(self):
        root = self.unpacked()
        host = json.loads((root / "usr/lib/mozilla/native-messaging-hosts/goodturn_helper.json").read_text())
        self.assertEqual((host["name"], host["path"], host["type"]), ("goodturn_helper", "/usr/bin/goodturn", "stdio"))
        addon = json.loads((HOUSE / "manifest.json").read_text())["browser_specific_settings"]["gecko"]["id"]
        self.assertEqual(host["allowed_extensions"], [addon])
        xpi = root / f"usr/lib/thunderbird/extensions/{addon}.xpi"
        self.assertEqual(xpi.resolve(), (root / "usr/share/goodturn/goodturn.xpi").resolve())


class Completion(PackageCase):
    """The completions in the shells themselves."""

    def offered_by_fish(self, line):
        file = self.unpacked() / "usr/share/fish/vendor_completions.d/goodturn.fish"
        done = run("fish", "--no-config", "-c", f"source {file}; complete -C '{line}'", env=self.environment())
        return {one.split("\t")[0] for one in done.stdout.splitlines()}

    def offered_by_bash(self, line):
        file = self.unpacked() / "usr/share/bash-completion/completions/goodturn"
        # compopt works only while the shell itself completes.
        script = ('compopt() { :; }; . "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _goodturn;'
                  ' printf "%s\\n" "${COMPREPLY[@]}"')
        done = run("bash", "--norc", "-c", script, "bash", file, *line.split(" "), env=self.environment())
        return set(done.stdout.split())

    def offered_by_zsh(self, line):
        """Typed into a zsh at a terminal, with the key that lists what fits."""
        functions = self.unpacked() / "usr/share/zsh/vendor-completions"
        setting = (f"fpath=({functions} $fpath); autoload -Uz compinit; compinit -u -d {self.folder}/dump;"
                   " stty cols 500 rows 200; zstyle ':completion:*' verbose no; LISTMAX=9999; bindkey '^D' list-choices")
        pid, terminal = pty.fork()
        if pid == 0:
            os.execvpe("zsh", ["zsh", "-f", "-i"], self.environment())

        def until_it_takes_keys():
            """What was shown till zsh's editor has the terminal, which it tells by asking for marked pastes."""
            shown, deadline = b"", time.monotonic() + 60
            while b"\x1b[?2004h" not in shown:
                ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.monotonic()))
                self.assertTrue(ready, f"zsh waits no more: {shown}")
                shown += os.read(terminal, 65536)
            return shown
        try:
            until_it_takes_keys()
            os.write(terminal, setting.encode() + b"\n")
            until_it_takes_keys()
            os.write(terminal, line.encode() + b"\x04\x15\n")
            shown = until_it_takes_keys()
        finally:
            os.close(terminal)
            os.kill(pid, 9)
            os.waitpid(pid, 0)
        return set(re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b" ", shown).decode().split())

    def environment(self):
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TERM": "xterm"}

    def test_every_shell_offers_what_the_program_knows(self):
        commands = {command.path: command for command in command_tree.all_of(tree())}
        expected = {
            "goodturn ": {below.path[0] for below in tree().subcommands},
            "goodturn --home x --json account ": {below.path[1] for below in commands["account",].subcommands},
            "goodturn account add --": {option.name for option in commands["account", "add"].options} - {"--help"},
            "goodturn conflicts take 3 ": {"here", "server", "both"},
            "goodturn collection set 3 --write-back ": {"on", "off"},
        }
        self.assertGreater(len(expected["goodturn "]), 30)
        for shell in (self.offered_by_bash, self.offered_by_fish, self.offered_by_zsh):
            for line, words in expected.items():
                with self.subTest(shell=shell.__name__, line=line):
                    self.assertLessEqual(words, shell(line))

    def test_nothing_is_offered_that_is_not_known(self):
        for shell in (self.offered_by_bash, self.offered_by_fish):
            with self.subTest(shell=shell.__name__):
                self.assertEqual(shell("goodturn undo "), set())
                self.assertEqual(shell("goodturn acc"), {"account"})


if __name__ == "__main__":
    unittest.main()

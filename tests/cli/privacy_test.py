"""Nothing secret lies around: file modes, the log and the database."""

import json
import stat
import time
import urllib.request

from items import OWN, card
from program import ProgramCase, account_folder
from servers import BOOK, Radicale

PASSWORD = "canary-7f3kq-password"


class Privacy(ProgramCase):
    def check_modes(self, folder):
        for path in [folder, *folder.rglob("*")]:
            mode = stat.S_IMODE(path.stat().st_mode)
            self.assertEqual(mode, 0o700 if path.is_dir() else 0o600, f"{path} has mode {mode:o}")

    def test_files_of_home_and_export_are_for_this_user_alone(self):
        self.program.run("account", "add", account_folder(self.folder / "book", [card("anna", "Anna")]), "--user", OWN,
                         "--password-file", self.password_file())
        self.program.run("sync")
        helper = self.start(self.program, "serve")
        helper.stdout.readline()
        self.program.run("open", "--print")
        self.program.run("export", self.folder / "out")
        self.program.run("sample", self.folder / "sample")
        names = {path.name for path in self.program.home.iterdir()}
        self.assertLessEqual({"goodturn.sqlite", "goodturn.log", "tokens.json", "secrets.json", "bridge.json"}, names)
        for folder in (self.program.home, self.folder / "out", self.folder / "sample"):
            self.check_modes(folder)

    def test_no_secret_reaches_the_log_or_the_database(self):
        server = Radicale(self.folder / "radicale")
        self.addCleanup(server.stop)
        server.make("book", BOOK)
        server.put("book/a.vcf", card("anna", "Anna", "EMAIL:anna@example.org"))
        (server.folder / "users").write_text(f"alice:{PASSWORD}\n")
        self.program.run("account", "add", server.url, "--user", "alice", "--password-file", self.password_file(PASSWORD))
        self.program.run("sync")
        helper = self.start(self.program, "--json", "serve")
        port = json.loads(helper.stdout.readline())["port"]
        code = self.program.json("open", "--print")["url"].split("#code=")[1]
        token = json.loads(self.post(port, "session", {"code": code}))["token"]
        (server.folder / "users").write_text("alice:other\n")
        self.post(port, "sync", {}, token)
        self.wait_until_synced(port, token)
        log = (self.program.home / "goodturn.log").read_text()
        self.assertIn("problem", log)
        stored = b"".join(path.read_bytes() for path in self.program.home.glob("goodturn.sqlite*"))
        for secret in (PASSWORD, token, code):
            self.assertNotIn(secret, log)
            self.assertNotIn(secret.encode(), stored)
        self.assertNotIn(token, (self.program.home / "tokens.json").read_text())
        for address in ("anna@example.org", "alice"):
            self.assertNotIn(address, log)

    def post(self, port, path, body, token=""):
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        request = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1/{path}", json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()

    def wait_until_synced(self, port, token):
        report_of = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1/sync", headers={"Authorization": f"Bearer {token}"})
        for _ in range(200):
            with urllib.request.urlopen(report_of, timeout=30) as answer:
                report = json.load(answer)
            if report["finished"] and report["accounts"]:
                return
            time.sleep(0.05)
        self.fail("the sync did not end")

    def test_a_password_in_the_address_is_refused_without_repeating_it(self):
        done = self.program.run("account", "add", f"https://alice:{PASSWORD}@dav.example.org/", code=1)
        self.assertNotIn(PASSWORD, done.err + done.out)
        self.assertIn("out of the address", done.err)
        self.assertNotIn(PASSWORD.encode(), (self.program.home / "goodturn.sqlite").read_bytes())

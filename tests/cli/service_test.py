"""The running helper: serve, open, one helper per home, the native host."""

import json
import struct
import subprocess
import time
import urllib.error
import urllib.request

from items import OWN, card
from program import ProgramCase, account_folder


def call(port, path, body=None, token=""):
    """(status, answer) of the bridge."""
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1/{path}",
                                     None if body is None else json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


class Service(ProgramCase):
    def setUp(self):
        super().setUp()
        self.program.run("account", "add", account_folder(self.folder / "book", [card("anna", "Anna Berg")]), "--user", OWN)
        self.program.run("sync")

    def serve(self):
        """(process, port) of a helper on the home."""
        helper = self.start(self.program, "--json", "serve")
        return helper, json.loads(helper.stdout.readline())["port"]

    def test_a_link_works_once(self):
        _helper, port = self.serve()
        link = self.program.text("open", "--print").strip()
        self.assertTrue(link.startswith(f"http://127.0.0.1:{port}/#code="), link)
        code = link.split("#code=")[1]
        status, session = call(port, "session", {"code": code})
        self.assertEqual(status, 200)
        self.assertEqual(call(port, "people", token=session["token"])[1]["total"], 1)
        self.assertIn(call(port, "session", {"code": code})[0], (401, 403, 404))
        self.assertEqual(call(port, "people", token="x" * 43)[0], 401)
        with urllib.request.urlopen(link, timeout=30) as page:
            self.assertIn(b"<html", page.read())

    def test_open_starts_a_helper_when_none_runs(self):
        url = self.program.json("open", "--print")["url"]
        pid = json.loads((self.program.home / "bridge.json").read_text())["pid"]
        self.addCleanup(subprocess.run, ["kill", str(pid)], check=False)
        port = int(url.split(":")[2].split("/")[0])
        self.assertEqual(call(port, "session", {"code": url.split("#code=")[1]})[0], 200)

    def test_a_second_helper_is_refused_at_once_while_reading_goes_on(self):
        helper, port = self.serve()
        for words in (["serve"], ["sync"], ["rebuild"], ["tag", "anna", "+ally"]):
            with self.subTest(words):
                start = time.monotonic()
                done = self.program.run(*words, code=1)
                self.assertLess(time.monotonic() - start, 1)
                self.assertIn("already running", done.err)
                self.assertIn(str(helper.pid), done.err)
        self.assertEqual(self.program.json("sync", code=1)["kind"], "busy")
        self.assertIn("Anna Berg", self.program.text("people"))
        self.assertIn("Anna Berg", self.program.text("person", "anna"))
        for words in (["week"], ["account", "list"], ["collection", "list"]):
            self.program.json(*words)
        self.assertEqual(self.program.json("export", self.folder / "out")["items"], 1)
        checks = self.program.json("doctor", code=1)["checks"]
        self.assertTrue(any(str(port) in one["what"] for one in checks), checks)

    def test_one_that_waits_goes_on_where_the_other_ends(self):
        first, port = self.serve()
        second = self.start(self.program, "--json", "serve", "--wait")
        self.assertEqual(json.loads((self.program.home / "bridge.json").read_text())["pid"], first.pid)
        first.terminate()
        first.communicate(timeout=20)
        self.assertEqual(json.loads(second.stdout.readline())["port"], port)
        self.assertEqual(json.loads((self.program.home / "bridge.json").read_text())["pid"], second.pid)
        third = self.start(self.program, "serve", "--wait")
        time.sleep(0.3)  # whether or not it waits by then, the signal ends it
        third.terminate()
        self.assertIn(third.wait(timeout=20), (0, -15))
        self.assertIsNone(second.poll())

    def test_the_port_is_kept(self):
        ports = []
        for _ in range(2):
            helper, port = self.serve()
            ports.append(port)
            helper.terminate()
            helper.communicate(timeout=20)
            self.assertEqual(helper.returncode, 0)
            self.assertFalse((self.program.home / "bridge.json").exists())
        self.assertEqual(ports[0], ports[1])


class NativeHost(ProgramCase):
    def host(self):
        return self.start(self.program, "native-host", stdin=subprocess.PIPE)

    @staticmethod
    def ask(host, message):
        text = json.dumps(message).encode()
        host.stdin.write(struct.pack("=I", len(text)) + text)
        host.stdin.flush()
        return json.loads(host.stdout.read(struct.unpack("=I", host.stdout.read(4))[0]))

    def test_hello_gives_a_port_and_a_token_that_work(self):
        host = self.host()
        ready = self.ask(host, {"type": "hello"})
        self.assertEqual(ready["type"], "ready")
        self.assertEqual(call(ready["port"], "people", token=ready["token"])[0], 200)
        for strange in ({"type": 5}, {"type": "else"}, [], "hello"):
            self.assertEqual(self.ask(host, strange)["type"], "error")
        self.assertEqual(self.ask(host, {"type": "hello"})["port"], ready["port"])

    def test_it_ends_when_stdin_ends(self):
        host = self.host()
        port = self.ask(host, {"type": "hello"})["port"]
        host.stdin.close()
        self.assertEqual(host.wait(timeout=20), 0)
        with self.assertRaises(OSError):
            call(port, "status")
        host.stdin = None

    def test_a_second_host_hands_out_the_same_port(self):
        first, second = self.host(), self.host()
        ready = self.ask(first, {"type": "hello"})
        again = self.ask(second, {"type": "hello"})
        self.assertEqual(again["port"], ready["port"])
        self.assertEqual(call(again["port"], "people", token=again["token"])[0], 200)

    def test_it_ends_after_the_helper_whose_port_it_handed_out(self):
        helper = self.start(self.program, "--json", "serve")
        port = json.loads(helper.stdout.readline())["port"]
        for signal in ("-TERM", "-KILL"):
            with self.subTest(signal):
                host = self.host()
                self.assertEqual(self.ask(host, {"type": "hello"})["port"], port)
                self.assertEqual(self.ask(host, {"type": "hello"})["port"], port, "it stays while the helper does")
                subprocess.run(["kill", signal, str(helper.pid)], check=True)
                helper.wait(timeout=20)
                self.assertEqual(host.wait(timeout=5), 0)
                helper = self.start(self.program, "--json", "serve")
                self.assertEqual(json.loads(helper.stdout.readline())["port"], port)
        # The next one finds nobody and serves itself.
        helper.terminate()
        helper.wait(timeout=20)
        self.assertEqual(self.ask(self.host(), {"type": "hello"})["port"], port)

    def test_a_damaged_frame_ends_it_with_a_failure(self):
        host = self.host()
        host.stdin.write(struct.pack("=I", 0xFFFFFFF0) + b"x")
        host.stdin.close()
        self.assertEqual(host.wait(timeout=20), 1)
        host.stdin = None

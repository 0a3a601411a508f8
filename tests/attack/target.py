"""The helper under attack: one of its own in a temporary home, or one that runs already."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from wire import PATIENCE, Answer, request, say

NOW = "2026-11-22T08:00:00Z"
HOUSE = Path(__file__).resolve().parents[2]


class Target:
    """Where to, with which token and whose memory. `home` and `pair`, which gives the add-on a new token, are None for a
    helper that is not ours: nothing in it is changed."""

    def __init__(self, port, token, tally, pid, home=None, pair=None, patience=PATIENCE):
        self.pair = pair
        self.pid = pid
        self.patience = patience
        self.address = ("127.0.0.1", port)
        self.port = port
        self.token = token
        self.tally = tally
        self.home = home
        self.secrets = (str(home).encode(),) if home else ()

    def headers(self, token=None, **changed):
        """Those of a good request; `changed` by name with _ for -, None takes one away."""
        good = {"Host": f"127.0.0.1:{self.port}"}
        if token is not None:
            good["Authorization"] = f"Bearer {token}"
        for name, value in changed.items():
            good[name.replace("_", "-")] = value
        return [(name, value) for name, value in good.items() if value is not None]

    def bytes(self, method, target, token=None, body=None, **changed):
        """A request with a body of JSON, or with `body` as it stands where it is bytes."""
        content = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        if body is not None:
            changed = {"Content_Type": "application/json", "Content_Length": str(len(content))} | changed
        return request(method, target, self.headers(token, **changed), content)

    def send(self, *pieces):
        """The answer, after it was looked over as every answer is."""
        answer = say(self.address, *pieces, patience=self.patience)
        self.tally.look_at(answer, self.secrets)
        return answer

    def ask(self, method, target, token=None, body=None, **changed):
        return self.send(self.bytes(method, target, token, body, **changed))

    def right(self, method, target, body=None):
        """What the right token gets; an error when it is refused."""
        answer = self.ask(method, target, self.token, body)
        if answer.status not in (200, 201, 204):
            raise RuntimeError(f"{method} {target} with the right token: {answer.status} {answer.body[:200]!r}")
        return answer

    def alive(self):
        return self.ask("GET", "/api/v1/status", self.token).status == 200

    def state(self):
        """What nobody may have changed in the end, as one text."""
        return "\n".join(self.right("GET", f"/api/v1/{path}").body.decode()
                         for path in ("settings", "accounts", "collections", "people?limit=100", "feed", "me", "trash"))

    def turned_away(self, what, answer, allowed):
        """Counts one try that must get one of `allowed` (0: closed without a word) and only one answer."""
        self.tally.refused(what, answer.status in allowed and answer.count <= 1,
                           f"answered {answer.status}" + (f", {answer.count} answers" if answer.count > 1 else ""))


class OwnHelper:
    """A helper with sample people in a temporary home, for as long as the block lasts."""

    def __init__(self, binary, cards=0):
        """`cards`: as many invented ones are there besides the sample."""
        self.binary = binary
        self.cards = cards
        self.folder = Path(tempfile.mkdtemp(prefix="goodturn-attack-"))
        self.folder.chmod(0o755)  # the home itself must keep others out
        self.home = self.folder / "home"
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "TZ": "UTC", "LANG": "C.UTF-8",
                            "GOODTURN_SECRETS": "file"}
        self.helper = None

    def words(self, *words):
        return [self.binary, "--home", str(self.home), "--now", NOW, "--json", *map(str, words)]

    def run(self, *words):
        done = subprocess.run(self.words(*words), env=self.environment, capture_output=True, check=True, timeout=300,
                              umask=0o022)
        return json.loads(done.stdout or b"null")

    def __enter__(self):
        try:
            self.run("sample", self.folder / "sample")
            if self.cards:
                self.write_cards(self.folder / "sample" / "many")
            self.run("account", "add", self.folder / "sample")
            self.run("sync")
            self.helper = subprocess.Popen(self.words("serve"), env=self.environment, stdout=subprocess.PIPE,
                                           stderr=subprocess.DEVNULL, umask=0o022)
            port = json.loads(self.helper.stdout.readline())["port"]
            self.port, self.token = port, opened_session(port, self.run("open", "--print")["url"].split("#code=")[1])
            return self
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_):
        if self.helper:
            self.helper.terminate()
            self.helper.communicate(timeout=60)
        shutil.rmtree(self.folder, ignore_errors=True)

    def pair(self):
        """The token that Thunderbird gets from now on; the one before ends."""
        hello = json.dumps({"type": "hello"}).encode()
        done = subprocess.run([self.binary, "--home", str(self.home), "native-host"], env=self.environment, check=True, timeout=60,
                              input=len(hello).to_bytes(4, sys.byteorder) + hello, capture_output=True)
        return json.loads(done.stdout[4:])["token"]

    def target(self, tally):
        return Target(self.port, self.token, tally, self.helper.pid, self.home, self.pair)

    def write_cards(self, folder):
        folder.mkdir()
        (folder / "displayname").write_text("Many")
        for at in range(self.cards):
            (folder / f"{at}.vcf").write_bytes(
                f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:many-{at}\r\nFN:Person {at} Example\r\nN:Example;Person {at};;;\r\n"
                f"EMAIL:person{at}@example.org\r\nEND:VCARD\r\n".encode())


def session_token(answer: Answer):
    if answer.status != 200:
        raise RuntimeError(f"the session does not open: {answer.status} {answer.body[:200]!r}")
    return answer.json()["token"]


def opened_session(port, code):
    """The token that a page gets for the code of its link."""
    body = json.dumps({"code": code}).encode()
    return session_token(say(("127.0.0.1", port), request("POST", "/api/v1/session", [
        ("Host", f"127.0.0.1:{port}"), ("Content-Type", "application/json"), ("Content-Length", str(len(body)))], body)))


def operations():
    """(method, path with its places filled, who may: "open", "feed" or "app") of every operation of the contract."""
    contract = json.loads((HOUSE / "schemas" / "openapi.json").read_text())
    places = {"kind": "goal", "uid": "sample", "id": "sample"}
    for path, methods in contract["paths"].items():
        for method, operation in methods.items():
            if method in ("get", "post", "put", "patch", "delete"):
                security = operation.get("security", contract["security"])
                scope = "open" if not security else "feed" if "feedToken" in security[0] else "app"
                yield method.upper(), path.format_map(places), scope

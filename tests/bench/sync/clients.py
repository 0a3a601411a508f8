"""The measured clients: curl as the lower bound, vdirsyncer as the peer, and Goodturn. Each keeps its state below a folder."""

import json
import re
import subprocess
import time
import urllib.request
from pathlib import Path

from items import KINDS
from measure import Failed, Sample, run
from servers import TICKS

REPORT = ('<?xml version="1.0" encoding="utf-8"?><d:sync-collection xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:{ns}">'
          "<d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/><c:{data}/></d:prop>"
          "</d:sync-collection>")
DATA = {"contacts": ("carddav", "address-data"), "events": ("caldav", "calendar-data")}


LOCAL = 10  # items that change_local() makes: far above the numbers of the filled ones
KNOWN = range(100, 100 + LOCAL)  # filled ones that curl changes
NEW, CHANGED_HERE = "10 sent", "10 changed here"


def fresh_numbers(version):
    return range(10_000_000 + version * LOCAL, 10_000_000 + (version + 1) * LOCAL)


class Curl:
    """One sync-collection report with the data inline per collection, all in one process and on one connection; local
    items go before it, each by PUT."""

    name = "curl"
    sends = (NEW, CHANGED_HERE)

    def __init__(self, folder, server, kinds, port=None):
        self.folder, self.server, self.kinds, self.port = Path(folder), server, kinds, port
        self.folder.mkdir(parents=True)
        self.tokens = {kind: "" for kind in kinds}
        self.unsent = []

    def prepare(self):
        """Nothing to set up."""

    def prepare_sending(self):
        """Nothing to set up."""

    def change_local(self, operation, version):
        """Ten new items of the last kind, or ten cards in a new version, to be sent with the next sync."""
        kind = self.kinds[-1] if operation == NEW else "contacts"
        text, ending, content_type = KINDS[kind]
        # Radicale takes the * of If-Match for an ETag, which no card has.
        headers = ["-H", f"Content-Type: {content_type}", *(["-H", "If-None-Match: *"] if operation == NEW else [])]
        for number in fresh_numbers(version) if operation == NEW else KNOWN:
            file = self.folder / f"local-{number}.{ending}"
            file.write_text(text(number, version), newline="")
            name = f"{'curl-' if operation == NEW else ''}{number}.{ending}"
            self.unsent.append((file, self.server.url(kind, self.port) + name, headers))

    def _puts(self):
        words = []
        for file, url, headers in self.unsent:
            words += [] if not words else ["--next"]
            words += ["-s", "-S", "-f", "-u", "alice:secret", "-T", str(file), *headers, "-H", "Expect:", "-o", "/dev/null", url]
        self.unsent = []
        return words

    def sync(self):
        command = ["curl", "--fail-early", *self._puts()]
        for kind in self.kinds:
            ns, data = DATA[kind]
            (self.folder / f"{kind}.xml").write_text(REPORT.format(ns=ns, data=data, token=self.tokens[kind]))
            command += [] if len(command) == 2 else ["--next"]
            command += ["-s", "-S", "-f", "--compressed", "-u", "alice:secret", "-X", "REPORT", "-H", "Depth: 1",
                        "-H", "Content-Type: application/xml; charset=utf-8", "--data-binary", f"@{self.folder}/{kind}.xml",
                        "-o", f"{self.folder}/{kind}.out", self.server.url(kind, self.port)]
        sample = run(command, self.server)
        for kind in self.kinds:
            answer = (self.folder / f"{kind}.out").read_bytes()
            self.tokens[kind] = re.findall(rb"sync-token>([^<]+)<", answer)[-1].decode()
        return sample

    def close(self):
        """Nothing runs."""

    def items(self):
        return None


class Vdirsyncer:
    """Its usual set-up: every collection a folder of files."""

    name = "vdirsyncer"
    sends = (NEW, CHANGED_HERE)

    def __init__(self, folder, server, kinds, port=None):
        self.folder, self.kinds = Path(folder), kinds
        parts = [f'[general]\nstatus_path = "{folder}/status/"\n']
        for kind in kinds:
            storage, ending = ("carddav", ".vcf") if kind == "contacts" else ("caldav", ".ics")
            (self.folder / kind).mkdir(parents=True)
            parts.append(f'[pair {kind}]\na = "{kind}_here"\nb = "{kind}_there"\ncollections = null\n\n'
                         f'[storage {kind}_here]\ntype = "filesystem"\npath = "{folder}/{kind}/"\nfileext = "{ending}"\n\n'
                         f'[storage {kind}_there]\ntype = "{storage}"\nurl = "{server.url(kind, port)}"\n'
                         'username = "alice"\npassword = "secret"\n')
        self.config = self.folder / "config"
        self.config.write_text("\n".join(parts))
        self.server = server

    def prepare(self):
        """Discovery, once and unmeasured."""
        subprocess.run(["vdirsyncer", "-c", self.config, "discover"], input=b"y\n" * 9, check=True, timeout=120,
                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def prepare_sending(self):
        """Nothing to set up."""

    def change_local(self, operation, version):
        """Ten new files of the last kind, or a line more in ten cards."""
        if operation == CHANGED_HERE:
            for file in sorted((self.folder / "contacts").iterdir())[-LOCAL:]:
                file.write_text(file.read_text().replace("END:VCARD", f"X-BENCH:{version}\r\nEND:VCARD"), newline="")
            return
        kind = self.kinds[-1]
        text, ending, _ = KINDS[kind]
        for number in fresh_numbers(version):
            own = text(number).replace(f"-{number}@", f"-v{number}@")
            (self.folder / kind / f"v{number}.{ending}").write_text(own, newline="")

    def close(self):
        """Nothing runs."""

    def sync(self):
        return run(["vdirsyncer", "-c", str(self.config), "sync"], self.server)

    def items(self):
        return sum(len(list((self.folder / kind).iterdir())) for kind in self.kinds)


class Goodturn:
    """The program under test; only the benchmark's collections are ticked on. Its own new items are journal entries,
    kept in a third and fourth collection of the server."""

    name = "goodturn"
    program = None  # set by the command line
    sends = (NEW,)  # the command that tags sends by itself

    def __init__(self, folder, server, kinds, port=None):
        self.folder, self.server, self.kinds, self.port = Path(folder), server, kinds, port
        self.folder.mkdir(parents=True)

    def _command(self, *words):
        return [str(self.program), "--home", str(self.folder / "home"), *words]

    def _ask(self, *words):
        done = subprocess.run(self._command("--json", *words), check=True, timeout=120, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        return json.loads(done.stdout)

    def prepare(self):
        """Discovery, once and unmeasured."""
        secret = self.folder / "password"
        secret.touch(mode=0o600)
        secret.write_text("secret\n")
        added = self._ask("account", "add", self.server.account_url(self.port), "--user", "alice",
                          "--password-file", str(secret))
        wanted = {f"bench-{kind}" for kind in self.kinds}
        names = {one["name"] for one in added["collections"]}
        if not wanted <= names:
            raise RuntimeError(f"discovery found {sorted(names)}")
        for one in added["collections"]:
            if one["name"] not in wanted:
                self._ask("collection", "disable", str(one["id"]))

    def prepare_sending(self):
        """Makes the collections for change_local(), once and unmeasured."""
        [account] = self._ask("account", "list")["accounts"]
        self._ask("records", "keep", str(account["id"]))
        self._ask("sync")

    def change_local(self, _operation, _version):
        """Ten entries about the first person, sent with the next sync."""
        person = self._ask("people")["people"][0]["uid"]
        for number in range(LOCAL):
            self._ask("log", person, "--channel", "call", "--note", f"bench {number}")

    def close(self):
        """Nothing runs."""

    def sync(self):
        return run(self._command("sync", "--json"), self.server)

    def items(self):
        return sum(one["items"] for one in self._ask("collection", "list")["collections"]
                   if one["enabled"] and one["name"].startswith("bench-"))


class Running(Goodturn):
    """The same in a helper that runs, as the add-on and the pages use it: no start of a program, no opening of the
    database. Asked through the bridge and until it says that it has finished. What changes in it is sent at once: its ten
    changes are tags of ten people, measured from the question to the end of the sync behind it."""

    name = "running"
    sends = (CHANGED_HERE,)

    def prepare(self):
        super().prepare()
        self.helper = self.tags = None

    def sync(self):
        if self.helper is None:
            self._start()
        before, server, start = self._cpu(), self.server.cpu(), time.monotonic()
        if self.tags:
            self._send()
        self._bridge("POST", "sync", {})
        while not (report := self._bridge("GET", "sync"))["finished"]:
            # Each question costs the helper work that is not the sync's, and a pause is time that is not.
            time.sleep(0.001 if time.monotonic() - start < 0.1 else 0.004)
        wall = time.monotonic() - start
        if any(account["errors"] for account in report["accounts"]):
            raise Failed(str(report))
        return Sample(wall, self._cpu() - before, self.server.cpu() - server, self._peak())

    def prepare_sending(self):
        """Lets the address book take tags, once and unmeasured."""
        book = next(one["id"] for one in self._bridge("GET", "collections")["collections"] if one["name"] == "bench-contacts")
        self._bridge("PATCH", f"collections/{book}", {"write_back": True})

    def change_local(self, _operation, version):
        """A new tag for the first ten people, to be sent with the next sync()."""
        people = [one["uid"] for one in self._bridge("GET", "people")["people"][:LOCAL]]
        self.tags = {"people": people, "add": [f"bench-{version}"]}

    def _send(self):
        tags, self.tags = self.tags, None
        if len(tags["people"]) != LOCAL or not self._bridge("POST", "people/tags", tags)["sent"]:
            raise Failed("the tags were not sent")

    def close(self):
        if self.helper:
            self.helper.terminate()
            self.helper.communicate(timeout=60)
        self.helper = None

    def _start(self):
        self.helper = subprocess.Popen(self._command("--json", "serve"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.address = f"http://127.0.0.1:{json.loads(self.helper.stdout.readline())['port']}/api/v1/"
        self.headers = {}
        code = self._ask("open", "--print")["url"].split("#code=")[1]
        self.headers = {"Authorization": "Bearer " + self._bridge("POST", "session", {"code": code})["token"]}

    def _bridge(self, method, path, body=None):
        content = {} if body is None else {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, None if body is None else json.dumps(body).encode(),
                                         {**self.headers, **content}, method=method)
        with urllib.request.urlopen(request, timeout=600) as answer:
            return json.load(answer)

    def _cpu(self):
        fields = Path(f"/proc/{self.helper.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def _peak(self):
        status = Path(f"/proc/{self.helper.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


CLIENTS = {client.name: client for client in (Curl, Vdirsyncer, Goodturn, Running)}

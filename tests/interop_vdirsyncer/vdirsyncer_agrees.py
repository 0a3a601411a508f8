#!/usr/bin/python3
"""Two independent readers agree with us: after a sync, vdirsyncer's copy of the collections equals ours.

A real Radicale holds cards, events, a task and a journal entry. Goodturn syncs and exports, vdirsyncer syncs the same
collections, and both copies are compared as other programs read them; again after changes on the server; and a copy
that is damaged in one item must be found out. Exit code 77: a program is missing; 1 with GOODTURN_NO_SKIPS in the environment.

usage: vdirsyncer_agrees.py GOODTURN
"""

import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

SKIPPED = 1 if os.environ.get("GOODTURN_NO_SKIPS") else 77
SCRIPT = Path(__file__).resolve().parent.parent / "support/servers/radicale.sh"
try:
    from canonical import differences, read_folder
except ImportError as missing:
    print(f"skipped: {missing}", file=sys.stderr)
    sys.exit(SKIPPED)
from server_items import CARDS, EVENTS, card, event

TYPES = {"contacts": ('<c:addressbook xmlns:c="urn:ietf:params:xml:ns:carddav"/>', "text/vcard; charset=utf-8"),
         "meetings": ('<c:calendar xmlns:c="urn:ietf:params:xml:ns:caldav"/>', "text/calendar; charset=utf-8")}


class Server:
    """Radicale on loopback with an address book and a calendar of alice."""

    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.folder, self.url = folder, f"http://127.0.0.1:{port}"
        started = subprocess.run([SCRIPT, "start", folder, str(port)], timeout=60, check=False)
        if started.returncode:
            sys.exit(SKIPPED if started.returncode == SKIPPED else 1)

    def stop(self):
        subprocess.run([SCRIPT, "stop", self.folder], timeout=60, check=False)

    def request(self, method, path, body=None, kind="application/xml; charset=utf-8"):
        headers = {"Authorization": "Basic " + base64.b64encode(b"alice:secret").decode(), "Content-Type": kind}
        request = urllib.request.Request(self.url + path, body and body.encode(), headers, method=method)
        with urllib.request.urlopen(request, timeout=30):
            pass

    def make(self, name):
        self.request("MKCOL", f"/alice/{name}/", '<?xml version="1.0"?><d:mkcol xmlns:d="DAV:"><d:set><d:prop><d:resourcetype>'
                     f"<d:collection/>{TYPES[name][0]}</d:resourcetype><d:displayname>{name}</d:displayname>"
                     "</d:prop></d:set></d:mkcol>")

    def put(self, name, items):
        for file, text in items.items():
            self.request("PUT", f"/alice/{name}/{file}", text, TYPES[name][1])

    def delete(self, name, file):
        self.request("DELETE", f"/alice/{name}/{file}")


class Goodturn:
    """The program under test: its copy is what it exports."""

    def __init__(self, program, folder):
        self.program, self.folder, self.exports = program, folder, 0
        folder.mkdir()

    def run(self, *words):
        done = subprocess.run([self.program, "--home", self.folder / "home", "--json", *words], timeout=120, check=True,
                              stdout=subprocess.PIPE)
        return json.loads(done.stdout)

    def connect(self, url):
        secret = self.folder / "password"
        secret.touch(mode=0o600)
        secret.write_text("secret\n")
        self.run("account", "add", url, "--user", "alice", "--password-file", secret)

    def copy(self):
        """Syncs and exports; {collection name: folder}."""
        self.run("sync")
        self.exports += 1
        target = self.folder / f"export-{self.exports}"
        self.run("export", target)
        return {(part / "displayname").read_text(): part for part in (target / "collections").iterdir()}


class Vdirsyncer:
    """The peer: one folder of files per collection."""

    def __init__(self, folder, url):
        folder.mkdir()
        self.folder, self.config = folder, folder / "config"
        parts = [f'[general]\nstatus_path = "{folder}/status/"\n']
        for name, storage, ending in (("contacts", "carddav", ".vcf"), ("meetings", "caldav", ".ics")):
            (folder / name).mkdir()
            parts.append(f'[pair {name}]\na = "{name}_here"\nb = "{name}_there"\ncollections = null\n'
                         f'[storage {name}_here]\ntype = "filesystem"\npath = "{folder}/{name}/"\nfileext = "{ending}"\n'
                         f'[storage {name}_there]\ntype = "{storage}"\nurl = "{url}/alice/{name}/"\n'
                         'username = "alice"\npassword = "secret"\n')
        self.config.write_text("\n".join(parts))
        self.run("discover")

    def run(self, *words):
        subprocess.run(["vdirsyncer", "-c", self.config, *words], timeout=120, check=True, input=b"y\n" * 4,
                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def copy(self):
        self.run("sync")
        return {name: self.folder / name for name in TYPES}


def check(condition, message):
    if not condition:
        print(f"FAILED: {message}", file=sys.stderr)
        sys.exit(1)


def compare(ours, theirs, counts, when):
    for name, count in counts.items():
        mine, other = read_folder(ours[name]), read_folder(theirs[name])
        check(len(other) == count, f"{when}: vdirsyncer holds {len(other)} items of {name} instead of {count}")
        check(not differences(mine, other), f"{when}: {name} differ in {differences(mine, other)}")
        print(f"{when}: {count} {name} agree")


def change(server):
    """Edits, additions and deletions on the server; the numbers of items afterwards."""
    server.put("contacts", {f"{at}.vcf": card(at, "NOTE:Edited there", "CATEGORIES:new") for at in range(3)})
    server.put("contacts", {"added.vcf": card("added", "EMAIL:added@example.org")})
    server.put("meetings", {"added.ics": event("added", "DTSTART:20260801T090000Z", "SUMMARY:Added")})
    server.put("meetings", {"1.ics": event(1, "DTSTART;VALUE=DATE:20260215", "SUMMARY:Another day")})
    for name, file in (("contacts", "20.vcf"), ("contacts", "21.vcf"), ("meetings", "20.ics")):
        server.delete(name, file)
    return {"contacts": len(CARDS) - 1, "meetings": len(EVENTS)}


def unfolded(path):
    return path.read_bytes().decode().replace("\r\n", "\n").replace("\n ", "")


def damages(path):
    """Copies of a file with one thing wrong, as texts."""
    words = unfolded(path)
    if path.suffix == ".vcf":
        yield "a value", words.replace("FN:", "FN:x", 1)
        yield "a lost line", "".join(line for line in words.splitlines(True) if not line.startswith("EMAIL"))
        yield "a parameter", words.replace("EMAIL", "EMAIL;X-ODD=1", 1)
    else:
        yield "a value", words.replace("SUMMARY:", "SUMMARY:x", 1)
        yield "a lost line", "".join(line for line in words.splitlines(True) if not line.startswith("SUMMARY"))
        yield "a parameter", words.replace("SUMMARY", "SUMMARY;X-ODD=1", 1)


def damage_is_found(ours, theirs, folder, name, uid):
    """The comparison itself can fail: it names the one item that was damaged, and a missing one."""
    copy = folder / f"damaged-{name}"
    shutil.copytree(ours[name], copy)
    path = next(file for file in copy.iterdir() if f"UID:{uid}\n" in unfolded(file))
    good = path.read_bytes()
    for what, text in damages(path):
        path.write_bytes(text.encode())
        found = differences(read_folder(copy), read_folder(theirs[name]))
        check(found == [uid], f"{what} of {uid} is wrong, but the comparison says {found}")
    path.unlink()
    found = differences(read_folder(copy), read_folder(theirs[name]))
    check(found == [uid], f"{uid} is missing, but the comparison says {found}")
    path.write_bytes(good)
    check(not differences(read_folder(copy), read_folder(theirs[name])), "the undamaged copy does not agree again")
    print(f"damage of {uid} is found")


def end(*_):
    """Leaves by the finally clauses, so that the server is ended, too. A second signal must not cut those short."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(143)


def main():
    signal.signal(signal.SIGTERM, end)
    program = Path(sys.argv[1]).resolve()
    if not shutil.which("vdirsyncer"):
        print("skipped: vdirsyncer is not installed", file=sys.stderr)
        sys.exit(SKIPPED)
    folder = Path(tempfile.mkdtemp(prefix="goodturn-agree-"))
    server = Server(folder / "radicale")
    try:
        for name, items in (("contacts", CARDS), ("meetings", EVENTS)):
            server.make(name)
            server.put(name, items)
        goodturn, peer = Goodturn(program, folder / "goodturn"), Vdirsyncer(folder / "vdirsyncer", server.url)
        goodturn.connect(server.url)
        compare(goodturn.copy(), peer.copy(), {"contacts": len(CARDS), "meetings": len(EVENTS)}, "first sync")
        counts = change(server)
        ours, theirs = goodturn.copy(), peer.copy()
        compare(ours, theirs, counts, "after changes")
        damage_is_found(ours, theirs, folder, "contacts", "card-8")
        damage_is_found(ours, theirs, folder, "meetings", "event-8")
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()

"""A user's session for unit_test: starts a systemd of the user's own and the unit, uses it, tells, and stops it.

Prints one line of JSON when the unit works; after a line on standard input one more with how it ended.
"""

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

PROGRAM = "/usr/bin/goodturn"
FOLDERS = Path(os.environ["HOME"]) / "folders"


def said(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


def shown(name):
    return said("systemctl", "--user", "show", "--property", name, "--value", "goodturn.service")


def wait_for(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise SystemExit(f"{condition.__name__} did not come: {said('systemctl', '--user', 'status', 'goodturn')}")


def call(base, path, body=None, token=""):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    request = urllib.request.Request(base + path, None if body is None else json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def use():
    """Signs in at the running unit and lets it sync."""
    link = json.loads(said(PROGRAM, "--json", "open", "--print"))["url"]
    base, code = link.split("#code=")
    base += "api/v1/"
    token = call(base, "session", {"code": code})["token"]
    call(base, "sync", {}, token)

    def the_sync():
        report = call(base, "sync", None, token)
        return report if report["finished"] else None
    sync = wait_for(the_sync)
    return {"sync": sync, "people": call(base, "status", None, token)["people"]}


def main():
    manager = subprocess.Popen(["/lib/systemd/systemd", "--user", "--unit=basic.target", "--log-level=err"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        bus = Path(os.environ["XDG_RUNTIME_DIR"]) / "systemd/private"
        wait_for(bus.exists)
        said("systemctl", "--user", "start", "goodturn.service")
        without_a_home = (shown("ActiveState"), shown("MainPID"))
        said(PROGRAM, "sample", str(FOLDERS))
        said(PROGRAM, "account", "add", str(FOLDERS), "--user", "alex@example.org")
        said("systemctl", "--user", "start", "goodturn.service")

        def the_note_of_the_bridge():
            return (Path(os.environ["HOME"]) / ".local/share/goodturn/bridge.json").exists()
        wait_for(the_note_of_the_bridge)
        print(json.dumps({"pid": int(shown("MainPID")), "without_a_home": without_a_home, **use()}), flush=True)
        sys.stdin.readline()
        said("systemctl", "--user", "stop", "goodturn.service")
        print(json.dumps({"result": shown("Result"), "state": shown("ActiveState")}), flush=True)
    finally:
        manager.terminate()
        manager.wait(timeout=30)


if __name__ == "__main__":
    main()

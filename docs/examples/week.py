#!/usr/bin/env python3
"""Goodturn from a program of your own, over the bridge (docs/bridge.md); needs nothing but Python.

week.py                     this week's follow-ups, with a number each
week.py done 2              the second is done: it is logged, and the person rests
week.py log "met Ada Berg #compilers"     one line into the journal

The environment names the program (GOODTURN, otherwise `goodturn`) and the home (GOODTURN_HOME).
"""
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request


class Bridge:
    """A running helper; one is started when none runs. The token it gives is good until eight others are given."""

    def __init__(self):
        opened = subprocess.run([os.environ.get("GOODTURN", "goodturn"), "open", "--print"], capture_output=True, text=True)
        if opened.returncode:
            sys.exit(opened.stderr.strip())
        self.place, code = opened.stdout.strip().split("/#code=")
        self.token = None
        self.token = self.ask("POST", "/session", {"code": code})["token"]

    def ask(self, method, path, body=None):
        """The answer of an operation. Every error is a problem document, whose detail is a sentence for people."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.place}/api/v1{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            sys.exit(json.load(refused)["detail"])


def show(bridge):
    week = bridge.ask("GET", "/week")
    for number, one in enumerate(week["suggestions"], 1):
        print(f"{number}. {one['title']} ({one['state']})\n   {one['why']}\n   {one.get('idea', '')}")
    print(week.get("empty_reason", ""), end="\n" if not week["suggestions"] else "")


def done(bridge, number):
    suggestions = bridge.ask("GET", "/week")["suggestions"]
    if not 1 <= number <= len(suggestions):
        sys.exit(f"There is no follow-up {number}.")
    answer = bridge.ask("POST", f"/suggestions/{suggestions[number - 1]['id']}/action", {"action": "done"})
    print(f"Done: {answer['suggestion']['title']}")


def log(bridge, line):
    answer = bridge.ask("POST", "/line", {"line": line, "confirm": True})
    if not answer["logged"]:
        sys.exit("A name is not clear; nothing was written: " + json.dumps(answer["proposal"], ensure_ascii=False))
    print("Logged: " + "; ".join(item["kind"] for item in answer["items"]))


def main(words):
    if not words:
        show(Bridge())
    elif words[0] == "done" and len(words) == 2 and words[1].isdigit():
        done(Bridge(), int(words[1]))
    elif words[0] == "log" and len(words) == 2:
        log(Bridge(), words[1])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])

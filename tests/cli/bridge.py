"""The bridge of a helper that runs, asked as the pages ask it."""

import json
import time
import urllib.error
import urllib.request


class Bridge:
    """What the pages ask, of a helper that runs just for it."""

    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.helper = self.program.start("--json", "serve")
        try:
            self.address = f"http://127.0.0.1:{json.loads(self.helper.stdout.readline())['port']}/api/v1/"
            self.headers = {}
            code = self.program.json("open", "--print")["url"].split("#code=")[1]
            self.headers = {"Authorization": "Bearer " + self.ask("POST", "session", {"code": code})["token"]}
        except Exception:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.helper.terminate()
        self.helper.communicate(timeout=60)

    def ask(self, method, path, body=None):
        content = {} if body is None else {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, None if body is None else json.dumps(body).encode(),
                                         {**self.headers, **content}, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def refused(self, method, path, body=None):
        """The problem that is answered."""
        try:
            self.ask(method, path, body)
        except urllib.error.HTTPError as error:
            with error:
                return json.load(error)
        raise AssertionError(f"{method} {path} was not refused")

    def report(self):
        """Of the sync under way, at its end."""
        deadline = time.monotonic() + 60
        while not (report := self.ask("GET", "sync"))["finished"]:
            if time.monotonic() > deadline:
                raise AssertionError("the sync does not end")
            time.sleep(0.05)
        return report

    def sync(self, **options):
        self.ask("POST", "sync", options)
        return self.report()

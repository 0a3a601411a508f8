"""Observed mail over the bridge and on the command line: taken, left out, shown, forgotten, and never written down."""

import json
import urllib.error
import urllib.request

from contract import flaws
from items import OWN, card
from program import ProgramCase, account_folder

CANARY = "canary-person@example.org"
NOW = "2026-11-22T08:00:00Z"


def message(number, **more):
    return {"id": f"canary-message-{number}@example.org", "at": f"2026-11-{number + 1:02}T09:00:00Z", "from": "anna@example.org",
            "recipients": [OWN], **more}


class Mail(ProgramCase):
    def setUp(self):
        super().setUp()
        anna = card("anna", "Anna Berg", "EMAIL:anna@example.org")
        self.program.run("account", "add", account_folder(self.folder / "book", [anna]), "--user", OWN)
        self.program.run("sync")

    def serve(self):
        helper = self.start(self.program, "--json", "serve")
        self.port = json.loads(helper.stdout.readline())["port"]
        code = self.program.json("open", "--print")["url"].split("#code=")[1]
        self.token = ""
        self.token = self.ask("POST", "session", {"code": code})["token"]
        return helper

    def ask(self, method, path, body=None, status=200):
        """The answer of the bridge, whose status must be this one."""
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/v1/{path}",
                                         None if body is None else json.dumps(body).encode(), headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                self.assertEqual(answer.status, status)
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                found = json.load(refused)
            self.assertEqual(refused.code, status, found)
            return found

    def watch(self):
        return self.ask("PUT", "mail/watched", {"accounts": [
            {"id": "account1", "name": "Mail", "folders": [{"id": "in", "name": "Inbox"}, {"id": "sent", "name": "Sent"}]}]})

    def send(self, messages, status=200, **more):
        return self.ask("POST", "mail/observations", {"account": "account1", "folder": "in", "own_addresses": [],
                                                      "messages": messages, **more}, status)

    def test_messages_become_lines_of_the_person_and_figures_of_the_state(self):
        self.serve()
        self.assertEqual(self.ask("GET", "mail"), {"accounts": [], "messages": 0, "people": 0})
        self.send([message(1)], status=403)
        self.watch()
        batch = [message(1), message(2, **{"from": OWN, "recipients": ["anna@example.org"]}), message(3, list=True),
                 message(4, auto_submitted="auto-replied"), message(5, place="junk"), message(6, **{"from": ""}),
                 message(7, recipients=[f"p{n}@example.org" for n in range(9)]), message(8, **{"from": OWN})]
        taken = self.send(batch, read={"from": "2026-11-01T00:00:00Z", "until": NOW})
        self.assertEqual(taken, {"fresh": 2, "known": 0, "left_out": {
            "list": 1, "automatic": 1, "junk": 1, "unreadable": 1, "circular": 1, "self": 1}})
        self.assertEqual(self.send(batch)["fresh"], 0)
        person = self.ask("GET", "people/anna")
        self.assertEqual([moment["title"] for moment in person["timeline"]], ["You wrote", "They wrote"])
        state = self.ask("GET", "mail")
        self.assertEqual((state["messages"], state["people"]), (2, 1))
        self.assertEqual(state["accounts"][0]["folders"][0]["read_until"], NOW)
        self.assertEqual(self.program.json("mail"), state)
        text = self.program.text("mail")
        for words in ("Inbox: read from 2026-11-01 to 2026-11-22", "Sent: not read yet", "2 messages since 2026-11-02"):
            self.assertIn(words, text)

    def test_what_breaks_the_contract_is_refused_whole(self):
        self.serve()
        self.watch()
        one = message(1)
        self.send([message(number % 20) for number in range(501)], status=400)
        for broken in ({**one, "at": "yesterday"}, {**one, "subject": "no"}, {**one, "recipients": ["x"] * 21}, {**one, "id": ""}):
            self.send([one, broken], status=400)
        self.send([one], read={"from": NOW, "until": "2026-11-01T00:00:00Z"}, status=400)
        self.send([one], folder="elsewhere", status=403)
        for scope in ("", "?all=false", "?all=true&account=account1"):
            self.ask("DELETE", f"mail/observations{scope}", status=400)
        self.ask("DELETE", "mail/observations?account=account9", status=404)
        self.assertEqual(self.ask("GET", "mail")["messages"], 0)

    def test_forgetting_over_the_bridge(self):
        self.serve()
        self.watch()
        self.send([message(1), message(2)])
        gone = self.ask("DELETE", "mail/observations?address=Anna%40example.org")
        self.assertEqual((gone["forgotten"], gone["state"]["messages"]), (2, 0))
        self.assertEqual(self.send([message(1)])["left_out"], {"forgotten": 1})
        self.assertEqual(self.ask("DELETE", "mail/observations?account=account1")["state"]["accounts"], [])

    def test_forgetting_on_the_command_line(self):
        helper = self.serve()
        self.watch()
        self.send([message(1), message(2, **{"from": CANARY}), message(3, **{"from": "ben@example.org"})])
        helper.terminate()
        helper.communicate(timeout=20)
        self.assertIn("Forgotten: 1 message.", self.program.text("mail", "forget", CANARY))
        answer = self.program.json("mail", "forget", "--account", "account1")
        self.assertEqual(flaws(answer, "MailForgotten"), [])
        self.assertEqual(answer["forgotten"], 2)
        self.assertEqual(self.program.json("mail", "forget", "--all")["forgotten"], 0)
        self.program.run("mail", "forget", "--account", "account1", code=1)
        for words in ([], ["--all", CANARY]):
            self.program.run("mail", "forget", *words, code=2)
        self.assertIn("No mail is observed", self.program.text("mail"))

    def test_addresses_and_message_ids_are_in_no_file(self):
        self.serve()
        self.watch()
        self.send([message(1, **{"from": CANARY, "thread": "canary-thread@example.org"}),
                   message(2, **{"from": OWN, "recipients": [CANARY, "anna@example.org"]})])
        self.send([message(3, place="strange", **{"from": CANARY})], status=400)
        self.ask("DELETE", f"mail/observations?address={CANARY}")
        self.ask("DELETE", "mail/observations?account=canary", status=404)
        found = {path.name: path.read_bytes() for path in self.program.home.rglob("*") if path.is_file()}
        self.assertIn(b"Inbox", b"".join(found.values()))
        self.assertEqual([name for name, content in found.items() if b"canary" in content], [])

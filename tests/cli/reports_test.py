"""network, roles, balance, goals and trend: on the sample, and on a home where nothing is known yet."""

import json
import urllib.request

from contract import flaws
from program import ProgramCase

SCHEMAS = {"network": "NetworkReport", "roles": "RolesReport", "balance": "BalanceReport", "goals": "GoalsReport",
           "trend": "TrendReport"}


def figures(answer):
    """Every figure of a report, however deep."""
    if isinstance(answer, dict):
        if "text" in answer and set(answer) <= {"text", "value", "evidence"}:
            yield answer
        for value in answer.values():
            yield from figures(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from figures(value)


class Reports(ProgramCase):
    def take_sample(self):
        folder = self.folder / "sample"
        self.program.run("sample", folder)
        self.program.run("account", "add", folder, "--user", "alex@example.org")
        self.program.run("sync")

    def test_an_empty_home_says_what_is_missing_and_shows_no_number_for_it(self):
        folder = self.folder / "empty"
        (folder / "book").mkdir(parents=True)
        self.program.run("account", "add", folder, "--user", "alex@example.org")
        for command, schema in SCHEMAS.items():
            with self.subTest(command):
                answer = self.program.json(command)
                self.assertEqual(flaws(answer, schema), [])
                missing = [figure for figure in figures(answer) if figure["text"].startswith("Not enough yet: ")]
                self.assertTrue(missing)
                for figure in missing:
                    self.assertNotIn("value", figure)
                self.assertIn("Not enough yet: ", self.program.text(command))

    def test_the_sample_gives_numbers_with_their_evidence(self):
        self.take_sample()
        answers = {command: self.program.json(command) for command in SCHEMAS}
        for command, schema in SCHEMAS.items():
            self.assertEqual(flaws(answers[command], schema), [], command)
            told = [figure for figure in figures(answers[command]) if "value" in figure]
            self.assertTrue(told, command)
            for figure in told:
                self.assertRegex(figure.get("evidence", ""), r"\w", f"{command}: {figure['text']}")
        network = answers["network"]
        self.assertEqual(network["active"]["evidence"], "of 60 in your address books")
        self.assertGreater(network["active"]["value"], 5)
        organisation = network["variety"][0]
        self.assertEqual(organisation["name"], "organisation")
        self.assertGreater(organisation["heads"]["value"], 2)
        self.assertIn("contacts with a value", organisation["heads"]["evidence"])
        seats = {seat["role"]: seat for seat in answers["roles"]["seats"]}
        self.assertEqual(len(seats["mentor"]["holders"]), 2)
        self.assertGreater(answers["roles"]["filled"]["value"], 0.9)
        owed = [row["person"]["name"] for row in answers["balance"]["owed"]]
        self.assertEqual(owed, ["Hugo Adeyemi", "Selma Dubois"])
        self.assertEqual([row["person"]["name"] for row in answers["balance"]["thanks_due"]], ["Selma Dubois"])
        self.assertEqual(len(answers["trend"]["months"]), 12)
        self.assertIn("12 months, S = ", answers["trend"]["slope"]["evidence"])
        self.assertEqual(answers["goals"]["goals"][0]["titles"], ["Head of Engineering"])
        self.assertGreater(len(answers["goals"]["decision_makers"]), 1)

    def test_the_text_is_plain_sentences(self):
        self.take_sample()
        self.assertIn("active in your network. (of 60 in your address books)", self.program.text("network"))
        self.assertIn("mentor: ", self.program.text("roles"))
        self.assertIn("an introduction from Selma Dubois, 9 days ago", self.program.text("balance"))
        self.assertIn("people a month. (12 months", self.program.text("trend"))

    def test_friends_are_looked_at_only_when_asked_for(self):
        self.take_sample()
        self.assertFalse(self.program.json("roles")["friends_included"])
        self.assertTrue(self.program.json("roles", "--friends")["friends_included"])

    def test_the_bridge_gives_the_same_reports(self):
        self.take_sample()
        helper = self.start(self.program, "--json", "serve")
        port = json.loads(helper.stdout.readline())["port"]
        code = self.program.json("open", "--print")["url"].split("#code=")[1]
        token = json.loads(self.ask(port, "session", {"code": code}))["token"]
        for command, schema in SCHEMAS.items():
            answer = json.loads(self.ask(port, f"reports/{command}", token=token))
            self.assertEqual(flaws(answer, schema), [], command)
            self.assertEqual(answer, self.program.json(command), command)
        friends = json.loads(self.ask(port, "reports/roles?friends=true", token=token))
        self.assertTrue(friends["friends_included"])

    def ask(self, port, path, body=None, token=""):
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{port}/api/v1/{path}", content, headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()

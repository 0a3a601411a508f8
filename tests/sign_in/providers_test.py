"""The table of providers: well-formed, and the program says the same."""

import json
import unittest
from pathlib import Path
from urllib.parse import urlsplit

from worlds import ProgramCase

TABLE = json.loads((Path(__file__).resolve().parents[2] / "schemas/providers.json").read_text())
EXPECTED = {"nextcloud", "fastmail", "icloud", "google", "mailbox", "posteo", "radicale", "baikal", "davical", "sogo", "cyrus"}


class Providers(ProgramCase):
    def test_each_preset_is_whole(self):
        ids = [one["id"] for one in TABLE["providers"]]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertLessEqual(EXPECTED, set(ids))
        for one in TABLE["providers"]:
            with self.subTest(one["id"]):
                self.assertRegex(one["id"], r"^[a-z]+$")
                self.assertTrue(one["hosts"] or one["words"], "recognised by something")
                for host in one["hosts"]:
                    self.assertRegex(host, r"^[a-z0-9-]+(\.[a-z0-9-]+)*\.([a-z]+|\*)$")
                for place in one["addresses"]:
                    self.assertEqual(urlsplit(place).scheme, "https")
                    self.assertTrue(urlsplit(place).hostname)
                self.assertIn(one["user"], ("address", "name"))
                self.assertIn(one["password"], ("app", "ordinary", "oauth", "none"))
                self.assertEqual(one["password"] == "oauth", "oauth" in one)
                self.assertEqual(one["password"] == "none", not one["keeps"])
                self.assertLessEqual(set(one["keeps"]), {"contacts", "calendars", "tasks", "journals"})
                for text in (one["note"], *([one["limit"]] if "limit" in one else [])):
                    self.assertEqual(set(text), {"en", "de"})
                    self.assertTrue(all(len(words) > 20 and words.endswith((".", "!")) for words in text.values()))
                if "oauth" in one:
                    self.assertEqual(urlsplit(one["oauth"]["issuer"]).scheme, "https")
                    self.assertTrue(one["oauth"]["scope"])

    def test_the_program_says_what_the_table_says(self):
        for language, code in (("en", "C.UTF-8"), ("de", "de_DE.UTF-8")):
            self.program.environment["LC_ALL"] = code
            told = self.program.json("account", "providers")["providers"]
            for one, known in zip(told, TABLE["providers"], strict=True):
                known = {name: value for name, value in known.items() if name not in ("hosts", "words")}
                known["note"] = known["note"][language]
                if "limit" in known:
                    known["limit"] = known["limit"][language]
                self.assertEqual(one, known)
        text = self.program.text("account", "providers")
        for one in TABLE["providers"]:
            self.assertIn(one["note"]["de"], text)

    def test_a_provider_with_a_sign_in_page_wants_a_client_id(self):
        refused = self.program.json("account", "add", "gmail.com", "--oauth", "google", code=1)
        self.assertIn("client id", refused["detail"])


if __name__ == "__main__":
    unittest.main()

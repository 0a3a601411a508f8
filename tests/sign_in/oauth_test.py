"""Signing in through the browser, from the first address to the end of the consent."""

import json
import re
import sqlite3
import unittest
import urllib.error
import urllib.parse
import urllib.request

from browser import Browser
from worlds import OAUTH, Program, WithAuthority


def opened(address, host=None):
    """(status, text) of a visit to a landing."""
    request = urllib.request.Request(address, headers={"Host": host} if host else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


class CommandLine(WithAuthority):
    def tokens(self):
        """(access, refresh) as they are kept."""
        kept = json.loads(json.loads((self.folder / "home/secrets.json").read_text())["account-1"])
        return kept["access_token"], kept["refresh_token"]

    def test_an_account_is_added_and_synced_with_tokens(self):
        added = self.add()
        self.assertEqual(added["account"]["sign_in"], "oauth")
        self.program.run("sync")
        self.assertEqual(self.names(), ["Bo Ek"])
        self.assertEqual({scheme for scheme, _ in self.door.seen}, {"Bearer"}, "no password was ever sent")
        self.assertEqual(self.door.refused, 0)

    def test_tokens_are_kept_with_the_secrets_and_nowhere_else(self):
        self.add()
        self.program.run("sync")
        for secret in self.tokens():
            self.assertGreater(len(secret), 20)
            for file in (self.folder / "home").rglob("*"):
                if file.is_file() and file.name != "secrets.json":
                    self.assertNotIn(secret.encode(), file.read_bytes(), file)
        self.assertEqual((self.folder / "home/secrets.json").stat().st_mode & 0o077, 0)

    def test_a_token_is_renewed_before_it_is_too_old(self):
        self.add()
        first = self.tokens()
        self.program.now = "2026-11-22T08:58:30Z"  # an hour is its life, a minute is left for slow requests
        self.program.run("sync")
        self.assertEqual(self.tokens(), first)
        self.program.now = "2026-11-22T08:59:30Z"
        self.program.run("sync")
        self.assertNotEqual(self.tokens()[0], first[0])
        self.assertNotEqual(self.tokens()[1], first[1], "the server gives a new refresh token with each use")
        self.assertEqual(self.door.refused, 0)

    def test_a_refused_token_is_renewed_once_and_the_request_goes_on(self):
        self.add()
        first = self.tokens()
        self.authority.told("/test/forget-access", {})
        self.program.run("sync")
        self.assertEqual(self.names(), ["Bo Ek"])
        self.assertEqual(self.door.refused, 1)
        self.assertNotEqual(self.tokens(), first)

    def test_withdrawn_consent_stops_all_requests_until_the_user_signs_in_again(self):
        self.add()
        self.program.run("sync")
        self.authority.told("/test/withdraw", {})
        report = self.program.json("sync", code=1)
        self.assertIn("consent for Goodturn was withdrawn", report["accounts"][0]["errors"][0]["what"])
        self.assertTrue(self.program.json("account", "list")["accounts"][0]["withdrawn"])
        asked, seen = self.authority.counts(), len(self.door.seen)
        self.program.run("sync", code=1)
        self.assertEqual((self.authority.counts(), len(self.door.seen)), (asked, seen), "nobody is asked any more")
        self.assertEqual(self.names(), ["Bo Ek"], "what was fetched stays")

        signed_in = self.program.json("account", "sign-in", 1)
        self.assertNotIn("withdrawn", signed_in)
        self.radicale.put("friends/eva.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:eva\r\nFN:Eva Ito\r\nEND:VCARD\r\n")
        self.addCleanup(self.radicale.delete, "friends/eva.vcf")
        self.program.run("sync")
        self.assertEqual(sorted(self.names()), ["Bo Ek", "Eva Ito"])

    def test_removing_the_account_takes_the_tokens_back(self):
        self.add()
        access, _refresh = self.tokens()
        self.assertTrue(self.authority.is_good(access))
        self.assertEqual(self.program.json("account", "remove", 1), {"notes": []})
        self.assertFalse(self.authority.is_good(access))
        self.assertNotIn("account-1", json.loads((self.folder / "home/secrets.json").read_text()))

    def test_removing_works_without_the_authorization_server_and_says_so(self):
        self.add()
        self.authority.stop()
        self.addCleanup(self.authority.start)
        notes = self.program.json("account", "remove", 1)["notes"]
        self.assertEqual(len(notes), 1)
        self.assertIn("security settings", notes[0])
        self.assertEqual(self.program.json("account", "list")["accounts"], [])

    def test_a_confidential_client_shows_its_secret_which_is_kept_for_the_next_time(self):
        secret = self.folder / "client-secret"
        secret.write_text("client-secret\n")
        self.program.run("account", "add", self.gate.url, "--user", "alice", "--oauth", self.authority.url, "--client-id",
                         "confidential", "--client-secret-file", secret, "--scope", "openid offline_access")
        self.authority.told("/test/withdraw", {})
        self.program.run("sync", code=1)
        self.program.run("account", "sign-in", 1)
        self.program.run("sync")
        secret.write_text("wrong\n")
        refused = self.program.json("account", "add", self.gate.url + "/alice/", "--user", "alice", "--oauth",
                                    self.authority.url, "--client-id", "confidential", "--client-secret-file", secret, "--scope", "openid offline_access",
                                    code=1)
        self.assertIn("client id", refused["detail"])

    def test_declining_in_the_browser_changes_nothing(self):
        self.browse("decline")
        before = self.authority.counts()
        self.assertIn("declined", self.add(code=1)["detail"])
        self.assertEqual(self.program.json("account", "list")["accounts"], [])
        self.assertEqual(self.authority.counts(), before)

    def test_what_is_no_authorization_server_is_told(self):
        refused = self.program.json("account", "add", self.gate.url, "--oauth", self.radicale.url, *OAUTH, code=1)
        self.assertEqual(refused["kind"], "not_found")
        refused = self.program.json("account", "add", self.gate.url, "--oauth", self.authority.url + "/other", *OAUTH, code=1)
        self.assertEqual(refused["kind"], "not_found")
        no_id = self.program.json("account", "add", self.gate.url, "--oauth", self.authority.url, code=1)
        self.assertIn("client id", no_id["detail"])

    def waiting(self):
        """A program that waits for the browser, and the address that it wants opened."""
        self.browse("nothing")
        started = self.start(self.program, "account", "add", self.gate.url, "--user", "alice", "--oauth", self.authority.url,
                             *OAUTH)
        while True:
            line = started.stderr.readline().decode().strip()
            if line.startswith("http"):
                return started, line

    def test_only_the_answer_to_this_sign_in_is_taken(self):
        started, address = self.waiting()
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
        landing = asked["redirect_uri"]
        self.assertRegex(landing, r"^http://127\.0\.0\.1:\d+/$")
        self.assertEqual((asked["response_type"], asked["code_challenge_method"]), ("code", "S256"))
        for foreign in ("?code=stolen", "?code=stolen&state=", "?code=stolen&state=" + "A" * 43, "?error=access_denied",
                        "?error=access_denied&state=x", f"?code=a&state={asked['state']}&state={asked['state']}",
                        f"?code=a&state={asked['state']}&iss=https://elsewhere.example.org"):
            self.assertEqual(opened(landing + foreign)[0], 400, foreign)
        self.assertEqual(opened(landing + "favicon.ico")[0], 404)
        self.assertEqual(opened(landing + "elsewhere?code=a&state=" + asked["state"])[0], 404)
        self.assertEqual(opened(f"{landing}?code=a&state={asked['state']}", host="rebound.example.org")[0], 404)
        self.assertIsNone(started.poll(), "it still waits")
        status, page = Browser().sign_in(address)
        self.assertEqual(status, 200)
        self.assertIn("close this window", page)
        self.assertEqual(started.wait(30), 0)

    def test_a_code_that_somebody_caught_is_worth_nothing_without_the_proof(self):
        started, address = self.waiting()
        back = Browser().way_back(address)
        code = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(back).query))["code"]
        landing = re.match(r"http://[^/]+/", back)[0]
        body = urllib.parse.urlencode({"grant_type": "authorization_code", "code": code, "redirect_uri": landing,
                                       "client_id": "desktop", "code_verifier": "x" * 43}).encode()
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(self.authority.url + "/token", body, timeout=10)
        with refused.exception as error:
            self.assertEqual(json.load(error)["error"], "invalid_grant")
        self.assertEqual(opened(back)[0], 200)
        self.assertEqual(started.wait(30), 0, "who has the proof gets the tokens")

    def test_the_database_names_where_to_sign_in_and_no_secret(self):
        self.add()
        with sqlite3.connect(f"file:{self.folder}/home/goodturn.sqlite?mode=ro", uri=True) as database:
            row = database.execute("SELECT sign_in, oauth_issuer, oauth_client, withdrawn FROM account WHERE id = 1").fetchone()
        database.close()
        self.assertEqual(row, ("oauth", self.authority.url, "desktop", 0))

    def test_a_refresh_token_is_never_used_twice(self):
        """Twice would count as stolen, and the server would end everything."""
        self.add()
        self.authority.told("/test/forget-access", {})
        before = self.authority.counts()
        running = [self.start(self.program, "doctor") for _ in range(3)]
        self.program.run("sync")
        for one in running:
            one.wait(60)
        after = self.authority.counts()
        self.assertEqual((after["tokens"] - before["tokens"], after["refused"] - before["refused"]), (1, 0))
        Program(self.folder / "home").run("sync")


if __name__ == "__main__":
    unittest.main()

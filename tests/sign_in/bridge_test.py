"""The pages' side: a sign-in that is begun, watched, cancelled and used; credentials that change."""

import time
import unittest
import urllib.error
import urllib.request

from browser import Browser
from worlds import BehindTheGate, TokenGate, WithAuthority

from bridge import Bridge


class ThroughTheBridge(WithAuthority):
    def begin(self, bridge, **more):
        return bridge.ask("POST", "sign-ins", more or {"issuer": self.authority.url, "client_id": "desktop",
                                                       "scope": "openid offline_access contacts"})

    def ended(self, bridge, begun):
        for _ in range(100):
            state = bridge.ask("GET", f"sign-ins/{begun['id']}")
            if state["state"] != "waiting":
                return state
            time.sleep(0.1)
        raise AssertionError("it waits for ever")

    def test_begun_looked_at_added_withdrawn_and_signed_in_again(self):
        with Bridge(self.program) as bridge:
            begun = self.begin(bridge)
            account = {"url": self.gate.url, "user": "alice", "sign_in": begun["id"]}
            self.assertEqual(bridge.refused("POST", "accounts/look", account)["kind"], "busy")
            Browser().sign_in(begun["address"])
            self.assertEqual(self.ended(bridge, begun), {"state": "done"})
            # A token that dies between look and add is renewed for both.
            self.assertEqual(bridge.ask("POST", "accounts/look", account)["collections"][0]["items"], 1)
            self.authority.told("/test/forget-access", {})
            bridge.ask("POST", "accounts/look", account)
            self.assertEqual(bridge.ask("POST", "accounts", account)["account"]["sign_in"], "oauth")
            self.authority.told("/test/withdraw", {})
            bridge.ask("POST", "sync", {})
            self.assertEqual(bridge.report()["accounts"][0]["errors"][0]["kind"], "auth")
            self.assertTrue(bridge.ask("GET", "accounts")["accounts"][0]["withdrawn"])

            again = self.begin(bridge, account=1)
            Browser().sign_in(again["address"])
            self.assertEqual(self.ended(bridge, again)["state"], "done")
            changed = bridge.ask("PUT", "accounts/1/sign-in", {"sign_in": again["id"]})
            self.assertNotIn("withdrawn", changed)
            bridge.ask("POST", "sync", {})
            self.assertEqual(bridge.report()["accounts"][0]["errors"], [])

    def test_declined_cancelled_and_unknown(self):
        with Bridge(self.program) as bridge:
            begun = self.begin(bridge)
            Browser().sign_in(begun["address"], agree=False)
            state = self.ended(bridge, begun)
            self.assertEqual((state["state"], state["error"]["kind"]), ("failed", "auth"))
            self.assertEqual(bridge.refused("POST", "accounts", {"url": self.gate.url, "sign_in": begun["id"]})["kind"], "auth")

            begun = self.begin(bridge)
            back = Browser().way_back(begun["address"])
            bridge.ask("DELETE", f"sign-ins/{begun['id']}")
            self.assertEqual(bridge.refused("GET", f"sign-ins/{begun['id']}")["kind"], "not_found")
            with self.assertRaises(urllib.error.URLError, msg="nobody listens any more"):
                urllib.request.urlopen(back, timeout=5)
            self.assertEqual(bridge.refused("POST", "sign-ins", {"account": 7})["kind"], "not_found")
            self.assertEqual(bridge.refused("POST", "sign-ins", {})["kind"], "invalid")

    def test_the_helper_ends_while_somebody_is_still_signing_in(self):
        with Bridge(self.program) as bridge:
            begun = self.begin(bridge)
            started = time.monotonic()
        self.assertLess(time.monotonic() - started, 10)
        with self.assertRaises(urllib.error.URLError):
            urllib.request.urlopen(Browser().way_back(begun["address"]), timeout=5)


class Changing(BehindTheGate):
    """Credentials that change while the account stays."""

    def test_another_password_is_used_by_the_next_sync_and_items_stay(self):
        with Bridge(self.program) as bridge:
            bridge.ask("POST", "accounts", {"url": self.radicale.url, "user": "alice", "password": "secret"})
            bridge.ask("POST", "sync", {})
            bridge.report()
            users = self.radicale.folder / "users"
            self.addCleanup(users.write_text, users.read_text())
            users.write_text(users.read_text().replace("alice:secret", "alice:fresh"))
            bridge.ask("POST", "sync", {})
            self.assertEqual(bridge.report()["accounts"][0]["errors"][0]["kind"], "auth")
            self.assertEqual(bridge.refused("PUT", "accounts/1/sign-in", {"password": "guessed"})["kind"], "auth")
            bridge.ask("PUT", "accounts/1/sign-in", {"password": "fresh"})
            bridge.ask("POST", "sync", {})
            report = bridge.report()["accounts"][0]
            self.assertEqual((report["errors"], report["collections"][0]["added"]), ([], 0))
            self.assertEqual(bridge.ask("GET", "people")["total"], 1)

    def test_a_token_of_the_servers_own_pages(self):
        good = ["first"]
        self.gate.behaviour = TokenGate(lambda token: token in good)
        token = self.folder / "token"
        token.write_text("first\n")
        self.program.run("account", "add", self.gate.url, "--user", "alice", "--token-file", token)
        self.program.run("sync")
        self.assertEqual(self.names(), ["Bo Ek"])
        good[0] = "second"
        refused = self.program.json("sync", code=1)["accounts"][0]["errors"][0]
        self.assertIn("refused the token", refused["what"])
        token.write_text("second\n")
        self.assertEqual(self.program.json("account", "sign-in", 1, "--token-file", token)["sign_in"], "token")
        self.program.run("sync")

    def test_several_ways_at_once_and_files_are_refused(self):
        password = self.password_file()
        refused = self.program.json("account", "add", self.gate.url, "--password-file", password, "--token-file", password, code=1)
        self.assertEqual(refused["kind"], "invalid")
        folder = self.folder / "cards"
        folder.mkdir()
        (folder / "bo.vcf").write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bo\r\nFN:Bo\r\nEND:VCARD\r\n")
        self.program.run("account", "add", folder)
        self.assertIn("on this computer",
                      self.program.json("account", "sign-in", 1, "--password-file", password, code=1)["detail"])


if __name__ == "__main__":
    unittest.main()

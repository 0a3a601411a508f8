"""Lines, asks, promises, introductions and the other items of the journal, by the command line."""

import json

from contract import flaws
from items import OWN, card, meeting
from program import ProgramCase, account_folder

CARDS = [card("ada", "Ada Example", "EMAIL:ada@example.org", "ORG:Example Ltd", "CATEGORIES:mentor"),
         card("adam", "Adam Example", "EMAIL:adam@example.org", "ORG:Acme"),
         card("bob", "Bob Example", "EMAIL:bob@example.org"),
         card("asa", "Åsa Öberg", "EMAIL:asa@example.org")]


class Journal(ProgramCase):
    def setUp(self):
        super().setUp()
        self.program.run("account", "add", account_folder(self.folder / "book", CARDS), "--user", OWN)
        self.program.run("sync")
        self.stored = self.exported()

    def item(self, *words, kind):
        """The item that a command answers with, checked against the contract."""
        item = self.program.json(*words)["item"]
        self.assertEqual(flaws(item, kind), [])
        return item

    def timeline(self, uid):
        person = self.program.json("person", uid)
        self.assertEqual(flaws(person, "Person"), [])
        return [(one["kind"], one["title"]) for one in person["timeline"]]

    def test_a_line_is_proposed_logged_and_taken_back(self):
        line = "gave Ada intro to Bob #compilers"
        dry = self.program.json("log", line, "--dry-run", "--as", "Ada=ada")
        self.assertEqual(flaws(dry, "LineAnswer"), [])
        self.assertFalse(dry["logged"])
        self.assertIn("Would write: Introduced Ada Example and Bob Example: #compilers",
                      self.program.text("log", line, "--dry-run"))
        self.assertEqual(self.exported(), self.stored)
        done = self.program.json("log", line)
        self.assertEqual(flaws(done, "LineAnswer"), [])
        self.assertTrue(done["logged"])
        self.assertEqual(self.timeline("bob"), [("introduction", "Introduced to Ada Example")])
        self.assertIn("Taken back", self.program.text("undo"))
        self.assertEqual(self.exported(), self.stored)
        problem = self.program.json("undo", code=1)
        self.assertEqual(problem["kind"], "not_found")

    def test_a_large_gift_to_somebody_hardly_known_gets_a_gentle_word(self):
        gentle = "A large gift can embarrass somebody you hardly know"
        done = self.program.run("log", "gave Bob big help")
        self.assertIn(gentle, done.out + done.err)
        small = self.program.run("log", "gave Bob small help")
        self.assertNotIn(gentle, small.out + small.err)
        answer = self.program.json("log", "gave Bob big help")
        self.assertEqual(flaws(answer, "LineAnswer"), [])
        self.assertEqual([one.get("hint") for one in answer["proposal"]["items"]], ["large-gift"])

    def test_one_undo_for_everything_noted_tagged_or_decided(self):
        [book] = [one for one in self.program.json("collection", "list")["collections"] if one["name"] == "Contacts"]
        self.program.run("collection", "set", book["id"], "--write-back", "on")
        file = self.folder / "book" / "contacts" / "0.vcf"
        before = file.read_bytes()
        self.program.run("log", "met Bob")
        self.program.run("tag", "ada", "+ally", "-mentor")
        self.assertIn(b"CATEGORIES:ally", file.read_bytes())
        self.program.run("duplicates", "not-same", "ada", "adam")
        self.assertIn("different people", self.program.text("undo"))
        self.assertIn(b"CATEGORIES:ally", file.read_bytes())
        self.assertIn("Tags of Ada Example", self.program.text("undo"))
        self.assertEqual(file.read_bytes(), before)
        self.assertIn("Met Bob Example", self.program.text("undo"))
        self.assertEqual(self.exported(), self.stored)
        self.program.run("undo", code=1)

    def test_a_brief_before_a_meeting_and_what_was_learned(self):
        event = meeting("walk", "20261122T150000Z", "SUMMARY:Harbour walk", who=["bob@example.org"])
        (self.folder / "book" / "meetings" / "walk.ics").write_bytes(event.encode())
        self.program.run("sync")
        self.stored = self.exported()
        listed = self.program.json("brief")
        self.assertEqual(flaws(listed, "MeetingList"), [])
        [walk] = listed["meetings"]
        self.assertEqual((walk["title"], walk["people"][0]["person"]), ("Harbour walk", "bob"))
        self.assertIn("What do you hope to learn?", self.program.text("brief"))
        self.program.run("brief", "1", "--hope", "who sails")
        self.assertEqual(self.program.json("brief")["meetings"][0]["hope"], "who sails")
        self.assertIn(("note", "Note"), self.timeline("bob"))
        self.program.run("brief", "1", "--learned", "nobody", code=1)
        self.program.run("brief", "7", "--hope", "x", code=1)
        self.program.run("undo")
        self.assertEqual(self.exported(), self.stored)

    def test_giving_and_taking_is_not_shown_to_who_does_not_want_it(self):
        self.assertIn("Giving", self.program.text("balance"))
        self.program.run("me", "set", "--without-balance", "yes")
        self.assertIn("--without-balance no", self.program.run("balance", code=1).err)
        self.program.run("undo")
        self.assertIn("Giving", self.program.text("balance"))

    def test_a_name_that_could_be_two_people_is_asked_back(self):
        done = self.program.run("log", "met Example", code=3)
        self.assertEqual(done.out, "")
        for words in ("Ada Example, Example Ltd; mentor", "Adam Example, Acme", "Bob Example", "--as"):
            self.assertIn(words, done.err)
        self.assertEqual(self.exported(), self.stored)
        [mention] = self.program.json("log", "met Example", code=3)["questions"]
        self.assertEqual(flaws(mention, "Mention"), [])
        uids = [one["uid"] for one in mention["candidates"]]
        self.assertEqual(sorted(uids), ["ada", "adam", "bob"])
        by_number = self.program.json("log", "met Example", "--as", f"Example={uids.index('adam') + 1}")
        self.assertEqual(by_number["items"][0]["person"], "adam")
        by_uid = self.program.json("log", "met", "Example", "--as", "Example=bob")
        self.assertEqual(by_uid["items"][0]["person"], "bob")
        self.assertIn("called \"Zoë\"", self.program.run("log", "met Zoë", code=3).err)
        self.assertIn("number", self.program.run("log", "met Example", "--as", "Example=9", code=1).err)

    def test_a_line_without_sense_is_wrong_usage(self):
        done = self.program.run("log", "hello Bob", code=2)
        self.assertIn("Begin with gave", done.err)

    def test_ask_from_question_to_answer(self):
        ask = self.item("ask", "add", "bob", "a", "look", "at my talk", "--kind", "feedback", "--due", "2026-12-01",
                        kind="AskItem")
        self.assertEqual((ask["text"], ask["state"], ask["due"]), ("a look at my talk", "open", "2026-12-01"))
        tasks = [text for _name, text in self.exported() if b"VTODO" in text]
        self.assertEqual(len(tasks), 1)
        self.assertIn(b"SUMMARY:Ask Bob Example: feedback", tasks[0])
        self.assertNotIn(b"ATTENDEE", tasks[0])
        end = ask["id"][-8:]
        self.assertIn("Dear Bob", self.program.text("ask", "draft", end))
        self.assertIn(end, self.program.text("ask"))
        yes = self.item("ask", "answer", end, "yes", kind="AskItem")
        self.assertEqual(yes["state"], "yes")
        [entry] = self.program.json("entry", "list", "Bob Example")["items"]
        self.assertEqual(flaws(entry, "EntryItem"), [])
        self.assertEqual((entry["kind"], entry["asked"], entry["ask"]), ("received", True, ask["id"]))
        self.assertIn(("ask", "Asked for feedback, answered: yes"), self.timeline("bob"))
        thanked = self.item("entry", "thank", entry["id"], kind="EntryItem")
        self.assertEqual(thanked["settled"], "2026-11-22")
        for _ in range(3):
            self.program.run("undo")
        self.assertEqual(self.exported(), self.stored)

    def test_promises_move_and_are_kept(self):
        promise = self.item("promise", "add", "Åsa", "the slides", "--due", "tomorrow", kind="PromiseItem")
        self.assertEqual((promise["person"], promise["due"]), ("asa", "2026-11-23"))
        moved = self.item("promise", "set", promise["id"], "--due", "2026-12-24", kind="PromiseItem")
        self.assertEqual(moved["due"], "2026-12-24")
        self.assertEqual(self.program.json("person", "asa")["promises"][0]["due"], "2026-12-24")
        kept = self.item("promise", "keep", promise["id"], kind="PromiseItem")
        self.assertEqual(kept["settled"], "2026-11-22")
        self.assertEqual(self.program.json("person", "asa")["promises"], [])

    def test_an_introduction_with_both_consents(self):
        made = self.item("introduce", "add", "Ada", "Bob", "both sail", kind="IntroductionItem")
        self.assertEqual((made["reason"], made["next"]), ("both sail", "ask-a"))
        self.assertIn("both said yes", self.program.run("introduce", "set", made["id"], "--sent", "today", code=1).err)
        done = self.item("introduce", "set", made["id"], "--consent-a", "yes", "--consent-b", "yes", "--sent", "today",
                         kind="IntroductionItem")
        self.assertEqual((done["next"], done["sent"]), ("done", "2026-11-22"))

    def test_lists_change_by_signs(self):
        made = self.item("community", "add", "sailors", "--members", "Ada,Bob", kind="CommunityItem")
        self.assertEqual(made["members"], ["ada", "bob"])
        made = self.item("community", "set", made["id"], "--members=+Åsa,-Bob", kind="CommunityItem")
        self.assertEqual(made["members"], ["ada", "asa"])
        people = self.program.json("people", "--community", "Sailors")
        self.assertEqual(flaws(people, "People"), [])
        self.assertEqual(sorted(one["uid"] for one in people["people"]), ["ada", "asa"])
        self.assertIn("in sailors", self.program.text("people", "Ada"))

    def test_a_question_and_its_first_answer(self):
        self.program.run("community", "add", "sailors")
        made = self.item("question", "add", "Sailors", "where", "to", "berth", kind="QuestionItem")
        self.assertEqual((made["community_name"], made["text"], "minutes" in made), ("sailors", "where to berth", False))
        self.assertIn("No answer comes before",
                      self.program.run("question", "answer", made["id"], "2026-11-21T10:00:00Z", code=1).err)
        done = self.item("question", "answer", made["id"], kind="QuestionItem")
        self.assertEqual((done["answered"], done["minutes"]), (made["asked"], 0))
        line = self.program.json("log", "question sailors which knot")["items"][0]
        self.assertEqual(flaws(line, "QuestionItem"), [])
        report = self.program.json("network")
        self.assertEqual(flaws(report, "NetworkReport"), [])
        self.assertEqual(report["communities"][0]["answer"]["evidence"], "1 of 2 questions answered")
        self.assertIn("after 0 minutes", self.program.text("network"))

    def test_the_other_kinds(self):
        goal = self.item("goal", "add", "--titles", "head of design, lead", "--targets", "Bob", kind="GoalItem")
        self.assertEqual((goal["titles"], goal["filled"]), (["head of design", "lead"], {"have": 2, "of": 5}))
        script = self.item("script", "add", "hello", "Dear {firstName}, how is {topic}?", kind="ScriptItem")
        self.assertEqual(script["fields"], ["firstName", "topic"])
        self.assertIn("{topic} is missing", self.program.run("script", "fill", script["id"], "Ada", code=1).err)
        self.assertEqual(self.program.text("script", "fill", script["id"], "Ada", "--field", "topic=Oslo"),
                         "Dear Ada, how is Oslo?\n")
        self.program.run("script", "use", script["id"], "--answered", "yes")
        self.assertEqual(self.program.json("script", "show", script["id"])["item"]["answered"], 1)
        role = self.item("role", "add", "bob", "ally", "--since", "2026-01-10", kind="RoleTermItem")
        self.assertEqual(self.item("role", "close", role["id"], kind="RoleTermItem")["until"], "2026-11-22")
        pair = self.item("knows", "add", "Ada", "Bob", "--evidence", "user-denied", kind="PairItem")
        self.assertEqual(pair["evidence"], "user-denied")
        venue = self.item("venue", "add", "FooConf", "--type", "conference", kind="VenueItem")
        self.program.run("venue", "remove", venue["id"])
        self.assertEqual(self.program.json("venue")["items"], [])

    def test_profiles(self):
        done = self.program.json("profile", "set", "Bob", "--tie", "peer", "--friend", "yes", "--needs", "Rust, a desk",
                                 "--groups", "field=hardware", "--seniority", 3, "--superior", "Ada")
        self.assertEqual(flaws(done["profile"], "Profile"), [])
        self.assertEqual(done["profile"]["superior"], "ada")
        self.program.run("profile", "set", "Bob", "--seniority", "none", "--needs=-a desk")
        profile = self.program.json("profile", "show", "Bob")["profile"]
        self.assertEqual(profile, {"tie": "peer", "friend": True, "needs": ["Rust"], "groups": {"field": "hardware"},
                                   "superior": "ada"})
        self.assertEqual(self.program.json("people", "--without-friends")["total"], 3)
        self.assertIn("0 to 5", self.program.run("profile", "set", "Bob", "--seniority", 9, code=1).err)
        mine = self.program.json("me", "set", "--offers", "Rust", "--weekly-energy", 2, "--quiet-hours",
                                 "from=21:00,until=07:30", "--workdays", "mo,tu", "--wanted-roles", "mentor=2")["profile"]
        self.assertEqual(flaws(mine, "OwnProfile"), [])
        self.assertEqual((mine["quiet_hours"]["from"], mine["workdays"], mine["wanted_roles"]),
                         ("21:00", ["mo", "tu"], {"mentor": 2}))
        self.assertLessEqual(len(self.program.json("week")["suggestions"]), 2)
        self.assertEqual(self.program.json("me", "check", 4, 3, 5)["profile"]["self_checks"][0]["respect"], 3)
        self.program.run("me", "purpose", "tools", "for", "everybody")
        self.assertEqual(self.program.json("goal")["items"][0]["purpose"], "tools for everybody")

    def test_a_reflection_is_not_exported(self):
        gift = self.program.json("log", "gave Bob advice")["items"][0]
        self.program.run("entry", "reflect", gift["id"], "it was easy")
        self.assertEqual(self.program.json("entry", "show", gift["id"])["reflection"], "it was easy")
        self.program.run("export", self.folder / "out")
        self.assertNotIn(b"it was easy", b"".join(file.read_bytes() for file in (self.folder / "out").rglob("*") if file.is_file()))

    def test_every_command_has_a_help_text_and_an_empty_state(self):
        for kind in ("ask", "promise", "entry", "introduce", "goal", "script", "community", "question", "venue", "role",
                     "knows"):
            for words in ([kind], [kind, "list"], [kind, "show"], [kind, "add"], [kind, "set"], [kind, "remove"]):
                self.assertTrue(self.program.text(*words, "--help").strip(), words)
            self.assertEqual(self.program.json(kind), {"items": []})
            self.assertIn("yet.", self.program.text(kind))
            self.assertIn("There is no", self.program.run(kind, "show", "0123456789", code=1).err)

    def test_wrong_words_are_explained_and_write_nothing(self):
        wrong = ((["ask", "add", "bob", "x", "--kind", "loan"], 1, "informational-interview"),
                 (["ask", "add"], 2, "--person"), (["promise", "add", "bob"], 2, "--text"),
                 (["promise", "add", "bob", "x", "--due", "someday"], 1, "2026-11-22"),
                 (["profile", "set", "bob", "--friend", "perhaps"], 1, "yes or no"),
                 (["introduce", "add", "bob", "bob"], 1, "two different people"),
                 (["ask", "add", "Example", "x"], 3, "could be"))
        for words, code, said in wrong:
            with self.subTest(words):
                self.assertIn(said, self.program.run(*words, code=code).err)
        self.assertEqual(self.exported(), self.stored)
        self.assertEqual(json.loads(self.program.run("--json", "ask", code=0).out), {"items": []})

"""Undo, trash, conflicts, and the records of two computers, on other servers than Radicale."""

import history_test
import records_test


class XandikosHistory(history_test.History):
    server_name = "xandikos"


class CyrusHistory(history_test.History):
    server_name = "cyrus"


class SabreHistory(history_test.History):
    server_name = "sabre"


class DavicalHistory(history_test.History):
    server_name = "davical"


class SogoHistory(history_test.History):
    """It keeps no journals, so that two computers cannot clash about a record."""
    server_name = "sogo"
    test_two_computers_clash_and_the_user_decides = None


class XandikosRecords(records_test.SharedRecords):
    server_name = "xandikos"


class CyrusRecords(records_test.SharedRecords):
    server_name = "cyrus"


class SabreRecords(records_test.SharedRecords):
    server_name = "sabre"


class DavicalRecords(records_test.SharedRecords):
    server_name = "davical"


class SogoRecords(records_test.SharedRecords):
    """It keeps tasks and no journals, and the user is told."""
    server_name = "sogo"
    test_they_move_to_the_server_and_a_fresh_computer_has_them = None
    test_two_computers_write_and_meet = None
    test_they_come_home_when_the_account_goes = None
    test_what_cannot_take_them_says_why = None

    def test_journals_stay_here_and_follow_ups_are_shared(self):
        place = self.first.json("records", "keep", 1)
        self.assertEqual((place["journal"]["account"], place["follow_ups"]["name"]), (0, "Goodturn Follow-ups"))
        [note] = place["notes"]
        self.assertIn("keeps no journals (VJOURNAL)", note)
        self.first.run("sync")
        week = self.week(self.first)
        self.assertTrue(week)
        self.assertEqual(len(self.stored("Goodturn Follow-ups")), len(week))
        self.assertIsNone(self.stored("Goodturn Journal"))
        fresh = self.computer("fresh")
        self.assertEqual(self.week(fresh), week)
        self.first.run("log", "anna", "--channel", "call", "--note", "stays here")
        for program in (self.first, fresh):
            program.run("sync")
        self.assertEqual((self.texts(self.first, "anna"), self.texts(fresh, "anna")), (["stays here"], []))

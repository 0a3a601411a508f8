"""Undo, trash, conflicts, and the records of two computers, on other servers than Radicale."""

import os

import history_test
import records_test

# In the long run only: each time takes more than a second.
READ_EACH = "GOODTURN_READ_EACH" in os.environ


class XandikosHistory(history_test.History):
    server_name = "xandikos"
    read_each = READ_EACH


class CyrusHistory(history_test.History):
    server_name = "cyrus"
    read_each = READ_EACH


class SabreHistory(history_test.History):
    server_name = "sabre"
    read_each = READ_EACH


class DavicalHistory(history_test.History):
    server_name = "davical"


class SogoHistory(history_test.History):
    """It keeps no journals, so that two computers cannot clash about a record."""
    server_name = "sogo"
    test_two_computers_clash_and_the_user_decides = None
    test_a_sent_note_and_a_sent_deletion_are_taken_back = None
    test_the_last_note_is_taken_back_after_its_server_wrote_it_in_its_own_way = None
    test_what_another_program_changed_or_deleted_since_is_not_taken_back = None


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
    test_a_fresh_computer_says_the_same_about_everything = None
    test_they_move_to_the_server_and_a_fresh_computer_has_them = None
    test_two_computers_write_and_meet = None
    test_they_come_home_when_the_account_goes = None
    test_what_cannot_take_them_says_why = None
    test_the_own_profile_is_one_on_both = None

    def test_journals_stay_here_and_follow_ups_are_shared(self):
        place = self.first.json("records", "keep", 1)
        self.assertEqual((place["journal"]["account"], place["follow_ups"]["name"]), (0, "Goodturn Follow-ups"))
        [note] = place["notes"]
        self.assertIn("keeps no journals (VJOURNAL)", note)
        self.first.run("sync")
        week = self.week(self.first)
        self.assertTrue(week)
        self.first.run("sync")
        self.assertEqual(len(self.stored("Goodturn Follow-ups")), len(week))
        self.assertIsNone(self.stored("Goodturn Journal"))
        fresh = self.computer("fresh")
        self.assertEqual(self.week(fresh), week)
        self.first.run("log", "anna", "--channel", "call", "--note", "stays here")
        for program in (self.first, fresh):
            program.run("sync")
        self.assertEqual((self.texts(self.first, "anna"), self.texts(fresh, "anna")), (["stays here"], []))
        self.read_by_another_program("Goodturn Follow-ups")

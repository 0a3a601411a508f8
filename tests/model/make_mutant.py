#!/usr/bin/env python3
"""Writes copies of the sync's sources with one fault each, as other programs had them.

usage: make_mutant.py --files NAME          prints the sources that NAME changes
       make_mutant.py NAME HOUSE OUTPUT_DIR writes the changed copies
A line that is not found exactly once is an error: the mutant must follow the code.
"""
import pathlib
import sys

GONE, RUN, PUSH, SETTLE = (f"helper/sync/{name}.cc" for name in ("gone", "collection_run", "push", "settle"))
ABSORB, LOOK, SURVEY, MOVES, KEEP = (f"helper/sync/{name}.cc"
                                     for name in ("absorb", "look", "survey", "survey_moves", "keep"))
READ_BACK, REMAINDER, PAUSE = (f"helper/sync/{name}.cc" for name in ("read_back", "remainder", "pause"))
PURGE, TURNS, SPELLING, UNREADABLE = (f"helper/sync/{name}.cc" for name in ("purge", "turns", "change_here", "unreadable"))
FETCHING, LISTING = "adapters/dav/fetching.cc", "adapters/dav/listing.cc"
SIBLINGS = "core/sync/siblings.cc"
PLAN, MERGE = "core/sync/plan.cc", "core/sync/merge.cc"

DROP_RECORDS = (GONE, "if (auto removed = items.remove(collection, href); !removed) return fail(removed.error());\n    ++report",
                'if (auto removed = items.remove(collection, href); !removed) return fail(removed.error());\n'
                '    (void)items.remove(items.journal().id, Href("record-" + (*item)->uid.value));\n    ++report')
# Neither when the listing names it nor before it is sent.
NOT_JOINED = [(PUSH, "if (!local->item || local->base) return {};", "if (local) return {};"),
              (ABSORB, "if (*agreed || item_) {", "if (agreed) {")]

MUTANTS = {
    # A 412 is answered by taking the server's version.
    "conflict_drops_local": [(PUSH, "const auto absorbed = absorb(world_, *items, collection_, **theirs);\n"
                              "      if (!absorbed) return fail(absorbed.error());\n"
                              "      return absorbed->hidden ? Result<void>(fail(hidden_error())) : Result<void>{};",
                              "const Received received(**theirs);\n"
                              "      return keep_agreed(world_, *items, collection_, received, nullptr);")],
    # Both sides changed: the whole record of the server wins.
    "server_wins": [(ABSORB, "sync::merge(base_ ? base_->text : std::string(), item_->text, received_.remote.text);",
                     "sync::Merged{received_.remote.text, {}};")],
    "delete_beats_edit": [(ABSORB, "result_.verb = sync::settle(local, remote, equal);",
                           "result_.verb = sync::settle(local, remote, equal);\n"
                           "    if (local == sync::Change::gone) result_.verb = sync::Verb::delete_remote;")],
    # What the user changed while it was sent counts as sent.
    "dirty_cleared_after_put": [(SETTLE, "if ((*item)->text == intent_.text)", "if (!(*item)->text.empty())")],
    "token_saved_first": [(RUN, "if (auto taken = take_texts(); !taken) return taken;",
                           "if (auto first = [&] {\n          const auto lock = world_.lock();\n"
                           "          return world_.store.transact([&] { return store_token(); });\n        }();\n"
                           "        !first)\n      return first;\n"
                           "    if (auto taken = take_texts(); !taken) return taken;")],
    # The daily comparison would bring to light what the token hides: it is off here.
    "token_of_an_empty_listing": [(PLAN, "planner.plan().store_token =", "planner.plan().store_token = true ||"),
                                  (LOOK, "if (!*compared) return remote.list_all();",
                                   "if (!compared) return remote.list_all();")],
    "resync_wipes_unsent": [(SURVEY, "unsent_ = std::move(*unsent);",
                             "unsent_ = std::move(*unsent);\n  auto items = Items::open(world_);\n"
                             "  if (listing_.complete)\n    for (const sync::Unsent& one : unsent_)\n"
                             "      (void)items->remove(collection_.id, one.href);\n"
                             "  if (listing_.complete) unsent_.clear();")],
    "records_dropped": [DROP_RECORDS],
    "records_dropped_without_guard": [DROP_RECORDS, (PLAN, "if (deletions <= agreed ||", "if (deletions >= agreed ||")],
    # After a PUT the old etag stays with the sent text.
    "old_etag_kept": [(READ_BACK, "all.push_back({&write, found->second});",
                       "all.push_back({&write, sync::RemoteItem{write.href, write.intent.etag, write.intent.text}});")],
    "put_etag_trusted": [(PUSH, "read_back_.add(std::move(intent)", "intent.etag = written->etag;\n    read_back_.add(std::move(intent)"),
                          (READ_BACK, "all.push_back({&write, found->second});",
                           "all.push_back({&write, sync::RemoteItem{write.href, write.intent.etag, write.intent.text}});")],
    # A create that is tried again gets another name, and nothing joins the two.
    "new_href_on_retry": [(PUSH, "return remote_.create(href_, intent.text);",
                           "return remote_.create(Href(href_.value + \"-\" + std::to_string(intent.id)), intent.text);"),
                          *NOT_JOINED],
    "moves_not_followed": [(MOVES, "if (missing.empty()) {", "if (missing.size() < 1000) {")],
    # A move of which the server says nothing for now counts as a deletion and a new item.
    "doubted_moves_lost": [(MOVES, "  left_out_ = std::erase(listing_.removed, href) > 0 || left_out_;", ""),
                           (MOVES, "std::erase_if(marks_, [&](const sync::BaseMark& mark) { return mark.href == href; });",
                            "(void)href;")],
    "twins_not_joined": NOT_JOINED,
    # What changes here while a new name cannot be read does not wait.
    "unread_names_forgotten": [(RUN, "return weighed ? !same && survey_.may_stand_elsewhere(href) : same;",
                                "return !weighed && same;")],
    # Two new items with one UID in one sync: the second goes out before the first was read back.
    "twin_sent_unread": [(PUSH, "if (!twin) return {};", "if (twin || !twin) return {};")],
    # What was created and does not stand where it was sent counts as deleted there.
    "created_not_looked_for": [(READ_BACK, "if (one.kept || one.write->intent.kind", "if (!one.kept || one.write->intent.kind")],
    # A lost answer to a create that the server named anew: sent again, it is there twice.
    "lost_create_not_looked_for": [(SETTLE, "if (!alone || !present || *present ||", "if (alone || !present || *present ||")],
    # Nothing is kept of what somebody deleted on the server.
    "trash_off": [(KEEP, "  return world.store.add_trash(\n", "  return Result<void>{};\n  (void)world.store.add_trash(\n")],
    # A deletion here that an edit there beat is forgotten.
    "overruled_deletion_not_kept": [(ABSORB, "if (mark_ && mark_->local_gone)\n", "if (false)\n")],
    "guard_off": [(PLAN, "if (deletions <= agreed ||", "if (deletions >= agreed ||")],
    # Where one item was changed here, a server without any counts as one where the others were deleted.
    "emptied_only_without_changes": [(PLAN, "verb == Verb::delete_local ? gone_there_ : deletions", "deletions")],
    # What a listing leaves out is gone, without asking for it.
    "confirm_off": [(GONE, "  auto errors = remote.fetch(hrefs,",
                     "  confirmed.gone.insert(hrefs.begin(), hrefs.end());\n"
                     "  if (!hrefs.empty()) return confirmed;\n  auto errors = remote.fetch(hrefs,")],
    "clobber_off": [(ABSORB, "if (!base_ || remote != sync::Change::edited) return {};",
                     "if (remote != sync::Change::gone) return {};")],
    "read_only_ignored": [(RUN, "return collection_.write_back && !collection_.read_only;", "return true;")],
    # No row says what was under way when the answer was lost.
    "intent_off": [(PUSH, "return world_.store.put_intent(intent);",
                    "return intent.id;"), (SETTLE, "return ended ? world.store.remove_intent(intent.id) : ended;",
                                           "return ended;")],
    "unknown_outcome_forgotten": [(PUSH, "if (outcome_unknown(written.error().kind)) return fail(written.error());",
                                   "(void)outcome_unknown;")],
    # What is read back differs from what was sent, and nobody is told.
    "dropped_not_told": [(SETTLE, "if (!missing.empty())\n", "if (false)\n")],
    "clashes_not_told": [(MERGE, "conflicts_.push_back({0, 0, Href(), property,",
                          "if (property.empty()) conflicts_.push_back({0, 0, Href(), property,")],
    "intent_never_ended": [(SETTLE, "return ended ? world.store.remove_intent(intent.id) : ended;", "return ended;")],
    # Change log, base and intent one after the other: a stop in between leaves the halves.
    "write_not_one_transaction": [(READ_BACK, "return world_.store.transact(", "return std::invoke(")],
    # Whatever stands there after a lost answer is taken for ours.
    "answer_taken_for_granted": [(SETTLE, "if (same_meaning(present->text, intent.text)) return true;",
                                  "if (present) return true;")],
    # Changed here and deleted there: away with it.
    "edit_goes_with_a_deletion": [(GONE, "if (*item && *change == sync::Change::edited) {",
                                   "if (*item && *change == sync::Change::absent) {")],
    # A condition is made of an etag that does not say which bytes are there.
    "weak_etag_as_condition": [(PUSH, '!etag.empty() && !etag.value.starts_with("W/")', "!etag.empty()")],
    # What a token once hid stays hidden.
    "daily_comparison_off": [(LOOK, "if (!*compared) return remote.list_all();",
                              "if (!compared) return remote.list_all();")],
    "token_that_went_back_believed": [(LOOK, "sync::went_back(token, listing->token)", "sync::went_back(token, token)")],
    # A clock that jumps empties the trash.
    "clock_believed": [(PURGE, "if (!*believed) return {};", "(void)believed;")],
    # Who agreed to few deletions has agreed to any number.
    "confirmation_of_more_than_shown": [(RUN, "guards.agreed_here = asked_.here;\n      guards.agreed_there = asked_.there;",
                                         "guards.agreed_here = guards.agreed_there = 1'000'000;")],
    "retry_after_ignored": [(PAUSE, "if (until <= now ||", "if (until > now ||")],
    "retry_after_without_end": [(PAUSE, "auto pause = std::min<std::chrono::seconds>(*error.retry_after, longest_pause);",
                                 "auto pause = *error.retry_after;"),
                                (PAUSE, " || until - now > longest_pause", "")],
    "turns_off": [(TURNS, "if (auto turn = world.turns->take(collection, patience)) return MaybeTurn(std::move(turn));",
                   "return MaybeTurn((static_cast<void>(collection), std::nullopt));"),
                  (TURNS, "if (auto turn = world.turns->take(collection, between_looks)) return MaybeTurn(std::move(turn));",
                   "return MaybeTurn((static_cast<void>(collection), std::nullopt));")],
    # Two collections have one turn between them.
    "one_turn_for_all": [(TURNS, "world.turns->take(collection, patience)", "world.turns->take(0 * collection, patience)"),
                         (TURNS, "world.turns->take(collection, between_looks)", "world.turns->take(0 * collection, between_looks)")],
    # One item that is never given makes each sync compare everything.
    "unread_holds_up_the_token": [(RUN, "const bool with_token = plan_.store_token && !in_doubt_;",
                                   "const bool with_token = plan_.store_token && !in_doubt_ && !remainder_.has_new() &&\n"
                                   "                            remainder_.earlier().empty();")],
    # The token goes on and what was left out is forgotten.
    "left_out_forgotten": [(REMAINDER, "  waits({one.href, listed, false});\n", "  (void)listed;\n")],
    "unconfirmed_forgotten": [(REMAINDER, "  waits({one.href, Etag(), true});\n", "")],
    "left_out_after_the_token": [(RUN, "    if (auto left = remainder_.store(with_token); !left) return left;\n", ""),
                                 (RUN, "    if (auto told = tell_unreadable(); !told) return told;\n",
                                  "    if (auto left = world_.store.transact([&] { return remainder_.store(plan_.store_token && !in_doubt_); }); !left)\n"
                                  "      return left;\n    if (auto told = tell_unreadable(); !told) return told;\n")],
    # Named and not given (404) counts as gone.
    "unread_counts_as_gone": [(SURVEY, "if (name.gone && one.error.kind", "if (one.error.kind")],
    "unread_not_told": [(REMAINDER, "if (before == earlier_.end() || before->second.gone) return;",
                         "if (before == earlier_.end() || before->second.href == one.href) return;"),
                        (REMAINDER, "if (one.error.kind != ErrorKind::not_found) return tell(one);",
                         "if (one.error.kind != ErrorKind::not_found) return;")],
    # A move whose old name gets no answer: the new one is taken for a new item.
    "doubtful_names_forgotten": [(MOVES, "missing.insert(missing.end(), doubtful_.begin(), doubtful_.end());", "")],
    # What moves on while it is asked for again counts as deleted.
    "moved_on_not_looked_for": [(MOVES, "if ((!texts->gone.empty() || gone_again_) &&", "if (!texts->gone.empty() &&")],
    # A delta that names only where something stands now, and a name that is gone without a word.
    "silent_moves_not_seen": [(MOVES, "const bool may_have_passed = !listing_.complete &&", "const bool may_have_passed = false &&")],
    "deleted_meanwhile_not_seen": [(MOVES, "return mark.local_gone; });", "return mark.local_gone && false; });")],
    "gone_names_tried_for_ever": [(PUSH, "collection->token = SyncToken();", "")],
    "moving_counts_as_gone": [(MOVES, "(moving || (!mark.local_same", "((!moving && !mark.local_same")],
    # What was left out is decided about all the same.
    "unanswered_not_set_aside": [(SURVEY, "std::erase_if(marks_, [this](const sync::BaseMark& mark) { return unanswered_.contains(mark.href); });", "")],
    # Another spelling counts as an edit, and beats a deletion.
    "spelling_is_an_edit": [(SPELLING, "if (change != sync::Change::edited) return change;",
                             "if (change != sync::Change::edited || true) return change;")],
    # Whatever the server gives replaces what is here.
    "garbage_replaces_good": [(UNREADABLE, "return !is_whole(theirs) && is_whole(text::Document::parse(ours));",
                               "return !is_whole(theirs) && is_whole(text::Document::parse(ours)) && ours.empty();")],
    # In a multistatus no text means no item.
    "no_text_counts_as_gone": [(FETCHING, "const int status = refusal_of(element, text_property(place_.kind));\n    if (status == 0) return {};",
                                "int status = refusal_of(element, text_property(place_.kind));\n    if (status == 0) status = 404;")],
    "empty_text_is_a_text": [(FETCHING, "if (text.is_blank())", "if (!text)"),
                             (LISTING, "!text.is_blank()", "text")],
    # Of several cards in one text only the first is looked at.
    "only_the_first_card_merged": [(MERGE, "if (before.size() <= 1 && ours.size() == 1 && theirs.size() == 1)",
                                    "if (!ours.empty() && !theirs.empty())")],
    "siblings_by_order": [(SIBLINGS, "waiting.take(old.meaning)) named", 'waiting.take("")) named')],
}


def main() -> None:
    if sys.argv[1] == "--files":
        print(";".join(sorted({file for file, _, _ in MUTANTS[sys.argv[2]]})))
        return
    name, house, output = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    texts: dict[str, str] = {}
    for file, old, new in MUTANTS[name]:
        text = texts.get(file) or (house / file).read_text()
        if text.count(old) != 1:
            sys.exit(f"{file}: the line to change stands there {text.count(old)} times:\n{old}")
        texts[file] = text.replace(old, new)
    output.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        (output / pathlib.Path(file).name).write_text(text)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes copies of the sync's sources with one fault each, as other programs had them.

usage: make_mutant.py --files NAME          prints the sources that NAME changes
       make_mutant.py NAME HOUSE OUTPUT_DIR writes the changed copies
A line that is not found exactly once is an error: the mutant must follow the code.
"""
import pathlib
import sys

GONE, RUN, PUSH, SETTLE = (f"helper/sync/{name}.cc" for name in ("gone", "collection_run", "push", "settle"))
ABSORB, LOOK, SURVEY = (f"helper/sync/{name}.cc" for name in ("absorb", "look", "survey"))
PLAN = "core/sync/plan.cc"

DROP_RECORDS = (GONE, "if (auto removed = items.remove(collection, href); !removed) return fail(removed.error());\n    ++report",
                'if (auto removed = items.remove(collection, href); !removed) return fail(removed.error());\n'
                '    (void)items.remove(items.journal().id, Href("record-" + (*item)->uid.value));\n    ++report')
# Neither when the listing names it nor before it is sent.
NOT_JOINED = [(PUSH, "if (!local->item || local->base) return {};", "if (local) return {};"),
              (ABSORB, "if (*agreed || item_) {", "if (agreed) {")]

MUTANTS = {
    # A 412 is answered by taking the server's version.
    "conflict_drops_local": [(PUSH, "const auto absorbed = absorb(world_, *items, collection_, **theirs);",
                              "const Received received(**theirs);\n      const auto absorbed = "
                              "keep_agreed(world_, *items, collection_, received, nullptr);")],
    # Both sides changed: the whole record of the server wins.
    "server_wins": [(ABSORB, "sync::Merged merged = sync::merge(*agreed, item_->text, received_.remote.text);",
                     "sync::Merged merged{received_.remote.text, {}};")],
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
    "old_etag_kept": [(PUSH, "auto read = read_one(remote_, written.href);",
                       "Result<std::optional<sync::RemoteItem>> read =\n"
                       "          sync::RemoteItem{written.href, intent.etag, intent.text};")],
    "put_etag_trusted": [(PUSH, "auto read = read_one(remote_, written.href);",
                          "Result<std::optional<sync::RemoteItem>> read =\n"
                          "          sync::RemoteItem{written.href, written.etag, intent.text};")],
    # A create that is tried again gets another name, and nothing joins the two.
    "new_href_on_retry": [(PUSH, "return remote_.create(href_, intent.text);",
                           "return remote_.create(Href(href_.value + \"-\" + std::to_string(intent.id)), intent.text);"),
                          *NOT_JOINED],
    "moves_not_followed": [(SURVEY, "if (fresh.empty()) return", "if (fresh.size() < 1000) return")],
    # A move of which the server says nothing for now counts as a deletion and a new item.
    "doubted_moves_lost": [(SURVEY, "  std::erase(listing_.removed, href);", ""),
                           (SURVEY, "std::erase_if(marks_, [&](const sync::BaseMark& mark) { return mark.href == href; });",
                            "(void)href;")],
    "twins_not_joined": NOT_JOINED,
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

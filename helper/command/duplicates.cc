#include <set>

#include "helper/command/bench.h"
#include "helper/command/commands.h"
#include "helper/items/shown_name.h"
#include "helper/people/duplicates.h"
#include "helper/people/identity.h"

namespace goodturn::helper {
namespace {

/// A reason that many pairs of one group share is said once.
void print_reasons(Console& console, const people::Proposal& proposal) {
  std::set<people::Reason> reasons;
  for (const people::Link& link : proposal.links) reasons.insert(link.reasons.begin(), link.reasons.end());
  for (const people::Reason& reason : reasons)
    console.line("  " +
                 in_words(Said("command.sign", {{"sign", said_branch(people::to_string(reason.sign))}}),
                          console.language()) +
                 (reason.value.empty() ? "" : ": " + reason.value));
}

void print(Console& console, const people::Proposal& proposal, const Snapshot& snapshot, const Items& items) {
  const Person& first = snapshot.persons()[proposal.people.front()];
  console.line(Said("command.certainty", {{"certainty", std::string(people::to_string(proposal.certainty))},
                                          {"name", first.card.name}}));
  print_reasons(console, proposal);
  for (const std::size_t place : proposal.people) {
    const Person& person = snapshot.persons()[place];
    const sync::Collection& book = items.collections().at(person.places.front().collection);
    console.line(Said("command.card_in_book", {{"uid", person.card.uid.value},
                                               {"name", person.card.name},
                                               {"collection", shown_name(book, console.language())}}));
  }
}

std::vector<Uid> uids_of(const std::vector<std::string>& words) {
  std::vector<Uid> uids;
  for (const std::string& word : words) uids.emplace_back(word);
  return uids;
}

/// Runs one of the three use cases and prints what it says.
template <class Decide>
Exit decide(Shell& shell, const Said& done, Decide decide) {
  auto bench = Bench::open(shell, Access::write, {});
  if (!bench) return shell.console.failed(bench.error());
  const auto decided = decide(bench->world(), bench->undo());
  if (!decided) return shell.console.failed(decided.error());
  const auto snapshot = Snapshot::read(bench->world());
  if (!snapshot) return shell.console.failed(snapshot.error());
  const auto items = Items::open(bench->world());
  if (!items) return shell.console.failed(items.error());
  return bench->done(done, {{"people", people_json(**snapshot, decided->cards, *items, shell.language)}});
}

}  // namespace

Exit duplicate_list(Shell& shell) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  auto snapshot = Snapshot::read(**world);
  if (!snapshot) return shell.console.failed(snapshot.error());
  const auto items = Items::open(**world);
  if (!items) return shell.console.failed(items.error());
  const auto found = find_duplicates(**world, std::move(*snapshot));
  if (!found) return shell.console.failed(found.error());
  for (const people::Proposal& proposal : found->proposals)
    print(shell.console, proposal, *found->snapshot, *items);
  if (found->proposals.empty())
    shell.console.line(Said("command.no_duplicates"));
  else
    shell.console.remark(Said("command.how_to_join"));
  shell.console.answer(json_of(*found, *items, found->proposals.size(), 0, shell.language));
  return Exit::ok;
}

Exit duplicate_merge(Shell& shell, const std::vector<std::string>& uids) {
  return decide(shell, Said("command.joined"),
                [&](World& world, UndoLog& undo) { return merge_people(world, undo, uids_of(uids)); });
}

Exit duplicate_split(Shell& shell, const std::string& uid) {
  return decide(shell, Said("command.split"),
                [&](World& world, UndoLog& undo) { return split_person(world, undo, Uid(uid)); });
}

Exit duplicate_not_same(Shell& shell, const std::vector<std::string>& uids) {
  return decide(shell, Said("command.kept_apart"),
                [&](World& world, UndoLog& undo) { return keep_apart(world, undo, uids_of(uids)); });
}

}  // namespace goodturn::helper

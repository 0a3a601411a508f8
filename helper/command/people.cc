#include "helper/command/bench.h"
#include "helper/command/commands.h"
#include "helper/command/joined.h"
#include "helper/people/records.h"
#include "helper/people/search.h"
#include "helper/people/tag.h"

namespace goodturn::helper {
namespace {

void print_row(Console& console, const Snapshot& snapshot, const Person& person) {
  const suggest::Standing& standing = snapshot.standing(person);
  std::string line = person.card.name;
  if (!person.card.organisation.empty()) line += ", " + person.card.organisation;
  if (standing.last_day)
    line += in_words(Said("command.row_last", {{"day", to_iso(*standing.last_day)}}), console.language());
  if (!person.card.tags.empty()) line += "; " + joined(person.card.tags, ", ");
  const auto communities = communities_of(snapshot.journals(), person);
  if (!communities.empty())
    line += in_words(Said("command.row_communities", {{"communities", joined(communities, ", ")}}),
                     console.language());
  console.line(line);
  console.line("    " + person.card.uid.value);
}

void print_person(Console& console, const Json& json) {
  const auto fact = [&](const char* key, std::string value) {
    console.line(Said("command.fact", {{"fact", key}, {"value", std::move(value)}}));
  };
  console.line(Said("command.person_head",
                    {{"name", json.value("name", "")}, {"state", said_branch(json.value("state", ""))}}));
  for (const char* key :
       {"organisation", "title", "birthday", "last_contact", "next_meeting", "usual", "book"})
    if (json.contains(key)) fact(key, json[key].get<std::string>());
  fact("emails", joined(json["emails"].get<std::vector<std::string>>()));
  fact("tags", joined(json["tags"].get<std::vector<std::string>>()));
  for (const Json& note : json["notes"]) fact("note", note.get<std::string>());
  for (const Json& moment : json["timeline"]) {
    std::string line = "  " + moment["day"].get<std::string>() + "  " + moment["title"].get<std::string>();
    if (moment.contains("text")) line += ": " + moment["text"].get<std::string>();
    console.line(line);
  }
}

Result<Json> person_json(World& world, const Uid& uid, Language language) {
  const auto snapshot = Snapshot::read(world);
  if (!snapshot) return fail(snapshot.error());
  const Person* found = (*snapshot)->by_uid(uid);
  if (!found)
    return fail(ErrorKind::not_found,
                "Nobody with this UID. `goodturn people NAME` finds people and their UIDs.");
  const auto items = Items::open(world);
  if (!items) return fail(items.error());
  return json_of_person(**snapshot, *found, *items, language);
}

/// By name, blind to case and accents, or by id; an empty word is none.
Result<Uid> community_of(const Snapshot& snapshot, const std::string& word) {
  if (word.empty()) return Uid();
  for (const calendar::Community& one : snapshot.journals().communities)
    if (folded(one.name) == folded(word) || one.uid.value == word) return one.uid;
  return fail(ErrorKind::not_found,
              Said("There is no community \"{name}\". `goodturn community` lists them.", {{"name", word}}));
}

TagEdit edit_of(const std::vector<std::string>& changes) {
  TagEdit edit;
  for (const std::string& change : changes) {
    const bool minus = !change.empty() && change.front() == '-';
    const bool plus = !change.empty() && change.front() == '+';
    (minus ? edit.remove : edit.add).push_back(minus || plus ? change.substr(1) : change);
  }
  return edit;
}

}  // namespace

Exit people(Shell& shell, const PeopleArguments& arguments) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto snapshot = Snapshot::read(**world);
  if (!snapshot) return shell.console.failed(snapshot.error());
  const auto items = Items::open(**world);
  if (!items) return shell.console.failed(items.error());
  const auto community = community_of(**snapshot, arguments.community);
  if (!community) return shell.console.failed(community.error());
  const PeoplePage page = find_people(*snapshot, {arguments.words, arguments.tag, 500, 0, *community,
                                                  arguments.without_friends, arguments.unaware_of_goal});
  for (const Person* one : page.persons) print_row(shell.console, **snapshot, *one);
  if (page.empty_reason) shell.console.line(*page.empty_reason);
  if (page.persons.size() < page.total)
    shell.console.remark(Said("command.more_match", {{"count", said_number(page.total)}}));
  shell.console.answer(json_of(page, *items, shell.language));
  return Exit::ok;
}

Exit person(Shell& shell, const std::string& uid) {
  const auto world = shell.open(Access::read);
  if (!world) return shell.console.failed(world.error());
  const auto json = person_json(**world, Uid(uid), shell.language);
  if (!json) return shell.console.failed(json.error());
  if (!shell.console.json()) print_person(shell.console, *json);
  shell.console.answer(*json);
  return Exit::ok;
}

Exit tag(Shell& shell, const std::string& uid, const std::vector<std::string>& changes) {
  auto bench = Bench::open(shell, Access::write, {});
  if (!bench) return shell.console.failed(bench.error());
  const auto tagged = edit_tags(bench->world(), bench->undo(), Uid(uid), edit_of(changes));
  if (!tagged) return shell.console.failed(tagged.error());
  const auto json = person_json(bench->world(), Uid(uid), shell.language);
  if (!json) return shell.console.failed(json.error());
  const std::string note = in_sentences(tagged->note, shell.language);
  if (!note.empty()) shell.console.remark(note);
  return bench->done(
      Said("command.tags_of", {{"person", (*json)["name"].get<std::string>()},
                               {"tags", joined((*json)["tags"].get<std::vector<std::string>>())}}),
      {{"person", *json}, {"sent", tagged->sent}, {"note", note}});
}

Exit log_touch(Shell& shell, const LogArguments& arguments) {
  LogEntry entry;
  entry.channel = parse_channel(arguments.channel);
  entry.text = arguments.note;
  if (!arguments.at.empty()) {
    entry.at = parse_instant(arguments.at);
    if (!entry.at) {
      shell.console.remark("goodturn: " + in_words(Said("command.at_is_written"), shell.language));
      return Exit::usage;
    }
  }
  auto bench = Bench::open(shell, Access::write, {});
  if (!bench) return shell.console.failed(bench.error());
  const auto logged = log_entry(bench->world(), bench->undo(), Uid(arguments.uid), entry);
  if (!logged) return shell.console.failed(logged.error());
  return bench->done(Said("command.logged"), {{"record", logged->record.value}});
}

}  // namespace goodturn::helper

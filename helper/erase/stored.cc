#include "helper/erase/stored.h"

#include <algorithm>
#include <limits>
#include <set>

#include "core/calendar/community.h"
#include "core/calendar/goal.h"
#include "core/calendar/own_profile.h"
#include "core/calendar/record.h"
#include "core/relations/observation.h"

namespace goodturn::helper {
namespace {

void leave_out(std::vector<Uid>& people, const PersonMarks& marks) {
  std::erase_if(people, [&](const Uid& uid) { return marks.uids.contains(uid.value); });
}

/// A touch with somebody else, at which the person was, too. That so many were there stays.
std::optional<std::string> without_company(const text::Document& document, const PersonMarks& marks,
                                           Instant now) {
  auto record = calendar::read_record(document);
  if (!record || record->with.empty()) return std::nullopt;
  leave_out(record->with, marks);
  std::string text = calendar::update_record(document, *record, now);
  return is_about(text::Document::parse(text), marks) ? std::nullopt : std::optional(std::move(text));
}

/// The item without the person, where it is about others, too; nullopt where nothing would remain of it.
std::optional<std::string> without_person(const text::Document& document, const PersonMarks& marks,
                                          Instant now) {
  if (auto community = calendar::read_community(document)) {
    leave_out(community->members, marks);
    return calendar::update_community(document, *community, now);
  }
  if (auto goal = calendar::read_goal(document)) {
    leave_out(goal->targets, marks);
    return calendar::update_goal(document, *goal, now);
  }
  if (auto own = calendar::read_own_profile(document)) {
    if (marks.uids.contains(own->boss.value)) own->boss = Uid();
    return calendar::update_own_profile(document, *own, now);
  }
  return without_company(document, marks, now);
}

/// The items of Goodturn's own collections, sorted by what an erasure does with them.
class OwnItems {
 public:
  OwnItems(StoredPerson& found, Instant now) : found_(found), now_(now) {}

  void take(const sync::Item& item) {
    const auto document = text::Document::parse(item.text);
    if (is_about(document, found_.marks)) {
      if (auto text = without_person(document, found_.marks, now_))
        found_.shared.push_back({item.collection, item.href, item.uid, std::move(*text)});
      else
        put_down(item);
      return;
    }
    if (mentions(document, found_.marks)) mentioning_.push_back(item);
    const text::Component* task = document.find("VTODO");
    if (task != nullptr)
      if (const std::string of = document.first_value(*task, "RELATED-TO"); !of.empty())
        dependent_.emplace_back(text::unescape_text(of), item);
  }

  /// Tasks that hang on an item that goes, go with it.
  void finish() {
    for (const auto& [of, item] : dependent_)
      if (gone_.contains(of)) put_down(item);
    found_.mentions = static_cast<std::size_t>(
        std::count_if(mentioning_.begin(), mentioning_.end(),
                      [&](const sync::Item& item) { return !gone_.contains(item.uid.value); }));
  }

 private:
  void put_down(const sync::Item& item) {
    gone_.insert(item.uid.value);
    found_.own.push_back({item.collection, item.href, item.uid});
  }

  StoredPerson& found_;
  Instant now_;
  std::set<std::string> gone_;
  std::vector<std::pair<std::string, sync::Item>> dependent_;
  std::vector<sync::Item> mentioning_;
};

Result<void> read_own(World& world, const Items& items, StoredPerson& found) {
  const std::set<sync::CollectionId> collections = {items.journal().id, items.local_journal().id,
                                                    items.follow_ups().id, items.local_follow_ups().id};
  OwnItems own(found, world.clock.now());
  for (const sync::CollectionId collection : collections)
    if (auto read = world.store.each_item(collection,
                                          [&](const sync::Item& item) -> Result<void> {
                                            own.take(item);
                                            return {};
                                          });
        !read)
      return read;
  own.finish();
  return {};
}

Result<void> count_messages(World& world, StoredPerson& found) {
  const auto mark_of = world.observations.mark_of();
  if (!mark_of) return fail(mark_of.error());
  std::set<std::uint64_t> people, messages;
  for (const std::string& address : found.marks.addresses) people.insert((*mark_of)(address).value);
  auto read = world.observations.each_observation([&](const relations::ObservedMail& mail) {
    if (people.contains(mail.person.value)) messages.insert(mail.message.value);
  });
  found.messages = messages.size();
  return read;
}

Result<void> count_meetings(World& world, StoredPerson& found) {
  std::set<std::pair<sync::CollectionId, Href>> events;
  auto read = world.index.each_meeting([&](const Index::Origin& origin, const relations::Meeting& meeting) {
    for (const std::string& address : meeting.addresses)
      if (found.marks.addresses.contains(relations::plain_address(address)))
        events.emplace(origin.collection, origin.href);
  });
  found.meetings = events.size();
  return read;
}

/// Whether a row of the history is about the person.
class AboutPerson {
 public:
  AboutPerson(const StoredPerson& found, const std::vector<ItemPlace>& gone) : marks_(found.marks) {
    for (const ItemPlace& place : gone) places_.emplace(place.collection, place.href);
    for (const CardPlace& place : found.cards) places_.emplace(place.collection, place.href);
  }

  [[nodiscard]] bool at(sync::CollectionId collection, const Href& href) const {
    return places_.contains({collection, href});
  }
  [[nodiscard]] bool in(std::string_view text) const { return is_about(text::Document::parse(text), marks_); }

 private:
  const PersonMarks& marks_;
  std::set<std::pair<sync::CollectionId, Href>> places_;
};

}  // namespace

Result<StoredPerson> find_stored(World& world, const Items& items, const Snapshot& snapshot,
                                 const Person& person) {
  StoredPerson found;
  found.marks = marks_of(snapshot, person);
  found.cards = person.places;
  if (auto read = read_own(world, items, found); !read) return fail(read.error());
  if (auto read = count_messages(world, found); !read) return fail(read.error());
  if (auto read = count_meetings(world, found); !read) return fail(read.error());
  if (auto read = find_history(world, found.own, found); !read) return fail(read.error());
  return found;
}

Result<void> find_history(World& world, const std::vector<ItemPlace>& gone, StoredPerson& found) {
  const AboutPerson about(found, gone);
  found.trash.clear();
  found.writes.clear();
  found.conflicts.clear();
  found.intents.clear();
  const auto trash = world.store.trash();
  if (!trash) return fail(trash.error());
  for (const sync::Trashed& row : *trash)
    if (about.at(row.collection, row.href) || about.in(row.text)) found.trash.push_back(row.id);
  const auto writes = world.store.writes(static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max()));
  if (!writes) return fail(writes.error());
  for (const sync::LoggedWrite& row : *writes)
    if (about.at(row.collection, row.href) || about.in(row.before) || about.in(row.after))
      found.writes.push_back(row.id);
  const auto conflicts = world.store.conflicts();
  if (!conflicts) return fail(conflicts.error());
  for (const sync::ConflictRow& row : *conflicts)
    if (about.at(row.collection, row.href) || about.in(row.local_line) || about.in(row.local_value) ||
        about.in(row.remote_value))
      found.conflicts.push_back(row.id);
  const auto intents = world.store.intents();
  if (!intents) return fail(intents.error());
  for (const sync::Intent& row : *intents)
    if (about.at(row.collection, row.href) || about.in(row.text)) found.intents.push_back(row.id);
  return {};
}

}  // namespace goodturn::helper

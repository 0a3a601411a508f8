#include "tests/unit/reports/small_world.h"

#include <cctype>

namespace goodturn::helper {

SmallWorld::SmallWorld() {
  test_.clock.set("2026-11-22T12:00:00Z");
  const auto lock = test_.world().lock();
  const auto items = Items::open(test_.world());
  REQUIRE(items);
  collection_ = items->journal().id;
}

void SmallWorld::add(relations::Derived derived) {
  rows_.push_back(std::move(derived));
  ++count_;
}

void SmallWorld::card(people::Card card) {
  relations::Derived derived;
  derived.person = std::move(card);
  add(derived);
}

void SmallWorld::person(const std::string& uid, const std::string& organisation,
                        const std::vector<std::string>& tags) {
  people::Card made;
  made.uid = Uid(uid);
  made.name = uid;
  made.name.front() = static_cast<char>(std::toupper(uid.front()));
  made.emails = {uid + "@example.org"};
  made.organisation = organisation;
  made.tags = tags;
  for (const std::string& tag : tags)
    if (const auto role = people::role_of(tag)) made.roles.push_back(*role);
  card(std::move(made));
}

void SmallWorld::meeting(int days_ago, const std::vector<std::string>& uids, int others) {
  relations::Meeting met;
  met.event = Uid("event-" + std::to_string(count_));
  met.day = ago(days_ago);
  met.start = met.day + std::chrono::hours(9);
  met.end = met.start + std::chrono::hours(1);
  for (const std::string& uid : uids) met.addresses.push_back(uid + "@example.org");
  for (int i = 0; i < others; ++i) met.addresses.push_back("other" + std::to_string(i) + "@example.org");
  relations::Derived derived;
  derived.meetings = {met};
  add(derived);
}

calendar::Record SmallWorld::made(RecordKind kind, const std::string& uid, int days_ago) {
  calendar::Record record;
  record.uid = Uid("record-" + std::to_string(count_));
  record.kind = kind;
  record.person = Uid(uid);
  record.at = ago(days_ago) + std::chrono::hours(10);
  return record;
}

void SmallWorld::record(calendar::Record record) {
  relations::Derived derived;
  derived.record = std::move(record);
  add(derived);
}

void SmallWorld::touch(const std::string& uid, int days_ago, Channel channel, Direction direction) {
  calendar::Record one = made(RecordKind::touch, uid, days_ago);
  one.channel = channel;
  one.direction = direction;
  record(std::move(one));
}

void SmallWorld::gave(const std::string& uid, int days_ago, GiveKind kind, int size, bool asked) {
  calendar::Record one = made(RecordKind::gave, uid, days_ago);
  one.give_kind = kind;
  one.size = size;
  one.asked = asked;
  record(std::move(one));
}

void SmallWorld::received(const std::string& uid, int days_ago, GiveKind kind, int size) {
  calendar::Record one = made(RecordKind::received, uid, days_ago);
  one.give_kind = kind;
  one.size = size;
  record(std::move(one));
}

void SmallWorld::ask(const std::string& uid, int days_ago, AskState state) {
  calendar::Ask asked;
  asked.uid = Uid("ask-" + std::to_string(count_));
  asked.person = {Uid(uid), uid};
  asked.day = ago(days_ago);
  asked.state = state;
  journal(asked);
}

void SmallWorld::living(const std::string& uid, const std::string& organisation,
                        const std::vector<std::string>& tags) {
  person(uid, organisation, tags);
  for (const int days : {25, 15, 5}) touch(uid, days);
}

void SmallWorld::shown(const std::string& uid, int days_ago) {
  calendar::FollowUp one;
  one.uid = Uid("follow-up-" + std::to_string(count_));
  one.person = Uid(uid);
  one.shown = one.due = ago(days_ago);
  one.expired = true;
  relations::Derived derived;
  derived.follow_up = one;
  add(derived);
}

void SmallWorld::pair(const std::string& a, const std::string& b, PairEvidence evidence) {
  calendar::PairSign sign;
  sign.uid = calendar::pair_sign_uid(Uid(a), Uid(b));
  sign.people = {{Uid(a), a}, {Uid(b), b}};
  sign.evidence = evidence;
  sign.day = ago(1);
  journal(sign);
}

void SmallWorld::term(const std::string& uid, const std::string& role, int since, std::optional<int> until) {
  calendar::RoleTerm term;
  term.person = {Uid(uid), uid};
  term.role = role;
  term.since = ago(since);
  if (until) term.until = ago(*until);
  term.uid = calendar::role_term_uid(term.person.uid, role, term.since);
  journal(term);
}

void SmallWorld::profile(calendar::Profile profile, const std::string& uid) {
  profile.uid = calendar::profile_uid(Uid(uid));
  profile.person = {Uid(uid), uid};
  journal(profile);
}

std::shared_ptr<const Snapshot> SmallWorld::snapshot() {
  const auto write = [this]() -> Result<void> {
    for (; written_ < rows_.size(); ++written_) {
      const Href href("row-" + std::to_string(10'000 + written_));
      if (auto done = test_.world().index.replace(collection_, href, rows_[written_]); !done) return done;
    }
    return {};
  };
  REQUIRE(test_.world().store.transact(write));
  auto snapshot = Snapshot::read(test_.world());
  REQUIRE(snapshot);
  return *snapshot;
}

std::vector<std::string> names_of(const std::vector<Who>& people) {
  std::vector<std::string> names;
  for (const Who& who : people) names.push_back(who.name);
  return names;
}

}  // namespace goodturn::helper

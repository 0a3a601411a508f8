#include "helper/index/snapshot.h"

#include <algorithm>

#include "helper/index/gathering.h"
#include "helper/index/note_moments.h"

namespace goodturn::helper {
namespace {

Result<void> gather(Gathering& all) {
  for (const auto part : {gather_journals, gather_cards, gather_meetings, gather_records, gather_follow_ups})
    if (auto done = part(all); !done) return done;
  attach_journals(all);
  attach_roles(all);
  if (auto done = gather_mail(all); !done) return done;
  if (auto done = gather_notes(all); !done) return done;
  draw_circle(all);
  finish_persons(all);
  return {};
}

std::optional<Day> first_day_of(const std::vector<Person>& persons) {
  std::optional<Day> first;
  for (const Person& person : persons)
    if (!person.contact.touches.empty())
      first = std::min(first.value_or(Day::max()), person.contact.touches.front().day);
  return first;
}

}  // namespace

std::vector<Moment> timeline(const Person& person) {
  std::vector<Moment> moments = person.moments;
  for (const BareTouch& touch : person.bare_touches)
    moments.push_back({Moment::Kind::touch, touch.at, touch.day, Said(), "", touch.channel, {}, 1});
  std::stable_sort(moments.begin(), moments.end(),
                   [](const Moment& a, const Moment& b) { return a.at > b.at; });
  return moments;
}

Snapshot::Snapshot(Gathering&& all)
    : persons_(std::make_shared<std::vector<Person>>(std::move(all.persons))),
      by_uid_(std::move(all.by_uid)),
      by_email_(std::move(all.by_email)),
      journals_(std::move(all.journals)),
      apart_(std::move(all.apart)),
      signs_(std::move(all.signs)),
      coming_(std::move(all.coming)),
      first_day_(first_day_of(*persons_)),
      valid_until_(all.valid_until) {
  std::vector<suggest::Contacts::Shared> contacts;
  contacts.reserve(persons_->size());
  for (const Person& person : *persons_) contacts.emplace_back(persons_, &person.contact);
  ranking_.emplace(suggest::Contacts(std::move(contacts)), std::move(all.circle), all.now);
}

Result<std::shared_ptr<const Snapshot>> Snapshot::read(World& world) { return read_own(world); }

Result<std::shared_ptr<Snapshot>> Snapshot::read_own(World& world) {
  auto rows = OwnRows::open(world);
  if (!rows) return fail(rows.error());
  Gathering all{world, world.now(), *rows};
  if (auto done = gather(all); !done) return fail(done.error());
  return std::shared_ptr<Snapshot>(new Snapshot(std::move(all)));
}

const Person* Snapshot::by_uid(const Uid& uid) const {
  const auto found = by_uid_.find(uid.value);
  return found == by_uid_.end() ? nullptr : &(*persons_)[found->second];
}

const Person* Snapshot::by_email(std::string_view address) const {
  const auto found = by_email_.find(std::string(address));
  return found == by_email_.end() ? nullptr : &(*persons_)[found->second];
}

const suggest::Standing& Snapshot::standing(const Person& person) const {
  return ranking_->standings()[static_cast<std::size_t>(&person - persons_->data())];
}

const suggest::Traits& Snapshot::traits(const Person& person) const {
  return ranking_->traits()[static_cast<std::size_t>(&person - persons_->data())];
}

}  // namespace goodturn::helper

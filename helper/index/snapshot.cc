#include "helper/index/snapshot.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

#include "core/calendar/joined_profile.h"
#include "helper/index/circle.h"
#include "helper/index/mail_touches.h"
#include "helper/index/moment_titles.h"
#include "helper/index/person_cards.h"
#include "helper/index/signs.h"

namespace goodturn::helper {

/// Fills a Snapshot row by row.
class SnapshotReader {
 public:
  explicit SnapshotReader(World& world) : world_(world), now_(world.now()) {}

  Result<std::shared_ptr<const Snapshot>> read() {
    const auto person = [this](const Index::Origin& origin, people::Card card) {
      add(origin, std::move(card));
    };
    const auto meeting = [this](const Index::Origin&, const relations::Meeting& row) { add(row); };
    const auto record = [this](const Index::Origin&, const calendar::Record& row) { add(row); };
    const auto journal = [this](const Index::Origin&, const relations::JournalRow& row) { add(row); };
    const auto follow_up = [this](const Index::Origin&, const calendar::FollowUp& row) { add(row); };
    if (auto done = world_.index.each_journal(journal); !done) return fail(done.error());
    IdentityWords words = identity_words(snapshot_->journals_.identities);
    same_person_ = people::SamePerson(words.same, words.apart);
    snapshot_->apart_ = std::move(words.apart);
    if (auto done = world_.index.each_person(person); !done) return fail(done.error());
    join_all_cards();
    if (auto done = world_.index.each_meeting(meeting); !done) return fail(done.error());
    if (auto done = world_.index.each_record(record); !done) return fail(done.error());
    if (auto done = world_.index.each_follow_up(follow_up); !done) return fail(done.error());
    attach_journals();
    if (auto done = add_mail(world_, now_.instant, snapshot_->persons_, snapshot_->by_email_); !done)
      return fail(done.error());
    add_signs();
    draw_circle();
    std::vector<suggest::Contact> contacts;
    contacts.reserve(snapshot_->persons_.size());
    for (Person& entry : snapshot_->persons_) {
      finish(entry);
      contacts.push_back(entry.contact);
    }
    snapshot_->ranking_.emplace(std::move(contacts), std::move(circle_), now_);
    snapshot_->standings_ = snapshot_->ranking_->standings();
    return std::shared_ptr<const Snapshot>(std::move(snapshot_));
  }

 private:
  void add(const Index::Origin& origin, people::Card card) {
    if (card.is_group) return;
    auto& persons = snapshot_->persons_;
    const Uid uid = card.uid;
    const auto [place, is_new] =
        snapshot_->by_uid_.try_emplace(same_person_.person_of(uid).value, persons.size());
    for (const std::string& email : card.emails) snapshot_->by_email_.try_emplace(email, place->second);
    if (is_new) persons.emplace_back();
    add_card(persons[place->second], std::move(card), {uid, origin.collection, origin.href});
  }

  /// All cards are read: each person gets one card of their own, and every UID leads to its person.
  void join_all_cards() {
    for (std::size_t index = 0; index < snapshot_->persons_.size(); ++index) {
      Person& person = snapshot_->persons_[index];
      join_cards(person);
      person.contact = contact_of(person.card);
      for (const Uid& uid : same_person_.cards_of(person.card.uid)) {
        snapshot_->by_uid_.insert_or_assign(uid.value, index);
        if (uid != person.card.uid) person.contact.other_uids.push_back(uid);
      }
    }
  }

  static suggest::Contact contact_of(const people::Card& card) {
    suggest::Contact contact;
    contact.uid = card.uid;
    contact.name = card.name;
    contact.email = card.emails.empty() ? std::string() : card.emails.front();
    contact.organisation = card.organisation;
    contact.unit = card.unit;
    contact.roles = card.roles;
    contact.tags = card.tags;
    contact.birthday = card.birthday;
    contact.anniversary = card.anniversary;
    return contact;
  }

  void add(const relations::Meeting& meeting) {
    // The same meeting often stands in two calendars (a shared one and the user's own).
    if (!seen_meetings_.emplace(meeting.event.value, meeting.start).second) return;
    std::set<std::size_t> present;
    for (const std::string& address : meeting.addresses)
      if (const auto found = snapshot_->by_email_.find(address); found != snapshot_->by_email_.end())
        present.insert(found->second);
    const auto touch = relations::touch_of(meeting, now_.instant);
    for (const std::size_t index : present) add(snapshot_->persons_[index], meeting, touch);
    add_meeting_signs(meeting, present, now_, snapshot_->signs_);
    if (!touch) circle_.busy.push_back({meeting.start, meeting.end});
  }

  static void add(Person& person, const relations::Meeting& meeting,
                  const std::optional<relations::Touch>& touch) {
    suggest::Contact& contact = person.contact;
    person.moments.push_back({touch ? Moment::Kind::meeting : Moment::Kind::planned,
                              meeting.start,
                              meeting.day,
                              meeting.summary,
                              "",
                              Channel::meeting,
                              {},
                              1});
    if (touch)
      contact.touches.push_back(*touch);
    else if (!contact.planned || meeting.start < *contact.planned)
      contact.planned = meeting.start;
  }

  /// By UID, or by the "mailto:" address that journals of other programs carry.
  [[nodiscard]] std::optional<std::size_t> place_of(const std::string& person) const {
    constexpr std::string_view scheme = "mailto:";
    const bool address = person.starts_with(scheme);
    const auto& places = address ? snapshot_->by_email_ : snapshot_->by_uid_;
    const auto found = places.find(address ? person.substr(scheme.size()) : person);
    return found == places.end() ? std::nullopt : std::optional(found->second);
  }

  void add(const calendar::Record& record) {
    // A record that was left on a server and is kept here, too, is one record.
    if (!seen_records_.insert(record.uid.value).second) return;
    const auto place = place_of(record.person.value);
    if (!place) return;  // stays stored; attaches when the card returns
    Person& person = snapshot_->persons_[*place];
    const Day day = world_.recurrence.local_day(record.at);
    switch (record.kind) {
      case RecordKind::touch:
        add_touch(person, record, day);
        return;
      case RecordKind::note:
        add_moment(person, record, day, Moment::Kind::note);
        return;
      case RecordKind::gave:
        add_moment(person, record, day, Moment::Kind::gave);
        if (record.give_kind == GiveKind::information && !record.text.empty())
          circle_.articles.push_back({record.uid, person.card.uid, person.card.name, day, record.text});
        add_favour(person, record, day, relations::LedgerSide::gave);
        return;
      case RecordKind::received:
        add_obligation(person, record, day, Moment::Kind::received);
        add_favour(person, record, day, relations::LedgerSide::received);
        return;
      case RecordKind::promised:
        add_obligation(person, record, day, Moment::Kind::promised);
        return;
    }
  }

  static void add_favour(Person& person, const calendar::Record& record, Day day,
                         relations::LedgerSide side) {
    const bool received = side == relations::LedgerSide::received;
    person.ledger.push_back({record.uid, person.card.uid, day, side,
                             record.give_kind.value_or(GiveKind::help), record.size, record.asked,
                             received ? record.settled : std::nullopt, record.crisis});
  }

  void add(const relations::JournalRow& row) {
    const text::Document document = text::Document::parse(row.text);
    if (!seen_records_.insert(calendar::journal_uid(document).value).second) return;
    add_journal(snapshot_->journals_, document);
  }

  /// What hangs on one person; what names nobody stays in the lists and attaches when the card returns.
  void attach_journals() {
    // Of a person with several cards the one of the smallest UID comes first, on every computer.
    std::vector<const calendar::Profile*> profiles;
    for (const calendar::Profile& profile : snapshot_->journals_.profiles) profiles.push_back(&profile);
    std::sort(profiles.begin(), profiles.end(), [](const calendar::Profile* a, const calendar::Profile* b) {
      return std::tie(a->person.uid, a->uid) < std::tie(b->person.uid, b->uid);
    });
    for (const calendar::Profile* profile : profiles)
      if (const auto place = place_of(profile->person.uid.value))
        take_profile(snapshot_->persons_[*place], *profile);
    for (const calendar::Ask& ask : snapshot_->journals_.asks) attach(ask);
    for (const calendar::Introduction& one : snapshot_->journals_.introductions) attach(one);
    for (const calendar::RoleTerm& term : snapshot_->journals_.role_terms) attach(term);
  }

  /// Days of journal items stand at their midnight in UTC.
  static void add_moment(Person& person, Moment::Kind kind, Day day, std::string title, std::string text) {
    person.moments.push_back(
        {kind, Instant(day), day, std::move(title), std::move(text), std::nullopt, std::nullopt});
  }

  void attach(const calendar::Ask& ask) {
    const auto place = place_of(ask.person.uid.value);
    if (!place) return;
    Person& person = snapshot_->persons_[*place];
    person.asks.push_back({ask.uid, person.card.uid, ask.day, ask.kind, ask.state, ask.next_step});
    add_moment(person, Moment::Kind::ask, ask.day, ask_title(ask), ask.text);
  }

  void attach(const calendar::Introduction& one) {
    const std::pair<const calendar::NamedPerson&, const calendar::NamedPerson&> both[] = {
        {one.people.a, one.people.b}, {one.people.b, one.people.a}};
    for (const auto& [who, other] : both)
      if (const auto place = place_of(who.uid.value))
        add_moment(snapshot_->persons_[*place], Moment::Kind::introduction, one.sent.value_or(one.day),
                   introduction_title(one, other.name), one.reason);
  }

  void attach(const calendar::RoleTerm& term) {
    const auto place = place_of(term.person.uid.value);
    if (!place) return;
    Person& person = snapshot_->persons_[*place];
    add_moment(person, Moment::Kind::role, term.since, "Role: " + term.role, term.text);
    if (term.until) add_moment(person, Moment::Kind::role, *term.until, "No longer " + term.role, "");
  }

  void add_signs() {
    const FindPlace place = [this](const std::string& uid) { return place_of(uid); };
    add_journal_signs(snapshot_->journals_, place, snapshot_->signs_);
    add_card_signs(snapshot_->persons_, place, snapshot_->signs_);
  }

  /// Journals first, so that what the meetings and records told already is kept.
  void draw_circle() {
    suggest::Circle drawn = circle_of(
        snapshot_->journals_, [this](const Uid& uid) { return place_of(uid.value); },
        [this](std::size_t place) -> const Uid& { return snapshot_->persons_[place].card.uid; });
    drawn.signs = snapshot_->signs_;
    drawn.busy = std::move(circle_.busy);
    drawn.articles = std::move(circle_.articles);
    drawn.offset = local_offset(world_.recurrence, now_);
    circle_ = std::move(drawn);
    for (const network::Introduction& one : circle_.introductions)
      for (const Uid& uid : {one.a, one.b})
        snapshot_->persons_[*place_of(uid.value)].contact.introductions.push_back(one);
    add_introductions_made();
    for (const calendar::RoleTerm& term : snapshot_->journals_.role_terms)
      if (const auto place = place_of(term.person.uid.value))
        snapshot_->persons_[*place].contact.closed_roles =
            closed_roles(snapshot_->journals_, term.person.uid, now_.today);
  }

  /// Bringing two people together is a gift to each of them.
  void add_introductions_made() {
    for (const network::Introduction& one : circle_.introductions)
      for (const relations::LedgerEntry& entry : network::ledger_entries(one))
        snapshot_->persons_[*place_of(entry.person.value)].ledger.push_back(entry);
  }

  static void take_profile(Person& person, const calendar::Profile& profile) {
    if (person.profile.uid.empty())
      person.profile = profile;
    else
      join_profile(person.profile, profile);
    suggest::Contact& contact = person.contact;
    contact.do_not_suggest = person.profile.do_not_suggest;
    contact.snoozed_until = person.profile.snoozed_until;
    contact.manual_cadence = person.profile.cadence_days;
    contact.manual_layer = person.profile.layer;
    contact.profile = person.profile;
  }

  void add_touch(Person& person, const calendar::Record& record, Day day) {
    add_moment(person, record, day, Moment::Kind::touch);
    if (record.at > now_.instant) return;
    constexpr int depth_days = 365;
    if (record.depth && days_between(day, now_.today) <= depth_days)
      person.noted_depth = std::max(person.noted_depth, *record.depth);
    if (!record.ask.empty()) person.ask_days.push_back(day);
    const Channel channel = record.channel.value_or(Channel::message);
    person.contact.touches.push_back(
        {record.at, day, channel, record.direction, relations::touch_weight(channel, record.direction, 1)});
  }

  static void add_moment(Person& person, const calendar::Record& record, Day day, Moment::Kind kind) {
    person.moments.push_back({kind, record.at, day, "", record.text, record.channel, {}, 1});
  }

  static void add_obligation(Person& person, const calendar::Record& record, Day day, Moment::Kind kind) {
    add_moment(person, record, day, kind);
    person.contact.obligations.push_back(
        {record.uid, record.kind, day, record.text, record.size, record.due, record.settled});
  }

  void add(const calendar::FollowUp& row) {
    if (!seen_records_.insert(row.uid.value).second) return;
    const auto found = snapshot_->by_uid_.find(row.person.value);
    if (found == snapshot_->by_uid_.end()) return;
    const bool open = !row.completed && !row.action && !row.expired;
    snapshot_->persons_[found->second].contact.showings.push_back(
        {row.uid, row.rule, row.shown, row.silence_since, row.action, open, closed_on(row)});
  }

  [[nodiscard]] std::optional<Day> closed_on(const calendar::FollowUp& row) const {
    return row.completed_at ? std::optional(world_.recurrence.local_day(*row.completed_at)) : std::nullopt;
  }

  void finish(Person& person) {
    suggest::Contact& contact = person.contact;
    std::sort(contact.touches.begin(), contact.touches.end(),
              [](const auto& a, const auto& b) { return a.at < b.at; });
    std::sort(contact.showings.begin(), contact.showings.end(), [](const auto& a, const auto& b) {
      return std::tie(a.day, a.follow_up) < std::tie(b.day, b.follow_up);
    });
    if (!contact.touches.empty()) {
      const Day first = contact.touches.front().day;
      if (!snapshot_->first_day_ || first < *snapshot_->first_day_) snapshot_->first_day_ = first;
    }
    const Moment* last = nullptr;
    for (const Moment& moment : person.moments) {
      const bool talk = moment.kind == Moment::Kind::meeting || moment.kind == Moment::Kind::touch ||
                        moment.kind == Moment::Kind::mail;
      if (talk && moment.at <= now_.instant && (!last || moment.at > last->at)) last = &moment;
    }
    const Moment* note = nullptr;
    for (const Moment& moment : person.moments)
      if (moment.kind == Moment::Kind::note && moment.at <= now_.instant && (!note || moment.at > note->at))
        note = &moment;
    if (note) contact.last_note = suggest::Note{note->day, note->text};
    contact.ledger = person.ledger;
    contact.asks = person.asks;
    if (last)
      contact.last_talk = suggest::LastTalk{last->day, last->channel.value_or(Channel::message),
                                            last->title.empty() ? last->text : last->title};
  }

  World& world_;
  Now now_;
  suggest::Circle circle_;
  std::shared_ptr<Snapshot> snapshot_ = std::make_shared<Snapshot>();
  std::set<std::pair<std::string, Instant>> seen_meetings_;
  std::unordered_set<std::string> seen_records_;
  people::SamePerson same_person_;
};

Result<std::shared_ptr<const Snapshot>> Snapshot::read(World& world) { return SnapshotReader(world).read(); }

const Person* Snapshot::by_uid(const Uid& uid) const {
  const auto found = by_uid_.find(uid.value);
  return found == by_uid_.end() ? nullptr : &persons_[found->second];
}

const Person* Snapshot::by_email(std::string_view address) const {
  const auto found = by_email_.find(std::string(address));
  return found == by_email_.end() ? nullptr : &persons_[found->second];
}

const suggest::Standing& Snapshot::standing(const Person& person) const {
  return standings_[static_cast<std::size_t>(&person - persons_.data())];
}

}  // namespace goodturn::helper

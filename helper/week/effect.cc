#include "helper/week/effect.h"

#include <algorithm>

#include "helper/items/journal.h"
#include "helper/people/introduction_ideas.h"
#include "helper/people/own_language.h"
#include "helper/people/records.h"
#include "helper/week/renewed.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

class Effect {
 public:
  Effect(World& world, Items& items, const Snapshot& snapshot, const calendar::FollowUp& row, Instant at,
         Before& before)
      : world_(world),
        items_(items),
        snapshot_(snapshot),
        row_(row),
        at_(at),
        day_(world.recurrence.local_day(at)),
        before_(before) {}

  Result<void> run() {
    switch (row_.rule) {
      case Rule::support:
        return gave(GiveKind::emotional_support, "");
      case Rule::give_match:
        return row_.record ? gave(GiveKind::information, article_text()) : gave(GiveKind::help, offered());
      case Rule::reciprocate:
        return gave(GiveKind::help, "");
      case Rule::ask:
        return asked();
      case Rule::introduce:
        return took_step();
      default:
        return {};
    }
  }

 private:
  [[nodiscard]] std::optional<suggest::Suggestion> suggestion() const {
    auto all = renewed(snapshot_, {row_});
    const auto found = all.find(row_.uid);
    return found == all.end() ? std::nullopt : std::optional(std::move(found->second));
  }

  /// What was passed on, so that it can be passed on again.
  [[nodiscard]] std::string article_text() const {
    for (const suggest::Article& article : snapshot_.ranking().circle().articles)
      if (article.record == row_.record) return article.text;
    return "";
  }

  /// What of the own offers answers the need.
  [[nodiscard]] std::string offered() const {
    const auto behind = suggestion();
    return behind && !behind->evidence.words.empty() ? behind->evidence.words.back() : std::string();
  }

  Result<void> gave(GiveKind kind, const std::string& what) {
    calendar::Record record;
    record.uid = Uid(row_.uid.value + "-gave");
    record.kind = RecordKind::gave;
    record.person = row_.person;
    record.person_name = row_.person_name;
    record.at = at_;
    record.text = what;
    record.give_kind = kind;
    return write_record(world_, items_, record, before_);
  }

  Result<void> asked() {
    const auto behind = suggestion();
    if (!behind || !behind->ask) return {};
    calendar::Ask ask;
    ask.uid = Uid(row_.uid.value + "-ask");
    ask.person = {row_.person, row_.person_name};
    ask.day = day_;
    ask.kind = *behind->ask;
    // Of everything else the suggestion knows the kind alone; what was asked is the user's to say.
    if (ask.kind == AskKind::introduction) ask.text = behind->other_name;
    return write_journal(world_, items_, ask.uid, ask, before_);
  }

  Result<void> took_step() {
    const auto behind = suggestion();
    if (!behind || !behind->other || !behind->step) return {};
    const auto language = own_language(world_);
    if (!language) return fail(language.error());
    calendar::Introduction introduction = under_way(*behind, *language);
    const bool is_a = introduction.people.a.uid == row_.person;
    if (*behind->step == network::IntroductionStep::introduce)
      introduction.sent = day_;
    else
      (is_a ? introduction.consent_a : introduction.consent_b) = calendar::Consent::asked;
    return write_journal(world_, items_, introduction.uid, introduction, before_);
  }

  /// The record of the two that is not finished yet, or a new one in which this person is asked first.
  [[nodiscard]] calendar::Introduction under_way(const suggest::Suggestion& behind, Language language) const {
    const auto& known = snapshot_.journals().introductions;
    const auto found = std::find_if(known.begin(), known.end(), [&](const calendar::Introduction& one) {
      return !one.sent &&
             std::minmax(one.people.a.uid, one.people.b.uid) == std::minmax(row_.person, *behind.other);
    });
    if (found != known.end()) return *found;
    calendar::Introduction made;
    made.uid = calendar::introduction_uid(row_.person, *behind.other, day_);
    made.people = {{row_.person, row_.person_name}, {*behind.other, behind.other_name}};
    made.day = day_;
    made.reason = reason_words(behind.reason, language);
    return made;
  }

  World& world_;
  Items& items_;
  const Snapshot& snapshot_;
  const calendar::FollowUp& row_;
  Instant at_;
  Day day_;
  Before& before_;
};

}  // namespace

Result<void> take_effect(World& world, Items& items, const Snapshot& snapshot, const calendar::FollowUp& row,
                         Instant at, Before& before) {
  return Effect(world, items, snapshot, row, at, before).run();
}

}  // namespace goodturn::helper

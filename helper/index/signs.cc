#include "helper/index/signs.h"

#include <iterator>

namespace goodturn::helper {
namespace {

using network::PairSign;

constexpr std::string_view scheme = "urn:uuid:";

std::optional<std::size_t> place_in_either_form(const std::string& uid, const FindPlace& place_of) {
  if (const auto place = place_of(uid)) return place;
  return uid.starts_with(scheme) ? place_of(uid.substr(scheme.size())) : place_of(std::string(scheme) + uid);
}

void add(const std::optional<std::size_t>& a, const std::optional<std::size_t>& b, PairEvidence evidence,
         Day day, std::vector<PairSign>& signs) {
  if (a && b && *a != *b) signs.push_back({*a, *b, evidence, day, 2});
}

}  // namespace

void add_meeting_signs(const relations::Meeting& meeting, const std::set<std::size_t>& present, Now now,
                       std::vector<PairSign>& signs) {
  constexpr int most_people = 5, most_days = 365;
  const std::size_t people = meeting.addresses.size() + 1;
  if (meeting.start > now.instant || people > most_people) return;
  if (days_between(meeting.day, now.today) > most_days) return;
  for (auto a = present.begin(); a != present.end(); ++a)
    for (auto b = std::next(a); b != present.end(); ++b)
      signs.push_back({*a, *b, PairEvidence::co_meeting, meeting.day, static_cast<int>(people)});
}

void add_journal_signs(const calendar::Journals& journals, const FindPlace& place_of,
                       std::vector<PairSign>& signs) {
  for (const calendar::PairSign& said : journals.pair_signs)
    if (said.evidence)
      add(place_of(said.people.a.uid.value), place_of(said.people.b.uid.value), *said.evidence, said.day,
          signs);
  for (const calendar::Introduction& made : journals.introductions)
    if (made.sent)
      add(place_of(made.people.a.uid.value), place_of(made.people.b.uid.value), PairEvidence::introduced,
          *made.sent, signs);
}

void add_card_signs(const std::vector<Person>& persons, const FindPlace& place_of,
                    std::vector<PairSign>& signs) {
  // A card does not say since when; the first of all days is in nobody's future.
  constexpr Day undated{};
  for (std::size_t place = 0; place < persons.size(); ++place) {
    const Person& person = persons[place];
    for (const Uid& related : person.card.related)
      add(place, place_in_either_form(related.value, place_of), PairEvidence::related, undated, signs);
    if (!person.profile.introduced_by.empty())
      add(place, place_in_either_form(person.profile.introduced_by.value, place_of), PairEvidence::introduced,
          undated, signs);
  }
}

}  // namespace goodturn::helper

#include "helper/reports/variety.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "core/people/letters.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

using Value = std::optional<std::string>;
using ValueOf = std::function<Value(const Person&)>;

Value known(const std::string& text) { return text.empty() ? std::nullopt : Value(text); }

/// A dimension before anything is counted.
struct Question {
  std::string name;
  bool is_own = false;
  ValueOf value_of;
  Value own;  ///< the user's group
};

/// A unit belongs to its organisation; somebody elsewhere is outside the own unit whatever theirs is called.
std::string unit_name(const std::string& organisation, const std::string& unit) {
  return unit.empty() ? organisation : organisation + " / " + unit;
}

Value unit_of(const Person& person, const calendar::OwnProfile& own) {
  const people::Card& card = person.card;
  if (card.organisation.empty()) return std::nullopt;
  const bool is_inside = people::folded_word(card.organisation) == people::folded_word(own.organisation);
  if (is_inside && card.unit.empty()) return std::nullopt;
  return unit_name(card.organisation, card.unit);
}

Value level(const std::optional<int>& seniority, Language language) {
  if (!seniority) return std::nullopt;
  return in_words(Said("report.level", {{"level", std::int64_t{*seniority}}}), language);
}

Value how_met(const Person& person, Language language) {
  if (!person.profile.met_at.empty()) return person.profile.met_at;
  if (person.profile.introduced_by.empty()) return std::nullopt;
  return in_words(Said("report.introduced"), language);
}

Value group_in(const Person& person, const std::string& dimension) {
  for (const calendar::Grouping& grouping : person.profile.groups)
    if (grouping.dimension == dimension) return known(grouping.group);
  return std::nullopt;
}

std::vector<Question> questions_of(const Overview& overview) {
  const calendar::OwnProfile& own = overview.own();
  const Language language = overview.language;
  const Value own_unit = own.organisation.empty() || own.unit.empty()
                             ? std::nullopt
                             : Value(unit_name(own.organisation, own.unit));
  std::vector<Question> questions = {
      {"organisation", false, [](const Person& one) { return known(one.card.organisation); },
       known(own.organisation)},
      {"unit", false, [&own](const Person& one) { return unit_of(one, own); }, own_unit},
      {"function", false, [](const Person& one) { return known(one.profile.function); }, known(own.function)},
      {"region", false, [](const Person& one) { return known(one.profile.region); }, std::nullopt},
      {"seniority", false, [language](const Person& one) { return level(one.profile.seniority, language); },
       level(own.seniority, language)},
      {"how met", false, [language](const Person& one) { return how_met(one, language); }, std::nullopt}};
  std::set<std::string> dimensions;
  for (const Person& person : overview.snapshot.persons())
    for (const calendar::Grouping& grouping : person.profile.groups) dimensions.insert(grouping.dimension);
  for (const std::string& name : dimensions)
    questions.push_back(
        {name, true, [name](const Person& one) { return group_in(one, name); }, std::nullopt});
  return questions;
}

/// Everybody's value, spelled alike where only the case of the letters differs.
std::vector<Value> values_of(const Overview& overview, const Question& question, Value& own) {
  std::map<std::string, std::string> spellings;
  const auto unified = [&](const Value& value) -> Value {
    if (!value) return std::nullopt;
    return spellings.try_emplace(people::folded_word(*value), *value).first->second;
  };
  own = unified(question.own);
  std::vector<Value> values;
  values.reserve(overview.ties.size());
  for (const Tie& tie : overview.ties) values.push_back(unified(question.value_of(*tie.person)));
  return values;
}

std::vector<GroupShare> groups_of(const std::vector<network::GroupMember>& members) {
  constexpr std::size_t most = 20;
  std::map<std::string, GroupShare> by_name;
  double people = 0, strength = 0;
  for (const network::GroupMember& member : members) {
    if (!member.category) continue;
    GroupShare& group =
        by_name.try_emplace(*member.category, GroupShare{*member.category, 0, 0, 0}).first->second;
    ++group.people;
    group.time += member.strength;
    ++people;
    strength += member.strength;
  }
  std::vector<GroupShare> groups;
  for (auto& [name, group] : by_name) {
    group.heads = group.people / people;
    if (strength > 0) group.time /= strength;
    groups.push_back(group);
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const GroupShare& a, const GroupShare& b) { return a.people > b.people; });
  groups.resize(std::min(groups.size(), most));
  return groups;
}

Dimension dimension_of(const Overview& overview, const Question& question,
                       std::span<const std::size_t> places) {
  Value own;
  const std::vector<Value> population = values_of(overview, question, own);
  std::vector<network::GroupMember> members;
  std::vector<Value> contacts;
  for (const std::size_t place : places) {
    contacts.push_back(population[place]);
    members.push_back({population[place], overview.ties[place].strength()});
  }
  Dimension dimension;
  dimension.name = question.name;
  dimension.is_own = question.is_own;
  dimension.groups = groups_of(members);
  const auto views = network::diversity_of(members);
  dimension.known = views ? views->heads.known : 0;
  dimension.unknown = static_cast<int>(members.size()) - dimension.known;
  dimension.heads =
      groups_figure(views ? std::optional(views->heads) : std::nullopt, Counted::by_heads, overview.language);
  dimension.time = groups_figure(views ? views->time : std::nullopt, Counted::by_time, overview.language);
  dimension.homophily = own ? homophily_figure(network::external_internal(*own, contacts, population),
                                               question.name, overview.language)
                            : not_enough(Said("report.no_own_value", {{"dimension", branch_of(question.name)},
                                                                      {"name", question.name}}),
                                         overview.language);
  return dimension;
}

}  // namespace

Figure groups_figure(const std::optional<network::Diversity>& diversity, Counted by, Language language) {
  if (!diversity) return not_enough(Said("report.no_value"), language);
  Said text = count_said(by == Counted::by_time ? "report.groups_by_time" : "report.groups_by_heads",
                         static_cast<std::size_t>(diversity->categories));
  text.arguments.push_back({"value", decimal(diversity->effective, 1, language)});
  return figure_of(diversity->effective, text,
                   share_said("report.with_value", {diversity->known, diversity->known + diversity->unknown}),
                   language);
}

Figure homophily_figure(const std::optional<network::ExternalInternal>& index, std::string_view dimension,
                        Language language) {
  if (!index) return not_enough(Said("report.no_value"), language);
  Said text = share_said(index->expected ? "report.outside_own_chance" : "report.outside_own",
                         {index->external, index->external + index->internal});
  text.arguments.push_back({"dimension", branch_of(dimension)});
  text.arguments.push_back({"name", std::string(dimension)});
  text.arguments.push_back({"index", decimal(index->index, 2, language)});
  if (index->expected) text.arguments.push_back({"chance", decimal(*index->expected, 2, language)});
  const Said evidence = count_said("report.without_value", static_cast<std::size_t>(index->unknown));
  return figure_of(index->index, text, evidence, language);
}

std::vector<Dimension> variety_of(const Overview& overview) {
  const std::vector<std::size_t> places = living_places(overview);
  std::vector<Dimension> dimensions;
  for (const Question& question : questions_of(overview))
    dimensions.push_back(dimension_of(overview, question, places));
  return dimensions;
}

}  // namespace goodturn::helper

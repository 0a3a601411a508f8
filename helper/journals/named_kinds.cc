#include "helper/journals/draft.h"
#include "helper/journals/kinds.h"
#include "helper/journals/named.h"

namespace goodturn::helper {
namespace {

using calendar::Community;
using calendar::CommunityKind;
using calendar::Script;
using calendar::Venue;

constexpr int most_outcomes = 1'000'000;

std::vector<Field<Script>> script_fields() {
  return {
      text_field<Script>({"name", FieldType::line, "Its name", FieldUse::needed}, &Script::name),
      text_field<Script>({"text", FieldType::text, "The words, with {fields}", FieldUse::needed},
                         &Script::text),
      text_field<Script>(
          {"trigger", FieldType::line, "When it fits; a kind of ask makes it the draft of such asks"},
          &Script::trigger),
      day_field<Script>({"last_used", FieldType::day, "Last used on"}, &Script::last_used),
      number_field<Script>(
          {"answered", FieldType::number, "How often it was answered", FieldUse::kept, {}, 0, most_outcomes},
          &Script::answered),
      number_field<Script>(
          {"unanswered", FieldType::number, "How often it was not", FieldUse::kept, {}, 0, most_outcomes},
          &Script::unanswered),
      shown_field<Script>({"fields", FieldType::lines, "What it asks for"},
                          [](const Script& script) { return Json(fields_of(script.text)); }),
  };
}

std::vector<Field<Community>> community_fields() {
  std::vector<std::string_view> kinds;
  for (const CommunityKind kind : {CommunityKind::interest, CommunityKind::practice, CommunityKind::personal})
    kinds.push_back(calendar::to_string(kind));
  return {
      text_field<Community>({"name", FieldType::line, "Its name", FieldUse::needed}, &Community::name),
      word_field<Community>({"kind", FieldType::word, "Kind of community", FieldUse::open, std::move(kinds)},
                            &Community::kind, calendar::parse_community_kind),
      people_field<Community>({"members", FieldType::people, "Who belongs to it"}, &Community::members),
      text_field<Community>({"text", FieldType::text, "What it is about"}, &Community::text),
  };
}

/// Attended events by the UIDs of the calendar; they need not be known here.
Field<Venue> events_field() {
  return field<Venue>(
      {"events", FieldType::lines, "UIDs of the events you attended"}, &Venue::events,
      [](const Shape& own, const Json& value, const NameOf&) -> Result<std::vector<Uid>> {
        const auto lines = lines_in(own, value);
        if (!lines) return fail(lines.error());
        std::vector<Uid> events;
        for (const std::string& line : *lines) events.emplace_back(line);
        return events;
      },
      [](const std::vector<Uid>& events) {
        Json list = Json::array();
        for (const Uid& event : events) list.push_back(event.value);
        return list.empty() ? Json() : list;
      });
}

std::vector<Field<Venue>> venue_fields() {
  return {
      text_field<Venue>({"name", FieldType::line, "Its name", FieldUse::needed}, &Venue::name),
      text_field<Venue>({"type", FieldType::line, "conference, meetup, mixer, workshop … or your own word"},
                        &Venue::type),
      events_field(),
      text_field<Venue>({"text", FieldType::text, "What is worth knowing"}, &Venue::text),
  };
}

}  // namespace

const ItemKind& script_kind() {
  static const TypedKind<Script> kind = [] {
    auto rules =
        named_rules("script", &calendar::Journals::scripts, calendar::read_script, calendar::script_uid);
    rules.fields = script_fields();
    return TypedKind<Script>(std::move(rules));
  }();
  return kind;
}

const ItemKind& community_kind() {
  static const TypedKind<Community> kind = [] {
    auto rules = named_rules("community", &calendar::Journals::communities, calendar::read_community,
                             calendar::community_uid);
    rules.fields = community_fields();
    return TypedKind<Community>(std::move(rules));
  }();
  return kind;
}

const ItemKind& venue_kind() {
  static const TypedKind<Venue> kind = [] {
    auto rules = named_rules("venue", &calendar::Journals::venues, calendar::read_venue, calendar::venue_uid);
    rules.fields = venue_fields();
    return TypedKind<Venue>(std::move(rules));
  }();
  return kind;
}

}  // namespace goodturn::helper

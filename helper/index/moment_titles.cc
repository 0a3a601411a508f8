#include "helper/index/moment_titles.h"

#include <algorithm>

namespace goodturn::helper {
namespace {

/// Names a branch of the message.
std::string branch(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '-', '_');
  return text;
}

Said mail_title(const Moment& moment) {
  Said title(moment.direction == Direction::out ? "timeline.mail_out" : "timeline.mail_in");
  title.arguments.push_back({"count", std::int64_t{moment.count}});
  return title;
}

Said with_role(Said title, const std::string& role) {
  title.arguments.push_back({"role", branch(role)});
  title.arguments.push_back({"name", role});
  return title;
}

Said title_of_kind(Moment::Kind kind) {
  switch (kind) {
    case Moment::Kind::meeting:
      return Said("timeline.meeting");
    case Moment::Kind::planned:
      return Said("timeline.planned");
    case Moment::Kind::touch:
      return Said("timeline.touch");
    case Moment::Kind::note:
      return Said("timeline.note");
    case Moment::Kind::gave:
      return Said("timeline.gave");
    case Moment::Kind::received:
      return Said("timeline.received");
    case Moment::Kind::promised:
      return Said("timeline.promised");
    case Moment::Kind::follow_up:
      return Said("timeline.follow_up");
    case Moment::Kind::mail:
    case Moment::Kind::ask:
    case Moment::Kind::introduction:
    case Moment::Kind::role:
      break;  // have titles of their own
  }
  return Said();
}

}  // namespace

Said ask_title(const calendar::Ask& ask) {
  Said title("timeline.asked");
  title.arguments.push_back({"ask", branch(to_string(ask.kind))});
  title.arguments.push_back({"state", branch(to_string(ask.state))});
  return title;
}

Said introduction_title(const calendar::Introduction& introduction, const std::string& other) {
  Said title(introduction.sent ? "timeline.introduced" : "timeline.to_be_introduced");
  title.arguments.push_back({"person", other});
  return title;
}

Said role_title(const calendar::RoleTerm& term) { return with_role(Said("timeline.role"), term.role); }

Said role_ended_title(const calendar::RoleTerm& term) {
  return with_role(Said("timeline.role_ended"), term.role);
}

std::string note_file_of(const Moment& moment) {
  if (!moment.title.key.empty() || moment.title.arguments.empty()) return {};
  return std::get<std::string>(moment.title.arguments.front().value);
}

Said title_with_file(const std::string& file) {
  Said title;
  title.arguments.push_back({"file", file});
  return title;
}

Said title_of(const Moment& moment) {
  if (!moment.title.key.empty()) return moment.title;
  return moment.kind == Moment::Kind::mail ? mail_title(moment) : title_of_kind(moment.kind);
}

}  // namespace goodturn::helper

#include "helper/index/moment_titles.h"

#include <algorithm>

namespace goodturn::helper {
namespace {

std::string spoken(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

std::string answer_of(AskState state) {
  switch (state) {
    case AskState::open:
      return "";
    case AskState::yes:
    case AskState::no:
      return ", answered: " + std::string(to_string(state));
    case AskState::no_answer:
    case AskState::withdrawn:
      break;
  }
  return ", " + spoken(to_string(state));
}

}  // namespace

std::string ask_title(const calendar::Ask& ask) {
  return "Asked for " + spoken(to_string(ask.kind)) + answer_of(ask.state);
}

std::string introduction_title(const calendar::Introduction& introduction, const std::string& other) {
  return (introduction.sent ? "Introduced to " : "To be introduced to ") + other;
}

}  // namespace goodturn::helper

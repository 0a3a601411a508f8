#include "core/relations/checklist.h"

#include <array>

namespace goodturn::relations {
namespace {

using Step = std::string_view;

constexpr std::array<Step, 5> informational_interview = {
    "Say why this person", "Propose twenty minutes and two dates", "Prepare five questions",
    "Send thanks the day after", "Tell later what came of it"};
constexpr std::array<Step, 4> referral = {"Name the one opening", "Add two sentences that can be passed on",
                                          "Make it easy to say no", "Tell how it ended"};
constexpr std::array<Step, 4> warm_application = {"Ask for a word to the one who decides",
                                                  "Send the application as it went out",
                                                  "Agree on what may be said", "Tell how it ended"};
constexpr std::array<Step, 4> introduction = {"Say whom and why", "Offer a text that can be forwarded",
                                              "Write within a day of being introduced",
                                              "Thank both, and tell what came of it"};
constexpr std::array<Step, 3> advice = {"Ask one question", "Say what was tried already",
                                        "Tell what was done with it"};
constexpr std::array<Step, 4> sponsor = {"Name the opportunity", "Say what speaks for it in three facts",
                                         "Ask what would be needed to support it", "Report at the next step"};
constexpr std::array<Step, 4> feedback = {"Ask about one thing that was seen", "Ask what to do differently",
                                          "Listen without answering back", "Tell later what changed"};

}  // namespace

std::span<const std::string_view> checklist_of(AskKind kind) {
  switch (kind) {
    case AskKind::informational_interview:
      return informational_interview;
    case AskKind::referral:
      return referral;
    case AskKind::warm_application:
      return warm_application;
    case AskKind::introduction:
      return introduction;
    case AskKind::advice:
      return advice;
    case AskKind::sponsor:
      return sponsor;
    case AskKind::feedback:
      break;
  }
  return feedback;
}

}  // namespace goodturn::relations

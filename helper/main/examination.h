// What `goodturn doctor` found: one line for each link of the chain.
#pragma once

#include <string>

#include "helper/command/console.h"

namespace goodturn::helper {

/// Prints each finding as it comes, and remembers whether anything is broken.
class Examination {
 public:
  explicit Examination(Console& console) : console_(console) {}

  /// This link holds.
  void good(const std::string& what) { note("ok", what, ""); }
  /// It holds, and there is something worth knowing about it.
  void hint(const std::string& what, const std::string& advice) { note("note", what, advice); }
  /// It is broken. `advice`: what to do, where `what` does not say it.
  void bad(const std::string& what, const std::string& advice) {
    all_well_ = false;
    note("problem", what, advice);
  }

  [[nodiscard]] Language language() const { return console_.language(); }
  [[nodiscard]] std::string words(const Error& error) const { return in_words(error, language()); }

  /// The answer for programs: `about` with the checks. failed where anything is broken.
  Exit end(Json about) {
    about["checks"] = checks_;
    console_.answer(about);
    return all_well_ ? Exit::ok : Exit::failed;
  }

 private:
  void note(std::string state, const std::string& what, const std::string& advice) {
    checks_.push_back({{"state", state}, {"what", what}, {"advice", advice}});
    state.resize(9, ' ');
    console_.line(state + printable(what));
    if (!advice.empty()) console_.line("         → " + printable(advice));
    console_.flush();
  }

  Console& console_;
  bool all_well_ = true;
  Json checks_ = Json::array();
};

}  // namespace goodturn::helper

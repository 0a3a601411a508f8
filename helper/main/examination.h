// What `goodturn doctor` found: one line for each link of the chain.
#pragma once

#include <string>

#include "core/base/said_value.h"
#include "helper/command/console.h"

namespace goodturn::helper {

/// Prints each finding as it comes, and remembers whether anything is broken.
class Examination {
 public:
  explicit Examination(Console& console) : console_(console) {}

  /// This link holds.
  void good(const Said& what) { note("ok", what, Said()); }
  /// It holds, and there is something worth knowing about it.
  void hint(const Said& what, const Said& advice = Said()) { note("note", what, advice); }
  /// It is broken. `advice`: what to do, where `what` does not say it.
  void bad(const Said& what, const Said& advice = Said()) {
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
  void note(const std::string& state, const Said& said, const Said& to_do) {
    const std::string what = in_words(said, language());
    const std::string advice = to_do.key.empty() ? std::string() : in_words(to_do, language());
    checks_.push_back({{"state", state}, {"what", what}, {"advice", advice}});
    std::string mark = in_words(Said("doctor.state", {{"state", state}}), language());
    mark.resize(9, ' ');
    console_.line(mark + what);
    if (!advice.empty()) console_.line("         → " + advice);
    console_.flush();
  }

  Console& console_;
  bool all_well_ = true;
  Json checks_ = Json::array();
};

}  // namespace goodturn::helper

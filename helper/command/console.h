// The terminal: text or JSON answers, errors and a progress line.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "core/base/said_value.h"
#include "helper/json/json.h"
#include "helper/words/words.h"

namespace goodturn::helper {

/// Exit codes of every command. question: a name could be several people, so nothing was written.
enum class Exit { ok = 0, failed = 1, usage = 2, question = 3 };

class Console {
 public:
  /// `terminal`: whether `err` is a terminal, so that a progress line makes sense. `language`: of errors.
  Console(std::ostream& out, std::ostream& err, bool json, bool terminal, Language language = Language::en)
      : out_(out), err_(err), json_(json), terminal_(terminal), language_(language) {}

  [[nodiscard]] bool json() const { return json_; }
  /// A line of text for people; nothing with --json.
  void line(std::string_view text);
  /// The answer for programs; nothing without --json.
  void answer(const Json& json);
  /// Hands on what was written so far, for a program that waits for it behind a pipe.
  void flush() { out_ << std::flush; }
  /// The error on stderr (with --json as a problem document on stdout) and Exit::failed.
  [[nodiscard]] Exit failed(const Error& error);
  /// A hint or warning on stderr.
  void remark(std::string_view text);
  /// Says what cannot be said in words that are already a line.
  void line(const Said& said) { line(in_words(said, language_)); }
  void remark(const Said& said) { remark(in_words(said, language_)); }
  [[nodiscard]] Language language() const { return language_; }
  /// Overwrites the progress line; nothing unless stderr is a terminal.
  void progress(std::string_view text);
  void progress(const Said& said) { progress(in_words(said, language_)); }
  void end_progress();

 private:
  std::ostream& out_;
  std::ostream& err_;
  bool json_;
  bool terminal_;
  Language language_;
};

/// One line of text from a server: control characters, line breaks and marks of direction become spaces, so
/// that a name can neither steer the terminal nor look like another line.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace goodturn::helper

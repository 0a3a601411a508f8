// People named on the command line: by UID, e-mail address or name. What could be two people is asked back.
#pragma once

#include <string>
#include <vector>

#include "helper/command/console.h"
#include "helper/log/line.h"

namespace goodturn::helper {

/// "NAME=UID" or "NAME=number", the number as in the question. Errors: invalid.
Result<NameAnswers> answers_of(const std::vector<std::string>& words, const Snapshot& snapshot);

class NameFinder {
 public:
  NameFinder(const Snapshot& snapshot, NameAnswers answers)
      : snapshot_(snapshot), answers_(std::move(answers)) {}

  /// The person whom a word means. Errors: not_found and invalid, with the name then among questions().
  Result<Uid> find(const std::string& word);
  [[nodiscard]] const NameAnswers& answers() const { return answers_; }
  [[nodiscard]] const std::vector<Mention>& questions() const { return questions_; }

 private:
  const Snapshot& snapshot_;
  NameAnswers answers_;
  std::vector<Mention> questions_;
};

/// Says who each name could be and how to answer; with --json as {"questions": …} on stdout. Nothing was
/// written.
Exit ask_back(Console& console, const std::vector<Mention>& mentions);

}  // namespace goodturn::helper

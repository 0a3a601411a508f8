#include "core/calendar/question.h"

#include <algorithm>
#include <limits>

#include "core/calendar/journal.h"
#include "core/calendar/own_lines.h"

namespace goodturn::calendar {
namespace {

OwnLines lines_of(const Question& question) {
  JournalHead head{question.uid, JournalKind::question, std::nullopt,
                   title_of(JournalKind::question, question.community_name), question.text};
  head.moment = question.asked;
  return journal_lines(head, {uid_line("X-GOODTURN-COMMUNITY", question.community),
                              list_line("X-GOODTURN-NAMES", std::vector{question.community_name}),
                              value_line("X-GOODTURN-ANSWERED-AT",
                                         question.answered ? to_basic(*question.answered) : std::string())});
}

}  // namespace

std::optional<Question> read_question(const text::Document& document) {
  const auto journal = JournalReader::open(document, JournalKind::question);
  if (!journal) return std::nullopt;
  Question question;
  question.uid = journal->uid();
  const std::vector<Uid> communities = journal->uids("X-GOODTURN-COMMUNITY");
  if (!communities.empty()) question.community = communities.front();
  std::vector<std::string> names = journal->list("X-GOODTURN-NAMES");
  if (!names.empty()) question.community_name = std::move(names.front());
  question.asked = journal->moment();
  question.answered = journal->instant("X-GOODTURN-ANSWERED-AT");
  question.text = journal->text("DESCRIPTION");
  return question;
}

std::string write_question(const Question& question, Instant stamp) {
  return write_item("VJOURNAL", lines_of(question), stamp);
}

std::string update_question(const text::Document& document, const Question& question, Instant stamp) {
  const auto before = read_question(document);
  if (!before) return document.print();
  return update_item(document, "VJOURNAL", lines_of(*before), lines_of(question), stamp);
}

std::optional<int> minutes_to_answer(const Question& question) {
  if (!question.answered) return std::nullopt;
  constexpr long most = std::numeric_limits<int>::max();
  const long minutes = std::chrono::floor<std::chrono::minutes>(*question.answered - question.asked).count();
  return static_cast<int>(std::clamp(minutes, 0L, most));
}

}  // namespace goodturn::calendar

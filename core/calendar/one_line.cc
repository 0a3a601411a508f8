#include "core/calendar/one_line.h"

#include <algorithm>
#include <utility>

#include "core/calendar/one_line_token.h"
#include "core/calendar/one_line_words.h"

namespace goodturn::calendar {
namespace {

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

/// Takes one line apart, step by step; what a step understands is marked as used. Days and the kind of give
/// come before people, so that no name runs over them.
class LineReader {
 public:
  LineReader(std::vector<LineToken> tokens, const LineVerb& verb, Day today)
      : tokens_(std::move(tokens)), today_(today) {
    line_.kind = verb.kind;
    line_.give_kind = verb.gives;
    tokens_.front().used = true;
  }

  [[nodiscard]] OneLine read() {
    take_tags();
    take_day();
    while (direct_ < tokens_.size() && tokens_[direct_].used) ++direct_;
    take_kind();
    take_people();
    take_size();
    take_text();
    return std::move(line_);
  }

 private:
  [[nodiscard]] bool is_favour() const {
    return line_.kind == LineKind::gave || line_.kind == LineKind::received;
  }
  [[nodiscard]] bool has_due() const {
    return line_.kind == LineKind::promised || line_.kind == LineKind::ask;
  }
  [[nodiscard]] bool open(std::size_t at) const { return at < tokens_.size() && !tokens_[at].used; }

  void take_tags() {
    for (LineToken& token : tokens_) {
      if (token.name.size() < 2 || token.raw.front() != '#') continue;
      add_once(line_.tags, token.name.substr(1));
      token.used = true;
    }
  }

  /// The first day in the line, with its "by" or "on".
  void take_day() {
    if (line_.kind == LineKind::note) return;
    const Toward toward = has_due() ? Toward::future : Toward::past;
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      const std::string& before = tokens_[i - 1].word;
      const bool led = i > 1 && (before == "by" || before == "on" || before == "until");
      auto day = plain_day(tokens_[i].word, today_);
      if (!day && led) day = weekday_near(tokens_[i].word, today_, toward);
      if (!day || !set_day(*day, led && before != "on")) continue;
      tokens_[i].used = true;
      if (led) tokens_[i - 1].used = true;
      return;
    }
  }

  /// False when the day says nothing here: what happened did not happen in the future.
  bool set_day(Day day, bool limit) {
    const bool has_begun = line_.kind == LineKind::promised ? day < today_ : day <= today_;
    const bool is_due = has_due() && (limit || !has_begun);
    if (!is_due && day > today_) return false;
    (is_due ? line_.due : line_.happened) = day;
    return true;
  }

  /// The first word for a kind; "public recognition" counts as one.
  void take_kind() {
    const bool gives = is_favour() || line_.kind == LineKind::promised;
    if (line_.give_kind || !(gives || line_.kind == LineKind::ask)) return;
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      if (!open(i)) continue;
      const bool has_next = open(i + 1) && !tokens_[i].ends_part;
      const std::string pair = has_next ? tokens_[i].word + "-" + tokens_[i + 1].word : std::string();
      if (set_kind(pair, gives)) return settle_kind(i, i + 1, pair);
      if (set_kind(tokens_[i].word, gives)) return settle_kind(i, i, tokens_[i].word);
    }
  }

  bool set_kind(const std::string& word, bool gives) {
    if (gives) {
      if (const auto give = give_word(word)) line_.give_kind = give->kind;
      return line_.give_kind.has_value();
    }
    line_.ask_kind = ask_word(word);
    return line_.ask_kind.has_value();
  }

  void settle_kind(std::size_t first, std::size_t last, const std::string& word) {
    kind_first_ = first;
    kind_last_ = last;
    // What was promised or asked must be named in the text.
    if (!is_favour() || give_word(word)->says_more) return;
    for (std::size_t i = first; i <= last; ++i) tokens_[i].used = true;
    drop_article(first);
  }

  void drop_article(std::size_t behind) {
    std::size_t at = behind - 1;
    if (size_word(tokens_[at].word)) --at;
    if (is_article(tokens_[at].word)) tokens_[at].used = true;
  }

  [[nodiscard]] bool is_kind_word(std::size_t at) const {
    return kind_first_ > 0 && at >= kind_first_ && at <= kind_last_;
  }

  enum class Letters { any, capital, marks_only };

  void take_people() {
    list_at(direct_, letters_behind_verb());
    for (std::size_t i = 1; i + 1 < tokens_.size(); ++i) {
      if (!open(i)) continue;
      if (const auto letters = letters_behind(tokens_[i].word); letters && list_at(i + 1, *letters))
        tokens_[i].used = true;
      else if (names_behind_promise(i))
        list_at(i + 2, Letters::capital);
    }
    for (std::size_t i = 1; i < tokens_.size(); ++i)
      if (open(i) && tokens_[i].marked) take_name(i, Letters::marks_only);
    std::sort(found_.begin(), found_.end());
    for (const auto& [place, name] : found_) add_once(line_.people, name);
  }

  [[nodiscard]] Letters letters_behind_verb() const {
    if (line_.kind == LineKind::received) return Letters::marks_only;
    return line_.kind == LineKind::note ? Letters::capital : Letters::any;
  }

  /// Whether a word opens the place of a name.
  [[nodiscard]] std::optional<Letters> letters_behind(const std::string& word) const {
    const bool introduces = line_.give_kind == GiveKind::introduction ||
                            line_.give_kind == GiveKind::referral || line_.ask_kind == AskKind::introduction;
    if (word == "from" && line_.kind == LineKind::received) return Letters::any;
    if (line_.kind == LineKind::note) return std::nullopt;
    if (word == "to" && introduces) return found_.empty() ? Letters::capital : Letters::any;
    const bool met = line_.kind == LineKind::met || line_.kind == LineKind::called;
    if (word == "with" && (met || found_.empty())) return Letters::capital;
    if (word == "to" && found_.empty()) return Letters::capital;
    return std::nullopt;
  }

  /// "promised to send Ada": the verb in small letters stands between.
  [[nodiscard]] bool names_behind_promise(std::size_t at) const {
    return line_.kind == LineKind::promised && found_.empty() && tokens_[at].word == "to" && open(at + 1) &&
           !tokens_[at + 1].is_capital() && open(at + 2);
  }

  /// Names from `at` on, parted by commas and "and"; false when there is none.
  bool list_at(std::size_t at, Letters letters) {
    std::size_t next = take_name(at, letters);
    if (next == at) return false;
    while (open(next)) {
      const bool conjunction = tokens_[next].word == "and" || tokens_[next].word == "&";
      if (!conjunction && !tokens_[next - 1].comma) break;
      const std::size_t name = conjunction ? next + 1 : next;
      const std::size_t behind = take_name(name, Letters::capital);
      if (behind == name) break;
      tokens_[next].used = true;
      next = behind;
    }
    return true;
  }

  [[nodiscard]] bool may_be_name(std::size_t at) const {
    return open(at) && !tokens_[at].quoted && !tokens_[at].marked && !is_kind_word(at) &&
           !tokens_[at].word.empty() && !is_small_word(tokens_[at].word) && !size_word(tokens_[at].word);
  }

  /// Takes the name at `at`; the place behind it, or `at` when there is none.
  std::size_t take_name(std::size_t at, Letters letters) {
    if (!open(at)) return at;
    const LineToken& first = tokens_[at];
    if ((first.marked || first.quoted) && !first.name.empty()) return accept(at, at + 1);
    if (!may_be_name(at)) return at;
    if (letters == Letters::marks_only && !(first.owns && first.is_capital())) return at;
    if (letters == Letters::capital && !first.is_capital()) return at;
    return accept(at, first.is_capital() ? end_of_run(at) : at + 1);
  }

  /// Whether a name cannot go on behind this word. The point of "Dr." and of "J." ends nothing.
  [[nodiscard]] static bool ends_name(const LineToken& token) {
    const bool abbreviated =
        token.raw.ends_with('.') && (token.word.size() == 1 || is_name_title(token.word));
    return token.owns || (token.ends_part && !abbreviated);
  }

  /// Further words with capitals, and particles before them: "Ada van der Berg".
  [[nodiscard]] std::size_t end_of_run(std::size_t at) const {
    std::size_t end = at + 1;
    while (!ends_name(tokens_[end - 1])) {
      std::size_t next = end;
      while (open(next) && is_name_particle(tokens_[next].word) && !tokens_[next].ends_part) ++next;
      if (!may_be_name(next) || !tokens_[next].is_capital()) break;
      end = next + 1;
    }
    return end;
  }

  std::size_t accept(std::size_t at, std::size_t end) {
    std::string name;
    for (std::size_t i = at; i < end; ++i) {
      name += (name.empty() ? "" : " ") + tokens_[i].name;
      tokens_[i].used = true;
    }
    found_.emplace_back(at, name);
    return end;
  }

  /// Directly before the kind, or alone at the end.
  void take_size() {
    if (!is_favour()) return;
    std::size_t last = tokens_.size() - 1;
    while (last > 0 && tokens_[last].used) --last;
    const bool alone = last > 0 && (tokens_[last - 1].used || tokens_[last - 1].comma);
    for (const std::size_t at : {kind_first_ > 1 ? kind_first_ - 1 : 0, alone ? last : 0}) {
      if (at == 0 || !open(at) || line_.size) continue;
      line_.size = size_word(tokens_[at].word);
      tokens_[at].used = line_.size.has_value();
    }
  }

  void take_text() {
    for (const LineToken& token : tokens_) {
      if (token.used) continue;
      line_.text += (line_.text.empty() ? "" : " ") + token.raw;
    }
    constexpr std::string_view loose = " ,;:-";
    const std::size_t first = line_.text.find_first_not_of(loose);
    line_.text.erase(0, std::min(first, line_.text.size()));
    line_.text.erase(line_.text.find_last_not_of(loose) + 1);
  }

  std::vector<LineToken> tokens_;
  Day today_;
  OneLine line_;
  std::vector<std::pair<std::size_t, std::string>> found_;  ///< names with their places
  std::size_t direct_ = 1;      ///< the first word behind the verb that is neither day nor tag
  std::size_t kind_first_ = 0;  ///< 0: no word says the kind
  std::size_t kind_last_ = 0;
};

}  // namespace

Result<OneLine> read_one_line(std::string_view line, Day today) {
  if (line.size() > longest_one_line)
    return fail(ErrorKind::invalid, "The line is too long. Write a note instead.");
  auto tokens = line_tokens(line);
  if (!tokens) return fail(tokens.error());
  const auto verb = tokens->empty() ? std::nullopt : verb_of(tokens->front().word);
  if (!verb)
    return fail(
        ErrorKind::invalid,
        "Begin with gave, received, promised, met, called, mailed, note or ask: gave Ada intro to Bob.");
  if (tokens->size() < 2) return fail(ErrorKind::invalid, "Say with whom or what after the first word.");
  return LineReader(std::move(*tokens), *verb, today).read();
}

}  // namespace goodturn::calendar

#include "core/calendar/one_line.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/calendar/one_line_days.h"
#include "core/calendar/one_line_people.h"
#include "core/calendar/one_line_token.h"
#include "core/calendar/one_line_words.h"
#include "core/calendar/topic.h"

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
      : tokens_(std::move(tokens)), words_(*verb.words), today_(today), particle_(verb.particle) {
    line_.kind = verb.kind;
    line_.give_kind = verb.gives;
    tokens_.front().used = true;
    const auto divider = std::find_if(tokens_.begin(), tokens_.end(),
                                      [](const LineToken& token) { return token.raw == plain_text_mark; });
    end_ = static_cast<std::size_t>(divider - tokens_.begin());
    if (divider != tokens_.end()) divider->used = true;
  }

  /// Once it was read: "received intro to Bob" says whom it led to, and not whom it came from.
  [[nodiscard]] bool lacks_giver() const { return lacks_giver_; }

  [[nodiscard]] Result<OneLine> read() {
    take_tags();
    if (auto days = take_days(std::span(tokens_).first(end_), words_, today_, line_); !days)
      return fail(days.error());
    take_particle(particle_);
    skip_fillers();
    take_kind();
    lacks_giver_ = take_people(tokens_, {end_, direct_, kind_first_, kind_last_}, words_, line_);
    drop_kind_word();
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
  /// Whether what stands there is for the reader to understand.
  [[nodiscard]] bool open(std::size_t at) const { return at < end_ && !tokens_[at].used; }
  [[nodiscard]] bool has_plain_text() const { return end_ < tokens_.size(); }

  void take_tags() {
    for (LineToken& token : tokens_) {
      if (token.tag.empty()) continue;
      add_once(line_.tags, token.tag);
      token.used = true;
    }
  }

  /// "an" of "rief Ada an": the end of the verb, and no way to somebody.
  void take_particle(std::string_view particle) {
    if (particle.empty()) return;
    for (std::size_t i = end_; i-- > 1;) {
      const bool leads_on = open(i + 1) && tokens_[i + 1].is_capital() && !tokens_[i].ends_part;
      if (!open(i) || tokens_[i].word != particle || leads_on) continue;
      tokens_[i].used = true;
      return;
    }
  }

  void skip_fillers() {
    const auto is_filler = [this] { return words_.is_in(&LineTable::fillers, tokens_[direct_].word); };
    while (direct_ < end_ && (tokens_[direct_].used || is_filler())) tokens_[direct_++].used = true;
  }

  /// The first word for a kind; "public recognition" counts as one.
  void take_kind() {
    const bool gives = is_favour() || line_.kind == LineKind::promised;
    if (line_.give_kind || !(gives || line_.kind == LineKind::ask)) return;
    for (std::size_t i = 1; i < end_; ++i) {
      if (!open(i)) continue;
      const bool has_next = open(i + 1) && !tokens_[i].ends_part;
      const std::string pair = has_next ? tokens_[i].word + "-" + tokens_[i + 1].word : std::string();
      if (set_kind(pair, gives)) return settle_kind(i, i + 1, pair);
      if (set_kind(tokens_[i].word, gives)) return settle_kind(i, i, tokens_[i].word);
    }
  }

  bool set_kind(const std::string& word, bool gives) {
    if (gives) {
      if (const auto give = words_.give(word)) line_.give_kind = give->kind;
      return line_.give_kind.has_value();
    }
    if (const auto ask = words_.ask(word)) line_.ask_kind = ask->kind;
    return line_.ask_kind.has_value();
  }

  void settle_kind(std::size_t first, std::size_t last, const std::string& word) {
    kind_first_ = first;
    kind_last_ = last;
    // What was promised must be named in the text.
    keeps_kind_word_ = line_.kind == LineKind::promised || says_more(word);
  }

  /// Whether it begins what was given, and not "comments and feedback", where it is one of several words.
  [[nodiscard]] bool begins_with_kind() const {
    const auto parts_only = [this](const LineToken& token) {
      return token.used || words_.joint(token.word) || words_.is_article(token.word) ||
             words_.size(token.word) || words_.is_small(token.word);
    };
    return std::all_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(kind_first_),
                       parts_only);
  }

  /// The kind is said apart from the text; the word for it need not be in both.
  void drop_kind_word() {
    const bool belongs_to_text = keeps_kind_word_ || !begins_with_kind();
    if (kind_first_ == 0 || (belongs_to_text && !has_plain_text())) return;
    for (std::size_t i = kind_first_; i <= kind_last_; ++i) tokens_[i].used = true;
    drop_article(kind_first_);
  }

  [[nodiscard]] bool says_more(const std::string& word) const {
    return is_favour() ? words_.give(word)->says_more : words_.ask(word)->says_more;
  }

  void drop_article(std::size_t behind) {
    std::size_t at = behind - 1;
    if (words_.size(tokens_[at].word)) --at;
    if (words_.is_article(tokens_[at].word)) tokens_[at].used = true;
  }

  /// Directly before the kind, or alone at the end.
  void take_size() {
    if (!is_favour()) return;
    std::size_t last = end_ - 1;
    while (last > 0 && tokens_[last].used) --last;
    const bool alone = last > 0 && (tokens_[last - 1].used || tokens_[last - 1].comma);
    for (const std::size_t at : {kind_first_ > 1 ? kind_first_ - 1 : 0, alone ? last : 0}) {
      if (at == 0 || !open(at) || line_.size) continue;
      line_.size = words_.size(tokens_[at].word);
      tokens_[at].used = line_.size.has_value();
    }
  }

  /// Without what only parted it from the rest. A hyphen before a word is the word's own: "-5 degrees".
  void take_text() {
    constexpr std::string_view loose = ",;:-", loose_behind = ",;:";
    std::vector<std::string> rest;
    for (const LineToken& token : tokens_) {
      const bool parts_only = token.raw.find_first_not_of(loose) == std::string::npos;
      if (!token.used && !(parts_only && rest.empty())) rest.push_back(token.raw);
    }
    while (!rest.empty() && rest.back().find_first_not_of(loose) == std::string::npos) rest.pop_back();
    if (rest.empty()) return;
    rest.back().erase(rest.back().find_last_not_of(loose_behind) + 1);
    for (const std::string& word : rest) line_.text += (line_.text.empty() ? "" : " ") + word;
    if (line_.kind != LineKind::note && line_.kind != LineKind::question && !has_plain_text())
      line_.text = without_joints(line_.text);
  }

  std::vector<LineToken> tokens_;
  const LineWords& words_;
  Day today_;
  std::string_view particle_;
  OneLine line_;
  bool lacks_giver_ = false;
  std::size_t end_ = 0;         ///< of what is understood: the place of "::", or behind the last word
  std::size_t direct_ = 1;      ///< the first word behind the verb that is neither day nor tag
  std::size_t kind_first_ = 0;  ///< 0: no word says the kind
  std::size_t kind_last_ = 0;
  bool keeps_kind_word_ = false;
};

/// Nothing stands behind the first word.
bool is_bare(const OneLine& line, const LineVerb& verb) {
  OneLine bare;
  bare.kind = verb.kind;
  bare.give_kind = verb.gives;
  return line == bare;
}

}  // namespace

Result<OneLine> read_one_line(std::string_view line, Day today) {
  if (line.size() > longest_one_line)
    return fail(ErrorKind::invalid, "The line is too long. Write a note instead.");
  auto tokens = line_tokens(cleaned_line(line));
  if (!tokens) return fail(tokens.error());
  const auto verb = tokens->empty() ? std::nullopt : verb_of(tokens->front().word);
  if (!verb)
    return fail(
        ErrorKind::invalid,
        "Begin with gave, received, promised, met, called, mailed, note, ask or question: gave Ada intro to "
        "Bob.");
  LineReader reader(std::move(*tokens), *verb, today);
  auto read = reader.read();
  if (!read) return fail(read.error());
  OneLine entry = std::move(*read);
  if (is_bare(entry, *verb)) return fail(ErrorKind::invalid, "Say with whom or what after the first word.");
  if (entry.people.size() > most_people_in_line)
    return fail(ErrorKind::invalid, "Name at most 20 people in one line.");
  if (reader.lacks_giver()) return fail(ErrorKind::invalid, "Say from whom: received intro to Bob from Ada.");
  return entry;
}

LineJoints joints_of(std::string_view line) {
  const auto tokens = line_tokens(cleaned_line(line));
  const auto verb = tokens && !tokens->empty() ? verb_of(tokens->front().word) : std::nullopt;
  const LineWords words = verb ? *verb->words : LineWords(english_table());
  return {words.word_for(Joint::to), words.word_for(Joint::both)};
}

}  // namespace goodturn::calendar

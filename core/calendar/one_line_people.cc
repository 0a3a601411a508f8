#include "core/calendar/one_line_people.h"

#include <algorithm>
#include <optional>

namespace goodturn::calendar {
namespace {

class PeopleTaker {
 public:
  PeopleTaker(std::vector<LineToken>& tokens, LinePlaces place, const LineWords& words, OneLine& line)
      : tokens_(tokens), place_(place), words_(words), line_(line) {}

  bool run() {
    if (!leads_on_to_name()) list_at(place_.direct, letters_behind_verb(), Part::giver);
    for (std::size_t i = 1; i + 1 < place_.end; ++i) {
      if (!open(i)) continue;
      const auto joint = words_.joint(tokens_[i].word);
      const auto letters = joint ? letters_behind(*joint) : std::nullopt;
      if (letters && list_at(i + 1, *letters, part_behind(*joint)))
        tokens_[i].used = true;
      else if (names_behind_promise(i))
        list_at(i + 2, Letters::capital, Part::other);
    }
    leads_ = false;
    for (std::size_t i = 1; i < tokens_.size(); ++i)
      if (!tokens_[i].used && tokens_[i].marked && !tokens_[i].name.empty()) accept(i, i + 1, Part::other);
    std::sort(found_.begin(), found_.end());
    for (const Found& one : found_) add_person(one);
    return !found_.empty() && found_.front().part == Part::led_to;
  }

 private:
  enum class Letters { any, capital, marks_only };

  /// Where a name stands says who it is: who gave, whoever else, whom an introduction leads to.
  enum class Part { giver, other, led_to };

  /// A name with its place.
  struct Found {
    Part part;
    std::size_t at;
    std::string name;
    bool leads = false;  ///< behind "to"
    auto operator<=>(const Found&) const = default;
  };

  [[nodiscard]] bool open(std::size_t at) const { return at < place_.end && !tokens_[at].used; }
  [[nodiscard]] bool is_kind_word(std::size_t at) const {
    return place_.kind_first > 0 && at >= place_.kind_first && at <= place_.kind_last;
  }

  void add_person(const Found& found) {
    const std::size_t known = line_.people.size();
    if (std::find(line_.people.begin(), line_.people.end(), found.name) == line_.people.end())
      line_.people.push_back(found.name);
    const bool leads = found.leads && known > 0 && line_.kind == LineKind::gave && introduces();
    if (line_.people.size() > known && leads) ++line_.led_to;
    if (line_.people.size() > known && !leads) line_.led_to = 0;
  }

  /// "gave talk to Ada", "met briefly with Ada": the word in small letters is what was given, or how.
  [[nodiscard]] bool leads_on_to_name() const {
    if (!open(place_.direct) || is_name_by_itself(place_.direct) || !open(place_.direct + 1) ||
        !open(place_.direct + 2))
      return false;
    const auto joint = words_.joint(tokens_[place_.direct + 1].word);
    const bool is_how = joint == Joint::with && tokens_[place_.direct].word.ends_with("ly");
    const bool is_what = joint == Joint::to && !introduces() && line_.kind != LineKind::mailed;
    return (is_how || is_what) && is_name_by_itself(place_.direct + 2);
  }
  [[nodiscard]] bool is_name_by_itself(std::size_t at) const {
    return tokens_[at].is_capital() || tokens_[at].marked || tokens_[at].quoted;
  }

  [[nodiscard]] Letters letters_behind_verb() const {
    if (line_.kind == LineKind::received) return Letters::marks_only;
    return line_.kind == LineKind::note ? Letters::capital : Letters::any;
  }

  [[nodiscard]] bool introduces() const {
    return line_.give_kind == GiveKind::introduction || line_.give_kind == GiveKind::referral ||
           line_.ask_kind == AskKind::introduction;
  }

  /// Whether a word opens the place of a name.
  [[nodiscard]] std::optional<Letters> letters_behind(Joint joint) const {
    if (joint == Joint::from && line_.kind == LineKind::received) return Letters::any;
    if (line_.kind == LineKind::note) return std::nullopt;
    if (joint == Joint::to && introduces()) return found_.empty() ? Letters::capital : Letters::any;
    const bool met = line_.kind == LineKind::met || line_.kind == LineKind::called;
    if (joint == Joint::with && (met || found_.empty())) return Letters::capital;
    if (joint == Joint::to && found_.empty()) return Letters::capital;
    return std::nullopt;
  }

  [[nodiscard]] Part part_behind(Joint joint) const {
    if (joint == Joint::from) return Part::giver;
    return joint == Joint::to && introduces() ? Part::led_to : Part::other;
  }

  /// "promised to send Ada": the verb in small letters stands between.
  [[nodiscard]] bool names_behind_promise(std::size_t at) const {
    return line_.kind == LineKind::promised && found_.empty() &&
           words_.joint(tokens_[at].word) == Joint::to && open(at + 1) && !tokens_[at + 1].is_capital() &&
           open(at + 2);
  }

  /// Names from `at` on, parted by commas and "and"; false when there is none. Behind "to" and the like the
  /// same word may stand again: "from Ada and from Bob".
  bool list_at(std::size_t at, Letters letters, Part part) {
    const auto joint = words_.joint(tokens_[at - 1].word);
    leads_ = joint == Joint::to;
    std::size_t next = take_name(at, letters, part);
    if (next == at) return false;
    while (open(next)) {
      const bool conjunction = words_.joint(tokens_[next].word) == Joint::both;
      if (!conjunction && !tokens_[next - 1].comma) break;
      const std::size_t name =
          behind_bridge(conjunction ? next + 1 : next, at > place_.direct ? joint : std::nullopt);
      std::size_t behind = take_name(name, Letters::capital, part);
      if (behind == name) behind = take_more(name);
      if (behind == name) break;
      for (; next < name; ++next) tokens_[next].used = true;
      next = behind;
    }
    return true;
  }

  [[nodiscard]] std::size_t behind_bridge(std::size_t at, std::optional<Joint> joint) const {
    const auto is_bridge = [&](const LineToken& token) {
      return words_.is_in(&LineTable::bridges, token.word) || (joint && words_.joint(token.word) == joint);
    };
    while (open(at) && is_bridge(tokens_[at])) ++at;
    return at;
  }

  /// "18 others"; the place behind it, or `at` when it is none.
  std::size_t take_more(std::size_t at) {
    const bool was_together =
        line_.kind == LineKind::met || line_.kind == LineKind::called || line_.kind == LineKind::mailed;
    if (!was_together || line_.more > 0 || !open(at) || !open(at + 1)) return at;
    const auto number = words_.number(tokens_[at].word);
    if (!number || *number > most_more_in_line || !words_.is_in(&LineTable::others, tokens_[at + 1].word))
      return at;
    line_.more = *number;
    std::size_t end = at + 2;
    if (open(end) && tokens_[end].word == "people") ++end;
    for (std::size_t i = at; i < end; ++i) tokens_[i].used = true;
    return end;
  }

  [[nodiscard]] bool may_be_name(std::size_t at) const {
    return open(at) && !tokens_[at].quoted && !tokens_[at].marked && !is_kind_word(at) &&
           !tokens_[at].name.empty() && !words_.is_small(tokens_[at].word) && !words_.size(tokens_[at].word);
  }

  /// Takes the name at `at`; the place behind it, or `at` when there is none.
  std::size_t take_name(std::size_t at, Letters letters, Part part) {
    if (!open(at)) return at;
    const LineToken& first = tokens_[at];
    if ((first.marked || first.quoted) && !first.name.empty()) return accept(at, at + 1, part);
    if (!may_be_name(at)) return at;
    if (letters == Letters::marks_only && !(first.owns && first.is_capital())) return at;
    if (letters == Letters::capital && !first.is_capital()) return at;
    std::size_t end = first.is_capital() ? end_of_run(at, part) : at + 1;
    // "Ada's husband" is not Ada, and who it is can be asked.
    if (tokens_[end - 1].owns && !owner_is_meant(end) && may_be_name(end))
      end = tokens_[end].ends_part ? end + 1 : end_of_run(end, part);
    return accept(at, end, part);
  }

  /// A note on somebody's birthday is one on them, and "Ada's feedback" came from Ada.
  [[nodiscard]] bool owner_is_meant(std::size_t behind) const {
    if (line_.kind == LineKind::note) return true;
    if (line_.kind != LineKind::received) return false;
    for (std::size_t i = behind; i < behind + 2 && open(i); ++i)
      if (is_kind_word(i)) return true;
    return false;
  }

  /// Whether a name cannot go on behind this word. The point of "Dr." and of "J." ends nothing.
  [[nodiscard]] static bool ends_name(const LineToken& token) {
    const bool abbreviated =
        token.raw.ends_with('.') && (token.word.size() == 1 || is_name_title(token.word));
    return token.owns || (token.ends_part && !abbreviated);
  }

  /// "van" and the like. "von" also says from whom something was received, once.
  [[nodiscard]] bool is_particle(const LineToken& token, Part part) const {
    const bool names_giver =
        line_.kind == LineKind::received && part != Part::giver && words_.joint(token.word) == Joint::from;
    return is_name_particle(token.word) && !token.ends_part && !names_giver;
  }

  /// "gab Ada den Bericht": the article of what was given; behind "van" it belongs to the name.
  [[nodiscard]] bool begins_thing(std::size_t at) const { return words_.is_article(tokens_[at].word); }

  /// Further words with capitals, and particles before them: "Ada van der Berg".
  [[nodiscard]] std::size_t end_of_run(std::size_t at, Part part) const {
    std::size_t end = at + 1;
    while (!ends_name(tokens_[end - 1])) {
      std::size_t next = end;
      while (open(next) && is_particle(tokens_[next], part) && (next > end || !begins_thing(next))) ++next;
      if (!may_be_name(next) || !tokens_[next].is_capital()) break;
      end = next + 1;
    }
    return end;
  }

  std::size_t accept(std::size_t at, std::size_t end, Part part) {
    std::string name;
    for (std::size_t i = at; i < end; ++i) {
      name += (name.empty() ? "" : " ") + tokens_[i].name + (tokens_[i].owns && i + 1 < end ? "'s" : "");
      tokens_[i].used = true;
    }
    found_.push_back({line_.kind == LineKind::received ? part : Part::giver, at, name, leads_});
    return end;
  }

  std::vector<LineToken>& tokens_;
  LinePlaces place_;
  const LineWords& words_;
  OneLine& line_;
  std::vector<Found> found_;
  bool leads_ = false;  ///< the names that are taken stand behind "to"
};

}  // namespace

bool take_people(std::vector<LineToken>& tokens, LinePlaces place, const LineWords& words, OneLine& line) {
  return PeopleTaker(tokens, place, words, line).run();
}

}  // namespace goodturn::calendar

#include "helper/log/line.h"

#include <algorithm>

#include "helper/journals/keeping.h"

namespace goodturn::helper {
namespace {

using calendar::LineKind;
using calendar::NameOutcome;
using calendar::OneLine;

struct Named {
  Uid uid;
  std::string name;
};

/// What the first word says, for the proposal.
std::string_view verb_of(LineKind kind) {
  switch (kind) {
    case LineKind::gave:
      return "Gave";
    case LineKind::received:
      return "Received from";
    case LineKind::promised:
      return "Promised";
    case LineKind::met:
      return "Met";
    case LineKind::called:
      return "Called";
    case LineKind::mailed:
      return "Wrote to";
    case LineKind::note:
      return "Note on";
    case LineKind::ask:
      return "Asked";
  }
  return "";
}

/// Turns a line whose people are known into items.
class LinePlan {
 public:
  LinePlan(const OneLine& line, std::vector<Named> people, Now now)
      : line_(line), people_(std::move(people)), now_(now) {}

  [[nodiscard]] std::vector<Planned> make() {
    if (introduces()) return {introduction()};
    std::vector<Planned> items;
    // Of a referral, of an introduction that was received, promised or asked for, the others are what it is
    // about.
    const std::size_t whom = is_about_others() ? 1 : people_.size();
    for (std::size_t i = 0; i < whom; ++i) items.push_back(item_for(people_[i]));
    return items;
  }

 private:
  [[nodiscard]] bool introduces() const {
    return line_.kind == LineKind::gave && line_.give_kind == GiveKind::introduction && people_.size() == 2;
  }

  [[nodiscard]] bool is_about_others() const {
    return people_.size() > 1 &&
           (line_.give_kind == GiveKind::introduction || line_.give_kind == GiveKind::referral ||
            line_.ask_kind == AskKind::introduction || line_.ask_kind == AskKind::referral);
  }

  [[nodiscard]] Day day() const { return line_.happened.value_or(now_.today); }

  [[nodiscard]] std::string at() const {
    return to_iso(day() == now_.today ? now_.instant : Instant(day() + std::chrono::hours(12)));
  }

  /// What is left of the line, with those it is about and its tags.
  [[nodiscard]] std::string text() const {
    std::string text = line_.text;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : " ") + more; };
    if (is_about_others() && !introduces())
      for (std::size_t i = 1; i < people_.size(); ++i) add((i == 1 ? "to " : "and ") + people_[i].name);
    for (const std::string& tag : line_.tags) add("#" + tag);
    return text;
  }

  [[nodiscard]] Planned introduction() const {
    Json fields = {{"a", people_[0].uid.value}, {"b", people_[1].uid.value}, {"day", to_iso(day())},
                   {"consent_a", "yes"},        {"consent_b", "yes"},        {"sent", to_iso(day())}};
    if (const std::string reason = text(); !reason.empty()) fields["reason"] = reason;
    return {"introduction", std::move(fields),
            "Introduced " + people_[0].name + " and " + people_[1].name + words_behind()};
  }

  [[nodiscard]] Planned item_for(const Named& person) const {
    Json fields = {{"person", person.uid.value}};
    if (const std::string words = text(); !words.empty()) fields["text"] = words;
    const std::string says = std::string(verb_of(line_.kind)) + " " + person.name;
    switch (line_.kind) {
      case LineKind::ask:
        add_ask(fields);
        return {"ask", std::move(fields), says + of(line_.ask_kind) + words_behind()};
      case LineKind::promised:
        add_gift(fields);
        if (line_.due) fields["due"] = to_iso(*line_.due);
        fields["at"] = at();
        return {"promise", std::move(fields), says + words_behind()};
      case LineKind::gave:
      case LineKind::received:
        fields["kind"] = line_.kind == LineKind::gave ? "gave" : "received";
        add_gift(fields);
        fields["at"] = at();
        return {"entry", std::move(fields), says + of(line_.give_kind) + words_behind()};
      case LineKind::note:
        fields["kind"] = "note";
        break;
      case LineKind::met:
      case LineKind::called:
      case LineKind::mailed:
        add_touch(fields);
        break;
    }
    return {"entry", std::move(fields), says + words_behind()};
  }

  void add_ask(Json& fields) const {
    if (line_.ask_kind) fields["kind"] = to_string(*line_.ask_kind);
    if (line_.due) fields["due"] = to_iso(*line_.due);
    fields["day"] = to_iso(day());
  }

  void add_gift(Json& fields) const {
    if (line_.give_kind) fields["give_kind"] = to_string(*line_.give_kind);
    if (line_.size) fields["size"] = *line_.size;
  }

  void add_touch(Json& fields) const {
    fields["kind"] = "touch";
    fields["channel"] = line_.kind == LineKind::met      ? "meeting"
                        : line_.kind == LineKind::called ? "call"
                                                         : "mail";
    fields["direction"] = line_.kind == LineKind::mailed ? "out" : "mutual";
    fields["at"] = at();
  }

  template <class Kind>
  static std::string of(const std::optional<Kind>& kind) {
    return kind ? " (" + std::string(to_string(*kind)) + ")" : std::string();
  }

  [[nodiscard]] std::string words_behind() const {
    std::string words = text();
    if (!words.empty()) words = ": " + words;
    if (line_.due) words += ", by " + to_iso(*line_.due);
    if (line_.happened && *line_.happened != now_.today) words += ", on " + to_iso(*line_.happened);
    return words;
  }

  const OneLine& line_;
  std::vector<Named> people_;
  Now now_;
};

/// Of "received an intro to Bob from Ada" Ada is the one it came from: names stand in the order of the line.
void put_giver_first(const OneLine& line, std::string_view words, std::vector<Mention>& mentions) {
  if (line.kind != LineKind::received || mentions.size() < 2) return;
  const auto is_giver = [&](const Mention& mention) {
    for (const std::string_view mark : {"", "@", "\"", "@\""})
      if (words.find("from " + std::string(mark) + mention.name) != std::string_view::npos) return true;
    return false;
  };
  std::stable_partition(mentions.begin(), mentions.end(), is_giver);
}

Result<void> answer(Mention& mention, const NameAnswers& answers, const Snapshot& snapshot) {
  const auto given = answers.find(mention.name);
  if (given == answers.end()) return {};
  const Person* person = snapshot.by_uid(given->second);
  if (person == nullptr)
    return fail(ErrorKind::invalid,
                "Nobody with the UID given for \"" + mention.name + "\" is in your address books.");
  mention.outcome = NameOutcome::unique;
  mention.candidates = {{person->card.uid, person->card.name, person->card.organisation,
                         person->card.emails.empty() ? "" : person->card.emails.front(), person->card.tags}};
  return {};
}

Result<Proposal> propose(Desk& desk, std::string_view words, const NameAnswers& answers) {
  auto line = calendar::read_one_line(words, desk.now.today);
  if (!line) return fail(line.error());
  if (line->people.empty())
    return fail(ErrorKind::invalid, "Say with whom: a name with a capital letter, @ada, or \"Ada Example\".");
  Proposal proposal{std::move(*line), {}, {}};
  for (const std::string& name : proposal.line.people) {
    Mention mention = find_mention(name, desk.snapshot);
    if (auto taken = answer(mention, answers, desk.snapshot); !taken) return fail(taken.error());
    proposal.mentions.push_back(std::move(mention));
  }
  if (!proposal.is_clear()) return proposal;
  std::vector<Mention> order = proposal.mentions;
  put_giver_first(proposal.line, words, order);
  std::vector<Named> people;
  for (const Mention& mention : order) {
    const NameCandidate& one = mention.candidates.front();
    const bool known =
        std::any_of(people.begin(), people.end(), [&](const Named& other) { return other.uid == one.uid; });
    if (!known) people.push_back({one.uid, one.name});
  }
  proposal.items = LinePlan(proposal.line, std::move(people), desk.now).make();
  return proposal;
}

Result<void> write(Desk& desk, LoggedLine& logged) {
  for (const Planned& planned : logged.proposal.items) {
    const ItemKind& kind = *item_kind(planned.kind);
    const auto uid = kind.add(planned.fields, desk);
    if (!uid) return fail(uid.error());
    auto item = kind.read(*uid, desk);
    if (!item) return fail(item.error());
    logged.items.push_back(std::move(*item));
  }
  return {};
}

}  // namespace

Result<Proposal> propose_line(World& world, std::string_view line, const NameAnswers& answers) {
  Result<Proposal> proposal;
  auto done = look_at(world, [&](Desk& desk) -> Result<void> {
    proposal = propose(desk, line, answers);
    return {};
  });
  if (!done) return fail(done.error());
  return proposal;
}

Result<LoggedLine> log_line(World& world, UndoLog& undo, std::string_view line, const NameAnswers& answers) {
  LoggedLine logged;
  auto proposal = propose_line(world, line, answers);
  if (!proposal) return fail(proposal.error());
  logged.proposal = std::move(*proposal);
  if (!logged.proposal.is_clear()) return logged;
  auto id = edit_at(world, undo, [&](Desk& desk) { return write(desk, logged); });
  if (!id) return fail(id.error());
  logged.undo = std::move(*id);
  return logged;
}

}  // namespace goodturn::helper

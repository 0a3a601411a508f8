#include "helper/log/line.h"

#include <algorithm>

#include "core/base/said_value.h"
#include "helper/index/local_time.h"
#include "helper/journals/keeping.h"
#include "helper/journals/kinds.h"
#include "helper/people/large_gift.h"

namespace goodturn::helper {
namespace {

using calendar::LineKind;
using calendar::NameOutcome;
using calendar::OneLine;

struct Named {
  Uid uid;
  std::string name;
};

/// A branch of line.planned.
std::string branch_of(LineKind kind) {
  switch (kind) {
    case LineKind::gave:
      return "gave";
    case LineKind::received:
      return "received";
    case LineKind::promised:
      return "promised";
    case LineKind::met:
      return "met";
    case LineKind::called:
      return "called";
    case LineKind::mailed:
      return "mailed";
    case LineKind::note:
      return "note";
    case LineKind::ask:
      return "ask";
    case LineKind::question:
      return "question";
  }
  return "";
}

/// Turns a line whose people are known into items.
class LinePlan {
 public:
  LinePlan(const OneLine& line, std::vector<Named> people, calendar::LineJoints joints, Now now,
           const Recurrence& recurrence)
      : line_(line), people_(std::move(people)), joints_(joints), now_(now), recurrence_(recurrence) {}

  [[nodiscard]] std::vector<Planned> make() {
    if (introduces()) return introductions();
    std::vector<Planned> items;
    if (line_.kind == LineKind::question) {
      for (const Named& community : people_) items.push_back(question_to(community));
      return items;
    }
    // Of a referral, of an introduction that was received, promised or asked for, the others are what it is
    // about; the first is who gave or is asked.
    const std::size_t whom = is_about_others() ? 1 : people_.size();
    for (std::size_t i = 0; i < whom; ++i) items.push_back(item_for(people_[i]));
    return items;
  }

 private:
  [[nodiscard]] bool introduces() const {
    return line_.kind == LineKind::gave && line_.give_kind == GiveKind::introduction && people_.size() > 1;
  }

  [[nodiscard]] bool is_about_others() const {
    return people_.size() > 1 &&
           (line_.give_kind == GiveKind::introduction || line_.give_kind == GiveKind::referral ||
            line_.ask_kind == AskKind::introduction || line_.ask_kind == AskKind::referral);
  }

  [[nodiscard]] Day day() const { return line_.happened.value_or(now_.today); }

  [[nodiscard]] std::string at() const {
    return to_iso(day() == now_.today ? now_.instant : local_noon(recurrence_, day()));
  }

  /// "Bob Example and Eve Example": those it is about.
  [[nodiscard]] std::string others() const {
    std::string names;
    for (std::size_t i = 1; i < people_.size(); ++i) {
      const bool is_last = i + 1 == people_.size();
      if (i > 1)
        names.append(is_last ? " " : ", ").append(is_last ? joints_.both : "").append(is_last ? " " : "");
      names += people_[i].name;
    }
    return names;
  }

  /// What is left of the line, with those it is about and its tags.
  [[nodiscard]] std::string text() const {
    std::string text = line_.text;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : " ") + more; };
    if (is_about_others() && !introduces()) {
      // "intro to Bob" names what was promised; where the kind stands apart, the name is all there is to say.
      if (!text.empty()) add(std::string(joints_.to));
      add(others());
    }
    for (const std::string& tag : line_.tags) add("#" + tag);
    return text;
  }

  /// Everybody who was led to somebody to each of those; where the line names one list, each to each.
  [[nodiscard]] std::vector<Planned> introductions() const {
    const std::size_t end = people_.size(), first_led = end - std::min(line_.led_to, end - 1);
    std::vector<Planned> items;
    for (std::size_t a = 0; a < first_led; ++a)
      for (std::size_t b = line_.led_to > 0 ? first_led : a + 1; b < end; ++b)
        items.push_back(introduction(people_[a], people_[b]));
    return items;
  }

  [[nodiscard]] Planned introduction(const Named& a, const Named& b) const {
    Json fields = {{"a", a.uid.value},   {"b", b.uid.value},   {"day", to_iso(day())},
                   {"consent_a", "yes"}, {"consent_b", "yes"}, {"sent", to_iso(day())}};
    if (const std::string reason = text(); !reason.empty()) fields["reason"] = reason;
    return {"introduction", std::move(fields), says("introduced", a, "none", b.name)};
  }

  [[nodiscard]] Planned question_to(const Named& community) const {
    return {"question",
            {{"community", community.uid.value}, {"text", text()}, {"asked", at()}},
            says(branch_of(line_.kind), community, "none")};
  }

  [[nodiscard]] Planned item_for(const Named& person) const {
    Json fields = {{"person", person.uid.value}};
    if (const std::string words = text(); !words.empty()) fields["text"] = words;
    const std::string verb = branch_of(line_.kind);
    switch (line_.kind) {
      case LineKind::ask:
        add_ask(fields);
        return {"ask", std::move(fields), says(verb, person, branch_of_kind(line_.ask_kind))};
      case LineKind::promised:
        add_gift(fields);
        if (line_.due) fields["due"] = to_iso(*line_.due);
        fields["at"] = at();
        return {"promise", std::move(fields), says(verb, person, "none")};
      case LineKind::gave:
      case LineKind::received:
        fields["kind"] = line_.kind == LineKind::gave ? "gave" : "received";
        add_gift(fields);
        fields["at"] = at();
        return {"entry", std::move(fields), says(verb, person, branch_of_kind(line_.give_kind))};
      case LineKind::note:
      case LineKind::question:
        fields["kind"] = "note";
        break;
      case LineKind::met:
      case LineKind::called:
      case LineKind::mailed:
        add_touch(fields, person);
        break;
    }
    return {"entry", std::move(fields), says(verb, person, "none")};
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

  /// Several people in a line were there together, or got one mail.
  void add_touch(Json& fields, const Named& person) const {
    const std::size_t others = people_.size() + static_cast<std::size_t>(line_.more);
    if (others > 1) fields["others"] = others;
    for (const Named& other : people_)
      if (other.uid != person.uid) fields["with"].push_back(other.uid.value);
    fields["kind"] = "touch";
    fields["channel"] = line_.kind == LineKind::met      ? "meeting"
                        : line_.kind == LineKind::called ? "call"
                                                         : "mail";
    fields["direction"] = line_.kind == LineKind::mailed ? "out" : "mutual";
    fields["at"] = at();
  }

  template <class Kind>
  static std::string branch_of_kind(const std::optional<Kind>& kind) {
    return kind ? said_branch(to_string(*kind)) : std::string("none");
  }

  /// What is written, for people. `sort`: of the gift or ask, or "none".
  [[nodiscard]] Said says(std::string verb, const Named& person, std::string sort,
                          std::string other = {}) const {
    const std::string words = text();
    const bool is_past = line_.happened && *line_.happened != now_.today;
    return Said("line.planned", {{"verb", std::move(verb)},
                                 {"person", person.name},
                                 {"other", std::move(other)},
                                 {"sort", std::move(sort)},
                                 {"told", said_flag(!words.empty())},
                                 {"text", words},
                                 {"due", line_.due ? to_iso(*line_.due) : std::string("none")},
                                 {"day", is_past ? to_iso(*line_.happened) : std::string("none")}});
  }

  const OneLine& line_;
  std::vector<Named> people_;
  calendar::LineJoints joints_;
  Now now_;
  const Recurrence& recurrence_;
};

Result<void> answer(Mention& mention, const NameAnswers& answers, const Snapshot& snapshot) {
  const auto given = answers.find(mention.name);
  if (given == answers.end()) return {};
  const Person* person = snapshot.by_uid(given->second);
  if (person == nullptr)
    return fail(ErrorKind::invalid, Said("Nobody with the UID given for \"{name}\" is in your address books.",
                                         {{"name", mention.name}}));
  mention.outcome = NameOutcome::unique;
  mention.candidates = {{person->card.uid, person->card.name, person->card.organisation,
                         person->card.emails.empty() ? "" : person->card.emails.front(), person->card.tags}};
  return {};
}

void note_large_gift(Planned& planned, const Snapshot& snapshot) {
  const Json& fields = planned.fields;
  const auto kind = parse_record_kind(fields.value("kind", ""));
  if (planned.kind != entry_kind().word() || !kind) return;
  const Person* person = snapshot.by_uid(Uid(fields.at("person").get<std::string>()));
  planned.is_large_gift =
      person != nullptr && is_large_gift(snapshot, *person, *kind, fields.value("size", 1));
}

Result<void> answer_community(Mention& mention, const NameAnswers& answers, const Snapshot& snapshot) {
  const auto given = answers.find(mention.name);
  if (given == answers.end()) return {};
  for (const calendar::Community& one : snapshot.journals().communities)
    if (one.uid == given->second) {
      mention.outcome = NameOutcome::unique;
      mention.candidates = {{one.uid, one.name, "", "", {}}};
      return {};
    }
  return fail(ErrorKind::invalid,
              Said("There is no community with the id given for \"{name}\".", {{"name", mention.name}}));
}

Result<Mention> mention_of(const std::string& name, bool is_community, const NameAnswers& answers,
                           const Snapshot& snapshot) {
  Mention mention = is_community ? find_community(name, snapshot) : find_mention(name, snapshot);
  auto taken =
      is_community ? answer_community(mention, answers, snapshot) : answer(mention, answers, snapshot);
  if (!taken) return fail(taken.error());
  return mention;
}

/// "question Sailing club where to berth": words in small letters behind the name that belong to a
/// community's name, too, are taken out of the text.
void lengthen_name(OneLine& line, const NameAnswers& answers, const Snapshot& snapshot) {
  if (line.kind != LineKind::question || line.people.size() != 1) return;
  std::string& name = line.people.front();
  if (answers.contains(name)) return;
  for (std::size_t end = line.text.size(); end != std::string::npos && end > 0;
       end = line.text.rfind(' ', end - 1)) {
    const std::string longer = name + " " + line.text.substr(0, end);
    if (find_community(longer, snapshot).outcome != NameOutcome::unique) continue;
    name = longer;
    line.text.erase(0, std::min(end + 1, line.text.size()));
    return;
  }
}

/// What must stand in a line beside its first word.
Result<void> check(const OneLine& line) {
  const bool is_question = line.kind == LineKind::question;
  if (line.people.empty())
    return fail(ErrorKind::invalid,
                is_question ? "Say which community: question sailors, or question \"Sailing club\"."
                            : "Say with whom: a name with a capital letter, @ada, or \"Ada Example\".");
  if (is_question && line.text.empty() && line.tags.empty())
    return fail(ErrorKind::invalid, "Say what you asked: question sailors where to berth.");
  return {};
}

Result<Proposal> propose(Desk& desk, std::string_view words, const NameAnswers& answers) {
  auto line = calendar::read_one_line(words, desk.now.today);
  if (!line) return fail(line.error());
  lengthen_name(*line, answers, desk.snapshot);
  if (auto good = check(*line); !good) return fail(good.error());
  Proposal proposal{std::move(*line), {}, {}};
  for (const std::string& name : proposal.line.people) {
    auto mention = mention_of(name, proposal.line.kind == LineKind::question, answers, desk.snapshot);
    if (!mention) return fail(mention.error());
    proposal.mentions.push_back(std::move(*mention));
  }
  if (!proposal.is_clear()) return proposal;
  std::vector<Named> people;
  for (const Mention& mention : proposal.mentions) {
    const NameCandidate& one = mention.candidates.front();
    const bool known =
        std::any_of(people.begin(), people.end(), [&](const Named& other) { return other.uid == one.uid; });
    if (!known) people.push_back({one.uid, one.name});
  }
  proposal.items =
      LinePlan(proposal.line, std::move(people), calendar::joints_of(words), desk.now, desk.world.recurrence)
          .make();
  for (Planned& planned : proposal.items) note_large_gift(planned, desk.snapshot);
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

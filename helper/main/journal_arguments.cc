#include "helper/main/journal_arguments.h"

#include <algorithm>

#include "helper/journals/kinds.h"
#include "helper/people/profile.h"

namespace goodturn::helper {
namespace {

/// A kind as a command.
struct KindCommand {
  const ItemKind& kind;
  const char* name;
  const char* help;
  bool takes_text;  ///< words behind the needed fields are its text
};

std::vector<KindCommand> kind_commands() {
  return {{ask_kind(), "ask", "What you asked of people, and how it went", true},
          {promise_kind(), "promise", "What you promised, and whether you kept it", true},
          {entry_kind(), "entry", "What was logged: touches, notes, gifts", true},
          {introduction_kind(), "introduce", "Introductions of two people, with the consent of both", true},
          {goal_kind(), "goal", "What your networking is for", false},
          {script_kind(), "script", "Prepared words with {fields}", false},
          {community_kind(), "community", "Communities and who belongs to them", true},
          {question_kind(), "question", "What you asked a community, and when the first answer came", true},
          {venue_kind(), "venue", "Places and series of events where you meet people", true},
          {role_kind(), "role", "Who was what to you, from when to when", true},
          {pair_kind(), "knows", "Who knows whom, by your word", true}};
}

std::string upper(std::string_view name) {
  std::string word(name);
  for (char& c : word) c = c == '_' ? '-' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return word;
}

std::string help_of(const Shape& shape) {
  std::string help(shape.help);
  if (!shape.words.empty()) help += ": " + listed(shape.words);
  if (shape.type == FieldType::flag) help += ": yes or no";
  return help;
}

CLI::Option* add_field(CLI::App& sub, JournalArguments& j, const Shape& shape, bool positional) {
  std::string name = "--" + option_name(shape.name);
  if (positional) name = upper(shape.name) + "," + name;
  return sub.add_option(name, j.fields[std::string(shape.name)], help_of(shape))->allow_extra_args(false);
}

void add_fields(CLI::App& sub, JournalArguments& j, std::span<const Shape> shapes, bool is_new) {
  for (const Shape& shape : shapes) {
    if (shape.use == FieldUse::shown) continue;
    const bool first = is_new && shape.use == FieldUse::needed;
    CLI::Option* option = add_field(sub, j, shape, first);
    if (first) option->required()->expected(1);
  }
}

void add_as(CLI::App& sub, JournalArguments& j) {
  sub.add_option("--as", j.as, "Whom a name means: NAME=UID, or NAME=NUMBER from the question")
      ->allow_extra_args(false);
}

CLI::App* add_id(CLI::App* sub, JournalArguments& j) {
  sub->add_option("ID", j.id, "From the list; its end is enough")->required();
  return sub;
}

void declare_kind(CLI::App& app, Arguments& a, const KindCommand& command) {
  JournalArguments& j = a.journal;
  const ItemKind* kind = &command.kind;
  CLI::App* group = app.add_subcommand(command.name, command.help)->require_subcommand(0, 1)->fallthrough();
  group->preparse_callback([&a, kind](std::size_t) {
    a.command = [&a, kind](Shell& shell, const Place&) { return item_list(shell, *kind, a.journal); };
  });
  const auto with = [&](const char* name, const char* help,
                        Exit (*run)(Shell&, const ItemKind&, const JournalArguments&)) {
    return add_command(*group, a, name, help,
                       [&a, kind, run](Shell& shell, const Place&) { return run(shell, *kind, a.journal); });
  };
  CLI::App* list = with("list", "List them; with a person only theirs", item_list);
  list->add_option("WHO", j.who, "UID, e-mail address or name");
  add_as(*list, j);
  add_id(with("show", "Show one with all its fields", item_show), j);
  CLI::App* added = with("add", "Note a new one", item_add);
  add_fields(*added, j, kind->shapes(), true);
  if (command.takes_text) added->add_option("WORDS", j.words, "The text, unless an option gives it");
  add_as(*added, j);
  CLI::App* set = add_id(with("set", "Change fields; `none` empties one", item_set), j);
  add_fields(*set, j, kind->shapes(), false);
  add_as(*set, j);
  add_id(with("remove", "Remove one; `undo` brings it back", item_remove), j);
}

/// A command of a kind's own.
CLI::App* add_own(CLI::App& app, Arguments& a, const char* group, const char* name, const char* help,
                  Exit (*run)(Shell&, const JournalArguments&)) {
  return add_id(add_command(*app.get_subcommand(group), a, name, help,
                            [&a, run](Shell& shell, const Place&) { return run(shell, a.journal); }),
                a.journal);
}

/// A command that sets one field: `ask answer ID yes`, `promise keep ID`.
CLI::App* add_setting(CLI::App& app, Arguments& a, const char* group, const char* name, const char* help,
                      const ItemKind& kind, const char* field) {
  const auto run = [&a, &kind, field](Shell& shell, const Place&) {
    JournalArguments one = a.journal;
    one.fields[field] = {one.word.empty() ? "today" : one.word};
    return item_set(shell, kind, one);
  };
  return add_id(add_command(*app.get_subcommand(group), a, name, help, run), a.journal);
}

void add_day(CLI::App* sub, JournalArguments& j) {
  sub->add_option("DAY", j.word, "On which day; default today");
}

void add_values(CLI::App* sub, JournalArguments& j) {
  sub->add_option("--field", j.values, "A value for a {field}: NAME=VALUE")->allow_extra_args(false);
}

void declare_specials(CLI::App& app, Arguments& a) {
  JournalArguments& j = a.journal;
  add_setting(app, a, "ask", "answer", "Note the answer; yes also notes what you received", ask_kind(),
              "state")
      ->add_option("STATE", j.word, "yes, no, no-answer, withdrawn or open")
      ->required();
  add_values(add_own(app, a, "ask", "draft", "Words to ask with; nothing is sent", ask_draft), j);
  add_day(add_setting(app, a, "promise", "keep", "Note that you kept it", promise_kind(), "settled"), j);
  add_day(add_setting(app, a, "entry", "thank", "Note that you said thanks for it", entry_kind(), "settled"),
          j);
  add_own(app, a, "entry", "reflect", "A line to yourself about a gift; it stays on this computer",
          entry_reflect)
      ->add_option("WORDS", j.words, "The line; none erases it");
  add_own(app, a, "question", "answer", "Note when the first answer came", question_answer)
      ->add_option("WHEN", j.word, "Like 2026-11-22T14:00:00Z; default now");
  add_day(add_setting(app, a, "role", "close", "It holds no longer", role_kind(), "until"), j);
  CLI::App* fill = add_own(app, a, "script", "fill", "The words for a person; nothing is sent", script_fill);
  fill->add_option("WHO", j.who, "UID, e-mail address or name");
  add_values(fill, j);
  add_as(*fill, j);
  add_own(app, a, "script", "use", "Note that you used it today", script_use)
      ->add_option("--answered", j.word, "Whether it was answered")
      ->check(CLI::IsMember({"yes", "no"}));
}

void declare_me(CLI::App& app, Arguments& a) {
  JournalArguments& j = a.journal;
  CLI::App* me = app.add_subcommand("me", "Your own profile")->require_subcommand(0, 1)->fallthrough();
  me->preparse_callback(
      [&a](std::size_t) { a.command = [](Shell& shell, const Place&) { return me_show(shell); }; });
  CLI::App* set = add_command(*me, a, "set", "Change fields; `none` empties one",
                              [&a](Shell& shell, const Place&) { return me_set(shell, a.journal); });
  add_fields(*set, j, own_profile_shapes(), false);
  add_as(*set, j);
  add_command(*me, a, "check", "Three answers from 1 to 5: you belong, are respected, are connected",
              [&a](Shell& shell, const Place&) { return me_check(shell, a.journal); })
      ->add_option("ANSWERS", j.numbers, "Three numbers")
      ->required()
      ->expected(3)
      ->check(CLI::Range(1, 5));
  add_command(*me, a, "purpose", "For whom your networking is good; without words: not now",
              [&a](Shell& shell, const Place&) { return me_purpose(shell, a.journal); })
      ->add_option("WORDS", j.words, "One line");
}

void declare_profile(CLI::App& app, Arguments& a) {
  JournalArguments& j = a.journal;
  CLI::App* profile =
      app.add_subcommand("profile", "What you know of a person")->require_subcommand(1)->fallthrough();
  CLI::App* show = add_command(*profile, a, "show", "Show it",
                               [&a](Shell& shell, const Place&) { return profile_show(shell, a.journal); });
  CLI::App* set = add_command(*profile, a, "set", "Change fields; `none` empties one",
                              [&a](Shell& shell, const Place&) { return profile_set(shell, a.journal); });
  for (CLI::App* sub : {show, set}) {
    sub->add_option("WHO", j.who, "UID, e-mail address or name")->required();
    add_as(*sub, j);
  }
  add_fields(*set, j, profile_shapes(), false);
}

/// The one-line form, or the older one with a UID and --channel.
Exit run_log(Shell& shell, Arguments& a) {
  if (a.log.channel.empty()) return log_words(shell, a.journal);
  a.log.uid = a.journal.words.front();
  return log_touch(shell, a.log);
}

void declare_log(CLI::App& app, Arguments& a) {
  JournalArguments& j = a.journal;
  CLI::App* log = add_command(app, a, "log", "Log one line: log \"gave Ada intro to Bob #compilers\"",
                              [&a](Shell& shell, const Place&) { return run_log(shell, a); });
  log->add_option("LINE", j.words,
                  "gave, received, promised, met, called, mailed, note, ask or question, then who and what; "
                  "with --channel the "
                  "UID from `people`")
      ->required();
  add_as(*log, j);
  log->add_flag("--dry-run", j.dry_run, "Say what would be written");
  CLI::Option* channel = log->add_option("--channel", a.log.channel, "How you were in touch")
                             ->check(CLI::IsMember({"meeting", "call", "mail", "message", "social", "post"}));
  log->add_option("--at", a.log.at, "When, like 2026-11-22T14:00:00Z; default now")->needs(channel);
  log->add_option("--note", a.log.note, "What about")->needs(channel);
}

}  // namespace

void declare_journals(CLI::App& app, Arguments& a) {
  for (const KindCommand& command : kind_commands()) declare_kind(app, a, command);
  declare_specials(app, a);
}

void declare_own(CLI::App& app, Arguments& a) {
  declare_log(app, a);
  declare_profile(app, a);
  declare_me(app, a);
  add_command(app, a, "undo", "Take back what the last of these commands wrote",
              [](Shell& shell, const Place&) { return undo_last(shell); });
}

}  // namespace goodturn::helper

// Commands on items of the journal, the same for every kind: list, show, add, set, remove, and what a kind
// has of its own.
#pragma once

#include <string>
#include <vector>

#include "helper/command/commands.h"
#include "helper/command/field_words.h"
#include "helper/journals/item_kind.h"

namespace goodturn::helper {

/// What the words of such a command say; each command looks at its own.
struct JournalArguments {
  std::string id;                   ///< of an item: whole, or its end
  std::string who;                  ///< a person: UID, address or name
  std::string word;                 ///< a state, a day …
  std::vector<std::string> words;   ///< of a line or a text
  std::vector<std::string> as;      ///< who a name means: NAME=UID or NAME=number
  std::vector<std::string> values;  ///< name=value for {fields}
  FieldWords fields;
  std::vector<int> numbers;
  bool dry_run = false;
};

Exit item_list(Shell& shell, const ItemKind& kind, const JournalArguments& arguments);
Exit item_show(Shell& shell, const ItemKind& kind, const JournalArguments& arguments);
Exit item_add(Shell& shell, const ItemKind& kind, const JournalArguments& arguments);
Exit item_set(Shell& shell, const ItemKind& kind, const JournalArguments& arguments);
Exit item_remove(Shell& shell, const ItemKind& kind, const JournalArguments& arguments);

/// The words for an ask or of a script, filled in. Exit::failed when a field is missing: its name is said.
Exit ask_draft(Shell& shell, const JournalArguments& arguments);
Exit script_fill(Shell& shell, const JournalArguments& arguments);
/// Notes that a script was used; `word` is "yes", "no" or empty: whether it was answered.
Exit script_use(Shell& shell, const JournalArguments& arguments);
/// Notes the first answer of a community: at `word`, else now.
Exit question_answer(Shell& shell, const JournalArguments& arguments);
/// A line to oneself about a gift; it stays on this computer.
Exit entry_reflect(Shell& shell, const JournalArguments& arguments);

/// One line of words: `goodturn log "gave Ada intro to Bob"`. Exit::question when a name is not clear.
Exit log_words(Shell& shell, const JournalArguments& arguments);

Exit profile_show(Shell& shell, const JournalArguments& arguments);
Exit profile_set(Shell& shell, const JournalArguments& arguments);
Exit me_show(Shell& shell);
Exit me_set(Shell& shell, const JournalArguments& arguments);
/// Three answers of 1–5: belonging, respect, connection.
Exit me_check(Shell& shell, const JournalArguments& arguments);
/// For whom the networking is good; no words: not now.
Exit me_purpose(Shell& shell, const JournalArguments& arguments);

/// Takes back what the last of these commands wrote.
Exit undo_last(Shell& shell);

}  // namespace goodturn::helper

// Words that are ready to be sent: scripts filled in for a person, and drafts of asks. Nothing here sends
// anything.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "helper/items/undo.h"
#include "helper/journals/shape.h"

namespace goodturn::helper {

/// Values that the user gives for fields, by name; they win over what is known of the person.
using FieldValues = std::map<std::string, std::string, std::less<>>;

struct Draft {
  std::string text;                  ///< empty while something is missing
  std::vector<std::string> missing;  ///< fields without a value, each once, in order
  std::string script;                ///< name of the user's script; empty: words of the program
};

/// The names in {braces}, each once, in order.
[[nodiscard]] std::vector<std::string> fields_of(const std::string& text);

/// A script filled in. Of a person firstName, lastName, name, organisation, title and unit are known. Errors:
/// not_found (no such script, no such person).
[[nodiscard]] Result<Draft> fill_script(World& world, const Uid& script, const Uid& person,
                                        const FieldValues& values);

/// The words for an ask: the user's script whose trigger is the kind of ask, else those of the program; {ask}
/// and {nextStep} are the ask's own. Errors: not_found.
[[nodiscard]] Result<Draft> draft_ask(World& world, const Uid& ask, const FieldValues& values);

/// Notes that a script was used today and, where it is known, whether it was answered. Gives the id that
/// takes it back. Errors: not_found.
Result<std::string> note_use(World& world, UndoLog& undo, const Uid& script, std::optional<bool> answered);

}  // namespace goodturn::helper

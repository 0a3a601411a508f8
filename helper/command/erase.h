// Erasing, asked for on the command line: without agreement only what would go is shown.
#pragma once

#include <string>

#include "helper/command/commands.h"
#include "helper/erase/everything.h"

namespace goodturn::helper {

Exit erase_one(Shell& shell, const std::string& uid, bool on_server, bool agreed);
/// Forgets who was erased.
Exit erase_lift(Shell& shell);
/// What goes and what stays when everything is erased.
void show_everything(Shell& shell, const HomeErasure& home);

}  // namespace goodturn::helper

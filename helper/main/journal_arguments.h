// The words of the commands on journal items, one grammar for every kind.
#pragma once

#include <CLI/CLI.hpp>

#include "helper/main/arguments.h"

namespace goodturn::helper {

/// `goodturn KIND [list [WHO] | show ID | add … | set ID … | remove ID]` for every kind, and what some have
/// besides.
void declare_journals(CLI::App& app, Arguments& arguments);
/// `log`, `profile`, `me` and `undo`.
void declare_own(CLI::App& app, Arguments& arguments);

}  // namespace goodturn::helper

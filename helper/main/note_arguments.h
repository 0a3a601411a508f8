// The words of the command line about Markdown notes, and the folder on the disk behind them.
#pragma once

#include "helper/main/arguments.h"

namespace goodturn::helper {

void declare_notes(CLI::App& app, Arguments& arguments);

/// Synchronises, and looks for changes in the notes.
Exit sync_with_notes(Shell& shell, DryRun dry_run, bool deletions_confirmed);

}  // namespace goodturn::helper

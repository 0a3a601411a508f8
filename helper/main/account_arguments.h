// The words of accounts and collections on the command line.
#pragma once

#include "helper/main/arguments.h"

namespace goodturn::helper {

void declare_accounts(CLI::App& app, Arguments& arguments);
void declare_collections(CLI::App& app, Arguments& arguments);

}  // namespace goodturn::helper

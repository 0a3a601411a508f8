// Briefs before meetings as a command.
#pragma once

#include <string>
#include <vector>

#include "helper/command/commands.h"

namespace goodturn::helper {

struct BriefArguments {
  int hours = 24;
  std::size_t number = 0;  ///< of the list, from 1
  std::string hope, learned;
};

/// The meetings of the next hours with a brief each, numbered; with a number and a text the answer to "what
/// do you hope to learn?" or "what did you learn?".
Exit brief(Shell& shell, const BriefArguments& arguments);

}  // namespace goodturn::helper

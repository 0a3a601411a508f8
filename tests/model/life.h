// Whether the program of a history lives, as the other end of its wire says.
#pragma once

#include <functional>

namespace goodturn::model {

/// Whether the program is taken for killed, its coming back to life, and what is waited for once no
/// connection is open any more: who is killed leaves requests behind that are still being answered.
struct Life {
  std::function<bool()> killed;
  std::function<void()> revive;
  std::function<void()> left = [] {};
};

}  // namespace goodturn::model

#include "core/network/goal.h"

namespace goodturn::network {

relations::Share completeness(const Goal& goal) {
  relations::Share share{0, 0};
  for (const bool filled : {!goal.titles.empty(), !goal.industries.empty(), !goal.companies.empty(),
                            !goal.targets.empty(), goal.deadline.has_value()}) {
    ++share.whole;
    share.part += filled;
  }
  return share;
}

}  // namespace goodturn::network

#include "helper/index/goal.h"

namespace goodturn::helper {

network::Goal network_goal(const calendar::Goal& goal) {
  return {goal.uid,
          goal.titles,
          goal.industries,
          goal.companies,
          goal.targets,
          goal.deadline,
          {goal.weekly_touches, goal.weekly_asks, goal.weekly_hours},
          goal.purpose};
}

}  // namespace goodturn::helper

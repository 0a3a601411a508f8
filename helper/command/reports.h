// The reports as commands.
#pragma once

#include "helper/command/commands.h"
#include "helper/reports/role_map.h"

namespace goodturn::helper {

/// How the network looks today: who knows whom, variety, behaviours, reach, readiness.
Exit network(Shell& shell);
/// Who holds which role, and who could.
Exit roles(Shell& shell, Friends friends);
/// Giving, receiving, thanking and asking.
Exit balance(Shell& shell);
/// What the network is for, and how near the people are who matter for it.
Exit goals(Shell& shell);
/// Growing or shrinking, new people, who begins.
Exit trend(Shell& shell);

}  // namespace goodturn::helper

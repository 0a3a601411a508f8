// Answers in the reader's language.
#pragma once

#include "helper/api/endpoints.h"

namespace goodturn::helper {

/// The bridge hands on what went wrong as it is: it has to be in the reader's language by then.
[[nodiscard]] Endpoint worded(Application& application, Endpoint endpoint);

}  // namespace goodturn::helper

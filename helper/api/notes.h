// The operations about Markdown notes.
#pragma once

#include "core/note_doors.h"
#include "helper/api/endpoints.h"

namespace goodturn::helper {

/// operationId → what it does; `files` and `watch` outlive them.
[[nodiscard]] std::map<std::string, Endpoint, std::less<>> note_endpoints(Application& application,
                                                                          const NoteFolder& files,
                                                                          const NoteWatch& watch);

}  // namespace goodturn::helper

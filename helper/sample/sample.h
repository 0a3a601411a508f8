// A fictional professional's folders, to try Goodturn without an account: `make demo`.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time.h"

namespace goodturn::sample {

/// The user in the sample folders.
inline constexpr std::string_view own_address = "alex@example.org";

/// Writes three vdir folders below `folder` (made if missing): contacts/ (60 people), meetings/ (the 18
/// months before `today` and a few weeks after) and journal/ (records). Everything is relative to
/// `today`, made from a fixed seed: the same day gives the same bytes. Files of an earlier sample are
/// overwritten, files with other names stay. Errors: storage.
[[nodiscard]] Result<void> write_sample(const std::filesystem::path& folder, Day today);

}  // namespace goodturn::sample

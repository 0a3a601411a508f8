// A folder of Markdown notes on the disk.
#pragma once

#include "core/note_doors.h"

namespace goodturn::notes {

inline constexpr std::size_t longest_note = 1U << 20U;  ///< bytes
inline constexpr std::size_t most_notes = 50'000;

/// The NoteFolder port. Hidden files and folders (.obsidian, .trash) are passed over, symbolic links are not
/// followed. Safe to use from several threads.
class DiskNotes final : public NoteFolder {
 public:
  [[nodiscard]] Result<Listing> list(const std::string& folder) const override;
  [[nodiscard]] Result<Text> read(const std::string& folder, const std::string& path) const override;
  [[nodiscard]] Result<void> replace(const std::string& folder, const std::string& path,
                                     const std::string& version, std::string_view bytes) const override;
  [[nodiscard]] Result<void> clear_remains(const std::string& folder, const std::string& path) const override;
};

}  // namespace goodturn::notes

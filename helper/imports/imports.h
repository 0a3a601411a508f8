// Files of other programs: what they hold, shown first, and taken in on the user's word.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/imports/tables.h"
#include "helper/imports/books.h"
#include "helper/imports/entry.h"
#include "helper/items/undo.h"

namespace goodturn::helper {

/// Most bytes of all files of one import, and of what an archive among them holds.
inline constexpr std::size_t import_limit = std::size_t{64} << 20U;

struct ImportFile {
  std::string name;
  std::string bytes;
};

/// A file, or one of an archive, that was read.
struct ImportSource {
  std::string name;     ///< inside an archive: "takeout.zip: Takeout/Contacts/All Contacts.vcf"
  std::string program;  ///< "Google Contacts", "vCard"
  std::size_t items = 0;
  std::vector<imports::ColumnUse> columns;
};

struct ImportPlan {
  std::vector<ImportSource> sources;
  std::vector<std::string> not_read;  ///< names of files in which nothing is known
  std::vector<ImportEntry> entries;
  std::size_t messages_left_out = 0;  ///< of LinkedIn: to many, or with people who are not here
  ImportBooks books;                  ///< that may be chosen for the people
  [[nodiscard]] std::size_t count(ImportFate fate) const;
};

/// How far an import is. `total` may be 0.
using ImportProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Reads files by their content (reading.h); of a zip archive the .vcf, .ics, .csv and .json files. Writes
/// nothing. Call without the lock. Errors: invalid (nothing that is known in any of them; more than
/// import_limit), parse (a damaged archive), storage.
[[nodiscard]] Result<ImportPlan> plan_import(World& world, std::span<const ImportFile> files);

/// What becomes of cards that may be of somebody who is here.
enum class Unsure { take, leave };

/// What the user says to a plan.
struct ImportChoice {
  Unsure unsure = Unsure::take;
  /// Into which address book people go; nullopt: one that is only here.
  std::optional<sync::CollectionId> book{};
};

struct Imported {
  std::size_t items = 0;
  std::string undo;  ///< takes all of them out again; empty when there was none
};

/// Takes the fresh entries in, all or none; what came here since the plan was made, or was erased, is left
/// out. Records come with the people they are about. Cards are no touch and carry no strength: whoever comes
/// this way starts outside the circles (features.md row 37). Cards in the address book of a server go out
/// with the next sync. Errors: those of chosen_book(), storage, cancelled.
Result<Imported> take_import(World& world, UndoLog& undo, ImportPlan plan, const ImportChoice& choice,
                             const Cancelled& cancelled = {}, const ImportProgress& progress = {});

}  // namespace goodturn::helper

#include "helper/imports/fates.h"

#include <algorithm>
#include <set>

#include "core/keeping.h"
#include "core/people/card.h"
#include "core/relations/observation.h"
#include "core/sync/erased_names.h"

namespace goodturn::helper {
namespace {

class Fates {
 public:
  Fates(World& world, Erasure::IsErased is_erased) : world_(world), is_erased_(std::move(is_erased)) {}

  Result<void> decide(ImportEntry& entry) {
    if (entry.kind == ImportKind::card && is_erased_ && was_erased(entry)) erased_.insert(entry.uid);
    if (erased_.contains(entry.record ? entry.record->person : entry.uid)) {
      entry.fate = ImportFate::erased;
      return {};
    }
    const auto here = world_.store.items_with_uid(entry.uid);
    if (!here) return fail(here.error());
    if (!here->empty() || !seen_.insert(entry.uid).second) entry.fate = ImportFate::known;
    return {};
  }

 private:
  [[nodiscard]] bool was_erased(const ImportEntry& entry) const {
    if (is_erased_(sync::erased_card(entry.uid))) return true;
    const auto card = people::read_card(text::Document::parse(entry.text));
    return card && std::any_of(card->emails.begin(), card->emails.end(), [&](const std::string& address) {
             return is_erased_(sync::erased_address(relations::plain_address(address)));
           });
  }

  World& world_;
  Erasure::IsErased is_erased_;
  std::set<Uid> seen_, erased_;
};

}  // namespace

std::string_view to_string(ImportFate fate) noexcept {
  switch (fate) {
    case ImportFate::fresh:
      return "new";
    case ImportFate::unsure:
      return "unsure";
    case ImportFate::known:
      return "here-already";
    case ImportFate::erased:
      return "erased";
  }
  return "";
}

Result<void> decide_fates(World& world, std::vector<ImportEntry>& entries) {
  Erasure::IsErased is_erased;
  if (erasure_of(world.store) != nullptr) {
    auto erased = erasure_of(world.store)->erased();
    if (!erased) return fail(erased.error());
    is_erased = std::move(*erased);
  }
  Fates fates(world, std::move(is_erased));
  // A person first, then what is told of them.
  for (const bool records : {false, true})
    for (ImportEntry& entry : entries)
      if ((entry.kind == ImportKind::record) == records)
        if (auto decided = fates.decide(entry); !decided) return decided;
  return {};
}

void follow_cards(std::vector<ImportEntry>& entries) {
  std::set<Uid> unsure;
  for (const ImportEntry& entry : entries)
    if (entry.kind == ImportKind::card && entry.fate == ImportFate::unsure) unsure.insert(entry.uid);
  for (ImportEntry& entry : entries)
    if (entry.record && (entry.fate == ImportFate::fresh || entry.fate == ImportFate::unsure))
      entry.fate = unsure.contains(entry.record->person) ? ImportFate::unsure : ImportFate::fresh;
}

}  // namespace goodturn::helper

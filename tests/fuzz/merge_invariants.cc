// What must hold for three versions of any item.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "core/sync/differences.h"
#include "core/sync/lost.h"
#include "core/sync/merge.h"
#include "core/sync/resolve.h"
#include "core/sync/value_merge.h"
#include "core/sync/version.h"
#include "core/text/meaning.h"
#include "tests/fuzz/invariants.h"
#include "tests/fuzz/require.h"

namespace goodturn::fuzz {
namespace {

using sync::ConflictRow;
using sync::Entries;
using sync::Entry;
using text::Document;

bool same(std::string_view left, std::string_view right) {
  return text::semantically_equal(Document::parse(left), Document::parse(right));
}

/// The texts between lines of "%%".
std::array<std::string, 3> versions_of(std::string_view bytes) {
  constexpr std::string_view mark = "%%\n";
  std::array<std::string, 3> versions;
  std::size_t at = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    const std::string_view line = bytes.substr(0, end);
    if (line == mark && at < 2)
      ++at;
    else
      versions[at] += line;
    bytes.remove_prefix(end);
  }
  return versions;
}

/// A card alone, closed and with nothing inside, all of whose lines are ordinary: there it is easy to say
/// what may not be lost. Values with parts are merged by part, groups may be named anew.
bool is_plain(const Document& document) {
  if (document.components().size() != 1) return false;
  const text::Component& card = document.components().front();
  if (card.begin != 0 || card.end + 1 != document.lines().size() || !card.children.empty()) return false;
  return std::all_of(card.lines.begin(), card.lines.end(), [&](std::size_t number) {
    const text::Property property = document.lines()[number].property();
    return !property.name.empty() && property.group.empty() && property.parameters.empty() &&
           !sync::is_list(property.name) && !sync::is_structured(property.name) &&
           property.value.find('=') == std::string::npos;
  });
}

std::set<std::string> meanings(const Document& document) {
  std::set<std::string> all;
  for (const auto& [name, lines] : sync::entries_of(document, document.components().front()))
    for (const Entry& entry : lines) all.insert(entry.meaning);
  return all;
}

/// Each line that is new on one side is in the merge; what lost is told.
void check_nothing_lost(const Document& base, const Document& ours, const Document& theirs,
                        const sync::Merged& merged) {
  const auto old = meanings(base);
  const auto there = meanings(Document::parse(merged.text));
  for (const std::string& line : meanings(theirs))
    require(old.contains(line) || there.contains(line), "a line of theirs that is new stays");
  std::set<std::string> told;
  for (const ConflictRow& row : merged.conflicts) {
    const Document line = Document::parse("BEGIN:VCARD\r\n" + row.local_line + "\r\nEND:VCARD\r\n");
    told.merge(meanings(line));
  }
  for (const std::string& line : meanings(ours))
    require(old.contains(line) || there.contains(line) || told.contains(line),
            "a line of ours that is new is there or told");
}

void check_choices(const sync::Merged& merged) {
  for (const ConflictRow& row : merged.conflicts) {
    require(sync::resolved(merged.text, row, sync::Take::theirs) == merged.text, "theirs leaves the item");
    (void)sync::resolved(merged.text, row, sync::Take::mine);
    (void)sync::resolved(merged.text, row, sync::Take::both);
  }
}

}  // namespace

void check_merge(std::string_view bytes) {
  const auto [base, ours, theirs] = versions_of(bytes);
  require(same(sync::merge(base, base, theirs).text, theirs), "only they changed: theirs");
  require(same(sync::merge(base, ours, base).text, ours), "only we changed: ours");
  const sync::Merged merged = sync::merge(base, ours, theirs);
  require(same(sync::merge(theirs, merged.text, theirs).text, merged.text), "the merge is an edit of theirs");
  require(sync::dropped(ours, ours).empty(), "nothing dropped by a faithful server");
  require(sync::clobbered(base, ours, ours, ours).empty(), "nothing undone where it still stands");
  (void)sync::dropped(ours, merged.text);
  (void)sync::clobbered(base, ours, ours, theirs);
  (void)sync::differences(ours, merged.text);
  check_choices(merged);
  const Document first = Document::parse(base), second = Document::parse(ours),
                 third = Document::parse(theirs);
  if (is_plain(first) && is_plain(second) && is_plain(third))
    check_nothing_lost(first, second, third, merged);
}

}  // namespace goodturn::fuzz

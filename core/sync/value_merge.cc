#include "core/sync/value_merge.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace goodturn::sync {
namespace {

template <std::size_t Count>
bool among(const std::array<std::string_view, Count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

using Values = std::vector<std::string>;

/// What values mean, however they are escaped.
std::set<std::string> meanings(const Values& values) {
  std::set<std::string> all;
  for (const std::string& value : values) all.insert(text::unescape_text(value));
  return all;
}

Values split_list(std::string_view value) {
  Values values = text::split_escaped(value, ',');
  std::erase_if(values, [](const std::string& part) { return part.empty(); });
  return values;
}

std::string join(const Values& values, char separator) {
  std::string joined;
  for (std::size_t at = 0; at < values.size(); ++at) {
    if (at > 0) joined += separator;
    joined += values[at];
  }
  return joined;
}

const std::string& part(const Values& values, std::size_t at) {
  static const std::string none;
  return at < values.size() ? values[at] : none;
}

}  // namespace

bool is_list(std::string_view name) {
  static constexpr std::array<std::string_view, 3> names = {"CATEGORIES", "NICKNAME", "RESOURCES"};
  return among(names, name);
}

bool is_structured(std::string_view name) {
  static constexpr std::array<std::string_view, 4> names = {"N", "ADR", "ORG", "GENDER"};
  return among(names, name);
}

bool is_repeatable(std::string_view name) {
  static constexpr std::array<std::string_view, 21> names = {
      "",        "EXDATE",     "RDATE",    "TEL",    "EMAIL",     "ADR",     "IMPP",
      "URL",     "RELATED",    "MEMBER",   "LANG",   "KEY",       "COMMENT", "ATTACH",
      "CONTACT", "RELATED-TO", "ATTENDEE", "CALURI", "CALADRURI", "FBURL",   "X-SOCIALPROFILE"};
  return among(names, name) || name.starts_with("X-AB");
}

std::string merge_lists(std::string_view base, std::string_view local, std::string_view remote) {
  const Values ours = split_list(local);
  const auto before = meanings(split_list(base));
  const auto mine = meanings(ours);
  std::set<std::string> there;
  Values merged;
  for (std::string& value : split_list(remote)) {
    const std::string meaning = text::unescape_text(value);
    if (before.contains(meaning) && !mine.contains(meaning)) continue;
    there.insert(meaning);
    merged.push_back(std::move(value));
  }
  for (const std::string& value : ours)
    if (std::string meaning = text::unescape_text(value);
        !before.contains(meaning) && there.insert(std::move(meaning)).second)
      merged.push_back(value);
  return join(merged, ',');
}

MergedValue merge_components(std::string_view base, std::string_view local, std::string_view remote) {
  const Values before = text::split_escaped(base, ';');
  const Values ours = text::split_escaped(local, ';');
  Values merged = text::split_escaped(remote, ';');
  MergedValue result;
  const std::size_t theirs = merged.size();
  merged.resize(std::max(merged.size(), ours.size()));
  std::map<std::size_t, std::string> lost;
  for (std::size_t at = 0; at < merged.size(); ++at) {
    const bool local_changed = part(ours, at) != part(before, at);
    const bool remote_changed = merged[at] != part(before, at);
    if (!local_changed || part(ours, at) == merged[at]) continue;
    // An edit beats a delete, also inside a value.
    if (!remote_changed || merged[at].empty())
      merged[at] = part(ours, at);
    else if (!part(ours, at).empty())
      lost.emplace(at, ours[at]);
  }
  while (merged.size() > std::max<std::size_t>(theirs, 1) && merged.back().empty()) merged.pop_back();
  result.value = join(merged, ';');
  for (auto& [at, value] : lost) {
    result.lost_local += (result.lost_local.empty() ? "" : "; ") + text::unescape_text(value);
    merged[at] = std::move(value);
  }
  result.mine = join(merged, ';');
  return result;
}

}  // namespace goodturn::sync

// What people offer, need and like, compared as words.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goodturn::network {

/// Whether an offer answers a need. Words are compared case-blind, blanks around them ignored. A need
/// "job:design" is also answered by the offer "hiring:design" (features.md row 52).
[[nodiscard]] bool answers(std::string_view offer, std::string_view need);

/// A need and the offer that answers it, as written.
struct Match {
  std::string need;
  std::string offer;
};
/// The first need, in order, that an offer answers; nullopt when there is none.
[[nodiscard]] std::optional<Match> first_match(std::span<const std::string> needs,
                                               std::span<const std::string> offers);

/// The words both have (in the left one's order and spelling, each once).
[[nodiscard]] std::vector<std::string> shared_words(std::span<const std::string> left,
                                                    std::span<const std::string> right);

/// |both| / |either| of two sets of words, range [0, 1]; 0 when both are empty. {a,b} and {b,c} → 1/3.
[[nodiscard]] double word_overlap(std::span<const std::string> left, std::span<const std::string> right);

/// The places of those who share at least one of `topics` (of an article, an event), most overlap first,
/// equal ones by place. Source: features.md row 53.
[[nodiscard]] std::vector<std::size_t> by_interest(std::span<const std::string> topics,
                                                   std::span<const std::vector<std::string>> interests);

}  // namespace goodturn::network

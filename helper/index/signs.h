// What says that two people know each other: meetings of a few, the user's word, introductions, cards.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/network/pairs.h"
#include "helper/index/snapshot.h"

namespace goodturn::helper {

/// The place of a person among the persons of a snapshot, by UID or "mailto:" address.
using FindPlace = std::function<std::optional<std::size_t>(const std::string& uid)>;

/// One sign for every two of the people at `present`. None for a meeting that can never count: to come, of
/// more than five people, or more than a year ago (metrics.md 2.14).
void add_meeting_signs(const relations::Meeting& meeting, const std::set<std::size_t>& present, Now now,
                       std::vector<network::PairSign>& signs);

/// The user's word on pairs, and introductions that took place.
void add_journal_signs(const calendar::Journals& journals, const FindPlace& place_of,
                       std::vector<network::PairSign>& signs);

/// Whom each person's card names as related, and who introduced them to the user. A UID may be written with
/// or without "urn:uuid:".
void add_card_signs(const std::vector<Person>& persons, const FindPlace& place_of,
                    std::vector<network::PairSign>& signs);

}  // namespace goodturn::helper

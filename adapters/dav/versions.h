// Which cards a server keeps as vCard 4.0, so that each is asked for as it is stored.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "adapters/dav/place.h"
#include "core/sync/item.h"

namespace goodturn::dav {

using HrefSet = std::unordered_set<Href>;

inline constexpr std::string_view newer_version = "4.0";

/// A card as addressbook-query finds it.
struct CardName {
  Href href;
  std::string uid;
};
[[nodiscard]] std::vector<CardName> names_of(std::span<const sync::RemoteItem> cards);

/// So many cards are asked about one by one; for more the question about all is better.
inline constexpr std::size_t most_single_cards = 100;

/// A server that offers both versions (Cyrus) gives 3.0 by default and converts, dropping KIND and the
/// like; it converts the other way too, and no property tells which one is stored, but addressbook-query
/// matches the stored VERSION (measured on 3.6.1). There the query about all cards costs half as much as a
/// whole listing (0.5 s for 10,000); with a UID filter beside it 0.03 s, since UIDs are in its index. Each
/// is asked once per object, and not at all about cards that were written through it.
class Versions {
 public:
  explicit Versions(const Place& place) : place_(place) {}

  /// Whether the server may give a card in another version than the stored one: true for an address book
  /// on a server that offers both. The first call sends one small request.
  Result<bool> may_convert();
  /// Whether the stored versions of all cards are still to be asked for: may_convert() and not asked yet.
  Result<bool> to_be_asked();
  /// The query about all members; it may go along with another request.
  [[nodiscard]] Asking asking();
  /// The query was answered: found members are known from now on. Errors: a refusal, unless it says that the
  /// server does not know such queries; that counts as "none".
  Result<void> take_answer(const Answered& answered);
  /// Asks about all members now.
  Result<void> ask_about_all();
  /// Asks about these cards only, where may_convert(). What is known already is left out.
  Result<void> learn(std::span<const CardName> cards);

  /// Whether it is known how a member is stored.
  [[nodiscard]] bool knows(const Href& href) const { return stored_ || single_.contains(href); }
  /// Whether a member is stored as 4.0, as far as it is known.
  [[nodiscard]] bool newer(const Href& href) const;
  /// Notes what was stored there just now.
  void written(const Href& href, std::string_view text);

 private:
  const Place& place_;
  std::optional<bool> offered_;
  std::optional<HrefSet> stored_;  ///< all 4.0 cards, once asked for
  HrefSet found_;
  std::unordered_map<Href, bool> single_;  ///< true: 4.0; of cards that were written or asked for alone
};

}  // namespace goodturn::dav

// The places that a collection can live in, each with a fresh empty collection of one kind of item.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/ports.h"
#include "tests/contract/items.h"

namespace goodturn::tests {

/// What a place can keep; servers that are known to lose more say so.
struct Keeps {
  std::size_t longest_uid = 300;
  Spelling spelling{};
  bool repeats_last_second = false;  ///< its tokens are seconds, whose items come again
};

class Place {
 public:
  explicit Place(Kind kind) : kind_(kind) {}
  virtual ~Place() = default;
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  /// A client with a connection of its own; nothing where the server is not installed.
  [[nodiscard]] virtual std::unique_ptr<RemoteCollection> client() = 0;
  [[nodiscard]] virtual Keeps keeps() const { return {}; }
  [[nodiscard]] Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// "memory", "folder" or the name of a server's script, and what the collection there holds.
struct PlaceName {
  std::string where;
  Kind kind;
  [[nodiscard]] std::string text() const { return where + ", " + word_for(kind); }
};

/// Few requests are made on every kind of item; many only on cards and on a calendar of all kinds.
enum class Requests { few, many };

/// The places that this run is about, by the environment GOODTURN_PLACES: "cards" or "calendars" in memory,
/// in folders and on the four servers that need no database; "soak" for both kinds on the two that need one.
/// Without it the first two.
[[nodiscard]] std::vector<PlaceName> places_for(Requests requests);

/// A server is started once for all tests of the program.
[[nodiscard]] std::unique_ptr<Place> make_place(const PlaceName& name);

}  // namespace goodturn::tests

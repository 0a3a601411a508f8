#include "helper/sync/turns.h"

namespace goodturn::helper {
namespace {

using namespace std::chrono_literals;

constexpr auto between_looks = 100ms;  // so that a sync that waits can be cancelled
constexpr auto patience = 2s;

}  // namespace

Result<MaybeTurn> wait_for_turn(World& world, sync::CollectionId collection, const Cancelled& cancelled) {
  if (world.turns == nullptr) return MaybeTurn();
  while (!cancelled())
    if (auto turn = world.turns->take(collection, between_looks)) return MaybeTurn(std::move(turn));
  return fail(ErrorKind::cancelled, "Cancelled. What was stored stays.");
}

Result<MaybeTurn> ask_for_turn(World& world, sync::CollectionId collection) {
  if (world.turns == nullptr) return MaybeTurn();
  if (auto turn = world.turns->take(collection, patience)) return MaybeTurn(std::move(turn));
  return fail(ErrorKind::busy, "A sync is running. It sends this at its end, or the next one does.");
}

}  // namespace goodturn::helper

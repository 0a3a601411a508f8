// From an admitted request to a reply: pages, operations, validation, problems.
#pragma once

#include "adapters/bridge/bridge.h"
#include "adapters/bridge/contract.h"
#include "adapters/bridge/engine.h"

namespace goodturn::bridge {

/// True for the paths of pages: "/", "/index.html" and all below "/assets/".
[[nodiscard]] bool page_path(std::string_view path);

/// The condition of a write: If-Match as sent, or the entity tag of WebDAV's `If: (["tag"])` (RFC 4918
/// section 10.4). Empty when neither is there. Errors: invalid for an If that says anything else, because
/// leaving it out would turn a conditional write into an unconditional one.
[[nodiscard]] Result<Etag> condition_of(const Head& head);

/// Immutable; used by all workers at once.
class Dispatcher {
 public:
  /// Errors: invalid (a handler without operation, an operation without handler, a page with another path).
  [[nodiscard]] static Result<Dispatcher> create(const Contract& contract, Routes routes, Assets assets);
  /// May throw what an operation throws.
  [[nodiscard]] Reply answer(const Admitted& request) const;

 private:
  Dispatcher(const Contract& contract, Routes routes, Assets assets);
  [[nodiscard]] Reply page(const Head& head) const;
  [[nodiscard]] Result<Request> read(const Route& route, const Admitted& admitted) const;

  const Contract* contract_;
  Routes routes_;
  Assets assets_;
};

}  // namespace goodturn::bridge

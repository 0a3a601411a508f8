// How an error of the model looks on the wire.
#pragma once

#include <array>

#include "core/base/error.h"
#include "tests/support/loopback_server.h"

namespace goodturn::model {

/// network: the connection is closed, every second time in the middle of an answer; too_many:
/// `too_many_status` with Retry-After; server: 500, 502 and 504 in turn; the others their own status. `count`
/// goes up by one.
[[nodiscard]] inline tests::Reply played(const Error& error, int& count, int too_many_status = 429) {
  static constexpr std::array<int, 3> out_of_order{500, 502, 504};
  ++count;
  tests::Reply reply;
  switch (error.kind) {
    case ErrorKind::network:
      reply.body = "<half of an answer>";
      reply.end = count % 2 == 0 ? tests::Reply::End::none : tests::Reply::End::half;
      break;
    case ErrorKind::too_many:
      reply.status = too_many_status;
      reply.headers = "Retry-After: 5\r\n";
      break;
    case ErrorKind::precondition:
      reply.status = 412;
      break;
    case ErrorKind::not_found:
      reply.status = 404;
      break;
    case ErrorKind::forbidden:
      reply.status = 403;
      break;
    default:
      reply.status = out_of_order[static_cast<std::size_t>(count) % out_of_order.size()];
      break;
  }
  return reply;
}

}  // namespace goodturn::model

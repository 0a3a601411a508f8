#include "core/base/error.h"

namespace goodturn {

RetryClass retry_class(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::precondition:
      return RetryClass::now;
    case ErrorKind::network:
    case ErrorKind::timeout:
    case ErrorKind::too_many:
    case ErrorKind::server:
      return RetryClass::later;
    case ErrorKind::auth:
    case ErrorKind::forbidden:
    case ErrorKind::not_found:
    case ErrorKind::protocol:
    case ErrorKind::parse:
    case ErrorKind::storage:
    case ErrorKind::suspicious:
    case ErrorKind::cancelled:
    case ErrorKind::invalid:
    case ErrorKind::busy:
      return RetryClass::never;
  }
  return RetryClass::never;
}

std::string describe(const Error& error) {
  std::string line(to_string(error.kind));
  line += ": ";
  line += error.what;
  if (!error.where.empty()) line += " (" + error.where + ")";
  return line;
}

}  // namespace goodturn

#include "adapters/http/message.h"

namespace goodturn::http {

std::optional<std::string_view> Response::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return std::nullopt;
}

bool is_write(const Request& request) {
  return request.method != "GET" && request.method != "PROPFIND" && request.method != "REPORT" &&
         request.method != "OPTIONS";
}

}  // namespace goodturn::http

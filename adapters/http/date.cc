#include "adapters/http/date.h"

#include <curl/curl.h>

namespace goodturn::http {

std::optional<Instant> date_of(const Response& response) {
  const auto text = response.header("date");
  if (!text) return std::nullopt;
  const time_t seconds = ::curl_getdate(std::string(*text).c_str(), nullptr);
  if (seconds < 0) return std::nullopt;
  return Instant(std::chrono::seconds(seconds));
}

}  // namespace goodturn::http

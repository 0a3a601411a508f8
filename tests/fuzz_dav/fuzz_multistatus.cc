// Any bytes as a multistatus: read whole and in small pieces with the same outcome, hrefs stay inside.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "adapters/dav/href.h"
#include "adapters/dav/multistatus.h"

namespace {

using namespace goodturn;

std::string outcome(std::string_view body, std::size_t piece) {
  static const auto source = *http::parse_url("http://127.0.0.1/alice/contacts/");
  std::string seen;
  dav::MultistatusReader reader(source, [&](const dav::ResponseElement& element) -> Result<void> {
    const auto href = dav::member_href(source, source.path, element.href());
    if (href && (!href->value.starts_with(source.path) || dav::normal_path(href->value) != href->value))
      std::abort();
    seen += (href ? href->value : "-") + std::to_string(element.status()) +
            element.property({dav::ns::dav, "getetag"}).text();
    return {};
  });
  Result<void> read;
  for (std::size_t at = 0; read && at < body.size(); at += piece) read = reader.feed(body.substr(at, piece));
  if (read) read = reader.finish();
  return seen + (read ? "+" : "!");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(bytes), size);
  if (outcome(body, size + 1) != outcome(body, 7)) std::abort();
  return 0;
}

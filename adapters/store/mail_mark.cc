#include "adapters/store/mail_mark.h"

#include <array>
#include <string>

#include <openssl/sha.h>

namespace goodturn::store {

relations::Mark mail_mark(std::string_view salt, Marked kind, std::string_view text) {
  std::string bytes(salt);
  bytes += kind == Marked::person ? 'p' : kind == Marked::message ? 'm' : 'e';
  bytes += text;
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  relations::Mark mark;
  for (std::size_t i = 0; i < sizeof mark.value; ++i) mark.value = mark.value << 8U | digest[i];
  return mark;
}

}  // namespace goodturn::store

#include "adapters/system/random.h"

#include <sys/random.h>

#include <cerrno>
#include <cstdlib>

namespace goodturn::system {

std::string SystemRandom::bytes(std::size_t count) {
  std::string bytes(count, '\0');
  std::size_t filled = 0;
  while (filled < count) {
    const ssize_t got = ::getrandom(bytes.data() + filled, count - filled, 0);
    if (got > 0) {
      filled += static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      std::abort();
    }
  }
  return bytes;
}

}  // namespace goodturn::system

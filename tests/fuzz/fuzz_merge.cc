#include <cstddef>
#include <cstdint>

#include "tests/fuzz/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  goodturn::fuzz::check_merge({reinterpret_cast<const char*>(bytes), size});
  return 0;
}

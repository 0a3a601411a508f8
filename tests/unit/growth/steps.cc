#include "tests/unit/growth/steps.h"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

std::uint64_t steps = 0;

void count_bytes(std::size_t bytes) { steps += bytes / 16; }

}  // namespace

// The compiler calls the first at every basic block of the counted sources (-fsanitize-coverage=trace-pc),
// the linker puts the others in the place of what they are named after (--wrap).
extern "C" {
void __sanitizer_cov_trace_pc() { ++steps; }

void* __real_memmove(void* to, const void* from, std::size_t size);
void* __real_memcpy(void* to, const void* from, std::size_t size);
int __real_memcmp(const void* one, const void* other, std::size_t size);
const void* __real_memchr(const void* bytes, int wanted, std::size_t size);

void* __wrap_memmove(void* to, const void* from, std::size_t size) {
  count_bytes(size);
  return __real_memmove(to, from, size);
}
void* __wrap_memcpy(void* to, const void* from, std::size_t size) {
  count_bytes(size);
  return __real_memcpy(to, from, size);
}
int __wrap_memcmp(const void* one, const void* other, std::size_t size) {
  count_bytes(size);
  return __real_memcmp(one, other, size);
}
const void* __wrap_memchr(const void* bytes, int wanted, std::size_t size) {
  const void* found = __real_memchr(bytes, wanted, size);
  count_bytes(found == nullptr ? size
                               : static_cast<std::size_t>(static_cast<const char*>(found) -
                                                          static_cast<const char*>(bytes)));
  return found;
}
}

void* operator new(std::size_t size) {
  count_bytes(size);
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace goodturn::tests {

std::uint64_t steps_of(const std::function<void()>& work) {
  const std::uint64_t before = steps;
  work();
  return steps - before;
}

}  // namespace goodturn::tests

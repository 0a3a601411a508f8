// Any bytes as what Thunderbird sends to the program it started: frames come out whole or not at all.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "adapters/system/frames.h"

namespace {

using namespace goodturn;

/// A file in memory with these bytes, read from its beginning.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(::memfd_create("frames", MFD_CLOEXEC)) {
    if (file_ < 0 || ::write(file_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
      std::abort();
    rewind();
  }
  ~MemoryFile() { ::close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  void rewind() const { (void)::lseek(file_, 0, SEEK_SET); }
  [[nodiscard]] int number() const { return file_; }

 private:
  int file_;
};

/// What was read is written as it was read.
void check_frame(const std::string& message) {
  if (message.empty() || message.size() > system::frame_limit) std::abort();
  const MemoryFile sent("");
  if (!system::write_frame(sent.number(), message)) std::abort();
  sent.rewind();
  const auto again = system::read_frame(sent.number());
  if (!again || !*again || **again != message) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const MemoryFile file({reinterpret_cast<const char*>(bytes), size});
  std::size_t left = size;
  while (true) {
    const auto message = system::read_frame(file.number());
    if (!message) return 0;
    if (!*message) {
      if (left != 0) std::abort();  // a clean end is at the end
      return 0;
    }
    if ((*message)->size() + 4 > left) std::abort();
    left -= (*message)->size() + 4;
    check_frame(**message);
  }
}

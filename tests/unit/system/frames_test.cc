#include "adapters/system/frames.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdint>
#include <cstring>
#include <thread>

using namespace goodturn;

namespace {

class Pipe {
 public:
  Pipe() { REQUIRE(::pipe2(ends_, O_CLOEXEC) == 0); }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_writer();
    ::close(ends_[0]);
  }
  [[nodiscard]] int reader() const { return ends_[0]; }
  [[nodiscard]] int writer() const { return ends_[1]; }
  void close_writer() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  int ends_[2] = {-1, -1};
};

std::string frame(std::uint32_t length, const std::string& body) {
  std::string bytes(4, '\0');
  std::memcpy(bytes.data(), &length, 4);
  return bytes + body;
}

Result<std::optional<std::string>> answer_to(const std::string& bytes) {
  Pipe pipe;
  REQUIRE(::write(pipe.writer(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  pipe.close_writer();
  return system::read_frame(pipe.reader());
}

}  // namespace

TEST_CASE("messages come out as they went in, also the longest") {
  Pipe pipe;
  const std::string longest(system::frame_limit, 'x');
  std::thread sender([&] {
    REQUIRE(system::write_frame(pipe.writer(), R"({"word":"Grüße 😀"})"));
    REQUIRE(system::write_frame(pipe.writer(), longest));
    pipe.close_writer();
  });
  CHECK(system::read_frame(pipe.reader()).value() == R"({"word":"Grüße 😀"})");
  CHECK(system::read_frame(pipe.reader()).value() == longest);
  CHECK(system::read_frame(pipe.reader()).value() == std::nullopt);
  sender.join();
}

TEST_CASE("a bad frame is an error and allocates nothing first") {
  CHECK(answer_to(frame(0, "")).error().kind == ErrorKind::parse);
  CHECK(answer_to(frame(0x80000000U, "{}")).error().kind == ErrorKind::parse);
  CHECK(answer_to(frame(system::frame_limit + 1, "{}")).error().kind == ErrorKind::parse);
  CHECK(answer_to(frame(10, "{}")).error().kind == ErrorKind::parse);
  CHECK(answer_to(std::string("\1\0", 2)).error().kind == ErrorKind::parse);
  CHECK(answer_to("").value() == std::nullopt);
}

TEST_CASE("bytes that are not UTF-8 are refused") {
  const std::string bad =
      GENERATE(std::string("\"\xff\""), std::string("\"\xc0\xaf\""), std::string("\"\xed\xa0\x80\""),
               std::string("\"\xf4\x90\x80\x80\""), std::string("\"\xe2\x82"), std::string("\"\x80\""));
  CHECK(answer_to(frame(static_cast<std::uint32_t>(bad.size()), bad)).error().kind == ErrorKind::parse);
}

TEST_CASE("what cannot be sent says so") {
  Pipe pipe;
  CHECK(system::write_frame(pipe.writer(), "").error().kind == ErrorKind::invalid);
  CHECK(system::write_frame(pipe.writer(), std::string(system::frame_limit + 1, 'x')).error().kind ==
        ErrorKind::invalid);
  ::signal(SIGPIPE, SIG_IGN);
  CHECK(system::write_frame(-1, "{}").error().kind == ErrorKind::storage);
}

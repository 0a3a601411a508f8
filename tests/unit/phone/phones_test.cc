// Numbers as cards write them, and the form in which equal ones are equal.
#include "adapters/phone/phones.h"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

using namespace goodturn;

namespace {

std::string read(const std::string& number, const std::string& region = "") {
  return phone::LibPhones("DE").normalised(number, region).value_or("nothing");
}

}  // namespace

TEST_CASE("one number, written in many ways") {
  for (const char* number : {"030 12345678", "030/123 456 78", "(030) 12345678", "+49 30 12345678",
                             "0049 30 12345678", "+49 (0)30 12345678", "tel:+49-30-12345678"}) {
    CAPTURE(number);
    CHECK(read(number) == "+493012345678");
  }
  CHECK(read("+1 (202) 555-0143") == "+12025550143");
  CHECK(read("\xEF\xBC\x8B\xEF\xBC\x94\xEF\xBC\x99 30 12345678") == "+493012345678");  // full-width +49
}

TEST_CASE("the region says what a number without country code means") {
  CHECK(read("(202) 555-0143", "US") == "+12025550143");
  CHECK(read("020 7946 0123", "GB") == "+442079460123");
  CHECK(read("0664 1234567", "AT") == "+436641234567");
  CHECK(read("+49 30 12345678", "US") == "+493012345678");
}

TEST_CASE("without a region only numbers with country code are read") {
  for (const char* home : {"", "ZZ", "Germany", "XX"}) {
    const phone::LibPhones phones{home};
    CHECK(phones.home_region().empty());
    CHECK_FALSE(phones.normalised("030 12345678", ""));
    CHECK(phones.normalised("+49 30 12345678", "") == "+493012345678");
  }
  CHECK(phone::LibPhones("de").home_region() == "DE");
  CHECK(phone::LibPhones("").knows("GB"));
  CHECK_FALSE(phone::LibPhones("").knows("gbr"));
}

TEST_CASE("an extension is a desk of its own") {
  CHECK(read("+1 202 555 0143 ext. 12", "US") == "+12025550143;ext=12");
  CHECK(read("+1 202 555 0143 x34", "US") == "+12025550143;ext=34");
}

TEST_CASE("what is no number gives nothing") {
  for (const std::string& text :
       {std::string(), std::string("ask Ada"), std::string("12"), std::string("+999 123"), std::string("030"),
        std::string("+49 1"), std::string(5000, '1'), std::string("\xFF\xFE\x00 30", 6)}) {
    CAPTURE(text);
    CHECK(read(text) == "nothing");
  }
}

TEST_CASE("several threads ask at once") {
  const phone::LibPhones phones("DE");
  std::vector<std::thread> threads;
  std::vector<std::string> found(8);
  for (std::size_t i = 0; i < found.size(); ++i)
    threads.emplace_back([&, i] {
      for (int round = 0; round < 200; ++round) found[i] = phones.normalised("030 12345678", "").value_or("");
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : found) CHECK(one == "+493012345678");
}

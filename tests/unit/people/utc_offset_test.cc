#include "core/people/utc_offset.h"

#include <catch2/catch.hpp>

#include "core/people/card.h"
#include "core/people/joined_card.h"

using namespace goodturn;
using namespace std::chrono_literals;

namespace {

people::Card card(const std::string& lines) {
  return *people::read_card(
      text::Document::parse("BEGIN:VCARD\r\nVERSION:4.0\r\nUID:1\r\nFN:Ada\r\n" + lines + "END:VCARD\r\n"));
}

}  // namespace

TEST_CASE("offsets as versions 3 and 4 of a card write them") {
  const std::pair<const char*, std::chrono::minutes> good[] = {
      {"-0500", -300min},  {"-05:00", -300min}, {"+01", 60min},
      {"+0545", 345min},   {"Z", 0min},         {"+0000", 0min},
      {"-00:30", -30min},  {"+14:00", 840min},  {"-05:00; EST; Raleigh/North America", -300min},
      {"+01:00:00", 60min}};
  for (const auto& [text, offset] : good) {
    INFO(text);
    CHECK(people::utc_offset(text) == offset);
  }
  for (const char* text : {"", "Europe/Berlin", "0100", "+1", "+25:00", "+0160", "+01:", "+01:0", "+010000x",
                           "-", "+ab", "GMT+1", "+\xC3\xA9"}) {
    INFO(text);
    CHECK_FALSE(people::utc_offset(text));
  }
}

TEST_CASE("where a card says that a person is") {
  CHECK(card("TZ:Europe/Oslo\r\n").zone == "Europe/Oslo");
  CHECK(card("TZ;VALUE=utc-offset:-0500\r\n").zone == "-0500");
  CHECK(card("ADR;TZ=Asia/Tokyo:;;1 Road;Town;;1;Japan\r\n").zone == "Asia/Tokyo");
  CHECK(card("TZ:Europe/Oslo\r\nADR;TZ=Asia/Tokyo:;;;;;;Japan\r\n").zone == "Europe/Oslo");
  CHECK(card("ADR;TYPE=work:;;1 Road;Town;;1;Japan\r\nADR;TYPE=home:;;;;;; Japan\r\n").country == "Japan");
  CHECK(card("ADR:;;;;;;Japan\r\nADR:;;;;;;Norway\r\n").country.empty());
  CHECK(card("ADR:;;1 Road;Town\r\n").country.empty());
  const people::Card two[] = {card("ADR:;;;;;;Norway\r\n"), card("TZ:Asia/Tokyo\r\nADR:;;;;;;Japan\r\n")};
  CHECK(people::joined_card(two).zone == "Asia/Tokyo");
  CHECK(people::joined_card(two).country == "Norway");
}
